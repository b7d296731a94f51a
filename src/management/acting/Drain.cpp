// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/Drain.h"

#include "core/Names.h"
#include "management/seam/ErrorRules.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

namespace {

/// Windows compares host names so; the key of a list and that of a confirmed session may differ in case.
core::SessionKey folded(const core::SessionKey& key)
{
    core::SessionKey same = key;
    same.vmHostName = core::SharedString(core::lowered(key.vmHostName.view()));
    return same;
}

bool hasGone(OutcomeKind kind)
{
    return kind == OutcomeKind::Done || kind == OutcomeKind::AlreadyGone;
}

} // namespace

bool needsHelp(const DrainedSession& session) noexcept
{
    return session.stage == DrainStage::Ended && session.isThere && !hasGone(session.report.outcome.kind);
}

Drain::Drain(DrainOptions options, const ActionPlan& confirmed, PlanRules rules, std::function<std::uint64_t()> nextId)
    : m_options(std::move(options))
    , m_rules(std::move(rules))
    , m_nextId(std::move(nextId))
{
    for (const core::Session& session : confirmed.sessions)
        add(session, false);
    for (const LeftOutSession& left : confirmed.leftOut)
        add(left.session, false);
}

bool Drain::isOnHost(const core::Session& session) const
{
    return session.key.server == m_options.server &&
           core::isSameName(session.key.vmHostName.view(), m_options.vmHostName);
}

/// The rules are asked again for every session, because a plan may come from elsewhere.
void Drain::plan(DrainedSession& item)
{
    const ActionPlan alone = planFor(Action{}, std::span(&item.session, 1), m_rules);
    item.stage = alone.leftOut.empty() ? DrainStage::Held : DrainStage::LeftOut;
    if (!alone.leftOut.empty())
        item.leftOut = alone.leftOut.front().reason;
}

void Drain::add(const core::Session& session, bool isNewcomer)
{
    if (!isOnHost(session))
        return;
    DrainedSession item;
    item.session = session;
    item.isNewcomer = isNewcomer;
    plan(item);
    m_latest[folded(session.key)] = m_sessions.size();
    m_sessions.push_back(std::move(item));
}

Drain::Steps Drain::begin(Time now)
{
    m_start = now;
    const auto held = std::ranges::count(m_sessions, DrainStage::Held, &DrainedSession::stage);
    m_refusal = m_rules.policy.refusalOf(ActionKind::Logoff, static_cast<std::size_t>(held), m_options.reason);
    if (!m_refusal && m_options.warnsFirst)
        m_refusal = m_rules.policy.refusalOf(ActionKind::Message);
    if (m_refusal) {
        m_isStopping = true;
        m_end = now;
    }
    return handOut();
}

std::size_t Drain::openCount() const
{
    return static_cast<std::size_t>(std::ranges::count(m_sessions, DrainStage::Open, &DrainedSession::stage));
}

Drain::Steps Drain::handOut()
{
    Steps steps;
    if (m_isPaused || m_isStopping || m_isOffline || isOver())
        return steps;
    std::size_t open = openCount();
    for (std::size_t index = 0; index < m_sessions.size(); ++index) {
        DrainedSession& item = m_sessions[index];
        if (item.stage != DrainStage::Held)
            continue;
        // Policy limits what runs at once; newcomers beyond that wait for their turn.
        if (m_rules.policy.largestPlan > 0 && open >= m_rules.policy.largestPlan)
            break;
        ++open;
        item.stage = DrainStage::Open;
        item.report = ActionReport{m_nextId(), ActionPhase::Queued, {}, {}};
        m_ofAct.emplace(item.report.id, index);
        const bool isTold = m_options.warnsFirst && !item.isToldAlready;
        (isTold ? steps.toWarn : steps.toAct)
            .push_back(ActionRequest{item.report.id, item.session, Action{}, m_options.reason, false});
    }
    return steps;
}

