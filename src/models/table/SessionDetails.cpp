// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionDetails.h"

#include "models/table/FactTexts.h"
#include "models/table/RowFacts.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>

#include <utility>

namespace deskwarden::models {

namespace {

/// "18.03.26 09:22 (3 h 5 min)"
QString toldMoment(std::int64_t sinceMs, std::int64_t nowMs)
{
    if (sinceMs == 0)
        return {};
    return QStringLiteral("%1 (%2)").arg(
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(sinceMs), QLocale::ShortFormat), toldText(sinceMs, nowMs));
}

} // namespace

std::vector<SessionDetail> sessionDetails(const Row& row, const SessionPlaceNames& names, std::int64_t nowMs,
                                          const QString& lastResult)
{
    const core::Session& session = *row.session;
    std::vector<SessionDetail> details;
    const auto add = [&details](const QString& label, QString value) {
        if (!value.isEmpty())
            details.push_back({label, std::move(value)});
    };
    add({}, ghostReason(row));
    if (row.isUserOnSeveral)
        add({}, translate("Texts", "This user has sessions on several virtual machines."));
    if (ghostOf(row) == management::GhostSign::None)
        add({}, stateMeaning(session.state));
    add(translate("Texts", "User"), plainText(session.userName));
    add(translate("Texts", "Domain"), plainText(session.domainName));
    add(translate("Texts", "Virtual machine"), plainText(session.vmName));
    if (!session.vmName.isEmpty())
        add(translate("Texts", "State of the machine"), machineStateName(machineOf(row)));
    add(translate("Texts", "Collection"), names.collection);
    if (names.collection != plainText(session.collectionId))
        add(translate("Texts", "Collection alias"), plainText(session.collectionId));
    add(translate("Texts", "VM host"), plainText(session.key.vmHostName));
    add(translate("Texts", "Session ID (on host)"), QString::number(session.key.sessionId));
    add(translate("Texts", "Client"), plainText(session.clientMachineName));
    add(translate("Texts", "Logged on"), toldMoment(loggedOnMs(row), nowMs));
    const std::int64_t told = toldDisconnectedMs(row);
    add(translate("Texts", "Disconnected"), told != 0 ? toldMoment(told, nowMs) : disconnectedText(row, nowMs));
    add(translate("Texts", "Idle for"), toldText(idleSinceMs(row), nowMs));
    add(translate("Texts", "In this state (seen)"), seenText(std::chrono::milliseconds(nowMs - row.sinceMs), row.seen));
    add(translate("Texts", "Last result"), lastResult);
    const QString address = plainText(session.key.server.address);
    add(translate("Texts", "Server"), names.server);
    add(translate("Texts", "Address of the server"), names.server == address ? QString() : address);
    return details;
}

} // namespace deskwarden::models
