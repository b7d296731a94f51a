// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/http/HttpChannel.h"

#include "core/Names.h"
#include "core/NumericHost.h"
#include "core/PipeSignalGuard.h"
#include "core/Secret.h"
#include "wsman/http/CurlFailure.h"
#include "wsman/http/HeaderList.h"
#include "wsman/http/WireObserver.h"
#include "wsman/soap/XmlDocument.h"
#include "wsman/tls/ClientCertificate.h"
#include "wsman/tls/Descriptors.h"

#include <curl/curl.h>

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <exception>
#include <optional>
#include <stop_token>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;
using management::CallContext;

constexpr std::size_t mostAuthenticateHeaders = 32;
constexpr std::size_t bannerSize = 64;

void initialiseCurl()
{
    // Once per process, and thread-safe since libcurl 7.84; a function-local constant, so that it is done exactly once.
    [[maybe_unused]] static const CURLcode done = curl_global_init(CURL_GLOBAL_DEFAULT);
}

bool isLoopback(const sockaddr* address)
{
    if (address->sa_family == AF_INET)
        return (ntohl(std::bit_cast<const sockaddr_in*>(address)->sin_addr.s_addr) >> 24) == 127;
    return address->sa_family == AF_INET6 && std::memcmp(&std::bit_cast<const sockaddr_in6*>(address)->sin6_addr,
                                                         &in6addr_loopback, sizeof(in6addr_loopback)) == 0;
}

struct EasyCleanup
{
    void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct MultiCleanup
{
    void operator()(CURLM* handle) const noexcept { curl_multi_cleanup(handle); }
};

} // namespace

std::string HttpOptions::url() const
{
    const bool isIpv6 = host.find(':') != std::string::npos;
    std::string url = isTls ? "https://" : "http://";
    url.append(isIpv6 ? core::bracketedIpv6(host) : host).append(":").append(std::to_string(port));
    return url.append(path);
}

class HttpChannel::Private
{
public:
    explicit Private(HttpOptions options)
        : m_options(std::move(options))
        , m_verifier({std::string(core::withoutZone(m_options.host)), m_options.caFile, m_options.fingerprint})
    {
        initialiseCurl();
        m_multi.reset(curl_multi_init());
        m_easy.reset(curl_easy_init());
    }

    ~Private()
    {
        const core::PipeSignalGuard guard; // closing a TLS connection writes to it
        m_easy.reset();
        m_multi.reset();
    }
    Private(const Private&) = delete;
    Private& operator=(const Private&) = delete;

    /// Without a body it is a GET.
    Result<HttpAnswer> request(std::optional<std::string_view> body, const std::vector<std::string>& headers,
                               const CallContext& context);

    [[nodiscard]] ConnectionFacts facts() const
    {
        return {m_phase, m_address, m_verifier.certificate(), m_verifier.channelBinding()};
    }

    const HttpOptions m_options;
    bool m_isKept = false;

private:
    Result<> configure();
    void noteTlsProblem(core::ManagementError& error) const;
    void setCallbacks();
    void begin(std::optional<std::string_view> body, const HeaderList& headers);
    std::optional<CURLcode> run(const CallContext& context);
    void noteConnection();
    core::ManagementError errorOf(std::optional<CURLcode> code, const CallContext& context);

    static std::size_t takeHeader(char* data, std::size_t size, std::size_t count, void* self);
    static std::size_t takeBody(char* data, std::size_t size, std::size_t count, void* self);
    static int noteTraffic(CURL* handle, curl_infotype type, char* data, std::size_t size, void* self);
    static curl_socket_t openSocket(void* self, curlsocktype purpose, curl_sockaddr* address);
    void addHeader(std::string_view line);

    PeerVerifier m_verifier; // before the handles: they call it
    std::unique_ptr<CURLM, MultiCleanup> m_multi;
    std::unique_ptr<CURL, EasyCleanup> m_easy;
    std::array<char, CURL_ERROR_SIZE> m_words{};
    bool m_isConfigured = false;

    // The state of the running transfer.
    HttpAnswer m_answer;
    std::string m_firstBytes;
    bool m_wasKept = false;
    bool m_hasSent = false;
    bool m_isTooLarge = false;
    bool m_isElsewhere = false; // an address was not that of this machine
    ConnectionPhase m_phase = ConnectionPhase::Nothing;
    std::string m_address;
};

