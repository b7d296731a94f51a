// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionRules.h"
#include "management/acting/ActionRunnerOptions.h"
#include "management/seam/Action.h"
#include "management/seam/LoadLimit.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace deskwarden::management {

/// Many acts on one server, as a state machine: which act may start, what follows each answer, which session is looked
/// at when. Keeps the limits for the server and for each VM host, takes the VM hosts in turn, and lets a silent call's
/// slot be used by others. Knows no thread and no clock: the time is handed in. Thread: guarded by its owner.
class ActionScheduler final
{
public:
    using Time = std::chrono::steady_clock::time_point;
    using Handle = std::uint64_t; ///< names an item inside; never used twice

    struct Step
    {
        Handle handle = 0;
        ActionReport report;
    };

    /// One call that looks whether acts have worked: a keyed Get for one item, or one list for many.
    struct LookTask
    {
        std::uint64_t id = 0;
        bool isList = false;
        std::vector<Handle> items;
    };

    explicit ActionScheduler(ActionRunnerOptions options);

    void add(std::vector<ActionRequest> requests);
    /// The steps since the last call, in order. Finished comes exactly once for each item; it is forgotten then.
    [[nodiscard]] std::vector<Step> takeSteps();
    [[nodiscard]] bool isIdle() const noexcept { return m_items.empty(); }
    /// The item's request; nothing once it has finished.
    [[nodiscard]] const ActionRequest* request(Handle handle) const;

    /// The next items whose intents should be recorded, in the order in which they would start; often none.
    [[nodiscard]] std::vector<Handle> takeToAnnounce();
    void announced(const std::vector<Handle>& items, Time now);
    /// None of them may be done.
    void announcementFailed(const std::vector<Handle>& items, const core::ManagementError& error, Time now);

    [[nodiscard]] bool canStart(Time now) const;
    /// The next act that may start now. Its re-read begins with this call.
    [[nodiscard]] std::optional<Handle> takeStart(Time now);
    /// True: act now. False: the item has its outcome, was stopped, or waits for a server that is busy now.
    [[nodiscard]] bool afterReRead(Handle handle, const Look& found, Time now);
    void afterInvoke(Handle handle, const core::Result<MethodResult>& answer, Time now);

    [[nodiscard]] bool canLook(Time now) const;
    [[nodiscard]] std::optional<LookTask> takeLook(Time now);
    /// One item's part of a look that is under way.
    void afterLook(Handle handle, const Look& found, Time now);
    /// The look is over. `isListUsable` is false if a list was asked for and did not come whole.
    void lookEnded(std::uint64_t lookId, bool isListUsable, Time now);

    /// Signing in has worked once. Before, only one call is made at a time: several with a wrong password would lock
    /// the account.
    void setSignedIn() noexcept { m_isSignedIn = true; }
    /// Nothing can be called from here: what has not started comes back Failed with this error, what is owed as well.
    void failNotStarted(const core::ManagementError& error, Time now);
    /// Frees the slots of calls that have been silent for too long; ends the rest after a refusal for load.
    void giveBackSilent(Time now);
    /// When something becomes due by itself: a look, or a call's silence. Nothing = only after another event.
    [[nodiscard]] std::optional<Time> nextEvent() const;

    void setPaused(bool isPaused) noexcept { m_isPaused = isPaused; }
    /// What has not started comes back Cancelled; what is being looked at comes back with what is known; what runs is
    /// finished without looking. What is owed goes on.
    void cancelQueued(Time now);
    /// Those of the requests that have not started come back Cancelled; what is owed goes on.
    void cancel(const std::unordered_set<std::uint64_t>& requests, Time now);
    /// Like cancelQueued, and for what is owed and all that is added later, too.
    void stop(Time now);

private:
    enum class Stage { Queued, Announcing, Announced, Reading, Acting, Waiting, Looking };

    struct Host;
    struct Item
    {
        ActionRequest request;
        Host* host = nullptr;
        Stage stage = Stage::Queued;
        bool isSilent = false;
        bool isCancelled = false; // no start, or no look, any more
        Time callSince{};
        Time startedAt{};
        Time patienceEnd{};
        Time nextLook{};
        std::chrono::milliseconds pause{0};
        FoundTarget before; // as the re-read found it
        Decision known;
    };
    struct Host
    {
        std::string name;
        std::deque<Handle> queued;
        std::deque<Handle> announced;
        std::size_t announcing = 0;
        std::size_t running = 0; // silent ones included: a dead host must not take more and more
        std::size_t silent = 0;  // of those
        [[nodiscard]] std::size_t ahead() const noexcept { return announced.size() + announcing; }
        [[nodiscard]] bool isStuck(std::size_t limit) const noexcept { return silent > 0 && !hasRoom(limit); }
        [[nodiscard]] bool hasRoom(std::size_t limit) const noexcept { return running < limit; }
    };
    struct RunningLook
    {
        Time since{};
        std::size_t items = 0;
        bool isList = false;
        bool isSilent = false;
    };

    Item* find(Handle handle);
    Host& hostOf(const core::Session& session);
    [[nodiscard]] std::size_t startable() const;
    [[nodiscard]] std::size_t recordedAhead() const;
    void report(Handle handle, const Item& item, ActionPhase phase);
    void finish(Handle handle, Outcome outcome, Time now);
    void follow(Handle handle, Item& item, Decision decision, Time now);
    void scheduleLook(Handle handle, Item& item, Time now);
    void beginCall(Item& item, Time now);
    void endCall(Item& item);
    void release(Handle handle, Item& item);
    using Choice = std::function<bool(const ActionRequest&)>;
    void cancelNotStarted(const Choice& isMeant, const std::optional<core::ManagementError>& why, Time now);
    void endNotStarted(const Choice& isMeant, const Outcome& outcome, Time now);
    void endLooks(const Choice& isMeant, Time now);
    void giveUp(const core::ManagementError& error, Time now);
    [[nodiscard]] bool shouldList(std::size_t due) const;

    const ActionRunnerOptions m_options;
    std::unordered_map<Handle, Item> m_items;
    std::deque<Host> m_hosts; // in the order of their turns; references to them stay valid
    std::unordered_map<std::string, Host*> m_hostsByName;
    std::vector<Handle> m_running;
    std::multimap<Time, Handle> m_looks; // those that wait for their next look
    std::map<std::uint64_t, RunningLook> m_runningLooks;
    std::vector<Step> m_steps;
    Handle m_lastHandle = 0;
    std::uint64_t m_lastLook = 0;
    std::size_t m_silent = 0; // acts and looks
    std::size_t m_silentActs = 0;
    std::size_t m_silentLooks = 0;
    std::size_t m_announceTurn = 0;
    std::size_t m_startTurn = 0;
    LoadLimit m_load;
    std::chrono::duration<double> m_getCost{0};
    std::chrono::duration<double> m_listCost{0};
    bool m_isListUsable = true;
    bool m_isSignedIn = false;
    bool m_isPaused = false;
    bool m_isStopped = false;
};

} // namespace deskwarden::management
