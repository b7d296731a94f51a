// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/HttpExchange.h"

#include "core/Names.h"

#ifdef _WIN32
#include <winsock2.h>
#else
#include <gnutls/gnutls.h>
#include <sys/socket.h>
#endif
#include <microhttpd.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <random>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr const char* soapType = "application/soap+xml;charset=UTF-8";
// DSP0226 annex C.3.4: the client's certificate is who it is.
constexpr std::string_view mutualProfile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";
constexpr auto lookInterval = std::chrono::milliseconds(20);

std::string_view headerOf(MHD_Connection* connection, const char* name)
{
    const char* value = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, name);
    return value ? std::string_view(value) : std::string_view();
}

// While a request waits for its answer the client has nothing to say, so that anything readable is its farewell.
bool isClientGone(MHD_Connection* connection)
{
    const auto* information = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
    char byte = 0;
#ifdef _WIN32
    return !information || recv(information->connect_fd, &byte, 1, MSG_PEEK) >= 0;
#else
    return !information || recv(information->connect_fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) >= 0;
#endif
}

bool isClientCertificateTrusted([[maybe_unused]] MHD_Connection* connection)
{
#ifdef _WIN32
    return false; // the simulator has no TLS there
#else
    const auto* information = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_GNUTLS_SESSION);
    unsigned problems = 0;
    return information && information->tls_session &&
           gnutls_certificate_verify_peers2(static_cast<gnutls_session_t>(information->tls_session), &problems) == 0 &&
           problems == 0;
#endif
}

// An answer that comes in pieces, or not to its end.
struct Drip
{
    HttpContext& context;
    std::string body;
    std::size_t end; // where it stops; less than the body if it is truncated
    std::size_t piece;
};

ssize_t dripNext(void* self, std::uint64_t place, char* buffer, std::size_t room)
{
    Drip& drip = *static_cast<Drip*>(self);
    if (place >= drip.end || (drip.piece > 0 && !drip.context.pause(std::chrono::milliseconds(1))))
        return MHD_CONTENT_READER_END_WITH_ERROR;
    const std::size_t wanted = drip.piece > 0 ? drip.piece : room;
    const std::size_t size = std::min({wanted, room, drip.end - static_cast<std::size_t>(place)});
    std::memcpy(buffer, drip.body.data() + place, size);
    return static_cast<ssize_t>(size);
}

void dripEnd(void* self)
{
    const std::unique_ptr<Drip> owned(static_cast<Drip*>(self));
}

void bodyEnd(void* self)
{
    const std::unique_ptr<std::string> owned(static_cast<std::string*>(self));
}

std::string joined(const std::vector<std::string>& lines)
{
    std::string text;
    for (const std::string& line : lines)
        (text += text.empty() ? "" : ", ") += line;
    return text;
}

} // namespace

HttpContext::HttpContext(const ListenerOptions& options, WsmanService& service)
    : m_options(options)
    , m_service(service)
    , m_random(std::random_device{}())
{}

void HttpContext::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopping = true;
    m_changed.notify_all();
}

bool HttpContext::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_isStopping;
}

bool HttpContext::pause(std::chrono::milliseconds duration)
{
    std::unique_lock lock(m_mutex);
    const auto end = std::chrono::steady_clock::now() + duration;
    return !m_changed.wait_until(lock, end, [this] { return m_isStopping; });
}

std::chrono::milliseconds HttpContext::nextLatency()
{
    const std::lock_guard lock(m_mutex);
    return std::chrono::milliseconds(m_random.between(static_cast<std::uint32_t>(m_options.latencyShortest.count()),
                                                      static_cast<std::uint32_t>(m_options.latencyLongest.count())));
}

HttpExchange::HttpExchange(HttpContext& context, std::string_view url, std::string_view method)
    : m_context(context)
    , m_url(url)
    , m_method(method)
{}

void HttpExchange::receive(std::string_view piece)
{
    // The server's envelope limit holds for requests as well.
    const std::size_t limit = std::size_t{m_context.options().envelopeKb} * 1024;
    m_isTooLarge = m_isTooLarge || m_body.size() + piece.size() > limit;
    if (!m_isTooLarge)
        m_body += piece;
}