Result<> HttpChannel::Private::configure()
{
    CURL* easy = m_easy.get();
    if (!easy || !m_multi)
        return failure(ErrorKind::OutOfResources, "libcurl could not be initialised");
    if (m_isConfigured)
        return {};
    curl_easy_setopt(easy, CURLOPT_URL, m_options.url().c_str());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, m_options.isTls ? "https" : "http");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_NONE));
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    if (!m_options.usesProxy)
        curl_easy_setopt(easy, CURLOPT_NOPROXY, "*");             // a tool for the local network
    curl_easy_setopt(easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L); // what the proxy says is not the answer
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // else a cancel waits for a hanging name lookup
    curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
    curl_easy_setopt(easy, CURLOPT_MAXAGE_CONN, 86'400L);
    curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(m_options.connectTimeout.count()));
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, 256L * 1024L);
    curl_easy_setopt(easy, CURLOPT_HTTP09_ALLOWED, 1L); // to see what else than HTTP answers; takeBody() refuses it
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_words.data());
    curl_multi_setopt(m_multi.get(), CURLMOPT_MAXCONNECTS, 1L);
    curl_multi_setopt(m_multi.get(), CURLMOPT_PIPELINING, static_cast<long>(CURLPIPE_NOTHING));
    setCallbacks();
    if (m_options.isTls) {
        curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(easy, CURLOPT_SSL_ENABLE_ALPN, 0L);
        if (auto attached = m_verifier.attach(easy); !attached)
            return attached;
        if (auto shown = showClientCertificate(easy, m_options.clientCertificate, m_options.clientKey); !shown)
            return shown;
    }
    m_isConfigured = true;
    return {};
}

void HttpChannel::Private::setCallbacks()
{
    CURL* easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &Private::takeHeader);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Private::takeBody);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, &Private::openSocket);
    curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
    // The debug callback is the only witness of bytes that went out; nothing is printed.
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &Private::noteTraffic);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, this);
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
}

void HttpChannel::Private::begin(std::optional<std::string_view> body, const HeaderList& headers)
{
    CURL* easy = m_easy.get();
    m_answer = HttpAnswer();
    m_firstBytes.clear();
    m_words.front() = '\0';
    m_hasSent = false;
    m_isTooLarge = false;
    m_isElsewhere = false;
    m_wasKept = std::exchange(m_isKept, false);
    if (!m_wasKept) {
        m_phase = ConnectionPhase::Nothing;
        m_address.clear();
        m_verifier.reset();
    }
    curl_easy_setopt(easy, CURLOPT_FRESH_CONNECT, m_wasKept ? 0L : 1L);
    curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers.list());
    if (!body) {
        curl_easy_setopt(easy, CURLOPT_HTTPGET, 1L);
        return;
    }
    curl_easy_setopt(easy, CURLOPT_POST, 1L);
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body->size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, body->empty() ? "" : body->data());
}

/// The result of the transfer; nothing if the context ended first.
std::optional<CURLcode> HttpChannel::Private::run(const CallContext& context)
{
    CURLM* multi = m_multi.get();
    const std::stop_callback wake(context.stop, [multi] { curl_multi_wakeup(multi); });
    for (;;) {
        int running = 0;
        if (curl_multi_perform(multi, &running) != CURLM_OK)
            return CURLE_OUT_OF_MEMORY;
        int left = 0;
        while (const CURLMsg* message = curl_multi_info_read(multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                return message->data.result;
        }
        if (running == 0)
            return CURLE_FAILED_INIT;
        if (management::ended(context))
            return std::nullopt;
        const auto remaining = context.deadline - std::chrono::steady_clock::now();
        const auto wait = std::min<std::chrono::nanoseconds>(remaining, std::chrono::seconds(1));
        const auto milliseconds = std::chrono::ceil<std::chrono::milliseconds>(wait).count();
        curl_multi_poll(multi, nullptr, 0, static_cast<int>(std::max<std::int64_t>(milliseconds, 0)), nullptr);
    }
}

Result<HttpAnswer> HttpChannel::Private::request(std::optional<std::string_view> body,
                                                 const std::vector<std::string>& headers, const CallContext& context)
{
    if (const auto ended = management::ended(context))
        return failure(*ended);
    if (auto configured = configure(); !configured)
        return failure(std::move(configured.error()));
    const core::PipeSignalGuard guard;
    HeaderList list;
    list.append("Expect:");
    list.append("Connection: Keep-Alive");
    list.append("User-Agent: Deskwarden");
    for (const std::string& header : headers)
        list.append(header.c_str());
    if (!list.isComplete())
        return failure(ErrorKind::OutOfResources);
    begin(body, list);
    if (curl_multi_add_handle(m_multi.get(), m_easy.get()) != CURLM_OK)
        return failure(ErrorKind::OutOfResources, "libcurl could not start");
    const std::optional<CURLcode> code = run(context);
    noteConnection();
    const bool isDone = code == CURLE_OK && m_answer.status != 0;
    curl_socket_t socket = CURL_SOCKET_BAD;
    curl_easy_getinfo(m_easy.get(), CURLINFO_ACTIVESOCKET, &socket);
    m_isKept = isDone && socket != CURL_SOCKET_BAD;
    std::optional<core::ManagementError> error;
    if (!isDone)
        error = errorOf(code, context);
    curl_multi_remove_handle(m_multi.get(), m_easy.get());
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, nullptr); // the list goes now
    curl_easy_setopt(m_easy.get(), CURLOPT_POSTFIELDS, nullptr);
    if (error)
        return failure(std::move(*error));
    return std::move(m_answer);
}

