// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "desk/CureRun.h"
#include "desk/DrainRun.h"
#include "desk/GraceRuns.h"
#include "desk/StandingRun.h"
#include "desk/WaveRun.h"

#include <QObject>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace deskwarden::desk {

/// Where confirmed acts go, of the console and of the command line alike. Everything happens in one order: an act is
/// listed, then handed to its server, which records the intent before it acts; of a report the grace periods hear
/// first, so that what follows from it is listed before anybody is told that it has ended; then the listeners of the
/// signals, then the drains. Thread: the one that made it, which turns an event loop: times run out and reports arrive
/// there. Owner: outlived by the servers. What still waits when it ends is never done, and no message says so.
class ActDesk final : public QObject
{
    Q_OBJECT

public:
    /// `now` is the time of day, for drains; `steadyNow` measures how long users are given.
    ActDesk(ConnectedServers& servers, management::PlanRules rules, DrainRun::Clock now, QObject* parent = nullptr,
            GraceRuns::Clock steadyNow = std::chrono::steady_clock::now);
    ~ActDesk() override;

    /// A number for one more act.
    [[nodiscard]] std::uint64_t nextId() noexcept { return m_nextId++; }

    /// All that is handed in by one call is one batch, as is all that one drain does.
    void submit(std::vector<management::ActionRequest> requests);
    /// The users are told first.
    void warn(std::vector<management::WarnedAct> acts, const management::GraceOptions& options);
    /// Empties a VM host. The run goes on by itself until it has ended; it can be asked about for as long as it is
    /// held.
    std::shared_ptr<DrainRun> drain(const management::DrainOptions& options, const management::ActionPlan& confirmed,
                                    const std::optional<DrainMessage>& message);
    /// A few first, then more, then the rest: one batch. With `grace` the users of each wave are told first; without
    /// it only the acts count. The run can be asked about for as long as it is held.
    std::shared_ptr<WaveRun> submitInWaves(std::vector<management::WarnedAct> acts,
                                           const std::optional<management::GraceOptions>& grace,
                                           const management::WaveOptions& options);

    /// Starts the machines of the ghosts, logs the sessions off, and saves what was saved; one batch for each kind of
    /// step. The run can be asked about for as long as it is held.
    std::shared_ptr<CureRun> cure(std::vector<management::Ghost> ghosts, std::string reason,
                                  const management::CureOptions& options = {});

    /// Acts that wait for events. What waits is cancelled there, by nothing else.
    [[nodiscard]] StandingRun& standing() noexcept { return m_standing; }
    [[nodiscard]] const StandingRun& standing() const noexcept { return m_standing; }

    /// Those of the acts that have not begun; a user who was told is told that it does not come.
    void cancel(const std::vector<std::uint64_t>& acts);
    /// All that have not begun. Drains go on; waves and cures begin nothing more.
    void cancelWaiting();
    /// The same, and every drain is stopped.
    void withdraw();
    /// Nothing is begun until the pause ends.
    void setPaused(bool isPaused);
    /// A list of a server, each one in its turn.
    void takeList(const management::SessionSnapshot& list);
    /// Nothing is said any more by what waits here, for the program ends.
    void fallSilent();

    /// Something may still follow from what users were told.
    [[nodiscard]] bool isActive() const noexcept { return m_grace.isActive(); }
    [[nodiscard]] bool isWaitingOn(const core::ServerId& server) const { return m_grace.isWaitingOn(server); }
    [[nodiscard]] bool isDraining(const core::ServerId& server) const;
    /// Waves go on there, or wait for a person.
    [[nodiscard]] bool isInWaves(const core::ServerId& server) const;
    /// Ghosts there are being cured.
    [[nodiscard]] bool isCuring(const core::ServerId& server) const;
    /// The drain of that host that goes on; null if there is none.
    [[nodiscard]] DrainRun* drainOf(const core::ServerId& server, std::string_view vmHostName) const;
    /// The batch is of a drain or a cure, which tells its end itself.
    [[nodiscard]] bool isOfRun(std::uint64_t batch) const { return m_runBatches.contains(batch); }
    /// How many VM hosts are being drained.
    [[nodiscard]] std::size_t drainCount() const noexcept { return m_drains.size(); }
    [[nodiscard]] std::size_t waveRunCount() const noexcept { return m_waves.size(); }
    [[nodiscard]] std::size_t cureCount() const noexcept { return m_cures.size(); }

signals:
    /// Acts and messages, before any of them can begin. One that was listed may be listed again.
    void listed(const std::vector<deskwarden::management::ActionRequest>& requests);
    /// What a person has asked for, after it was listed: no message that goes before or after an act.
    void confirmed(const std::vector<deskwarden::management::ActionRequest>& requests);
    void reported(const std::vector<deskwarden::management::ActionReport>& reports);
    void drainStarted(const std::shared_ptr<deskwarden::desk::DrainRun>& run);
    /// After the run has said so itself.
    void drainEnded();
    void wavesStarted(const std::shared_ptr<deskwarden::desk::WaveRun>& run);
    /// After the run has said so itself.
    void wavesEnded();
    void cureStarted(const std::shared_ptr<deskwarden::desk::CureRun>& run);
    /// After the run has said so itself.
    void cureEnded();

private:
    void submit(std::vector<management::ActionRequest> requests, std::uint64_t batch);
    void warn(std::vector<management::WarnedAct> acts, const management::GraceOptions& options, std::uint64_t batch);
    void handOut(const std::vector<management::ActionRequest>& requests);
    void takeReports(const std::vector<management::ActionReport>& reports);
    void tell(const std::vector<management::ActionReport>& reports);
    void forget(const DrainRun* ended);
    void forget(const WaveRun* ended);
    void forget(const CureRun* ended);
    using StepBatches = std::map<management::ActionKind, std::uint64_t>;
    void submitSteps(const std::vector<management::ActionRequest>& steps, StepBatches& batches);
    void refresh(const core::ServerId& server);

    ConnectedServers& m_servers;
    const management::PlanRules m_rules;
    const DrainRun::Clock m_now;
    std::uint64_t m_nextId = 1;
    GraceRuns m_grace;
    StandingRun m_standing;
    GraceRuns::Clock m_steadyNow;
    std::vector<std::shared_ptr<DrainRun>> m_drains; ///< those that go on
    std::vector<std::shared_ptr<WaveRun>> m_waves;   ///< those that go on
    std::vector<std::shared_ptr<CureRun>> m_cures;   ///< those that go on
    std::unordered_set<std::uint64_t> m_runBatches;  ///< of drains and cures, these and earlier ones
};

} // namespace deskwarden::desk
