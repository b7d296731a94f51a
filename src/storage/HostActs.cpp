// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/HostActs.h"

#include "management/seam/Action.h"
#include "storage/AuditDatabase.h"

#include <QDateTime>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::storage {

namespace {

constexpr int mostActsRead = 10'000;

bool isAnyOf(const QString& word, std::initializer_list<management::OutcomeKind> kinds)
{
    return std::ranges::any_of(
        kinds, [&word](management::OutcomeKind kind) { return word == QLatin1String(management::symbol(kind)); });
}

} // namespace

core::Result<std::vector<management::HostAct>> readHostActs(const QString& auditFile, const core::ServerId& server,
                                                            const std::stop_token& stop)
{
    using enum management::OutcomeKind;
    std::vector<management::HostAct> told;
    if (!QFileInfo::exists(auditFile))
        return told;
    const auto database = AuditDatabase::open(auditFile, AuditDatabase::Access::ReadOnly);
    if (!database)
        return core::failure(database.error());
    const auto acts = (*database)->newestActs(mostActsRead, stop);
    if (!acts)
        return core::failure(acts.error());
    const std::string_view address = server.address.view();
    const QString wanted = QString::fromUtf8(address.data(), static_cast<qsizetype>(address.size()));
    for (const AuditAct& act : *acts) {
        if (!act.outcome || act.intent.server != wanted)
            continue;
        const QString& outcome = act.outcome->outcome;
        const QDateTime time = QDateTime::fromString(act.outcome->time, Qt::ISODateWithMs);
        management::HostAct one;
        one.host = act.intent.vmHostName.toStdString();
        one.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
        one.isAnswered = act.outcome->returnValue.has_value() ||
                         isAnyOf(outcome, {Done, AlreadyGone, StillSigningOut, StillChanging});
        one.isFailure = isAnyOf(outcome, {Failed, Unknown});
        told.push_back(std::move(one));
    }
    return told;
}

} // namespace deskwarden::storage