Drain::Steps Drain::look(const SessionSnapshot& list, Time now)
{
    using enum SnapshotHealth;
    if (list.server != m_options.server || list.health == Filling || isOver() || !m_start)
        return {};
    m_isOffline = list.health == Stale || list.health == Failed;
    if (m_isOffline && list.error && isAccountRefused(*list.error) && !m_isStopping) {
        m_trouble = list.error; // nobody asks again by itself
        m_isPaused = true;
    }
    if (m_isOffline || list.taken == m_lastList) {
        m_emptyLists = m_isOffline ? 0 : m_emptyLists;
        m_stuckLists = m_isOffline ? 0 : m_stuckLists;
        return handOut();
    }
    m_lastList = list.taken;
    std::vector<bool> wasSeen(m_sessions.size(), false);
    std::vector<const core::Session*> seen;
    for (const core::Session& session : list.sessions) {
        if (!isOnHost(session))
            continue;
        seen.push_back(&session);
        const auto known = m_latest.find(folded(session.key));
        if (known != m_latest.end() && core::isSameOccupant(m_sessions[known->second].session, session))
            wasSeen[known->second] = true;
    }
    // A list with gaps proves nothing about what it does not show.
    for (std::size_t index = 0; index < wasSeen.size() && list.isWhole(); ++index) {
        if (!wasSeen[index])
            miss(m_sessions[index]);
    }
    for (const core::Session* const session : seen)
        meet(*session);
    Steps steps = handOut();
    if (list.isWhole())
        judge(now);
    return steps;
}

void Drain::miss(DrainedSession& known)
{
    known.isThere = false;
    if (known.stage != DrainStage::Held)
        return;
    known.stage = DrainStage::Ended;
    known.report.phase = ActionPhase::Finished;
    known.report.outcome = Outcome{};
    known.report.outcome.kind = OutcomeKind::AlreadyGone;
}

void Drain::meet(const core::Session& seen)
{
    const auto found = m_latest.find(folded(seen.key));
    if (found == m_latest.end() || !core::isSameOccupant(m_sessions[found->second].session, seen)) {
        add(seen, true);
        return;
    }
    DrainedSession& known = m_sessions[found->second];
    switch (known.stage) {
    case DrainStage::LeftOut:
    case DrainStage::Held:
        known.isThere = true;
        known.session = seen;
        plan(known);
        break;
    case DrainStage::Open:
        known.isThere = true;
        break;
    case DrainStage::Ended:
        meetEnded(known, seen);
        break;
    }
}

void Drain::meetEnded(DrainedSession& known, const core::Session& seen)
{
    const Outcome& outcome = known.report.outcome;
    const bool wasAway = !known.isThere;
    ++known.listsSinceEnd;
    // A user who has gone and is seen again has signed in again. A first list may still be from before.
    if (wasAway || (hasGone(outcome.kind) && known.listsSinceEnd >= listsToBeSure)) {
        known.isThere = false;
        add(seen, true);
        return;
    }
    known.isThere = true;
    if (outcome.kind != OutcomeKind::Skipped || outcome.skipReason != SkipReason::InUseAgain || known.isBack)
        return;
    // Once; a session that comes back again and again would else get one message after the other.
    known.session = seen;
    known.isBack = true;
    known.isNewcomer = true;
    known.isToldAlready = false;
    plan(known);
}

Drain::Steps Drain::take(std::span<const ActionReport> reports, Time now)
{
    for (const ActionReport& report : reports) {
        const auto found = m_ofAct.find(report.id);
        if (found == m_ofAct.end())
            continue;
        DrainedSession& item = m_sessions[found->second];
        item.report = report;
        item.isToldAlready = item.isToldAlready || report.phase == ActionPhase::Told;
        if (report.phase != ActionPhase::Finished)
            continue;
        m_ofAct.erase(found);
        item.stage = DrainStage::Ended;
        item.listsSinceEnd = 0;
        m_emptyLists = 0;
        m_stuckLists = 0;
        if (report.outcome.error && concernsEveryAct(*report.outcome.error) && !m_isStopping) {
            m_trouble = report.outcome.error;
            m_isPaused = true;
        }
    }
    if (m_isStopping && openCount() == 0 && !isOver())
        m_end = now;
    return handOut();
}

