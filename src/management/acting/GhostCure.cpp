// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/GhostCure.h"

#include "core/Names.h"
#include "management/acting/MachinePlan.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace deskwarden::management {

namespace {

constexpr std::uint32_t machineNotReady = 21; // ERROR_NOT_READY

bool isAsleep(const core::VirtualDesktop& machine) noexcept
{
    return machine.state == core::MachineState::Off || machine.state == core::MachineState::Saved;
}

/// It is so, whether by this act or another.
bool isReached(const Outcome& outcome) noexcept
{
    return outcome.kind == OutcomeKind::Done ||
           (outcome.kind == OutcomeKind::Skipped && outcome.skipReason == SkipReason::AlreadySo);
}

} // namespace

std::vector<Ghost> ghostsAmong(std::span<const core::Session> sessions, std::span<const core::VirtualDesktop> machines)
{
    std::unordered_map<std::string, const core::VirtualDesktop*> asleep;
    for (const core::VirtualDesktop& machine : machines) {
        if (isAsleep(machine) && !machine.isDoubled)
            asleep.emplace(core::lowered(core::firstLabel(machine.name.view())), &machine);
    }
    std::vector<Ghost> ghosts;
    for (const core::Session& session : sessions) {
        if (!core::hasUser(session) || session.isDoubled)
            continue;
        const auto machine = asleep.find(core::lowered(core::firstLabel(session.vmName.view())));
        // The same name on another host is another machine, or has just been moved.
        if (machine != asleep.end() &&
            core::isSameMachine(machine->second->hostName.view(), session.key.vmHostName.view()))
            ghosts.push_back({session, *machine->second});
    }
    return ghosts;
}

GhostCure::GhostCure(std::vector<Ghost> ghosts, CureOptions options, std::string reason, NextId nextId)
    : m_options(options)
    , m_reason(std::move(reason))
    , m_nextId(std::move(nextId))
{
    m_items.reserve(ghosts.size());
    for (Ghost& ghost : ghosts)
        m_items.emplace_back().ghost = std::move(ghost);
    m_places.resize(m_items.size());
}

std::vector<ActionRequest> GhostCure::begin()
{
    std::vector<ActionRequest> acts;
    for (std::size_t item = 0; item < m_items.size(); ++item)
        acts.push_back(actOn(item, ActionKind::Start, m_items[item].ghost.machine.state));
    return acts;
}

ActionRequest GhostCure::actOn(std::size_t item, ActionKind kind, core::MachineState confirmedState)
{
    core::VirtualDesktop machine = m_items[item].ghost.machine;
    machine.state = confirmedState;
    if (kind == ActionKind::Save) { // nobody is there any more; somebody who has come since then is left alone
        machine.sessionUserName = {};
        machine.sessionState = core::ConnectState::Absent;
    }
    Action action;
    action.kind = kind;
    ActionRequest request = machineRequest(m_nextId(), machine, action, m_reason);
    m_places[item].act = request.id;
    return request;
}

ActionRequest GhostCure::logoff(std::size_t item)
{
    CureItem& one = m_items[item];
    one.step = CureStep::Logoff;
    ++one.tries;
    ActionRequest request;
    request.id = m_nextId();
    request.confirmed = one.ghost.session;
    request.action.kind = ActionKind::Logoff;
    request.reason = m_reason;
    m_places[item].act = request.id;
    return request;
}

void GhostCure::stop(CureItem& item, CureStep at)
{
    item.step = CureStep::Over;
    item.stopped = at;
}

std::vector<ActionRequest> GhostCure::take(const ActionReport& report, Time now)
{
    if (report.phase != ActionPhase::Finished || report.id == 0)
        return {};
    const auto place = std::ranges::find(m_places, report.id, &Place::act);
    if (place == m_places.end())
        return {};
    place->act = 0;
    const auto item = static_cast<std::size_t>(place - m_places.begin());
    CureItem& one = m_items[item];
    one.outcome = report.outcome;
    std::optional<ActionRequest> next;
    switch (one.step) {
    case CureStep::Start:
        next = afterStart(item, now);
        break;
    case CureStep::Logoff:
        next = afterLogoff(item, now);
        break;
    case CureStep::Save:
        one.step = CureStep::Over;
        if (!isReached(report.outcome))
            one.stopped = CureStep::Save;
        break;
    case CureStep::Settle:
    case CureStep::Over:
        break;
    }
    return next ? std::vector{*std::move(next)} : std::vector<ActionRequest>();
}

std::optional<ActionRequest> GhostCure::afterStart(std::size_t item, Time now)
{
    CureItem& one = m_items[item];
    one.isStartedByUs = one.outcome.kind == OutcomeKind::Done;
    if (!isReached(one.outcome) || m_isCancelled) {
        stop(one, CureStep::Start);
        return std::nullopt;
    }
    one.step = CureStep::Settle;
    m_places[item].due = now + m_options.settleTime;
    return std::nullopt;
}

std::optional<ActionRequest> GhostCure::afterLogoff(std::size_t item, Time now)
{
    CureItem& one = m_items[item];
    const Outcome& outcome = one.outcome;
    one.isGone = outcome.kind == OutcomeKind::Done || outcome.kind == OutcomeKind::AlreadyGone;
    const bool isNotReady = outcome.kind == OutcomeKind::Failed && outcome.returnValue == machineNotReady;
    if (isNotReady && one.tries < m_options.mostTries && !m_isCancelled) {
        one.step = CureStep::Settle;
        m_places[item].due = now + m_options.settleTime;
        return std::nullopt;
    }
    if (!one.isGone) {
        stop(one, CureStep::Logoff);
        return std::nullopt;
    }
    const bool wasSaved = one.ghost.machine.state == core::MachineState::Saved;
    if (!wasSaved || !one.isStartedByUs) {
        one.step = CureStep::Over;
        return std::nullopt;
    }
    if (m_isCancelled) {
        stop(one, CureStep::Save);
        return std::nullopt;
    }
    one.step = CureStep::Save;
    return actOn(item, ActionKind::Save, core::MachineState::Running);
}

std::vector<ActionRequest> GhostCure::advance(Time now)
{
    std::vector<ActionRequest> acts;
    for (std::size_t item = 0; item < m_items.size(); ++item) {
        if (m_items[item].step == CureStep::Settle && m_places[item].due <= now)
            acts.push_back(logoff(item));
    }
    return acts;
}

void GhostCure::cancel()
{
    m_isCancelled = true;
    for (CureItem& item : m_items) {
        if (item.step == CureStep::Settle)
            stop(item, CureStep::Settle);
    }
}

std::optional<GhostCure::Time> GhostCure::nextDue() const
{
    std::optional<Time> next;
    for (std::size_t item = 0; item < m_items.size(); ++item) {
        if (m_items[item].step == CureStep::Settle && (!next || m_places[item].due < *next))
            next = m_places[item].due;
    }
    return next;
}

bool GhostCure::isOver() const noexcept
{
    return std::ranges::all_of(m_items, [](const CureItem& item) { return item.isOver(); });
}

const char* symbol(CureStep step) noexcept
{
    switch (step) {
    case CureStep::Start:
        return "start";
    case CureStep::Settle:
        return "settle";
    case CureStep::Logoff:
        return "logoff";
    case CureStep::Save:
        return "save";
    case CureStep::Over:
        return "over";
    }
    return "";
}

} // namespace deskwarden::management
