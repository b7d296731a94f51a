// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/GracePeriod.h"

#include "management/seam/ErrorRules.h"

#include <utility>

namespace deskwarden::management {

GracePeriod::GracePeriod(std::vector<WarnedAct> acts, GraceOptions options)
    : m_options(options)
{
    m_order.reserve(acts.size());
    for (WarnedAct& warned : acts) {
        const std::uint64_t id = warned.act.id;
        m_order.push_back(id);
        m_actOfWarning.emplace(warned.warning.id, id);
        warned.withdrawal.isOwed = true;
        m_open.emplace(id, Item{std::move(warned), Stage::Warning, {}, false});
    }
}

GracePeriod::Steps GracePeriod::begin()
{
    Steps steps;
    for (const std::uint64_t id : m_order)
        steps.toSubmit.push_back(m_open.at(id).acts.warning);
    return steps;
}

GracePeriod::Steps GracePeriod::take(std::span<const ActionReport> reports, Time now)
{
    Steps steps;
    for (const ActionReport& report : reports) {
        if (report.phase != ActionPhase::Finished)
            continue;
        if (auto begun = m_withdrawals.extract(report.id)) {
            // With an error, the runner gave up, and every further call could endanger the account.
            if (report.outcome.kind == OutcomeKind::Cancelled && !report.outcome.error)
                steps.toSubmit.push_back(std::move(begun.mapped()));
            continue;
        }
        const auto act = m_actOfWarning.find(report.id);
        if (act == m_actOfWarning.end())
            continue;
        const auto item = m_open.find(act->second);
        m_actOfWarning.erase(act);
        if (item != m_open.end())
            takeWarning(item, report.outcome, now, steps);
    }
    return steps;
}

void GracePeriod::takeWarning(Items::iterator item, const Outcome& outcome, Time now, Steps& steps)
{
    // A warning whose answer was lost may have been read.
    const bool isTold = outcome.kind == OutcomeKind::Done || outcome.kind == OutcomeKind::Unknown;
    if (item->second.stage == Stage::Withdrawing) {
        if (isTold)
            steps.toSubmit.push_back(item->second.acts.withdrawal);
        m_open.erase(item);
        return;
    }
    switch (outcome.kind) {
    case OutcomeKind::Unknown:
        item->second.isTold = true;
        if (m_options.isForTold)
            skip(item, outcome, steps);
        else
            wait(item->second, now, steps);
        break;
    case OutcomeKind::Done:
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging: // of machines only
        item->second.isTold = true;
        wait(item->second, now, steps);
        break;
    case OutcomeKind::AlreadyGone:
    case OutcomeKind::Skipped:
    case OutcomeKind::Cancelled:
        end(item, outcome, steps); // what holds for the warning holds for the act
        break;
    case OutcomeKind::Failed:
        if (outcome.error && concernsEveryAct(*outcome.error)) {
            end(item, outcome, steps);
        } else if (m_options.isForTold) {
            skip(item, outcome, steps);
        } else {
            wait(item->second, now, steps);
        }
        break;
    }
}

/// With what the message came back with, so that a person sees why.
void GracePeriod::skip(Items::iterator item, const Outcome& warning, Steps& steps)
{
    Outcome skipped = warning;
    skipped.kind = OutcomeKind::Skipped;
    skipped.skipReason = SkipReason::NotTold;
    if (item->second.isTold)
        steps.toSubmit.push_back(std::move(item->second.acts.withdrawal));
    end(item, skipped, steps);
}

void GracePeriod::wait(Item& item, Time now, Steps& steps)
{
    item.stage = Stage::Waiting;
    item.due = now + m_options.time;
    m_due.emplace(item.due, item.acts.act.id);
    steps.warned.push_back(item.acts.act.id);
}

void GracePeriod::end(Items::iterator item, const Outcome& outcome, Steps& steps)
{
    steps.ended.push_back(ActionReport{item->first, ActionPhase::Finished, outcome});
    m_open.erase(item);
}

GracePeriod::Steps GracePeriod::advance(Time now)
{
    Steps steps;
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto item = m_open.find(m_due.begin()->second);
        m_due.erase(m_due.begin());
        if (item->second.isTold)
            m_withdrawals.emplace(item->first, std::move(item->second.acts.withdrawal));
        steps.toSubmit.push_back(std::move(item->second.acts.act));
        m_open.erase(item);
    }
    return steps;
}

GracePeriod::Steps GracePeriod::cancel(std::span<const std::uint64_t> acts)
{
    Steps steps;
    for (const std::uint64_t id : acts) {
        if (const auto item = m_open.find(id); item != m_open.end())
            cancel(item, steps);
    }
    return steps;
}

GracePeriod::Steps GracePeriod::cancelAll()
{
    return cancel(m_order);
}

void GracePeriod::cancel(Items::iterator item, Steps& steps)
{
    Item& waiting = item->second;
    const ActionReport cancelled{item->first, ActionPhase::Finished, Outcome{}};
    switch (waiting.stage) {
    case Stage::Warning:
        // Whether the user is told is not known yet.
        waiting.stage = Stage::Withdrawing;
        steps.toCancel.push_back(waiting.acts.warning.id);
        steps.ended.push_back(cancelled);
        break;
    case Stage::Waiting:
        forgetDue(waiting, item->first);
        if (waiting.isTold)
            steps.toSubmit.push_back(std::move(waiting.acts.withdrawal));
        steps.ended.push_back(cancelled);
        m_open.erase(item);
        break;
    case Stage::Withdrawing:
        break;
    }
}

void GracePeriod::forgetDue(const Item& item, std::uint64_t act)
{
    const auto [first, last] = m_due.equal_range(item.due);
    for (auto due = first; due != last; ++due) {
        if (due->second == act) {
            m_due.erase(due);
            return;
        }
    }
}

GracePeriod::Steps GracePeriod::leave(std::span<const std::uint64_t> acts)
{
    Steps steps;
    Outcome gone;
    gone.kind = OutcomeKind::AlreadyGone;
    for (const std::uint64_t id : acts) {
        const auto item = m_open.find(id);
        if (item == m_open.end() || item->second.stage != Stage::Waiting)
            continue;
        forgetDue(item->second, id);
        end(item, gone, steps);
    }
    return steps;
}

std::vector<const ActionRequest*> GracePeriod::waiting() const
{
    std::vector<const ActionRequest*> acts;
    for (const auto& [id, item] : m_open) {
        if (item.stage == Stage::Waiting)
            acts.push_back(&item.acts.act);
    }
    return acts;
}

std::optional<GracePeriod::Time> GracePeriod::nextDue() const
{
    return m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first);
}

} // namespace deskwarden::management
