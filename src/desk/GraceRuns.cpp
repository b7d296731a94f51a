// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/GraceRuns.h"

#include "management/sessions/SessionFacts.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace deskwarden::desk {

using management::ActionPhase;
using management::ActionReport;
using management::GracePeriod;

namespace {

/// What follows from one step of all runs.
struct Gathered
{
    std::vector<management::ActionRequest> toSubmit;
    std::vector<ActionReport> reports;
    std::unordered_set<std::uint64_t> toCancel;

    void add(GracePeriod::Steps&& steps, std::chrono::milliseconds time)
    {
        std::ranges::move(steps.toSubmit, std::back_inserter(toSubmit));
        std::ranges::move(steps.ended, std::back_inserter(reports));
        for (const std::uint64_t act : steps.warned) {
            ActionReport told;
            told.id = act;
            told.phase = ActionPhase::Told;
            told.remaining = time;
            reports.push_back(told);
        }
        toCancel.insert(steps.toCancel.begin(), steps.toCancel.end());
    }
};

} // namespace

GraceRuns::GraceRuns(QObject* parent, Clock now)
    : QObject(parent)
    , m_now(std::move(now))
{
    m_due.setSingleShot(true);
    m_due.setTimerType(Qt::PreciseTimer);
    connect(&m_due, &QTimer::timeout, this,
            [this] { carryOut([now = m_now()](GracePeriod& run) { return run.advance(now); }); });
}

void GraceRuns::start(std::vector<management::WarnedAct> acts, const management::GraceOptions& options)
{
    const GracePeriod* const started = &m_runs.emplace_back(std::move(acts), options);
    carryOut([started](GracePeriod& run) { return &run == started ? run.begin() : GracePeriod::Steps(); });
}

void GraceRuns::take(const std::vector<ActionReport>& reports)
{
    if (!m_runs.empty())
        carryOut([&reports, now = m_now()](GracePeriod& run) { return run.take(reports, now); });
}

void GraceRuns::look(const management::SessionSnapshot& list)
{
    if (!list.isWhole())
        return;
    std::unordered_map<std::uint64_t, std::uint64_t> missing; // acts by who has which session
    for (const GracePeriod& run : m_runs) {
        for (const management::ActionRequest* const act : run.waiting()) {
            if (act->confirmed.key.server == list.server)
                missing.emplace(management::sessionIdentity(act->confirmed), act->id);
        }
    }
    if (missing.empty())
        return;
    for (const core::Session& session : list.sessions) {
        if (const auto there = missing.find(management::sessionIdentity(session)); there != missing.end()) {
            m_missed.erase(there->second);
            missing.erase(there);
        }
    }
    std::vector<std::uint64_t> gone;
    for (const auto& [identity, act] : missing) {
        if (m_missed.emplace(act, list.taken).first->second != list.taken)
            gone.push_back(act);
    }
    for (const std::uint64_t act : gone)
        m_missed.erase(act);
    carryOut([&gone](GracePeriod& run) { return run.leave(gone); });
}

void GraceRuns::cancel(std::span<const std::uint64_t> acts)
{
    carryOut([acts](GracePeriod& run) { return run.cancel(acts); });
}

void GraceRuns::cancelAll()
{
    carryOut([](GracePeriod& run) { return run.cancelAll(); });
}

bool GraceRuns::isWaitingOn(const core::ServerId& server) const
{
    return std::ranges::any_of(m_runs, [&server](const GracePeriod& run) {
        return std::ranges::any_of(run.waiting(), [&server](const management::ActionRequest* act) {
            return act->confirmed.key.server == server;
        });
    });
}

/// The step first, for all runs: what is told of it may lead to the next one before this returns.
void GraceRuns::carryOut(const Step& step)
{
    Gathered gathered;
    for (GracePeriod& run : m_runs)
        gathered.add(step(run), run.options().time);
    m_runs.remove_if([](const GracePeriod& run) { return run.isFinished(); });
    if (m_runs.empty())
        m_missed.clear();
    wait();
    if (!gathered.toCancel.empty())
        emit cancelRequested(gathered.toCancel);
    // What is to come is known before what has ended: a listener that waits for the last act must not miss the message
    // after it.
    if (!gathered.toSubmit.empty())
        emit submitRequested(gathered.toSubmit);
    if (!gathered.reports.empty())
        emit reportsArrived(gathered.reports);
}

void GraceRuns::wait()
{
    std::optional<GracePeriod::Time> next;
    for (const GracePeriod& run : m_runs) {
        if (const auto due = run.nextDue(); due && (!next || *due < *next))
            next = due;
    }
    if (!next) {
        m_due.stop();
        return;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - m_now());
    m_due.start(std::max(left, std::chrono::milliseconds(0)));
}

} // namespace deskwarden::desk
