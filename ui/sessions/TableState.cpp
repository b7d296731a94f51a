// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/TableState.h"

#include "models/texts/Texts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace deskwarden::ui {

namespace {

using management::SnapshotHealth;

QString say(const char* text)
{
    return QCoreApplication::translate("TableState", text);
}

/// Win32, HRESULT and WMI each have their own "access denied".
bool isWithoutRights(const core::ManagementError& error)
{
    const std::uint32_t status = error.status();
    return error.kind == core::ErrorKind::Fault &&
           (status == 5 || status == 0x80070005 || status == 0x80041003 || status == 0x80338104);
}

const desk::ServerLink* firstWith(const desk::ConnectedServers::Links& links, SnapshotHealth health)
{
    const auto found = std::ranges::find_if(links, [health](const auto& link) {
        return link->snapshot() != nullptr && link->snapshot()->health == health;
    });
    return found == links.end() ? nullptr : found->get();
}

/// As all places call it.
QString nameAmong(const desk::ConnectedServers::Links& links, const desk::ServerLink& link)
{
    return desk::serverNames(links).at(link.server());
}

TableState failedState(const desk::ConnectedServers::Links& links, const desk::ServerLink& link)
{
    const QString server = nameAmong(links, link);
    const core::ManagementError error = link.snapshot()->error.value_or(core::ManagementError{});
    const QString text = models::describe(error).joined();
    const QString again = say(QT_TRANSLATE_NOOP("TableState", "Try again"));
    const QString change = say(QT_TRANSLATE_NOOP("TableState", "Change the connection…"));
    if (isWithoutRights(error)) {
        return {"lock", say(QT_TRANSLATE_NOOP("TableState", "You may not see the sessions of %1")).arg(server), text,
                Remedy::Connect, change};
    }
    const bool isSignIn =
        error.kind == core::ErrorKind::SignInRefused || error.kind == core::ErrorKind::SignInImpossible ||
        error.kind == core::ErrorKind::CertificateUntrusted || error.kind == core::ErrorKind::CertificateChanged;
    return {"server-off", say(QT_TRANSLATE_NOOP("TableState", "Could not ask %1")).arg(server), text,
            isSignIn ? Remedy::Connect : Remedy::Refresh, isSignIn ? change : again};
}

/// Unless the active one is connected as well.
std::optional<TableState> passiveState(const desk::ConnectedServers::Links& links)
{
    for (const auto& link : links) {
        const auto active = activeBrokerOf(*link);
        if (!active || std::ranges::any_of(links, [&active](const auto& other) {
                return other->profile().address.host == active->host;
            }))
            continue;
        const QString host = models::plainText(active->host, 80);
        return TableState{"alert-triangle",
                          say(QT_TRANSLATE_NOOP("TableState", "%1 is a passive broker. The active one is %2."))
                              .arg(nameAmong(links, *link), host),
                          say(QT_TRANSLATE_NOOP("TableState", "What a passive broker lists may be old or missing.")),
                          Remedy::SwitchBroker,
                          say(QT_TRANSLATE_NOOP("TableState", "Switch to %1")).arg(host),
                          link->server()};
    }
    return std::nullopt;
}

} // namespace

std::optional<TableState> emptyTableState(const desk::ConnectedServers::Links& links,
                                          const models::SessionCounts& counts)
{
    if (counts.visible > 0)
        return std::nullopt;
    if (links.empty()) {
        return TableState{
            "plug-connected", say(QT_TRANSLATE_NOOP("TableState", "No server is connected")),
            say(QT_TRANSLATE_NOOP("TableState", "Connect to a Remote Desktop Connection Broker to see who "
                                                "is on which virtual desktop.")),
            Remedy::Connect, say(QT_TRANSLATE_NOOP("TableState", "Connect to server…"))};
    }
    if (counts.total > 0) {
        const int total = static_cast<int>(counts.total);
        const QString text =
            total == 1
                ? say(QT_TRANSLATE_NOOP("TableState", "1 session is there, and does not match it."))
                : QCoreApplication::translate("TableState", "None of the %Ln sessions matches it.", nullptr, total);
        return TableState{"filter-off", say(QT_TRANSLATE_NOOP("TableState", "The filter hides everything")), text,
                          Remedy::ClearFilter, say(QT_TRANSLATE_NOOP("TableState", "Clear the filter"))};
    }
    if (const desk::ServerLink* const failed = firstWith(links, SnapshotHealth::Failed))
        return failedState(links, *failed);
    const auto isAsked = [](const auto& link) {
        return link->snapshot() == nullptr || link->snapshot()->health == SnapshotHealth::Filling;
    };
    if (const auto asked = std::ranges::find_if(links, isAsked); asked != links.end()) {
        return TableState{"hourglass",
                          say(QT_TRANSLATE_NOOP("TableState", "Asking %1…")).arg(nameAmong(links, **asked)),
                          {},
                          Remedy::None,
                          {}};
    }
    return TableState{
        "mood-empty", say(QT_TRANSLATE_NOOP("TableState", "No sessions")),
        say(QT_TRANSLATE_NOOP("TableState", "Nobody has a session there right now. To an account without "
                                            "rights on the broker, Windows shows an empty list as well.")),
        Remedy::Refresh, say(QT_TRANSLATE_NOOP("TableState", "Refresh"))};
}

std::optional<core::ServerAddress> activeBrokerOf(const desk::ServerLink& link)
{
    if (link.snapshot() == nullptr || link.snapshot()->activeBroker.empty())
        return std::nullopt;
    management::StageReport told;
    told.stage = management::ProbeStage::ActiveBroker;
    told.fact = link.snapshot()->activeBroker;
    return models::otherActiveBroker(told, link.profile().address);
}

std::optional<TableState> listTrouble(const desk::ConnectedServers::Links& links,
                                      std::chrono::system_clock::time_point now)
{
    if (auto passive = passiveState(links))
        return passive;
    const QString again = say(QT_TRANSLATE_NOOP("TableState", "Try again"));
    if (const desk::ServerLink* const stale = firstWith(links, SnapshotHealth::Stale)) {
        const management::SessionSnapshot& list = *stale->snapshot();
        const auto age = std::chrono::duration_cast<std::chrono::milliseconds>(now - list.taken);
        const QString title =
            say(QT_TRANSLATE_NOOP("TableState", "Could not ask %1 again. Its sessions, greyed, are as "
                                                "they were %2."));
        return TableState{"cloud-off", title.arg(nameAmong(links, *stale), models::ageText(age)),
                          models::describe(list.error.value_or(core::ManagementError{})).joined(), Remedy::Refresh,
                          again};
    }
    // With one server only, the message in the middle of the table has said it.
    if (const desk::ServerLink* const failed = firstWith(links, SnapshotHealth::Failed);
        failed != nullptr && links.size() > 1)
        return failedState(links, *failed);
    if (const desk::ServerLink* const partial = firstWith(links, SnapshotHealth::Partial)) {
        const QString title = say(QT_TRANSLATE_NOOP("TableState", "The list of %1 is not complete."));
        const management::SessionSnapshot& list = *partial->snapshot();
        QStringList causes;
        if (list.incomplete)
            causes << models::codeText(*list.incomplete) + QStringLiteral(": ") + models::codeMeaning(*list.incomplete);
        if (list.leftOut.isAny())
            causes << models::leftOutRowsText(list.leftOut);
        return TableState{"alert-triangle", title.arg(nameAmong(links, *partial)), causes.join(QLatin1Char(' ')),
                          Remedy::Refresh, again};
    }
    return std::nullopt;
}

} // namespace deskwarden::ui
