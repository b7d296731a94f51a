// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionScheduler.h"

#include "core/Names.h"
#include "management/seam/ErrorRules.h"

#include <algorithm>

namespace deskwarden::management {

namespace {

bool all(const ActionRequest&) noexcept
{
    return true;
}

} // namespace

ActionScheduler::ActionScheduler(ActionRunnerOptions options)
    : m_options(std::move(options))
    , m_load(m_options.connections)
{}

void ActionScheduler::add(std::vector<ActionRequest> requests)
{
    for (ActionRequest& request : requests) {
        const Handle handle = ++m_lastHandle;
        Item& item = m_items[handle];
        item.request = std::move(request);
        item.host = &hostOf(item.request.confirmed);
        if (m_isStopped) {
            finish(handle, Outcome{}, {});
            continue;
        }
        item.host->queued.push_back(handle);
        report(handle, item, ActionPhase::Queued);
    }
}

std::vector<ActionScheduler::Step> ActionScheduler::takeSteps()
{
    return std::exchange(m_steps, {});
}

const ActionRequest* ActionScheduler::request(Handle handle) const
{
    const auto found = m_items.find(handle);
    return found == m_items.end() ? nullptr : &found->second.request;
}

ActionScheduler::Item* ActionScheduler::find(Handle handle)
{
    const auto found = m_items.find(handle);
    return found == m_items.end() ? nullptr : &found->second;
}

ActionScheduler::Host& ActionScheduler::hostOf(const core::Session& session)
{
    std::string name = core::lowered(session.key.vmHostName.view());
    Host*& host = m_hostsByName[name];
    if (!host) {
        host = &m_hosts.emplace_back();
        host->name = std::move(name);
    }
    return *host;
}

std::size_t ActionScheduler::recordedAhead() const
{
    std::size_t count = 0;
    for (const Host& host : m_hosts) {
        if (!host.isStuck(m_options.perVmHost))
            count += host.ahead();
    }
    return count;
}

std::vector<ActionScheduler::Handle> ActionScheduler::takeToAnnounce()
{
    std::vector<Handle> group;
    if (m_isPaused || m_isStopped)
        return group;
    // Just ahead of need, for what is recorded but not begun is in doubt after a crash: what fills every connection
    // once more, and as much again, so that one write to the disk serves several acts.
    const std::size_t enough = std::max<std::size_t>(m_options.connections, 4);
    const std::size_t lead = recordedAhead();
    const bool isPlenty = lead > enough;
    if (isPlenty && startable() > 0)
        return group; // otherwise what is recorded waits for hosts that are busy, and idle ones get some
    const auto withWork = static_cast<std::size_t>(std::ranges::count_if(
        m_hosts, [this](const Host& host) { return !host.queued.empty() && !host.isStuck(m_options.perVmHost); }));
    const std::size_t share = std::clamp(2 * enough / std::max<std::size_t>(withWork, 1), m_options.perVmHost,
                                         m_options.perVmHost + m_options.hostLead);
    const std::size_t wanted = std::min(isPlenty ? enough : 2 * enough - lead, m_options.intentGroup);
    std::size_t without = 0; // hosts in a row that had none to give
    while (group.size() < wanted && without < m_hosts.size()) {
        Host& host = m_hosts[m_announceTurn++ % m_hosts.size()];
        if (host.queued.empty() || host.ahead() >= share || host.isStuck(m_options.perVmHost) ||
            (isPlenty && !host.hasRoom(m_options.perVmHost)))
        {
            ++without;
            continue;
        }
        without = 0;
        group.push_back(host.queued.front());
        host.queued.pop_front();
        ++host.announcing;
        m_items.at(group.back()).stage = Stage::Announcing;
    }
    return group;
}

void ActionScheduler::announced(const std::vector<Handle>& items, Time now)
{
    for (const Handle handle : items) {
        Item& item = m_items.at(handle);
        --item.host->announcing;
        if (item.isCancelled) {
            finish(handle, item.known.outcome, now);
            continue;
        }
        item.stage = Stage::Announced;
        item.host->announced.push_back(handle);
        report(handle, item, ActionPhase::Announced);
    }
}

void ActionScheduler::announcementFailed(const std::vector<Handle>& items, const core::ManagementError& error, Time now)
{
    for (const Handle handle : items) {
        Item& item = m_items.at(handle);
        --item.host->announcing;
        Outcome outcome;
        outcome.kind = OutcomeKind::Failed;
        outcome.error = error;
        if (!isLedgerBroken(error))
            outcome.error->kind = core::ErrorKind::LedgerUnwritable;
        outcome.error->delivery = core::Delivery::NotSent;
        finish(handle, item.isCancelled ? item.known.outcome : std::move(outcome), now);
    }
}

std::size_t ActionScheduler::startable() const
{
    std::size_t count = 0;
    for (const Host& host : m_hosts) {
        if (host.hasRoom(m_options.perVmHost))
            count += std::min(host.ahead(), m_options.perVmHost - host.running);
    }
    return count;
}

bool ActionScheduler::canStart(Time now) const
{
    const std::size_t limit = m_isSignedIn ? m_load.width() : 1;
    if (m_isPaused || m_isStopped || m_load.isResting(now) || m_running.size() - m_silentActs >= limit)
        return false;
    return std::ranges::any_of(
        m_hosts, [this](const Host& host) { return !host.announced.empty() && host.hasRoom(m_options.perVmHost); });
}

std::optional<ActionScheduler::Handle> ActionScheduler::takeStart(Time now)
{
    if (!canStart(now))
        return std::nullopt;
    for (std::size_t tried = 0; tried < m_hosts.size(); ++tried) {
        Host& host = m_hosts[m_startTurn++ % m_hosts.size()];
        if (host.announced.empty() || !host.hasRoom(m_options.perVmHost))
            continue;
        const Handle handle = host.announced.front();
        host.announced.pop_front();
        ++host.running;
        m_running.push_back(handle);
        Item& item = m_items.at(handle);
        item.stage = Stage::Reading;
        if (item.startedAt == Time{})
            item.startedAt = now;
        beginCall(item, now);
        report(handle, item, ActionPhase::Running);
        return handle;
    }
    return std::nullopt;
}

bool ActionScheduler::afterReRead(Handle handle, const Look& found, Time now)
{
    Item& item = m_items.at(handle);
    endCall(item);
    const bool isStopped = m_isStopped || item.isCancelled;
    if (found)
        m_load.answered();
    else if (isServerBusy(found.error()) && !isStopped && m_load.refused(m_running.size() - m_silentActs, now)) {
        release(handle, item);
        item.stage = Stage::Announced;
        item.host->announced.push_front(handle);
        return false;
    }
    auto outcome = decideBeforeAct(item.request, found);
    if (!outcome && isStopped)
        outcome = Outcome{}; // nothing was sent yet, and nothing will be
    if (!outcome) {
        item.before = found->value();
        item.stage = Stage::Acting;
        beginCall(item, now);
        return true;
    }
    release(handle, item);
    if (outcome->error && isAccountRefused(*outcome->error))
        giveUp(*outcome->error, now);
    finish(handle, *std::move(outcome), now);
    return false;
}

void ActionScheduler::afterInvoke(Handle handle, const core::Result<MethodResult>& answer, Time now)
{
    Item& item = m_items.at(handle);
    endCall(item);
    release(handle, item);
    if (!answer && isAccountRefused(answer.error())) {
        // The act itself is looked up all the same: one sign-in more at most, for if that is refused looking ends, too.
        const bool isCancelled = item.isCancelled;
        giveUp(answer.error(), now);
        item.isCancelled = isCancelled;
    }
    Decision decision = decideAfterInvoke(item.request.action.kind, answer);
    if (!decision.expectation) {
        finish(handle, std::move(decision.outcome), now);
        return;
    }
    const bool isDoubtful = !isUnderWay(*decision.expectation);
    item.patienceEnd =
        now + (isDoubtful ? std::min(m_options.doubtPatience, m_options.verifyPatience) : m_options.verifyPatience);
    item.pause = m_options.firstLook;
    item.nextLook = isDoubtful ? now : now + item.pause;
    item.known.outcome = decision.outcome;
    if (!item.isCancelled && !m_isStopped)
        report(handle, item, ActionPhase::Verifying);
    follow(handle, item, std::move(decision), now);
}

void ActionScheduler::follow(Handle handle, Item& item, Decision decision, Time now)
{
    if (!decision.expectation) {
        finish(handle, std::move(decision.outcome), now);
        return;
    }
    // After a lost answer the session is seen to be signing out: then it gets the time that a logoff gets.
    if (item.known.expectation == Expectation::MayHaveRun && isUnderWay(*decision.expectation))
        item.patienceEnd = now + m_options.verifyPatience;
    item.known = std::move(decision);
    if (item.isCancelled || m_isStopped)
        finish(handle, decideWithoutLook(item.known), now);
    else
        scheduleLook(handle, item, now);
}

void ActionScheduler::scheduleLook(Handle handle, Item& item, Time now)
{
    item.stage = Stage::Waiting;
    // The last look is made when the patience ends, not before.
    item.nextLook = std::max(now, std::min(item.nextLook, item.patienceEnd));
    m_looks.emplace(item.nextLook, handle);
}

bool ActionScheduler::canLook(Time now) const
{
    if (m_looks.empty() || m_looks.begin()->first > now)
        return false;
    return m_runningLooks.size() - m_silentLooks < m_options.lookConnections;
}

bool ActionScheduler::shouldList(std::size_t due) const
{
    return m_isListUsable && due >= m_options.listFrom && static_cast<double>(due) * m_getCost >= m_listCost;
}

std::optional<ActionScheduler::LookTask> ActionScheduler::takeLook(Time now)
{
    if (!canLook(now))
        return std::nullopt;
    const auto end = m_looks.upper_bound(now);
    LookTask task;
    task.id = ++m_lastLook;
    task.isList = shouldList(static_cast<std::size_t>(std::distance(m_looks.begin(), end)));
    for (auto due = m_looks.begin(); due != end;) {
        m_items.at(due->second).stage = Stage::Looking;
        task.items.push_back(due->second);
        due = m_looks.erase(due);
        if (!task.isList)
            break;
    }
    m_runningLooks[task.id] = RunningLook{now, task.items.size(), task.isList, false};
    return task;
}

void ActionScheduler::afterLook(Handle handle, const Look& found, Time now)
{
    Item* item = find(handle);
    if (!item || item->stage != Stage::Looking)
        return; // cancelled meanwhile
    if (!found && isAccountRefused(found.error())) {
        giveUp(found.error(), now);
        return;
    }
    item->pause = std::min(item->pause * 2, m_options.longestPause);
    item->nextLook = now + item->pause;
    follow(handle, *item, decideAfterLook(item->request, item->known, item->before, found, now >= item->patienceEnd),
           now);
}

void ActionScheduler::lookEnded(std::uint64_t lookId, bool isListUsable, Time now)
{
    const auto found = m_runningLooks.find(lookId);
    if (found == m_runningLooks.end())
        return;
    const RunningLook look = found->second;
    m_runningLooks.erase(found);
    if (look.isSilent) {
        --m_silent;
        --m_silentLooks;
    }
    (look.isList ? m_listCost : m_getCost) = now - look.since;
    if (look.isList && !isListUsable)
        m_isListUsable = false;
}

void ActionScheduler::beginCall(Item& item, Time now)
{
    item.callSince = now;
}

void ActionScheduler::endCall(Item& item)
{
    if (!std::exchange(item.isSilent, false))
        return;
    --item.host->silent;
    --m_silent;
    --m_silentActs;
}

void ActionScheduler::release(Handle handle, Item& item)
{
    std::erase(m_running, handle);
    --item.host->running;
}

void ActionScheduler::giveBackSilent(Time now)
{
    m_load.endRest(now);
    for (const Handle handle : m_running) {
        Item& item = m_items.at(handle);
        if (item.isSilent || m_silent >= m_options.replacements || now - item.callSince < m_options.silence)
            continue;
        item.isSilent = true;
        ++item.host->silent;
        ++m_silent;
        ++m_silentActs;
    }
    for (auto& [id, look] : m_runningLooks) {
        if (look.isSilent || m_silent >= m_options.replacements || now - look.since < m_options.silence)
            continue;
        look.isSilent = true;
        ++m_silent;
        ++m_silentLooks;
    }
}

std::optional<ActionScheduler::Time> ActionScheduler::nextEvent() const
{
    std::optional<Time> next;
    const auto consider = [&next](Time time) {
        if (!next || time < *next)
            next = time;
    };
    if (const auto restEnd = m_load.restEnd())
        consider(*restEnd);
    if (!m_looks.empty() && m_runningLooks.size() - m_silentLooks < m_options.lookConnections)
        consider(m_looks.begin()->first);
    if (m_silent >= m_options.replacements)
        return next;
    for (const Handle handle : m_running) {
        if (const Item& item = m_items.at(handle); !item.isSilent)
            consider(item.callSince + m_options.silence);
    }
    for (const auto& [id, look] : m_runningLooks) {
        if (!look.isSilent)
            consider(look.since + m_options.silence);
    }
    return next;
}

void ActionScheduler::cancelQueued(Time now)
{
    const auto isMeant = [](const ActionRequest& request) { return !request.isOwed; };
    cancelNotStarted(isMeant, std::nullopt, now);
    endLooks(isMeant, now);
}

void ActionScheduler::cancel(const std::unordered_set<std::uint64_t>& requests, Time now)
{
    const auto isMeant = [&requests](const ActionRequest& request) {
        return !request.isOwed && requests.contains(request.id);
    };
    cancelNotStarted(isMeant, std::nullopt, now);
}

void ActionScheduler::giveUp(const core::ManagementError& error, Time now)
{
    // Every further call could be another attempt to sign in, and lock the account.
    m_isSignedIn = false;
    cancelNotStarted(all, error, now);
    endLooks(all, now);
}

void ActionScheduler::failNotStarted(const core::ManagementError& error, Time now)
{
    Outcome failed;
    failed.kind = OutcomeKind::Failed;
    failed.error = error;
    endNotStarted(all, failed, now);
}

void ActionScheduler::endLooks(const Choice& isMeant, Time now)
{
    std::vector<Handle> looking;
    for (auto& [handle, item] : m_items) {
        if (!isMeant(item.request))
            continue;
        item.isCancelled = true;
        if (item.stage == Stage::Waiting || item.stage == Stage::Looking)
            looking.push_back(handle);
    }
    std::ranges::sort(looking);
    std::erase_if(m_looks, [&](const auto& look) { return isMeant(m_items.at(look.second).request); });
    for (const Handle handle : looking)
        finish(handle, decideWithoutLook(m_items.at(handle).known), now);
}

void ActionScheduler::stop(Time now)
{
    m_isStopped = true;
    cancelNotStarted(all, std::nullopt, now);
    endLooks(all, now);
}

void ActionScheduler::cancelNotStarted(const Choice& isMeant, const std::optional<core::ManagementError>& why, Time now)
{
    Outcome cancelled;
    cancelled.error = why;
    endNotStarted(isMeant, cancelled, now);
}

void ActionScheduler::endNotStarted(const Choice& isMeant, const Outcome& outcome, Time now)
{
    std::vector<Handle> handles;
    const auto takeFrom = [&](std::deque<Handle>& waiting) {
        const auto meant = std::stable_partition(waiting.begin(), waiting.end(),
                                                 [&](Handle handle) { return !isMeant(m_items.at(handle).request); });
        handles.insert(handles.end(), meant, waiting.end());
        waiting.erase(meant, waiting.end());
    };
    for (Host& host : m_hosts) {
        takeFrom(host.queued);
        takeFrom(host.announced);
    }
    std::ranges::sort(handles);
    for (const Handle handle : handles)
        finish(handle, outcome, now);
    // Their intents are being written at this moment; they end when that is through.
    for (auto& [handle, item] : m_items) {
        if (item.stage == Stage::Announcing && isMeant(item.request)) {
            item.isCancelled = true;
            item.known.outcome = outcome;
        }
    }
}

void ActionScheduler::report(Handle handle, const Item& item, ActionPhase phase)
{
    m_steps.push_back(Step{handle, ActionReport{item.request.id, phase, item.known.outcome}});
}

void ActionScheduler::finish(Handle handle, Outcome outcome, Time now)
{
    Item& item = m_items.at(handle);
    if (item.startedAt != Time{})
        outcome.elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(now - item.startedAt);
    item.known.outcome = std::move(outcome);
    report(handle, item, ActionPhase::Finished);
    m_items.erase(handle);
}

} // namespace deskwarden::management
