// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/WaveRun.h"

#include <algorithm>
#include <utility>

namespace deskwarden::desk {

using namespace std::chrono_literals;

namespace {

/// Lists come at the interval that a person has chosen; a wave does not wait longer than this for one.
constexpr auto longestWaitForList = 10s;

std::vector<management::ActionRequest> actsOf(const std::vector<management::WarnedAct>& warned)
{
    std::vector<management::ActionRequest> acts;
    acts.reserve(warned.size());
    for (const management::WarnedAct& one : warned)
        acts.push_back(one.act);
    return acts;
}

/// Users who were told a time are all told at once: portions would each wait for the minutes anew.
management::WaveOptions fitFor(management::WaveOptions options, bool areUsersTold)
{
    if (areUsersTold)
        options.mostOpen = 0;
    return options;
}

} // namespace

WaveRun::WaveRun(std::vector<management::WarnedAct> acts, std::optional<management::GraceOptions> grace,
                 const management::WaveOptions& options, Clock now, QObject* parent)
    : QObject(parent)
    , m_waves(actsOf(acts), fitFor(options, grace.has_value()))
    , m_grace(grace)
    , m_now(std::move(now))
{
    if (m_grace) {
        for (management::WarnedAct& act : acts)
            m_warned.emplace(act.act.id, std::move(act));
    }
    m_due.setSingleShot(true);
    connect(&m_due, &QTimer::timeout, this, [this] { carryOut(m_waves.advance(m_now())); });
    m_list.setInterval(longestWaitForList);
    connect(&m_list, &QTimer::timeout, this, &WaveRun::listRequested);
}

void WaveRun::begin()
{
    carryOut(m_waves.begin());
}

void WaveRun::takeList(const management::SessionSnapshot& list)
{
    if (!m_isEnded)
        carryOut(m_waves.look(list, m_now()));
}

void WaveRun::takeReports(const std::vector<management::ActionReport>& reports)
{
    if (!m_isEnded)
        carryOut(m_waves.take(reports, m_now()));
}

void WaveRun::goOn()
{
    carryOut(m_waves.goOn());
}

void WaveRun::stop()
{
    carryOut(m_waves.stop());
}

void WaveRun::cancel(const std::vector<std::uint64_t>& acts)
{
    carryOut(m_waves.cancel(acts));
}

void WaveRun::carryOut(const management::Waves::Steps& steps)
{
    wait();
    if (!steps.toCancel.empty())
        emit cancelRequested(steps.toCancel);
    if (!steps.toSubmit.empty() && m_grace) {
        std::vector<management::WarnedAct> warned;
        for (const management::ActionRequest& act : steps.toSubmit) {
            if (auto one = m_warned.extract(act.id))
                warned.push_back(std::move(one.mapped()));
        }
        emit warnRequested(warned, *m_grace);
    } else if (!steps.toSubmit.empty()) {
        emit submitRequested(steps.toSubmit);
    }
    if (!steps.ended.empty())
        emit reportsArrived(steps.ended);
    emit changed();
    const bool isPaused = m_waves.phase() == management::WavePhase::Paused;
    if (isPaused && !std::exchange(m_isPaused, isPaused))
        emit paused();
    m_isPaused = m_waves.phase() == management::WavePhase::Paused;
    if (m_waves.isOver() && !std::exchange(m_isEnded, true))
        emit ended();
}

void WaveRun::wait()
{
    if (m_waves.phase() != management::WavePhase::Watching)
        m_list.stop();
    else if (!m_list.isActive())
        m_list.start();
    const auto due = m_waves.nextDue();
    if (!due) {
        m_due.stop();
        return;
    }
    m_due.start(std::max(std::chrono::ceil<std::chrono::milliseconds>(*due - m_now()), 0ms));
}

} // namespace deskwarden::desk
