// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"
#include "management/sessions/SessionSnapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace deskwarden::management {

/// What is drained, and how.
struct DrainOptions
{
    core::ServerId server;
    std::string vmHostName;
    bool warnsFirst = false; ///< everybody gets a message and time first
    std::string reason;      ///< for the record
};

/// Where a drain is.
enum class DrainPhase {
    Telling,    ///< messages are on their way
    Waiting,    ///< everybody has been told, and the time runs
    LoggingOff, ///< acts are under way
    Watching,   ///< nothing is under way; the next lists show whether somebody comes, or lingers
    NeedsHelp,  ///< who is left could not be logged off: a person decides
    Paused,     ///< nothing new is begun
    Offline,    ///< the last list is too old to act by
    Stopping,   ///< nothing new is begun, ever; what was sent is still followed
    Drained,    ///< two lists in a row had nobody but who was left out
    Stopped,    ///< ended by a person, or refused by policy
};

enum class DrainStage {
    LeftOut, ///< never acted upon
    Held,    ///< waits to be handed out
    Open,    ///< handed out; its report tells how far it is
    Ended,   ///< its report holds the outcome
};

/// Somebody's session on the host, and what became of it.
struct DrainedSession
{
    core::Session session; ///< as it was when it was handed out
    DrainStage stage = DrainStage::Held;
    LeftOutReason leftOut = LeftOutReason::NoUser; ///< with LeftOut
    ActionReport report;        ///< the latest of its act; its id is the act's, 0 before there is one
    bool isNewcomer = false;    ///< came, or came back, while the host was being drained
    bool isThere = true;        ///< in the last list that could tell
    bool isBack = false;        ///< was spared because its user came back, and handed out once more
    bool isToldAlready = false; ///< a repeated act needs no second message
    unsigned listsSinceEnd = 0; ///< a first list may be older than the outcome
};

struct DrainCounts
{
    std::size_t there = 0;     ///< still on the host, without who is left out
    std::size_t gone = 0;      ///< were there, and are not any more
    std::size_t newcomers = 0; ///< of both
    std::size_t stuck = 0;     ///< there, and their act has ended: somebody must decide
    std::size_t leftOut = 0;   ///< there, and never acted upon
    friend bool operator==(const DrainCounts&, const DrainCounts&) = default;
};

/// Empties a VM host: logs off who was confirmed, watches the lists for newcomers and treats them alike, until two
/// lists in a row show nobody but who is left out. Nobody's act is repeated without being asked for, but for those who
/// were spared because they had come back: they get one more, with the whole time. It hands acts out and learns from
/// reports what became of them; messages, times and re-reads are the business of its carrier.
/// New sign-ins are not kept away: the class has no method for it.
/// Knows no thread and no clock. Thread: guarded by its owner.
class Drain final
{
public:
    using Time = std::chrono::system_clock::time_point;

    struct Steps
    {
        std::vector<ActionRequest> toWarn;   ///< logoffs whose users are told first, and given time
        std::vector<ActionRequest> toAct;    ///< logoffs without a (second) message
        std::vector<std::uint64_t> toCancel; ///< acts that need not be done any more; who was told is to be told so
    };

    /// `nextId` numbers the acts, and outlives the drain.
    Drain(DrainOptions options, const ActionPlan& confirmed, PlanRules rules, std::function<std::uint64_t()> nextId);

    /// Begins with the sessions that were confirmed. Nothing, and Stopped, if policy forbids it.
    [[nodiscard]] Steps begin(Time now);
    /// A list of the server; others, and those that are still filling, are passed over.
    [[nodiscard]] Steps look(const SessionSnapshot& list, Time now);
    /// What became of acts. Reports about anything else are passed over.
    [[nodiscard]] Steps take(std::span<const ActionReport> reports, Time now);
    /// Nothing new is handed out until resume(). What was handed out is its carrier's to hold.
    void pause() noexcept { m_isPaused = true; }
    [[nodiscard]] Steps resume();
    /// Everybody whose act has failed, or is unknown, or was spared, and who is still there, once more.
    [[nodiscard]] Steps retry();
    /// Whether retry() would do anything.
    [[nodiscard]] bool canRetry() const;
    [[nodiscard]] Steps stop(Time now);

    [[nodiscard]] DrainPhase phase() const;
    [[nodiscard]] bool isOver() const noexcept { return m_end.has_value(); }
    [[nodiscard]] bool isPaused() const noexcept { return m_isPaused; }
    /// Two lists in a row have shown only sessions that a person must decide about.
    [[nodiscard]] bool isStuck() const noexcept { return m_stuckLists >= listsToBeSure; }
    [[nodiscard]] DrainCounts counts() const;
    /// In the order in which they were first seen.
    [[nodiscard]] const std::vector<DrainedSession>& sessions() const noexcept { return m_sessions; }
    [[nodiscard]] const DrainOptions& options() const noexcept { return m_options; }
    [[nodiscard]] std::optional<Time> started() const noexcept { return m_start; }
    [[nodiscard]] std::optional<Time> ended() const noexcept { return m_end; }
    /// Why it was refused, or why it has paused by itself.
    [[nodiscard]] const std::optional<PolicyRefusal>& refusal() const noexcept { return m_refusal; }
    [[nodiscard]] const std::optional<core::ManagementError>& trouble() const noexcept { return m_trouble; }

private:
    static constexpr unsigned listsToBeSure = 2;

    [[nodiscard]] bool isOnHost(const core::Session& session) const;
    [[nodiscard]] std::size_t openCount() const;
    [[nodiscard]] Steps handOut();
    void meet(const core::Session& seen);
    void meetEnded(DrainedSession& known, const core::Session& seen);
    void miss(DrainedSession& known);
    void add(const core::Session& session, bool isNewcomer);
    void plan(DrainedSession& item);
    void judge(Time now);

    const DrainOptions m_options;
    const PlanRules m_rules;
    const std::function<std::uint64_t()> m_nextId;
    std::vector<DrainedSession> m_sessions;
    std::unordered_map<core::SessionKey, std::size_t, core::SessionKeyHash> m_latest; ///< by key: who was last seen
    std::unordered_map<std::uint64_t, std::size_t> m_ofAct;
    std::optional<Time> m_start;
    std::optional<Time> m_end;
    std::optional<PolicyRefusal> m_refusal;
    std::optional<core::ManagementError> m_trouble;
    Time m_lastList{}; ///< one list may be told more than once
    unsigned m_emptyLists = 0;
    unsigned m_stuckLists = 0;
    bool m_isPaused = false;
    bool m_isStopping = false;
    bool m_isOffline = false;
};

/// "telling", "waiting", …
[[nodiscard]] const char* symbol(DrainPhase phase) noexcept;
/// Whether the act has ended and the session is still there: an operator looks after it, and retry() takes it again.
[[nodiscard]] bool needsHelp(const DrainedSession& session) noexcept;

} // namespace deskwarden::management
