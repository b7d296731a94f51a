// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionRunnerOptions.h"
#include "management/acting/ActLedger.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <unordered_set>
#include <vector>

namespace deskwarden::management {

/// Carries out acts on one server: records the intent, reads each session again, acts, looks whether it worked, and
/// reports every step. Looks go over a connection of their own, many at once as one list, and cost the acts nothing.
/// Thread: its methods may be called from any thread. `report` is called on the runner's own threads, one call at a
/// time, Finished exactly once for every submitted request, also when the runner is destroyed (queued acts come back
/// Cancelled and are never carried out). Where not one thread can be started, acts come back Failed with
/// OutOfResources: on the thread of submit(), if the runner has none at all; the next submit() tries again. Owner: one
/// for a server; outlived by its ledger. The destructor returns within 200 ms of the slowest call's stop; an act whose
/// answer was outstanding comes back Unknown.
class ActionRunner final
{
public:
    using Report = std::function<void(const ActionReport&)>;

    ActionRunner(Connector connector, ActLedger& ledger, ActionRunnerOptions options, Report report);
    ActionRunner(const ActionRunner&) = delete;
    ActionRunner& operator=(const ActionRunner&) = delete;
    ~ActionRunner();

    void submit(std::vector<ActionRequest> requests);
    /// What was not sent comes back Cancelled; what was sent cannot be recalled and is finished. Looking again stops,
    /// and the outcome says what is known. What is owed goes on.
    void cancelQueued();
    /// Those of the requests that were not sent come back Cancelled, unless they are owed; all others go on.
    void cancel(const std::unordered_set<std::uint64_t>& requests);
    void setPaused(bool isPaused);
    /// Starts to end everything, without waiting.
    void requestStop();

private:
    class Crew;
    std::unique_ptr<Crew> m_crew;
};

} // namespace deskwarden::management