void HttpChannel::Private::noteConnection()
{
    if (m_wasKept)
        return;
    const auto isPast = [this](CURLINFO what) {
        curl_off_t time = 0;
        return curl_easy_getinfo(m_easy.get(), what, &time) == CURLE_OK && time > 0;
    };
    if (isPast(CURLINFO_NAMELOOKUP_TIME_T))
        m_phase = ConnectionPhase::NameResolved;
    if (isPast(CURLINFO_CONNECT_TIME_T) || m_verifier.hasBegun()) // curl sets the time after the TLS handshake only
        m_phase = ConnectionPhase::Connected;
    // Schannel's handshake is over before the certificate is judged.
    const bool isProved = m_verifier.verdict() == PeerVerifier::Verdict::Trusted;
    if (m_phase == ConnectionPhase::Connected && (!m_options.isTls || (isProved && isPast(CURLINFO_APPCONNECT_TIME_T))))
        m_phase = ConnectionPhase::Ready;
    const char* address = nullptr;
    if (curl_easy_getinfo(m_easy.get(), CURLINFO_PRIMARY_IP, &address) == CURLE_OK && address)
        m_address = address;
}

core::ManagementError HttpChannel::Private::errorOf(std::optional<CURLcode> code, const CallContext& context)
{
    core::ManagementError error;
    const auto ended = management::ended(context);
    if (!code && ended) {
        error.kind = *ended;
        error.delivery = m_hasSent ? core::Delivery::MaybeSent : core::Delivery::NotSent;
        if (*ended == ErrorKind::TimedOut && m_phase == ConnectionPhase::NameResolved)
            error.kind = ErrorKind::HostUnreachable;
        return error;
    }
    if (m_isElsewhere && m_phase < ConnectionPhase::Connected) {
        error.kind = ErrorKind::UnprotectedRefused;
        error.detail = "the name leads to another computer";
        return error;
    }
    using Verdict = PeerVerifier::Verdict;
    if (m_verifier.verdict() == Verdict::Untrusted || m_verifier.verdict() == Verdict::Changed)
        return m_verifier.error();
    CurlSituation situation;
    situation.code = code.value_or(CURLE_OPERATION_TIMEDOUT);
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &situation.osError);
    situation.words = m_words.data();
    situation.isTls = m_options.isTls;
    situation.isConnected = m_wasKept || m_phase >= ConnectionPhase::Connected;
    situation.isReady = m_wasKept || m_phase == ConnectionPhase::Ready;
    situation.wasKept = m_wasKept;
    situation.hasSent = m_hasSent;
    situation.hasAnswer = m_answer.status != 0;
    situation.isTooLarge = m_isTooLarge;
    situation.port = m_options.port;
    situation.firstBytes = m_firstBytes;
    situation.areDescriptorsShort = areDescriptorsShort();
    error = errorFromCurl(situation);
    if (error.kind == ErrorKind::CertificateUntrusted)
        error.certificate = m_verifier.certificate();
    noteTlsProblem(error);
    return error;
}