unsigned HttpExchange::refusalOf(MHD_Connection* connection) const
{
    if (m_url != "/wsman" && m_url != "/wsman-anon/identify")
        return MHD_HTTP_NOT_FOUND;
    if (m_method != MHD_HTTP_METHOD_POST)
        return MHD_HTTP_METHOD_NOT_ALLOWED;
    if (m_isTooLarge)
        return MHD_HTTP_CONTENT_TOO_LARGE;
    const std::string_view type = headerOf(connection, MHD_HTTP_HEADER_CONTENT_TYPE);
    const bool isSoap = type.starts_with("application/soap+xml") || type.starts_with("multipart/");
    return isSoap || m_body.empty() ? 0U : unsigned{MHD_HTTP_UNSUPPORTED_MEDIA_TYPE};
}

bool HttpExchange::respond(MHD_Connection* connection)
{
    const auto* information = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    if (!information || !information->socket_context || m_context.isStopping())
        return false;
    HttpConnection& state = *static_cast<HttpConnection*>(information->socket_context);
    if (const unsigned refusal = refusalOf(connection); refusal != 0)
        return sendStatus(connection, refusal);
    WsmanService& service = m_context.service();
    const bool isAnonymous =
        m_url != "/wsman" || core::isSameName(headerOf(connection, "WSMANIDENTIFY"), "unauthenticated");
    if (isAnonymous) {
        auto identity = service.answerIdentify(m_body, false);
        if (identity)
            return serve(connection, *std::move(identity), soapType, {});
    }
    const Challenge leg = signIn(connection, state);
    if (leg.state != SignIn::Accepted)
        return challenge(connection, state, leg);
    if (state.bound && m_body.empty()) // the last leg of the handshake carries no message
        return sendToken(connection, leg.token);
    const bool isSealed = state.bound && headerOf(connection, MHD_HTTP_HEADER_CONTENT_TYPE).starts_with("multipart/");
    if (m_context.options().refusesUnencrypted && !isSealed)
        return sendStatus(connection, MHD_HTTP_INTERNAL_SERVER_ERROR);
    if (state.bound) {
        auto plain =
            state.bound->unseal({std::string(headerOf(connection, MHD_HTTP_HEADER_CONTENT_TYPE)), std::move(m_body)});
        if (!plain) // Windows gives no reason either
            return sendStatus(connection, plain.error().kind == core::ErrorKind::EncryptionRequired
                                              ? MHD_HTTP_INTERNAL_SERVER_ERROR
                                              : MHD_HTTP_BAD_REQUEST);
        m_body = std::move(plain->body);
    }
    auto identity = service.answerIdentify(m_body, true);
    ServiceAnswer answer = identity ? *std::move(identity) : service.answer(m_body);
    std::string contentType = soapType;
    // Only what goes out is sealed: sealing counts messages, and NTLM refuses to seal nothing.
    const bool isMessage = !answer.effect || answer.effect == FaultKind::Truncate;
    if (state.bound && isMessage) {
        auto sealed = state.bound->seal({std::move(contentType), std::move(answer.body)});
        if (!sealed)
            return false;
        contentType = std::move(sealed->contentType);
        answer.body = std::move(sealed->body);
    }
    return serve(connection, std::move(answer), contentType, leg.token);
}

HttpExchange::Challenge HttpExchange::signIn(MHD_Connection* connection, HttpConnection& state) const
{
    const std::string_view header = headerOf(connection, MHD_HTTP_HEADER_AUTHORIZATION);
    if (header.empty())
        return {state.bound ? SignIn::Accepted : SignIn::Refused, {}};
    const auto space = std::min(header.find(' '), header.size());
    state.bound = nullptr;
    if (core::isSameName(header, mutualProfile)) {
        const bool isMapped =
            !m_context.options().tlsClientAuthorityPem.empty() && isClientCertificateTrusted(connection);
        return {isMapped ? SignIn::Accepted : SignIn::Refused, {}};
    }
    for (const auto& acceptor : state.acceptors) {
        if (!core::isSameName(acceptor->scheme(), header.substr(0, space)))
            continue;
        Acceptor::Step step = acceptor->accept(header.substr(std::min(space + 1, header.size())));
        const std::string token = step.token.empty() ? "" : std::string(acceptor->scheme()) + " " + step.token;
        switch (step.progress) {
        case Acceptor::Progress::Accepted:
            state.bound = acceptor->isBoundToConnection() ? acceptor.get() : nullptr;
            return {SignIn::Accepted, token};
        case Acceptor::Progress::Continue:
            return {SignIn::Continue, token};
        case Acceptor::Progress::Refused:
            return {SignIn::Refused, token};
        }
    }
    return {};
}

