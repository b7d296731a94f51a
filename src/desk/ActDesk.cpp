// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ActDesk.h"

#include "core/Names.h"

#include <algorithm>
#include <utility>

namespace deskwarden::desk {

ActDesk::ActDesk(ConnectedServers& servers, management::PlanRules rules, DrainRun::Clock now, QObject* parent,
                 GraceRuns::Clock steadyNow)
    : QObject(parent)
    , m_servers(servers)
    , m_rules(std::move(rules))
    , m_now(std::move(now))
    , m_grace(nullptr, steadyNow)
    , m_standing(
          m_rules, [this] { return nextId(); }, m_now)
    , m_steadyNow(std::move(steadyNow))
{
    connect(&m_servers, &ConnectedServers::reportsArrived, this, &ActDesk::takeReports);
    connect(&m_grace, &GraceRuns::submitRequested, this, &ActDesk::handOut);
    connect(&m_grace, &GraceRuns::cancelRequested, &m_servers, &ConnectedServers::cancel);
    connect(&m_grace, &GraceRuns::reportsArrived, this, &ActDesk::tell);
    connect(&m_standing, &StandingRun::submitRequested, this,
            [this](const std::vector<management::ActionRequest>& requests) { submit(requests); });
    connect(&m_standing, &StandingRun::cancelRequested, this, &ActDesk::cancel);
    connect(&m_standing, &StandingRun::listRequested, this, &ActDesk::refresh);
}

ActDesk::~ActDesk() = default;

void ActDesk::submit(std::vector<management::ActionRequest> requests)
{
    submit(std::move(requests), nextId());
}

void ActDesk::submit(std::vector<management::ActionRequest> requests, std::uint64_t batch)
{
    for (management::ActionRequest& request : requests)
        request.batch = batch;
    emit listed(requests);
    emit confirmed(requests);
    m_servers.submit(requests);
}

void ActDesk::warn(std::vector<management::WarnedAct> acts, const management::GraceOptions& options)
{
    warn(std::move(acts), options, nextId());
}

void ActDesk::warn(std::vector<management::WarnedAct> acts, const management::GraceOptions& options,
                   std::uint64_t batch)
{
    std::vector<management::ActionRequest> messages;
    std::vector<management::ActionRequest> requests;
    for (management::WarnedAct& warned : acts) {
        warned.act.batch = warned.warning.batch = warned.withdrawal.batch = batch;
        messages.push_back(warned.warning);
        requests.push_back(warned.act);
    }
    emit listed(messages);
    emit listed(requests);
    emit confirmed(requests);
    m_grace.start(std::move(acts), options);
}

std::shared_ptr<DrainRun> ActDesk::drain(const management::DrainOptions& options,
                                         const management::ActionPlan& confirmed,
                                         const std::optional<DrainMessage>& message)
{
    auto run = std::make_shared<DrainRun>(
        options, confirmed, m_rules, message, [this] { return nextId(); }, m_now);
    const std::uint64_t batch = nextId(); // however often it asks
    m_runBatches.insert(batch);
    connect(run.get(), &DrainRun::submitRequested, this,
            [this, batch](const std::vector<management::ActionRequest>& requests) { submit(requests, batch); });
    connect(run.get(), &DrainRun::warnRequested, this,
            [this, batch](const std::vector<management::WarnedAct>& acts, const management::GraceOptions& grace) {
                warn(acts, grace, batch);
            });
    connect(run.get(), &DrainRun::cancelRequested, this, &ActDesk::cancel);
    connect(run.get(), &DrainRun::listRequested, this, [this, server = options.server] { refresh(server); });
    connect(run.get(), &DrainRun::ended, this, [this, ended = run.get()] { forget(ended); });
    m_drains.push_back(run);
    emit drainStarted(run);
    run->begin();
    return run;
}

std::shared_ptr<WaveRun> ActDesk::submitInWaves(std::vector<management::WarnedAct> acts,
                                                const std::optional<management::GraceOptions>& grace,
                                                const management::WaveOptions& options)
{
    const std::uint64_t batch = nextId();
    std::vector<management::ActionRequest> requests;
    for (management::WarnedAct& act : acts) {
        act.act.batch = act.warning.batch = act.withdrawal.batch = batch;
        requests.push_back(act.act);
    }
    auto run = std::make_shared<WaveRun>(std::move(acts), grace, options, m_steadyNow);
    connect(run.get(), &WaveRun::submitRequested, &m_servers, &ConnectedServers::submit);
    connect(run.get(), &WaveRun::warnRequested, this,
            [this](const std::vector<management::WarnedAct>& warned, const management::GraceOptions& told) {
                std::vector<management::ActionRequest> messages;
                for (const management::WarnedAct& one : warned)
                    messages.push_back(one.warning);
                emit listed(messages);
                m_grace.start(warned, told);
            });
    connect(run.get(), &WaveRun::cancelRequested, this, [this](const std::vector<std::uint64_t>& open) {
        m_servers.cancel({open.begin(), open.end()});
        m_grace.cancel(open);
    });
    connect(run.get(), &WaveRun::reportsArrived, this, &ActDesk::tell);
    connect(run.get(), &WaveRun::listRequested, this, [this, waves = run.get()] {
        for (const auto& link : m_servers.links()) {
            if (waves->waves().isOn(link->server()))
                link->refresh();
        }
    });
    connect(run.get(), &WaveRun::ended, this, [this, ended = run.get()] { forget(ended); });
    m_waves.push_back(run);
    emit listed(requests); // those that wait for their wave as well
    emit confirmed(requests);
    emit wavesStarted(run);
    for (const auto& link : m_servers.links()) { // which sessions the users have elsewhere
        if (link->snapshot() != nullptr)
            run->takeList(*link->snapshot());
    }
    run->begin();
    return run;
}

std::shared_ptr<CureRun> ActDesk::cure(std::vector<management::Ghost> ghosts, std::string reason,
                                       const management::CureOptions& options)
{
    auto run = std::make_shared<CureRun>(
        std::move(ghosts), options, std::move(reason), [this] { return nextId(); }, m_steadyNow);
    connect(run.get(), &CureRun::submitRequested, this,
            [this, batches = std::make_shared<StepBatches>()](const std::vector<management::ActionRequest>& steps) {
                submitSteps(steps, *batches);
            });
    connect(run.get(), &CureRun::ended, this, [this, ended = run.get()] { forget(ended); });
    m_cures.push_back(run);
    emit cureStarted(run);
    run->begin();
    return run;
}

/// Of each kind of step one batch, however often something of it is due.
void ActDesk::submitSteps(const std::vector<management::ActionRequest>& steps, StepBatches& batches)
{
    std::map<management::ActionKind, std::vector<management::ActionRequest>> byKind;
    for (const management::ActionRequest& step : steps)
        byKind[step.action.kind].push_back(step);
    for (auto& [kind, requests] : byKind) {
        const auto [batch, isNew] = batches.try_emplace(kind, 0);
        if (isNew)
            batch->second = nextId();
        m_runBatches.insert(batch->second);
        submit(std::move(requests), batch->second);
    }
}

void ActDesk::cancel(const std::vector<std::uint64_t>& acts)
{
    const auto running = m_waves; // one that ends by it leaves the list
    for (const auto& run : running)
        run->cancel(acts);
    m_servers.cancel({acts.begin(), acts.end()});
    m_grace.cancel(acts);
}

void ActDesk::cancelWaiting()
{
    const auto running = m_waves; // nobody new, before what waits is gone and a wave seems to have ended
    for (const auto& run : running)
        run->stop();
    const auto cures = m_cures;
    for (const auto& run : cures)
        run->stop();
    m_servers.cancelQueued();
    m_grace.cancelAll();
}

void ActDesk::withdraw()
{
    cancelWaiting();
    const auto running = m_drains; // one that ends by it leaves the list
    for (const auto& run : running)
        run->stop();
}

void ActDesk::setPaused(bool isPaused)
{
    m_servers.setPaused(isPaused);
    const auto running = m_drains;
    for (const auto& run : running) {
        if (run->drain().isPaused() != isPaused)
            run->setPaused(isPaused);
    }
}

void ActDesk::takeList(const management::SessionSnapshot& list)
{
    m_grace.look(list);
    m_standing.takeList(list);
    const auto running = m_drains;
    for (const auto& run : running)
        run->takeList(list);
    const auto waves = m_waves;
    for (const auto& run : waves)
        run->takeList(list);
}

void ActDesk::fallSilent()
{
    m_grace.disconnect();
    m_standing.disconnect();
    for (const auto& run : m_drains)
        disconnect(run.get(), nullptr, this, nullptr);
    m_drains.clear();
    for (const auto& run : m_waves)
        run->disconnect();
    m_waves.clear();
    for (const auto& run : m_cures)
        run->disconnect();
    m_cures.clear();
}

bool ActDesk::isDraining(const core::ServerId& server) const
{
    return std::ranges::any_of(m_drains,
                               [&server](const auto& run) { return run->drain().options().server == server; });
}

bool ActDesk::isInWaves(const core::ServerId& server) const
{
    return std::ranges::any_of(m_waves, [&server](const auto& run) { return run->waves().isOn(server); });
}

bool ActDesk::isCuring(const core::ServerId& server) const
{
    return std::ranges::any_of(m_cures, [&server](const auto& run) { return run->isOn(server); });
}

DrainRun* ActDesk::drainOf(const core::ServerId& server, std::string_view vmHostName) const
{
    const auto found = std::ranges::find_if(m_drains, [&](const auto& run) {
        const management::DrainOptions& options = run->drain().options();
        return options.server == server && core::isSameName(options.vmHostName, vmHostName);
    });
    return found == m_drains.end() ? nullptr : found->get();
}

void ActDesk::handOut(const std::vector<management::ActionRequest>& requests)
{
    emit listed(requests);
    m_servers.submit(requests);
}

void ActDesk::takeReports(const std::vector<management::ActionReport>& reports)
{
    m_grace.take(reports); // first: nobody is to think that all has ended while more follows from it
    tell(reports);
}

void ActDesk::tell(const std::vector<management::ActionReport>& reports)
{
    emit reported(reports);
    const auto running = m_drains;
    for (const auto& run : running)
        run->takeReports(reports);
    const auto waves = m_waves;
    for (const auto& run : waves)
        run->takeReports(reports);
    const auto cures = m_cures;
    for (const auto& run : cures)
        run->takeReports(reports);
    m_standing.takeReports(reports);
}

void ActDesk::refresh(const core::ServerId& server)
{
    if (ServerLink* const link = m_servers.linkTo(server))
        link->refresh();
}

/// The run is still speaking: what holds it here is let go in a later turn.
void ActDesk::forget(const DrainRun* ended)
{
    const auto found = std::ranges::find_if(m_drains, [ended](const auto& run) { return run.get() == ended; });
    if (found == m_drains.end())
        return;
    const std::shared_ptr<DrainRun> held = *found;
    m_drains.erase(found);
    QMetaObject::invokeMethod(
        this, [this, held] { emit drainEnded(); }, Qt::QueuedConnection);
}

void ActDesk::forget(const WaveRun* ended)
{
    const auto found = std::ranges::find_if(m_waves, [ended](const auto& run) { return run.get() == ended; });
    if (found == m_waves.end())
        return;
    const std::shared_ptr<WaveRun> held = *found;
    m_waves.erase(found);
    QMetaObject::invokeMethod(
        this, [this, held] { emit wavesEnded(); }, Qt::QueuedConnection);
}

void ActDesk::forget(const CureRun* ended)
{
    const auto found = std::ranges::find_if(m_cures, [ended](const auto& run) { return run.get() == ended; });
    if (found == m_cures.end())
        return;
    const std::shared_ptr<CureRun> held = *found;
    m_cures.erase(found);
    QMetaObject::invokeMethod(
        this, [this, held] { emit cureEnded(); }, Qt::QueuedConnection);
}

} // namespace deskwarden::desk