/// The kind stays: a request that was lost is lost, whatever the reason.
void HttpChannel::Private::noteTlsProblem(core::ManagementError& error) const
{
    const bool isOfTls = m_options.isTls && !m_wasKept && m_answer.status == 0 && m_firstBytes.empty();
    if (!isOfTls || (error.kind != ErrorKind::TlsFailed && error.kind != ErrorKind::ConnectionLost))
        return;
    TlsSigns signs = m_verifier.signs();
    signs.isCertificateShown = !m_options.clientCertificate.empty();
    signs.isTls12Only = signs.isCertificateShown;
    const auto problem = tlsProblem(signs, m_words.data());
    if (!problem)
        return;
    error.reason = *problem;
    if (error.kind == ErrorKind::ConnectionLost)
        error.detail.clear(); // curl's words for a lost socket ("getpeername() failed") would hide the cause
}

void HttpChannel::Private::addHeader(std::string_view line)
{
    if (line.starts_with("HTTP/")) { // a 100 Continue comes before the answer's own
        m_answer = HttpAnswer();
        curl_easy_getinfo(m_easy.get(), CURLINFO_RESPONSE_CODE, &m_answer.status);
        return;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos)
        return;
    const std::string_view name = line.substr(0, colon);
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (core::isSameName(name, "Content-Type"))
        m_answer.contentType = value;
    else if (core::isSameName(name, "Location"))
        m_answer.location = value;
    else if (core::isSameName(name, "WWW-Authenticate") && m_answer.wwwAuthenticate.size() < mostAuthenticateHeaders)
        m_answer.wwwAuthenticate.emplace_back(value);
}

std::size_t HttpChannel::Private::takeHeader(char* data, std::size_t size, std::size_t count, void* self)
{
    try {
        static_cast<Private*>(self)->addHeader({data, size * count});
        return size * count;
    } catch (const std::exception&) {
        return 0;
    }
}

std::size_t HttpChannel::Private::takeBody(char* data, std::size_t size, std::size_t count, void* self)
{
    auto* channel = static_cast<Private*>(self);
    const std::size_t length = size * count;
    try {
        HttpAnswer& answer = channel->m_answer;
        if (answer.status == 0) { // HTTP/0.9: anything that is no HTTP
            channel->m_firstBytes.assign(data, std::min(length, bannerSize));
            return 0;
        }
        if (answer.body.size() + length > channel->m_options.maxAnswer) {
            channel->m_isTooLarge = true;
            return 0;
        }
        if (answer.body.empty()) {
            curl_off_t expected = 0;
            curl_easy_getinfo(channel->m_easy.get(), CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &expected);
            if (expected > 0)
                answer.body.reserve(std::min(static_cast<std::size_t>(expected), channel->m_options.maxAnswer));
        }
        answer.body.append(data, length);
        return length;
    } catch (const std::exception&) {
        return 0;
    }
}

int HttpChannel::Private::noteTraffic(CURL* /*handle*/, curl_infotype type, char* /*data*/, std::size_t size,
                                      void* self)
{
    if ((type == CURLINFO_HEADER_OUT || type == CURLINFO_DATA_OUT) && size > 0)
        static_cast<Private*>(self)->m_hasSent = true;
    return 0;
}

curl_socket_t HttpChannel::Private::openSocket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address)
{
    auto* channel = static_cast<Private*>(self);
    // This is the address that is connected to, whatever the name looked like.
    if (channel->m_options.isForThisMachineOnly && !isLoopback(&address->addr)) {
        channel->m_isElsewhere = true;
        return CURL_SOCKET_BAD;
    }
    // When a kept connection has died, curl opens a new one and sends the POST again, all by itself. The caller must
    // decide that: an act may run twice, and sealed bytes are worth nothing on another connection.
    if (channel->m_wasKept)
        return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype, address->protocol);
}

HttpChannel::HttpChannel(HttpOptions options)
    : m_private(std::make_unique<Private>(std::move(options)))
{}

HttpChannel::~HttpChannel() = default;

Result<HttpAnswer> HttpChannel::post(std::string_view body, const std::vector<std::string>& headers,
                                     const CallContext& context)
{
    return toldOf(body, headers, m_private->request(body, headers, context), m_private->m_options.observer.get());
}

Result<HttpAnswer> HttpChannel::get(const CallContext& context)
{
    return toldOf({}, {}, m_private->request(std::nullopt, {}, context), m_private->m_options.observer.get());
}

bool HttpChannel::isConnected() const noexcept
{
    return m_private->m_isKept;
}

void HttpChannel::disconnect() noexcept
{
    m_private->m_isKept = false;
}

ConnectionFacts HttpChannel::facts() const
{
    return m_private->facts();
}

const HttpOptions& HttpChannel::options() const noexcept
{
    return m_private->m_options;
}

} // namespace deskwarden::wsman