bool HttpExchange::challenge(MHD_Connection* connection, const HttpConnection& state, const Challenge& leg)
{
    std::vector<std::string> lines;
    if (leg.state == SignIn::Continue) {
        lines.push_back(leg.token);
    } else {
        lines = m_context.options().extraChallenges;
        for (const auto& acceptor : state.acceptors)
            lines.push_back(acceptor->challenge());
        if (!leg.token.empty())
            lines.insert(lines.begin(), leg.token);
        if (m_context.options().hasChallengesInOneLine)
            lines = {joined(lines)};
    }
    MHD_Response* response = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    for (const std::string& line : lines)
        MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, line.c_str());
    return send(connection, MHD_HTTP_UNAUTHORIZED, response);
}

bool HttpExchange::serve(MHD_Connection* connection, ServiceAnswer answer, const std::string& contentType,
                         const std::string& token)
{
    constexpr std::string_view garbage = "\x01\x02<s:Envelope \xFF\xFE this is no answer >>> ";
    if (answer.effect == FaultKind::Hang) {
        hang(connection);
        return false;
    }
    const auto wait = m_context.nextLatency() + answer.delay;
    if (wait.count() > 0 && !m_context.pause(wait))
        return false;
    if (answer.effect == FaultKind::DropBefore || answer.effect == FaultKind::DropAfter)
        return false;
    if (answer.effect == FaultKind::Http)
        return sendStatus(connection, answer.status);
    const bool isGarbage = answer.effect == FaultKind::Garbage;
    MHD_Response* response =
        responseOf(isGarbage ? std::string(garbage) : std::move(answer.body), answer.effect == FaultKind::Truncate);
    MHD_add_response_header(response, MHD_HTTP_HEADER_CONTENT_TYPE, contentType.c_str());
    if (!token.empty()) // the last token of the handshake comes with the answer
        MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, token.c_str());
    return send(connection, isGarbage ? unsigned{MHD_HTTP_OK} : answer.status, response);
}

void HttpExchange::hang(MHD_Connection* connection)
{
    while (m_context.pause(lookInterval) && !isClientGone(connection)) {
    }
}

MHD_Response* HttpExchange::responseOf(std::string body, bool isTruncated)
{
    const std::size_t size = body.size();
    const std::size_t piece = m_context.options().dripBytes;
    if (isTruncated || piece > 0) {
        auto drip = std::make_unique<Drip>(Drip{m_context, std::move(body), isTruncated ? size / 2 : size, piece});
        constexpr std::size_t block = std::size_t{16} * 1024;
        return MHD_create_response_from_callback(size, block, &dripNext, drip.release(), &dripEnd);
    }
    auto owned = std::make_unique<std::string>(std::move(body));
    std::string* text = owned.release();
    return MHD_create_response_from_buffer_with_free_callback_cls(size, text->data(), &bodyEnd, text);
}

bool HttpExchange::sendToken(MHD_Connection* connection, const std::string& token)
{
    MHD_Response* response = MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT);
    if (!token.empty())
        MHD_add_response_header(response, MHD_HTTP_HEADER_WWW_AUTHENTICATE, token.c_str());
    return send(connection, MHD_HTTP_OK, response);
}

bool HttpExchange::sendStatus(MHD_Connection* connection, unsigned status)
{
    return send(connection, status, MHD_create_response_from_buffer(0, nullptr, MHD_RESPMEM_PERSISTENT));
}

bool HttpExchange::send(MHD_Connection* connection, unsigned status, MHD_Response* response) const
{
    MHD_add_response_header(response, MHD_HTTP_HEADER_SERVER, "Microsoft-HTTPAPI/2.0");
    if (m_context.options().closesConnections)
        MHD_add_response_header(response, MHD_HTTP_HEADER_CONNECTION, "close");
    const MHD_Result queued = MHD_queue_response(connection, status, response);
    MHD_destroy_response(response);
    return queued == MHD_YES;
}

} // namespace deskwarden::simulator
