// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/StubServer.h"

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <bit>
#include <utility>
#include <vector>

namespace deskwarden::support {

namespace {

/// A socket bound to a free port of 127.0.0.1, and that port.
std::pair<int, std::uint16_t> boundSocket()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    // The socket interface takes the address of every family under one type.
    auto* any = std::bit_cast<sockaddr*>(&address);
    if (bind(descriptor, any, size) != 0 || getsockname(descriptor, any, &size) != 0)
        return {descriptor, std::uint16_t{0}};
    return {descriptor, ntohs(address.sin_port)};
}

} // namespace

StubServer::StubServer(Manner manner, QByteArray answer)
    : m_manner(manner)
    , m_answer(std::move(answer))
{
    std::tie(m_listener, m_port) = boundSocket();
    listen(m_listener, 16);
    m_thread = std::thread([this] { serve(); });
}

StubServer::~StubServer()
{
    m_isStopping = true;
    m_thread.join();
    close(m_listener);
}

void StubServer::serve()
{
    std::vector<int> silent;
    while (!m_isStopping) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (poll(&waiting, 1, 20) <= 0)
            continue;
        const int client = accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_connections;
        if (m_manner == Manner::StaySilent) {
            silent.push_back(client);
            continue;
        }
        if (m_manner == Manner::AnswerThenClose) {
            std::array<char, 4096> request{};
            pollfd readable{client, POLLIN, 0};
            // on a busy computer a client is slow; one that only looked whether somebody listens has closed
            if (poll(&readable, 1, 20'000) > 0) [[maybe_unused]]
                const auto got = recv(client, request.data(), request.size(), 0);
            [[maybe_unused]] const auto sent =
                send(client, m_answer.constData(), static_cast<std::size_t>(m_answer.size()), MSG_NOSIGNAL);
            shutdown(client, SHUT_WR);
            // What the client still sends is taken, or the kernel would answer it with a reset that overtakes the
            // answer.
            while (poll(&readable, 1, 5'000) > 0 && recv(client, request.data(), request.size(), 0) > 0) {
            }
        }
        close(client);
    }
    for (const int client : silent)
        close(client);
}

std::uint16_t closedPort()
{
    const auto [descriptor, port] = boundSocket();
    close(descriptor);
    return port;
}

} // namespace deskwarden::support
