// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/RoughWire.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace deskwarden::tests {

namespace {

constexpr std::string_view endOfHead = "\r\n\r\n";

std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9E3779B97F4A7C15ULL;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

bool isRecord(std::string_view bytes)
{
    return !bytes.empty() && bytes[0] >= '\x14' && bytes[0] <= '\x18';
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return result;
}

std::string headOf(std::string_view message)
{
    return lower(message.substr(0, message.find(endOfHead) + endOfHead.size()));
}

/// The size of the HTTP message or TLS record at the beginning; 0 if it is not whole.
std::size_t unitSize(std::string_view bytes)
{
    std::size_t size = 0;
    if (isRecord(bytes)) {
        constexpr std::size_t header = 5; // RFC 8446, 5.1
        if (bytes.size() < header)
            return 0;
        size = header + static_cast<unsigned char>(bytes[3]) * std::size_t{256} + static_cast<unsigned char>(bytes[4]);
    } else {
        if (bytes.find(endOfHead) == std::string_view::npos)
            return 0;
        const std::string head = headOf(bytes);
        const auto at = head.find("\r\ncontent-length:");
        size = head.size() + (at == std::string::npos ? 0 : std::stoul(head.substr(at + 17)));
    }
    return bytes.size() < size ? 0 : size;
}

/// Whether it carries a part of a handshake of GSSAPI; Basic is in every request.
bool isSigningIn(std::string_view message)
{
    if (isRecord(message))
        return false;
    const std::string head = headOf(message);
    return head.find("\r\nauthorization: ") != std::string::npos &&
           head.find("\r\nauthorization: basic") == std::string::npos;
}

std::string flipped(std::string unit, std::uint64_t chance)
{
    std::size_t first = 5;
    if (!isRecord(unit)) {
        const std::string head = headOf(unit);
        first = head.size();
        if (head.find("multipart/encrypted") == std::string::npos)
            first = unit.find('<', first);
    }
    if (first >= unit.size())
        return unit;
    const bool isMarkup = unit[first] == '<';
    const std::size_t place = isMarkup ? first : first + chance % (unit.size() - first);
    unit[place] = static_cast<char>(unit[place] ^ (isMarkup ? 0x40 : static_cast<char>(1U << (chance >> 32U) % 8)));
    return unit;
}

bool send(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t size = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (size <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

bool receive(int socket, std::string& buffer)
{
    std::array<char, 65536> piece{};
    const ssize_t size = ::recv(socket, piece.data(), piece.size(), 0);
    if (size > 0)
        buffer.append(piece.data(), static_cast<std::size_t>(size));
    return size > 0;
}

int loopback(std::uint16_t port, sockaddr_in& address)
{
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
}

} // namespace

/// One connection, both ways.
class RoughWire::Strand final
{
public:
    Strand(RoughWire& wire, int client, int server)
        : m_wire(wire)
        , m_client(client)
        , m_server(server)
    {}

    void run()
    {
        std::array<pollfd, 2> sides{pollfd{m_client, POLLIN, 0}, pollfd{m_server, POLLIN, 0}};
        while (::poll(sides.data(), sides.size(), -1) > 0) {
            if (sides[0].revents != 0 && !receive(m_client, m_fromClient))
                return;
            // What the server said before it closed still arrives.
            const bool isServerGone = sides[1].revents != 0 && !receive(m_server, m_fromServer);
            while (const std::size_t size = unitSize(m_fromClient)) {
                if (!passRequest(take(m_fromClient, size)))
                    return;
            }
            while (const std::size_t size = unitSize(m_fromServer)) {
                if (!passAnswer(take(m_fromServer, size)))
                    return;
            }
            if (isServerGone)
                return;
        }
    }

private:
    static std::string take(std::string& buffer, std::size_t size)
    {
        std::string unit = buffer.substr(0, size);
        buffer.erase(0, size);
        return unit;
    }

    /// False: the connection breaks.
    bool passRequest(const std::string& unit)
    {
        if (!std::exchange(m_isAsking, true))
            m_fate = m_wire.fateOf(unit);
        switch (m_fate.mishap) {
        case Mishap::None:
        case Mishap::DropAnswer:
        case Mishap::CutAnswer:
        case Mishap::FlipAnswer:
        case Mishap::OldAnswer:
            return send(m_server, unit);
        case Mishap::DropRequest:
            return false;
        case Mishap::CutRequest:
            static_cast<void>(send(m_server, std::string_view(unit).substr(0, unit.size() / 2)));
            return false;
        case Mishap::FlipRequest:
            m_fate.mishap = Mishap::None;
            return send(m_server, flipped(unit, m_fate.chance));
        case Mishap::RepeatRequest:
            m_fate.mishap = Mishap::None;
            m_swallowed = isRecord(unit) ? 0 : 1;
            return send(m_server, unit) && send(m_server, unit);
        case Mishap::SwallowRequest:
            return true;
        case Mishap::Delay:
            m_fate.mishap = Mishap::None;
            std::this_thread::sleep_for(m_wire.m_weather.longestDelay * static_cast<double>(m_fate.chance % 100) / 100);
            return send(m_server, unit);
        }
        return false;
    }

    bool passAnswer(std::string unit)
    {
        if (m_swallowed > 0) {
            --m_swallowed;
            return true;
        }
        m_isAsking = false;
        const Fate fate = std::exchange(m_fate, Fate{});
        const std::string before = std::exchange(m_answer, unit);
        switch (fate.mishap) {
        case Mishap::DropAnswer:
            return false;
        case Mishap::CutAnswer:
            static_cast<void>(send(m_client, std::string_view(unit).substr(0, unit.size() / 2)));
            return false;
        case Mishap::FlipAnswer:
            return send(m_client, flipped(std::move(unit), fate.chance));
        case Mishap::OldAnswer:
            if (isRecord(unit))
                return send(m_client, unit) && send(m_client, unit);
            return send(m_client, before.empty() ? unit : before);
        case Mishap::None:
        case Mishap::DropRequest:
        case Mishap::CutRequest:
        case Mishap::FlipRequest:
        case Mishap::RepeatRequest:
        case Mishap::SwallowRequest:
        case Mishap::Delay:
            return send(m_client, unit);
        }
        return false;
    }

    RoughWire& m_wire;
    const int m_client;
    const int m_server;
    std::string m_fromClient;
    std::string m_fromServer;
    std::string m_answer; // the last one
    Fate m_fate;
    bool m_isAsking = false; // the client has spoken last
    int m_swallowed = 0;     // answers that the client does not get
};

RoughWire::RoughWire(std::uint16_t serverPort, Weather weather)
    : m_serverPort(serverPort)
    , m_weather(std::move(weather))
{
    sockaddr_in address{};
    m_listener = loopback(0, address);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 128) != 0 ||
        ::getsockname(m_listener, generic, &size) != 0)
        throw std::runtime_error("no port for the wire");
    m_port = ntohs(address.sin_port);
    m_acceptor = std::thread([this] { accept(); });
}

