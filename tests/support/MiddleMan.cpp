// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/MiddleMan.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <optional>
#include <tuple>
#include <utility>

namespace deskwarden::tests {

namespace {

/// A connection to the real server.
class Upstream final
{
public:
    explicit Upstream(std::uint16_t port)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isOpen = ::connect(m_socket, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0;
    }
    Upstream(const Upstream&) = delete;
    Upstream& operator=(const Upstream&) = delete;
    ~Upstream() { ::close(m_socket); }

    void write(std::string_view bytes)
    {
        while (m_isOpen && !bytes.empty()) {
            const ssize_t size = ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            m_isOpen = size > 0;
            bytes.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : 0);
        }
    }
    /// Head and body of an answer with a Content-Length; nothing if the server closed before.
    std::optional<std::pair<std::string, std::string>> read()
    {
        std::size_t end = std::string::npos;
        while ((end = m_buffer.find("\r\n\r\n")) == std::string::npos) {
            if (!more())
                return std::nullopt;
        }
        std::string head = m_buffer.substr(0, end + 4);
        const std::size_t size = lengthIn(head);
        while (m_buffer.size() < head.size() + size) {
            if (!more())
                return std::nullopt;
        }
        std::string body = m_buffer.substr(head.size(), size);
        m_buffer.erase(0, head.size() + size);
        return std::pair(std::move(head), std::move(body));
    }

private:
    static std::size_t lengthIn(const std::string& head)
    {
        std::string lower(head);
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const auto at = lower.find("\r\ncontent-length:");
        return at == std::string::npos ? 0 : std::stoul(lower.substr(at + 17));
    }
    bool more()
    {
        std::array<char, 16384> piece{};
        const ssize_t size = m_isOpen ? ::recv(m_socket, piece.data(), piece.size(), 0) : 0;
        if (size <= 0)
            return false;
        m_buffer.append(piece.data(), static_cast<std::size_t>(size));
        return true;
    }

    const int m_socket;
    bool m_isOpen = false;
    std::string m_buffer;
};

/// The head with a Content-Length that fits the body.
std::string fitted(const std::string& head, std::size_t size)
{
    std::string result;
    for (std::size_t start = 0; start < head.size();) {
        const auto end = head.find("\r\n", start);
        std::string line = head.substr(start, end - start);
        start = end + 2;
        std::string lower(line);
        std::ranges::transform(lower, lower.begin(),
                               [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        if (lower.starts_with("content-length:"))
            line = "Content-Length: " + std::to_string(size);
        result += line + "\r\n";
    }
    return result;
}

} // namespace

MiddleMan::MiddleMan(std::uint16_t serverPort)
    : m_serverPort(serverPort)
    , m_server([this](ScriptedServer::Connection& client) { serve(client); })
{}

void MiddleMan::setAlter(Alter alter)
{
    const std::lock_guard lock(m_mutex);
    m_alter = std::move(alter);
}

void MiddleMan::setAdmit(Admit admit)
{
    const std::lock_guard lock(m_mutex);
    m_admit = std::move(admit);
}

void MiddleMan::setIgnore(Admit ignore)
{
    const std::lock_guard lock(m_mutex);
    m_ignore = std::move(ignore);
}

void MiddleMan::setForget(Admit forget)
{
    const std::lock_guard lock(m_mutex);
    m_forget = std::move(forget);
}

void MiddleMan::setRepeating(bool isRepeating)
{
    const std::lock_guard lock(m_mutex);
    m_isRepeating = isRepeating;
}

std::string MiddleMan::recorded() const
{
    const std::lock_guard lock(m_mutex);
    return m_recorded;
}

int MiddleMan::signInRequests() const
{
    const std::lock_guard lock(m_mutex);
    return m_signIns;
}

void MiddleMan::serve(ScriptedServer::Connection& client)
{
    auto server = std::make_unique<Upstream>(m_serverPort);
    Exchange exchange;
    exchange.connection = client.number();
    while (auto request = client.read()) {
        exchange.request = *std::move(request);
        ++exchange.number;
        Alter alter;
        Admit admit;
        Admit ignore;
        Admit forget;
        bool isRepeating = false;
        {
            const std::lock_guard lock(m_mutex);
            m_recorded += exchange.request.head + exchange.request.body;
            m_signIns += exchange.request.head.find("\r\nAuthorization:") == std::string::npos ? 0 : 1;
            alter = m_alter;
            admit = m_admit;
            ignore = m_ignore;
            forget = m_forget;
            isRepeating = m_isRepeating;
        }
        if (admit && !admit(exchange))
            return;
        if (ignore && ignore(exchange)) {
            client.hang();
            return;
        }
        if (forget && forget(exchange)) {
            server = std::make_unique<Upstream>(m_serverPort);
            client.answer({}, 401,
                          "WWW-Authenticate: Negotiate\r\nWWW-Authenticate: Kerberos\r\n"
                          "WWW-Authenticate: Basic realm=\"WSMAN\"\r\n",
                          {});
            continue;
        }
        std::optional<std::pair<std::string, std::string>> answer;
        for (int times = 0; times < (isRepeating ? 2 : 1); ++times) {
            server->write(exchange.request.head);
            server->write(exchange.request.body);
            answer = server->read();
        }
        if (!answer)
            return;
        std::tie(exchange.head, exchange.body) = *std::move(answer);
        {
            const std::lock_guard lock(m_mutex);
            m_recorded += exchange.head + exchange.body;
        }
        if (alter)
            alter(exchange);
        if (exchange.isDropped)
            return;
        client.write(fitted(exchange.head, exchange.body.size()) + exchange.body);
    }
}

} // namespace deskwarden::tests
