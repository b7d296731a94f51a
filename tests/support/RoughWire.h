// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace deskwarden::tests {

/// What a bad wire does to one exchange, that is a request and its answer.
enum class Mishap {
    None,
    DropRequest,    ///< the connection breaks before the server sees it
    CutRequest,     ///< the server gets half of it, then the connection breaks
    FlipRequest,    ///< one byte arrives changed
    RepeatRequest,  ///< the server gets it twice; the client gets what follows the first answer
    SwallowRequest, ///< it is never answered, though the connection stays open
    Delay,          ///< it arrives late
    DropAnswer,     ///< the server has acted, and the connection breaks
    CutAnswer,      ///< the client gets half of it, then the connection breaks
    FlipAnswer,     ///< one byte arrives changed
    OldAnswer,      ///< the answer before it comes instead; over TLS the record comes twice
};
inline constexpr std::size_t mishapCount = 11;

/// Stands between a client and its server on loopback as MiddleMan does, but as a bad wire, not as a test's script: it
/// carries HTTP messages and TLS records, which it cannot open, and something happens to every so many exchanges. What
/// happens to the Nth exchange depends on the seed and on N only.
/// Without TLS and without sealing a changed byte could make a lie that no client can see, such as another session's
/// number in a request: there a flip hits the markup. Messages that sign in are neither changed nor repeated: the
/// server would refuse the account, and a client that is refused has to stop altogether. Thread: a thread for each
/// connection. Owner: the test; the destructor cuts all connections and joins.
class RoughWire final
{
public:
    struct Weather
    {
        std::uint64_t seed = 1;
        int calm =
            40; ///< so many exchanges go well at first: the list must arrive before there is somebody to act upon
        int every = 7;             ///< something happens to one of so many; 0 = nothing ever
        std::vector<Mishap> kinds; ///< one of these; the more often it is named, the more often it happens
        std::chrono::milliseconds longestDelay{40};
        std::string watched = {}; ///< requests in which this stands are counted
    };

    RoughWire(std::uint16_t serverPort, Weather weather);
    RoughWire(const RoughWire&) = delete;
    RoughWire& operator=(const RoughWire&) = delete;
    ~RoughWire();

    [[nodiscard]] std::uint16_t port() const noexcept { return m_port; }
    [[nodiscard]] int exchanges() const;
    /// How often each mishap really happened.
    [[nodiscard]] std::array<int, mishapCount> mishaps() const;
    /// Requests with the watched text so far.
    [[nodiscard]] int watched() const;
    /// The requests without TLS that the server got twice.
    [[nodiscard]] std::vector<std::string> repeated() const;

private:
    class Strand;
    struct Fate
    {
        Mishap mishap = Mishap::None;
        std::uint64_t chance = 0; ///< where it hits, and how hard
    };
    struct Runner
    {
        std::thread thread;
        std::shared_ptr<bool> isOver; // guarded by m_mutex
    };

    void accept();
    void serve(int client, const std::shared_ptr<bool>& isOver);
    void reap();
    [[nodiscard]] Fate fateOf(std::string_view request);
    [[nodiscard]] bool hold(int socket);
    void release(int socket);

    const std::uint16_t m_serverPort;
    const Weather m_weather;
    int m_listener = -1;
    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    bool m_isStopping = false;               // guarded by m_mutex
    int m_number = 0;                        // guarded by m_mutex
    int m_watched = 0;                       // guarded by m_mutex
    std::array<int, mishapCount> m_counts{}; // guarded by m_mutex
    std::vector<std::string> m_repeated;     // guarded by m_mutex
    std::set<int> m_sockets;                 // guarded by m_mutex
    std::list<Runner> m_runners;             // of the acceptor, and after its end of the destructor
    std::thread m_acceptor;                  // last: uses the rest
};

} // namespace deskwarden::tests