RoughWire::~RoughWire()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        for (const int socket : m_sockets)
            ::shutdown(socket, SHUT_RDWR);
    }
    ::shutdown(m_listener, SHUT_RDWR);
    m_acceptor.join();
    for (Runner& runner : m_runners)
        runner.thread.join();
    ::close(m_listener);
}

int RoughWire::exchanges() const
{
    const std::lock_guard lock(m_mutex);
    return m_number;
}

std::array<int, mishapCount> RoughWire::mishaps() const
{
    const std::lock_guard lock(m_mutex);
    return m_counts;
}

int RoughWire::watched() const
{
    const std::lock_guard lock(m_mutex);
    return m_watched;
}

std::vector<std::string> RoughWire::repeated() const
{
    const std::lock_guard lock(m_mutex);
    return m_repeated;
}

RoughWire::Fate RoughWire::fateOf(std::string_view request)
{
    const std::lock_guard lock(m_mutex);
    const int number = ++m_number;
    if (!m_weather.watched.empty() && request.find(m_weather.watched) != std::string_view::npos)
        ++m_watched;
    Fate fate;
    fate.chance = mixed(m_weather.seed ^ mixed(static_cast<std::uint64_t>(number)));
    if (number > m_weather.calm && m_weather.every > 0 && !m_weather.kinds.empty() &&
        fate.chance % static_cast<std::uint64_t>(m_weather.every) == 0)
        fate.mishap = m_weather.kinds[mixed(fate.chance) % m_weather.kinds.size()];
    const bool isTampering = fate.mishap == Mishap::FlipRequest || fate.mishap == Mishap::FlipAnswer ||
                             fate.mishap == Mishap::RepeatRequest || fate.mishap == Mishap::OldAnswer;
    if (isTampering && isSigningIn(request))
        fate.mishap = Mishap::None;
    if (fate.mishap == Mishap::RepeatRequest && !isRecord(request))
        m_repeated.emplace_back(request);
    ++m_counts.at(static_cast<std::size_t>(fate.mishap));
    return fate;
}

bool RoughWire::hold(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (!m_isStopping)
        m_sockets.insert(socket);
    return !m_isStopping;
}

void RoughWire::release(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    ::close(socket);
}

void RoughWire::accept()
{
    while (true) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            return;
        if (!hold(client)) {
            ::close(client);
            return;
        }
        reap();
        auto isOver = std::make_shared<bool>(false);
        m_runners.push_back({std::thread([this, client, isOver] { serve(client, isOver); }), isOver});
    }
}

void RoughWire::reap()
{
    for (auto runner = m_runners.begin(); runner != m_runners.end();) {
        bool isOver = false;
        {
            const std::lock_guard lock(m_mutex);
            isOver = *runner->isOver;
        }
        if (isOver)
            runner->thread.join();
        runner = isOver ? m_runners.erase(runner) : std::next(runner);
    }
}

void RoughWire::serve(int client, const std::shared_ptr<bool>& isOver)
{
    sockaddr_in address{};
    const int server = loopback(m_serverPort, address);
    const int yes = 1;
    for (const int socket : {client, server})
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof(yes));
    const bool isHeld = hold(server);
    if (isHeld && ::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0)
        Strand(*this, client, server).run();
    if (isHeld)
        release(server);
    else
        ::close(server);
    release(client);
    const std::lock_guard lock(m_mutex);
    *isOver = true;
}

} // namespace deskwarden::tests
