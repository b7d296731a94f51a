// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ConsoleLog.h"

#include "models/log/LogRing.h"

#include <QLoggingCategory>

#include <algorithm>

namespace deskwarden::desk {

namespace {

Q_LOGGING_CATEGORY(serverLog, "deskwarden.servers")
Q_LOGGING_CATEGORY(actLog, "deskwarden.acts")
Q_LOGGING_CATEGORY(fileLog, "deskwarden.files")

/// The kind and its numbers. The words of a server or library may hold any name.
QString errorWords(const core::ManagementError& error)
{
    QString words = QString::fromLatin1(core::symbol(error.kind));
    for (const std::uint32_t code : {error.code, error.providerCode}) {
        if (code != 0)
            words += QStringLiteral(" 0x%1").arg(code, 0, 16);
    }
    if (!error.detail.empty())
        words += QStringLiteral(", ") + models::named(error.detail);
    return words;
}

const char* healthWord(management::SnapshotHealth health)
{
    using enum management::SnapshotHealth;
    switch (health) {
    case Filling:
        return "arrives";
    case Fresh:
        return "is whole";
    case Partial:
        return "is not whole";
    case Stale:
        return "is old";
    case Failed:
        return "failed";
    }
    return "";
}

bool isUntoward(management::OutcomeKind kind)
{
    using enum management::OutcomeKind;
    return kind == Failed || kind == Unknown || kind == StillSigningOut || kind == StillChanging;
}

QString serverWord(const core::ServerId& server)
{
    return models::named(server.address.view());
}

} // namespace

ConsoleLog::ConsoleLog(const ConnectedServers& servers, const ActDesk& acts, QObject* parent)
    : QObject(parent)
    , m_servers(servers)
{
    connect(&servers, &ConnectedServers::linksChanged, this, &ConsoleLog::noteLinks);
    connect(&servers, &ConnectedServers::closed, this, &ConsoleLog::noteClosed);
    connect(&servers, &ConnectedServers::snapshotArrived, this,
            [this](const management::SnapshotPointer& list) { noteList(*list); });
    connect(&acts, &ActDesk::listed, this, &ConsoleLog::noteActs);
    connect(&acts, &ActDesk::reported, this, &ConsoleLog::noteReports);
    noteLinks();
}

void ConsoleLog::noteFailure(const char* what, const core::ManagementError& error)
{
    qCWarning(fileLog).noquote() << what << errorWords(error);
}

void ConsoleLog::noteLinks()
{
    for (const auto& link : m_servers.links()) {
        if (m_known.contains(link->server()))
            continue;
        m_known.emplace(link->server(), Known());
        const std::string scheme(core::name(link->profile().auth));
        qCInfo(serverLog).noquote() << "connecting to" << serverWord(link->server()) << "by" << scheme.c_str();
    }
}

void ConsoleLog::noteClosed(const core::ServerId& server)
{
    if (m_known.erase(server) > 0)
        qCInfo(serverLog).noquote() << "closed" << serverWord(server);
}

/// What changed; a list comes every few seconds.
void ConsoleLog::noteList(const management::SessionSnapshot& list)
{
    const auto known = m_known.find(list.server);
    if (known == m_known.end())
        return;
    const auto kind = list.error ? std::optional(list.error->kind) : std::nullopt;
    const bool isNews = known->second.health != list.health || known->second.error != kind;
    const std::size_t sessions = list.sessions.size();
    const bool hasChanged = known->second.sessions != sessions && list.health != management::SnapshotHealth::Filling;
    if (isNews && list.error)
        qCWarning(serverLog).noquote() << "list of" << serverWord(list.server) << healthWord(list.health) << "-"
                                       << errorWords(*list.error);
    else if (isNews)
        qCInfo(serverLog).noquote() << "list of" << serverWord(list.server) << healthWord(list.health) << "-"
                                    << sessions << "sessions";
    else if (hasChanged)
        qCDebug(serverLog).noquote() << "list of" << serverWord(list.server) << "-" << sessions << "sessions";
    known->second = {list.health, kind, hasChanged || isNews ? sessions : known->second.sessions};
}

void ConsoleLog::noteActs(const std::vector<management::ActionRequest>& requests)
{
    for (const management::ActionRequest& request : requests) {
        if (m_acts.insert(request.id).second)
            qCDebug(actLog).noquote() << "act" << request.id << management::symbol(request.action.kind) << "on"
                                      << serverWord(request.confirmed.key.server);
    }
}

void ConsoleLog::noteReports(const std::vector<management::ActionReport>& reports)
{
    for (const management::ActionReport& report : reports) {
        if (report.phase != management::ActionPhase::Finished || m_acts.erase(report.id) == 0)
            continue;
        QString words = QString::fromLatin1(management::symbol(report.outcome.kind));
        if (report.outcome.returnValue)
            words += QStringLiteral(", returned %1").arg(*report.outcome.returnValue);
        if (report.outcome.error)
            words += QStringLiteral(", ") + errorWords(*report.outcome.error);
        if (isUntoward(report.outcome.kind))
            qCWarning(actLog).noquote() << "act" << report.id << words;
        else
            qCDebug(actLog).noquote() << "act" << report.id << words;
    }
}

} // namespace deskwarden::desk
