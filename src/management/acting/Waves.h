// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"
#include "management/sessions/SessionSnapshot.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace deskwarden::management {

/// A plan of so many sessions is worth going in waves.
inline constexpr std::size_t fewestForWaves = 51;

/// How a bulk goes in waves.
struct WaveOptions
{
    std::vector<std::size_t> sizes{1, 5, 25}; ///< sessions of the first waves; one more takes the rest
    std::size_t limit = 0;                    ///< so many bad ones may be in a wave, unless they are all of it
    std::chrono::milliseconds watch{60'000};  ///< after a wave, for users who come back; 0 = nobody is looked for
    /// So many acts of a wave may be open at once; the others are held until some have ended well. 0 = all of it at
    /// once, as users who were told a time need it; what has not begun is then cancelled when the wave turns bad.
    std::size_t mostOpen = 100;
};

enum class WavePhase {
    UnderWay, ///< acts of a wave are on their way
    Watching, ///< a wave has ended; the next lists show whether its users come back
    Paused,   ///< by itself: a person decides
    Stopping, ///< nothing new is begun, ever; what was sent is still followed
    Over,     ///< all acts have ended
};

/// Why waves have paused by themselves.
enum class WaveTrouble {
    BadOutcomes, ///< failed, unknown, or still signing out
    CameBack,    ///< users are in a session again
    NotSeen,     ///< no two lists came after the wave, so that nobody knows
};

/// What has become of a wave.
struct WaveCounts
{
    std::size_t handedOut = 0;
    std::size_t toCome = 0; ///< of this wave, held until others of it have ended
    std::size_t finished = 0;
    std::size_t failed = 0;
    std::size_t unknown = 0;
    std::size_t stuck = 0; ///< still signing out
    std::size_t back = 0;  ///< whose users were seen again
    [[nodiscard]] std::size_t all() const noexcept { return handedOut + toCome; }
    [[nodiscard]] std::size_t bad() const noexcept { return failed + unknown + stuck; }
    friend bool operator==(const WaveCounts&, const WaveCounts&) = default;
};

/// A bulk of acts that goes in waves: a few sessions first, then more, then the rest. A wave that shows more bad
/// outcomes than the limit, or whose users come back, is the last one until a person goes on; one that does so before
/// its end begins nobody new. Each act is handed out once at most. A list may be older than the outcome of an act, so
/// that only the second list after it counts. Knows no thread and no clock: the time is handed in. Thread: guarded by
/// its owner.
class Waves final
{
public:
    using Time = std::chrono::steady_clock::time_point;

    struct Steps
    {
        std::vector<ActionRequest> toSubmit; ///< the next wave
        std::vector<ActionReport> ended;     ///< acts that were never handed out, with their outcomes
        std::vector<std::uint64_t> toCancel; ///< acts that were handed out and need not be begun any more
    };

    /// All acts are of one kind; their ids differ.
    Waves(std::vector<ActionRequest> acts, WaveOptions options);

    /// The first wave.
    [[nodiscard]] Steps begin();
    /// What became of acts. Reports about anything else are passed over.
    [[nodiscard]] Steps take(std::span<const ActionReport> reports, Time now);
    /// A list of a server; one that is not whole is passed over.
    [[nodiscard]] Steps look(const SessionSnapshot& list, Time now);
    /// What is due by time alone.
    [[nodiscard]] Steps advance(Time now);
    /// A person wants the next wave although the one before has paused.
    [[nodiscard]] Steps goOn();
    [[nodiscard]] Steps stop();
    /// Those of the acts that no wave has taken yet; others are passed over.
    [[nodiscard]] Steps cancel(std::span<const std::uint64_t> acts);

    /// When advance() is needed; nothing while only events help.
    [[nodiscard]] std::optional<Time> nextDue() const;
    [[nodiscard]] WavePhase phase() const noexcept { return m_phase; }
    [[nodiscard]] bool isOver() const noexcept { return m_phase == WavePhase::Over; }
    /// With Paused, while a wave that has turned bad comes to its end, and after the last one if that has.
    [[nodiscard]] std::optional<WaveTrouble> trouble() const noexcept { return m_trouble; }
    /// From 1; that of the wave that was handed out last.
    [[nodiscard]] std::size_t wave() const noexcept { return m_wave; }
    [[nodiscard]] std::size_t waveCount() const noexcept { return m_waveCount; }
    /// Of that wave.
    [[nodiscard]] const WaveCounts& counts() const noexcept { return m_counts; }
    /// Acts that have not been handed out yet.
    [[nodiscard]] std::size_t heldCount() const noexcept { return m_held; }
    [[nodiscard]] bool isOn(const core::ServerId& server) const;
    [[nodiscard]] const WaveOptions& options() const noexcept { return m_options; }
    [[nodiscard]] ActionKind kind() const noexcept { return m_kind; }

private:
    enum class Stage : std::uint8_t { Held, Open, Ended };
    struct Item
    {
        ActionRequest act;
        std::uint64_t identity = 0; ///< of who has the session
        std::uint64_t account = 0;  ///< a hash of the name
        Stage stage = Stage::Held;
        bool isWatched = false; ///< of this wave, and done: its user is not to be seen again
        bool isBack = false;
        unsigned listsSinceEnd = 0;
    };

    [[nodiscard]] bool isWatching() const noexcept;
    [[nodiscard]] bool isBad(std::size_t count) const noexcept;
    [[nodiscard]] bool isSeen() const;
    [[nodiscard]] Item* backOf(const core::Session& session);
    void handOut(Steps& steps);
    void handOutMore(Steps& steps);
    void brake(WaveTrouble why, Steps& steps);
    void endHeld(Item& item, Steps& steps);
    void count(const Outcome& outcome, Item& item);
    void endWave(Time now, Steps& steps);
    void lookForBack(const SessionSnapshot& list);
    void pause(WaveTrouble why);
    void settle();

    const WaveOptions m_options;
    const ActionKind m_kind;
    std::vector<Item> m_items; ///< in the order of the plan
    std::unordered_map<std::uint64_t, std::size_t> m_ofAct;
    std::unordered_map<std::uint64_t, std::size_t> m_ofIdentity;
    std::unordered_multimap<std::uint64_t, std::size_t> m_ofAccount;
    std::unordered_set<std::uint64_t> m_elsewhere; ///< sessions of the same users that were there before, by identity
    std::map<core::ServerId, std::chrono::system_clock::time_point> m_taken; ///< the list that was seen last
    std::map<core::ServerId, unsigned> m_lists; ///< since the wave has ended, of the servers that it was on
    WavePhase m_phase = WavePhase::UnderWay;
    std::optional<WaveTrouble> m_trouble;
    WaveCounts m_counts;
    std::size_t m_wave = 0;
    std::size_t m_waveCount = 0;
    std::size_t m_next = 0; ///< no item before it is held
    std::size_t m_held = 0;
    std::size_t m_ofWave = 0; ///< acts that this wave may still take
    std::size_t m_open = 0;
    Time m_watchEnd{};
    bool m_isTimeUp = false; ///< the watch is over, and only lists are missing
};

[[nodiscard]] const char* symbol(WaveTrouble trouble) noexcept; ///< "bad_outcomes", "came_back", "not_seen"

} // namespace deskwarden::management