void Drain::judge(Time now)
{
    const auto isIn = [this](DrainStage stage) {
        return std::ranges::find(m_sessions, stage, &DrainedSession::stage) != m_sessions.end();
    };
    const bool isBusy = isIn(DrainStage::Open) || isIn(DrainStage::Held);
    const bool isEmpty = counts().there == 0;
    m_emptyLists = isEmpty && !isBusy ? m_emptyLists + 1 : 0;
    m_stuckLists = !isEmpty && !isBusy ? m_stuckLists + 1 : 0;
    if (m_emptyLists >= listsToBeSure && !m_isStopping)
        m_end = now;
}

Drain::Steps Drain::resume()
{
    m_isPaused = false;
    m_trouble.reset();
    return handOut();
}

bool Drain::canRetry() const
{
    return !m_isStopping && !isOver() && std::ranges::any_of(m_sessions, needsHelp);
}

Drain::Steps Drain::retry()
{
    if (!canRetry())
        return {};
    for (DrainedSession& item : m_sessions) {
        if (!needsHelp(item))
            continue;
        // A user who was spared or cancelled was told that nothing happens, or never that something does.
        const OutcomeKind kind = item.report.outcome.kind;
        item.isToldAlready = item.isToldAlready && kind != OutcomeKind::Skipped && kind != OutcomeKind::Cancelled;
        plan(item);
    }
    m_stuckLists = 0;
    return handOut();
}

Drain::Steps Drain::stop(Time now)
{
    Steps steps;
    if (isOver() || m_isStopping)
        return steps;
    m_isStopping = true;
    for (DrainedSession& item : m_sessions) {
        if (item.stage == DrainStage::Open) {
            steps.toCancel.push_back(item.report.id);
        } else if (item.stage == DrainStage::Held) {
            item.stage = DrainStage::Ended;
            item.report.phase = ActionPhase::Finished;
            item.report.outcome = Outcome{};
        }
    }
    if (steps.toCancel.empty())
        m_end = now;
    return steps;
}

DrainPhase Drain::phase() const
{
    if (isOver())
        return m_isStopping ? DrainPhase::Stopped : DrainPhase::Drained;
    if (m_isStopping)
        return DrainPhase::Stopping;
    if (m_isPaused)
        return DrainPhase::Paused;
    if (m_isOffline)
        return DrainPhase::Offline;
    bool isAnyOpen = false;
    bool isAnyActing = false;
    bool isAnyToBeTold = false;
    for (const DrainedSession& item : m_sessions) {
        if (item.stage != DrainStage::Open)
            continue;
        isAnyOpen = true;
        const bool isBeforeMessage =
            m_options.warnsFirst && !item.isToldAlready && item.report.phase == ActionPhase::Queued;
        isAnyToBeTold = isAnyToBeTold || isBeforeMessage;
        isAnyActing = isAnyActing || (!isBeforeMessage && item.report.phase != ActionPhase::Told);
    }
    if (isAnyOpen)
        return isAnyActing ? DrainPhase::LoggingOff : isAnyToBeTold ? DrainPhase::Telling : DrainPhase::Waiting;
    return isStuck() ? DrainPhase::NeedsHelp : DrainPhase::Watching;
}

DrainCounts Drain::counts() const
{
    DrainCounts counts;
    for (const DrainedSession& item : m_sessions) {
        const bool isLeftOut = item.stage == DrainStage::LeftOut;
        counts.leftOut += isLeftOut && item.isThere ? 1U : 0U;
        if (isLeftOut)
            continue;
        ++(item.isThere ? counts.there : counts.gone);
        counts.newcomers += item.isNewcomer ? 1U : 0U;
        counts.stuck += needsHelp(item) ? 1U : 0U;
    }
    return counts;
}

const char* symbol(DrainPhase phase) noexcept
{
    switch (phase) {
    case DrainPhase::Telling:
        return "telling";
    case DrainPhase::Waiting:
        return "waiting";
    case DrainPhase::LoggingOff:
        return "logging_off";
    case DrainPhase::Watching:
        return "watching";
    case DrainPhase::NeedsHelp:
        return "needs_help";
    case DrainPhase::Paused:
        return "paused";
    case DrainPhase::Offline:
        return "offline";
    case DrainPhase::Stopping:
        return "stopping";
    case DrainPhase::Drained:
        return "drained";
    case DrainPhase::Stopped:
        return "stopped";
    }
    return "";
}

} // namespace deskwarden::management
