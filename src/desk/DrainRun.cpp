// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/DrainRun.h"

#include <algorithm>
#include <utility>

namespace deskwarden::desk {

using namespace std::chrono_literals;

namespace {

/// Lists come at the interval that a person has chosen; a drain does not wait longer than this for one.
constexpr auto longestWait = 15s;

} // namespace

DrainRun::DrainRun(management::DrainOptions options, const management::ActionPlan& confirmed,
                   const management::PlanRules& rules, std::optional<DrainMessage> message, NextId nextId, Clock now,
                   QObject* parent)
    : QObject(parent)
    , m_drain(std::move(options), confirmed, rules, nextId)
    , m_message(std::move(message))
    , m_nextId(std::move(nextId))
    , m_now(std::move(now))
{
    m_list.setInterval(longestWait);
    connect(&m_list, &QTimer::timeout, this, &DrainRun::listRequested);
}

void DrainRun::begin()
{
    m_list.start();
    carryOut(m_drain.begin(m_now()));
}

void DrainRun::takeList(const management::SessionSnapshot& list)
{
    if (m_isEnded || list.server != m_drain.options().server)
        return;
    m_list.start();
    carryOut(m_drain.look(list, m_now()));
}

void DrainRun::takeReports(const std::vector<management::ActionReport>& reports)
{
    if (m_isEnded)
        return;
    for (const management::ActionReport& report : reports) {
        if (report.phase == management::ActionPhase::Told)
            m_due[report.id] = m_now() + report.remaining;
        else
            m_due.erase(report.id);
    }
    carryOut(m_drain.take(reports, m_now()));
}

void DrainRun::setPaused(bool isPaused)
{
    management::Drain::Steps steps;
    if (isPaused)
        m_drain.pause();
    else
        steps = m_drain.resume();
    carryOut(steps);
}

void DrainRun::retry()
{
    carryOut(m_drain.retry());
}

void DrainRun::stop()
{
    carryOut(m_drain.stop(m_now()));
}

std::optional<std::chrono::milliseconds> DrainRun::timeLeft() const
{
    const auto next =
        std::ranges::min_element(m_due, [](const auto& left, const auto& right) { return left.second < right.second; });
    return next == m_due.end() ? std::nullopt : timeLeft(next->first);
}

std::optional<std::chrono::milliseconds> DrainRun::timeLeft(std::uint64_t act) const
{
    const auto due = m_due.find(act);
    if (due == m_due.end())
        return std::nullopt;
    return std::max(std::chrono::ceil<std::chrono::milliseconds>(due->second - m_now()), 0ms);
}

void DrainRun::carryOut(const management::Drain::Steps& steps)
{
    if (!steps.toCancel.empty())
        emit cancelRequested(steps.toCancel);
    if (!steps.toWarn.empty() && m_message) {
        std::vector<core::Session> sessions;
        for (const management::ActionRequest& request : steps.toWarn)
            sessions.push_back(request.confirmed);
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(m_message->options.time).count();
        const models::MessageFacts facts{static_cast<int>(minutes), QString::fromStdString(m_drain.options().reason)};
        auto warned = models::warnedActs(sessions, management::Action{}, m_message->words, facts, m_nextId);
        for (std::size_t index = 0; index < warned.size(); ++index)
            warned[index].act = steps.toWarn[index]; // by this number the drain knows it
        emit warnRequested(warned, m_message->options);
    }
    if (!steps.toAct.empty())
        emit submitRequested(steps.toAct);
    emit changed();
    if (!m_drain.isOver() || std::exchange(m_isEnded, true))
        return;
    m_list.stop();
    emit ended();
}

} // namespace deskwarden::desk
