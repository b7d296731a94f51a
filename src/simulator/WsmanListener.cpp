// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanListener.h"

#include "simulator/HttpExchange.h"
#include "simulator/signin/BasicAcceptor.h"
#include "simulator/WsmanService.h"

// The socket headers must come first on Windows.
#ifdef _WIN32
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif
#include <microhttpd.h>

#include <utility>

namespace deskwarden::simulator {

/// The HTTP daemon and what its threads share.
class WsmanListener::Server final
{
public:
    Server(SimulatedBroker& broker, ListenerOptions options)
        : m_options(std::move(options))
        , m_service(broker, m_options)
        , m_context(m_options, m_service)
    {}
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;
    ~Server()
    {
        m_context.stop();
        if (m_daemon)
            MHD_stop_daemon(m_daemon); // shuts the sockets down, then joins the threads
    }

    bool start();
    [[nodiscard]] std::uint16_t port() const noexcept;
    [[nodiscard]] bool isTls() const noexcept { return !m_options.tlsCertificatePem.empty(); }

private:
    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                const char* version, const char* upload, std::size_t* uploadSize, void** exchange);
    static void onRequestEnd(void* self, MHD_Connection* connection, void** exchange, MHD_RequestTerminationCode code);
    static void onConnection(void* self, MHD_Connection* connection, void** state, MHD_ConnectionNotificationCode code);

    const ListenerOptions m_options;
    WsmanService m_service;
    HttpContext m_context;
    MHD_Daemon* m_daemon = nullptr;
};

bool WsmanListener::Server::start()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_options.port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK); // never reachable from elsewhere
    const unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL |
                           (isTls() ? unsigned{MHD_USE_TLS} : 0U);
    const MHD_OptionItem end{MHD_OPTION_END, 0, nullptr};
    const MHD_OptionItem tls[] = {
        {MHD_OPTION_HTTPS_MEM_CERT, 0, const_cast<char*>(m_options.tlsCertificatePem.c_str())},
        {MHD_OPTION_HTTPS_MEM_KEY, 0, const_cast<char*>(m_options.tlsKeyPem.c_str())},
        m_options.tlsClientAuthorityPem.empty()
            ? end
            : MHD_OptionItem{MHD_OPTION_HTTPS_MEM_TRUST, 0, const_cast<char*>(m_options.tlsClientAuthorityPem.c_str())},
        end,
    };
    const MHD_OptionItem nothing[] = {end};
    constexpr std::size_t connectionMemory = std::size_t{96} * 1024; // Kerberos tickets make long header lines
    m_daemon =
        MHD_start_daemon(flags, m_options.port, nullptr, nullptr, &Server::onRequest, this, MHD_OPTION_SOCK_ADDR,
                         &address, MHD_OPTION_NOTIFY_COMPLETED, &Server::onRequestEnd, this,
                         MHD_OPTION_NOTIFY_CONNECTION, &Server::onConnection, this, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
                         connectionMemory, MHD_OPTION_ARRAY, isTls() ? tls : nothing, MHD_OPTION_END);
    return m_daemon != nullptr;
}

std::uint16_t WsmanListener::Server::port() const noexcept
{
    const MHD_DaemonInfo* information = MHD_get_daemon_info(m_daemon, MHD_DAEMON_INFO_BIND_PORT);
    return information ? information->port : m_options.port;
}

MHD_Result WsmanListener::Server::onRequest(void* self, MHD_Connection* connection, const char* url, const char* method,
                                            const char* /*version*/, const char* upload, std::size_t* uploadSize,
                                            void** exchange)
{
    Server& server = *static_cast<Server*>(self);
    if (!*exchange) {
        *exchange = std::make_unique<HttpExchange>(server.m_context, url, method).release();
        return MHD_YES;
    }
    HttpExchange& current = *static_cast<HttpExchange*>(*exchange);
    if (*uploadSize > 0) {
        current.receive({upload, *uploadSize});
        *uploadSize = 0;
        return MHD_YES;
    }
    return current.respond(connection) ? MHD_YES : MHD_NO;
}

void WsmanListener::Server::onRequestEnd(void* /*self*/, MHD_Connection* /*connection*/, void** exchange,
                                         MHD_RequestTerminationCode /*code*/)
{
    const std::unique_ptr<HttpExchange> owned(static_cast<HttpExchange*>(*exchange));
    *exchange = nullptr;
}

void WsmanListener::Server::onConnection(void* self, MHD_Connection* /*connection*/, void** state,
                                         MHD_ConnectionNotificationCode code)
{
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        *state = std::make_unique<HttpConnection>(static_cast<Server*>(self)->m_options).release();
        return;
    }
    const std::unique_ptr<HttpConnection> owned(static_cast<HttpConnection*>(*state));
    *state = nullptr;
}

WsmanListener::WsmanListener(std::unique_ptr<Server> server)
    : m_server(std::move(server))
{}

WsmanListener::~WsmanListener() = default;

core::Result<std::unique_ptr<WsmanListener>> WsmanListener::start(SimulatedBroker& broker, ListenerOptions options)
{
    if (options.acceptors.empty()) {
        if (options.user.empty() || options.password.isEmpty())
            return core::failure(core::ErrorKind::InvalidInput, "a user and a password are needed to sign in with");
        options.acceptors.emplace_back([user = options.user, password = options.password]() {
            return std::make_unique<BasicAcceptor>(user, password);
        });
    }
    if (options.tlsCertificatePem.empty() != options.tlsKeyPem.empty())
        return core::failure(core::ErrorKind::InvalidInput, "TLS needs both a certificate and its key");
    const bool isTls = !options.tlsCertificatePem.empty();
    const std::uint16_t port = options.port;
    auto server = std::make_unique<Server>(broker, std::move(options));
    if (!server->start())
        return core::failure(
            core::ErrorKind::InvalidInput,
            "cannot listen on 127.0.0.1:" + std::to_string(port) +
                (isTls ? ": the port is taken, or the certificate and its key are not usable" : ": the port is taken"));
    return std::unique_ptr<WsmanListener>(new WsmanListener(std::move(server)));
}

std::uint16_t WsmanListener::port() const noexcept
{
    return m_server->port();
}

std::string WsmanListener::address() const
{
    return std::string(m_server->isTls() ? "https" : "http") + "://127.0.0.1:" + std::to_string(port());
}

} // namespace deskwarden::simulator
