// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/StallingWire.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

namespace deskwarden::support {

namespace {

struct Pair
{
    int client = -1;
    int server = -1;
};

sockaddr_in loopbackAt(std::uint16_t port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

int connected(std::uint16_t port)
{
    const int made = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopbackAt(port);
    if (connect(made, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(made);
        return -1;
    }
    return made;
}

void end(Pair& pair)
{
    for (int* const one : {&pair.client, &pair.server}) {
        if (*one >= 0)
            close(*one);
        *one = -1;
    }
}

bool isReady(int socket)
{
    pollfd one{socket, POLLIN, 0};
    return poll(&one, 1, 0) > 0;
}

std::int64_t waiting(int from)
{
    std::array<char, 16'384> buffer{};
    return std::max<std::int64_t>(0, recv(from, buffer.data(), buffer.size(), MSG_PEEK));
}

} // namespace

StallingWire::StallingWire(std::uint16_t serverPort)
    : m_serverPort(serverPort)
    , m_listener(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopbackAt(0);
    socklen_t length = sizeof address;
    if (bind(m_listener, reinterpret_cast<const sockaddr*>(&address), length) == 0 && listen(m_listener, 16) == 0 &&
        getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) == 0)
        m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

StallingWire::~StallingWire()
{
    m_isOver = true;
    m_thread.join();
    close(m_listener);
}

std::string StallingWire::sentByClients() const
{
    const std::lock_guard lock(m_mutex);
    return m_sent;
}

/// False: that side has ended.
bool StallingWire::handOn(int from, int to, std::int64_t most, bool isOfClient)
{
    std::array<char, 16'384> buffer{};
    const auto wanted =
        static_cast<std::size_t>(std::min<std::int64_t>(most, static_cast<std::int64_t>(buffer.size())));
    const ssize_t length = recv(from, buffer.data(), wanted, 0);
    if (length <= 0)
        return false;
    if (isOfClient) {
        const std::lock_guard lock(m_mutex);
        m_sent.append(buffer.data(), static_cast<std::size_t>(length));
    }
    return send(to, buffer.data(), static_cast<std::size_t>(length), MSG_NOSIGNAL) == length;
}

void StallingWire::run()
{
    std::vector<Pair> pairs;
    while (!m_isOver) {
        if (isReady(m_listener)) {
            const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
            pairs.push_back({client, m_serverPort == 0 ? -1 : connected(m_serverPort)});
            ++m_connections;
        }
        bool hasMoved = false;
        for (Pair& pair : pairs) {
            if (pair.server < 0 || pair.client < 0)
                continue;
            if (isReady(pair.client)) {
                hasMoved = true;
                if (!handOn(pair.client, pair.server, INT64_MAX, true))
                    end(pair);
            } else if (m_left > 0 && isReady(pair.server)) {
                hasMoved = true;
                const std::int64_t most = std::min(m_left.load(), m_cutLeft.load());
                const std::int64_t moved = std::min(most, waiting(pair.server));
                if (most <= 0 || !handOn(pair.server, pair.client, most, false))
                    end(pair);
                m_left -= moved;
                m_cutLeft -= moved;
            }
        }
        if (!hasMoved)
            poll(nullptr, 0, 2);
    }
    std::ranges::for_each(pairs, end);
}

} // namespace deskwarden::support
