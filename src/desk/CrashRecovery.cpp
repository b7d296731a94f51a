// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/CrashRecovery.h"

#include "desk/OpenActsLookup.h"
#include "storage/AuditExport.h"

#include <map>
#include <system_error>
#include <utility>

namespace deskwarden::desk {

namespace {

/// Ids of requests of this run count from 1; those of earlier runs lie far beyond.
constexpr std::uint64_t earlierIds = std::uint64_t{1} << 62;

} // namespace

CrashRecovery::CrashRecovery(storage::AuditLog* log, models::ActivityModel& activity, QObject* parent,
                             core::StartThread start)
    : QObject(parent)
    , m_log(log)
    , m_activity(activity)
    , m_startThread(std::move(start))
{}

bool CrashRecovery::isOfEarlierRun(const management::ActionRequest& act) noexcept
{
    return act.id >= earlierIds;
}

void CrashRecovery::look(const ServerLink& link)
{
    if (m_log == nullptr || !m_looked.insert(link.server()).second)
        return;
    m_waiting.push_back({link.server(), link.connector(), link.profile().nameSpace, link.profile().timeout});
    readNext();
}

/// One reading at a time, for all servers that have answered since the one before.
void CrashRecovery::readNext()
{
    if (!m_current.empty() || m_waiting.empty())
        return;
    m_current.swap(m_waiting);
    try {
        m_reader = m_startThread([this](const std::stop_token& stop) {
            auto left = m_log->leftBehind(stop);
            QMetaObject::invokeMethod(
                this, [this, left = std::move(left)] { takeLeftBehind(left); }, Qt::QueuedConnection);
        });
    } catch (const std::system_error&) {
        for (const Place& place : std::exchange(m_current, {}))
            m_looked.erase(place.server);
    }
}

void CrashRecovery::takeLeftBehind(const LeftBehind& left)
{
    const std::vector<Place> places = std::exchange(m_current, {});
    if (left) { // else the first act will say what is wrong with the log
        for (const Place& place : places)
            lookUp(place, *left);
    }
    readNext();
}

void CrashRecovery::lookUp(const Place& place, const std::vector<storage::AuditRecord>& left)
{
    std::vector<management::ActionRequest> acts;
    std::map<std::uint64_t, storage::AuditRecord> intents;
    for (const storage::AuditRecord& intent : left) {
        core::Session session = storage::sessionOf(intent);
        const auto kind = storage::actionOf(intent);
        if (!kind || session.key.server != place.server)
            continue;
        const std::uint64_t id = earlierIds + static_cast<std::uint64_t>(intent.id);
        acts.push_back({id, std::move(session), {*kind, {}, {}}, intent.reason.toStdString()});
        intents.emplace(id, intent);
    }
    if (acts.empty())
        return;
    m_activity.add(acts);
    const std::size_t count = acts.size();
    auto* const lookup = new OpenActsLookup(
        place.connector, place.nameSpace, place.timeout, std::move(acts),
        [log = m_log, intents = std::move(intents)](const management::ActionRequest& act,
                                                    const management::Outcome& outcome) {
            // What cannot be recorded stays in flight, and is looked up again after the next start.
            (void)log->resolve(intents.at(act.id), outcome);
        },
        this, m_startThread);
    connect(lookup, &OpenActsLookup::reportsArrived, this,
            [this](const std::vector<management::ActionReport>& reports) { m_activity.apply(reports); });
    connect(lookup, &OpenActsLookup::finished, lookup, &QObject::deleteLater);
    emit found(count);
}

void CrashRecovery::lookAgain(const ServerLink& link)
{
    std::vector<management::ActionRequest> acts = m_activity.unknown();
    std::erase_if(acts,
                  [&link](const management::ActionRequest& act) { return act.confirmed.key.server != link.server(); });
    if (acts.empty())
        return;
    auto* const lookup = new OpenActsLookup(
        link.connector(), link.profile().nameSpace, link.profile().timeout, std::move(acts),
        [log = m_log](const management::ActionRequest& act, const management::Outcome& outcome) {
            if (log != nullptr && outcome.kind != management::OutcomeKind::Unknown)
                (void)log->amend(act, outcome);
        },
        this, m_startThread);
    connect(lookup, &OpenActsLookup::reportsArrived, this,
            [this](const std::vector<management::ActionReport>& reports) { m_activity.amend(reports); });
    connect(lookup, &OpenActsLookup::finished, lookup, &QObject::deleteLater);
}

} // namespace deskwarden::desk
