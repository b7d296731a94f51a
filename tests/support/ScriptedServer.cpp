// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ScriptedServer.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cctype>
#include <csignal>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

namespace deskwarden::tests {

namespace {

struct SslContextDeleter
{
    void operator()(SSL_CTX* context) const noexcept { SSL_CTX_free(context); }
};
struct SslDeleter
{
    void operator()(SSL* ssl) const noexcept { SSL_free(ssl); }
};
using SslContext = std::unique_ptr<SSL_CTX, SslContextDeleter>;

SslContext contextOf(const ScriptedServer::TlsFiles& files)
{
    if (files.certificate.empty())
        return {};
    SslContext context(SSL_CTX_new(TLS_server_method()));
    if (SSL_CTX_use_certificate_file(context.get(), files.certificate.c_str(), SSL_FILETYPE_PEM) != 1 ||
        SSL_CTX_use_PrivateKey_file(context.get(), files.key.c_str(), SSL_FILETYPE_PEM) != 1)
        throw std::runtime_error("the test's certificate cannot be used");
    if (files.newestVersion != 0) {
        SSL_CTX_set_security_level(context.get(), 0); // else OpenSSL itself refuses what is old
        SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
        SSL_CTX_set_max_proto_version(context.get(), files.newestVersion);
    }
    if (!files.ciphers.empty() && SSL_CTX_set_cipher_list(context.get(), files.ciphers.c_str()) != 1)
        throw std::runtime_error("OpenSSL does not know these ciphers");
    if (files.wantsCertificate)
        SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
    return context;
}

std::size_t contentLength(std::string_view head)
{
    std::string lower(head);
    for (char& letter : lower)
        letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    const auto at = lower.find("\r\ncontent-length:");
    return at == std::string::npos ? 0 : std::stoul(lower.substr(at + 17));
}

} // namespace

class ScriptedServer::Private
{
public:
    Private(Script script, const TlsFiles& tls)
        : m_script(std::move(script))
        , m_tls(contextOf(tls))
        , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        if (::bind(m_listener, generic, size) != 0 || ::listen(m_listener, 16) != 0 ||
            ::getsockname(m_listener, generic, &size) != 0)
            throw std::runtime_error("no port for the test's server");
        m_port = ntohs(address.sin_port);
        m_acceptor = std::thread([this] { accept(); });
    }

    ~Private()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
            for (const int socket : m_sockets)
                ::shutdown(socket, SHUT_RDWR);
        }
        ::shutdown(m_listener, SHUT_RDWR);
        m_acceptor.join();
        for (std::thread& thread : m_threads)
            thread.join();
        ::close(m_listener);
    }

    void note(Request request)
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(request));
    }

    std::uint16_t m_port = 0;
    mutable std::mutex m_mutex;
    std::vector<Request> m_requests; // guarded by m_mutex
    int m_closed = 0;                // guarded by m_mutex

private:
    class Peer;

    void accept();
    void serve(int socket, int number);

    const Script m_script;
    const SslContext m_tls;
    const int m_listener;
    bool m_isStopping = false;          // guarded by m_mutex
    std::set<int> m_sockets;            // guarded by m_mutex
    std::vector<std::thread> m_threads; // of the acceptor, and after its end of the destructor
    std::thread m_acceptor;
};

class ScriptedServer::Private::Peer final : public Connection
{
public:
    Peer(Private& server, int socket, int number)
        : m_server(server)
        , m_socket(socket)
        , m_number(number)
    {
        if (!server.m_tls)
            return;
        m_ssl.reset(SSL_new(server.m_tls.get()));
        SSL_set_fd(m_ssl.get(), socket);
        m_isUsable = SSL_accept(m_ssl.get()) == 1;
    }

    [[nodiscard]] bool isUsable() const { return m_isUsable; }
    [[nodiscard]] int number() const override { return m_number; }

    std::optional<Request> read() override
    {
        auto end = m_buffer.find("\r\n\r\n");
        while (end == std::string::npos) {
            if (!receive() || m_buffer.front() == '\x16') // a TLS handshake
                return std::nullopt;
            end = m_buffer.find("\r\n\r\n");
        }
        Request request;
        request.head = m_buffer.substr(0, end + 4);
        m_buffer.erase(0, end + 4);
        const std::size_t length = contentLength(request.head);
        while (m_buffer.size() < length) {
            if (!receive())
                return std::nullopt;
        }
        request.body = m_buffer.substr(0, length);
        m_buffer.erase(0, length);
        m_server.note(request);
        return request;
    }

    void write(std::string_view bytes) override
    {
        while (!bytes.empty()) {
            const auto sent = m_ssl ? SSL_write(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()))
                                    : ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0)
                return;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    void hang() override
    {
        while (receive())
            m_buffer.clear();
    }

private:
    bool receive()
    {
        std::array<char, 16384> bytes{};
        const auto count = m_ssl ? SSL_read(m_ssl.get(), bytes.data(), static_cast<int>(bytes.size()))
                                 : ::recv(m_socket, bytes.data(), bytes.size(), 0);
        if (count <= 0)
            return false;
        m_buffer.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }

    Private& m_server;
    const int m_socket;
    const int m_number;
    std::unique_ptr<SSL, SslDeleter> m_ssl;
    bool m_isUsable = true;
    std::string m_buffer;
};

void ScriptedServer::Private::accept()
{
    for (int number = 1;; ++number) {
        const int socket = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            return;
        const std::lock_guard lock(m_mutex);
        if (m_isStopping) {
            ::close(socket);
            return;
        }
        m_sockets.insert(socket);
        m_threads.emplace_back([this, socket, number] { serve(socket, number); });
    }
}

void ScriptedServer::Private::serve(int socket, int number)
{
    sigset_t pipe;
    sigemptyset(&pipe);
    sigaddset(&pipe, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe, nullptr); // OpenSSL writes without MSG_NOSIGNAL
    {
        Peer peer(*this, socket, number);
        if (peer.isUsable())
            m_script(peer);
    }
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    ::close(socket);
    ++m_closed;
}

void ScriptedServer::Connection::answer(std::string_view body, int status, std::string_view moreHeaders,
                                        std::string_view contentType)
{
    std::string text = "HTTP/1.1 " + std::to_string(status) + " Because\r\nContent-Length: ";
    text.append(std::to_string(body.size())).append("\r\n");
    if (!contentType.empty())
        text.append("Content-Type: ").append(contentType).append("\r\n");
    write(text.append(moreHeaders).append("\r\n").append(body));
}

ScriptedServer::ScriptedServer(Script script)
    : ScriptedServer(std::move(script), TlsFiles())
{}

ScriptedServer::ScriptedServer(Script script, const TlsFiles& tls)
    : m_private(std::make_unique<Private>(std::move(script), tls))
{}

ScriptedServer::~ScriptedServer() = default;

std::uint16_t ScriptedServer::port() const
{
    return m_private->m_port;
}

std::vector<ScriptedServer::Request> ScriptedServer::requests() const
{
    const std::lock_guard lock(m_private->m_mutex);
    return m_private->m_requests;
}

int ScriptedServer::closedConnections() const
{
    const std::lock_guard lock(m_private->m_mutex);
    return m_private->m_closed;
}

} // namespace deskwarden::tests
