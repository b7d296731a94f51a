// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/NegotiateAuthenticator.h"

#include "core/Base64.h"
#include "core/Names.h"
#include "core/StatusCode.h"
#include "wsman/http/HttpVerdict.h"

#include <utility>

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

// NTLM takes three, Kerberos one or two; more is a server that plays games.
constexpr int mostLegs = 6;
constexpr std::uint32_t ntlmBlocked = 1937; // ERROR_NTLM_BLOCKED
constexpr std::size_t longestToken = std::size_t{64} * 1024;
constexpr const char* soapType = "Content-Type: application/soap+xml;charset=UTF-8";

bool isSuccess(long status)
{
    return status >= 200 && status < 300;
}

constexpr std::string_view ntlmChallenge("NTLMSSP\0\2\0\0\0", 12);

/// The server takes no header of the sign-in's size: 16 KB with HTTP.sys (MaxFieldLength), 8 with others. Kerberos'
/// tickets of people in hundreds of groups grow beyond that.
bool isTokenTooLarge(const HttpAnswer& answer, std::size_t size)
{
    constexpr std::size_t suspicious = 6'000; // 8 KB in base64
    if (answer.status == 431)
        return true;
    if (answer.status != 400 && answer.status != 413)
        return false;
    return size >= suspicious ||
           core::lowered(std::string_view(answer.body).substr(0, 4096)).find("too long") != std::string::npos;
}

/// NTLM's second message tells what the server can do (MS-NLMP 2.2.1.2).
bool offersNoEncryption(std::string_view token)
{
    constexpr std::size_t flagsAt = 20;
    constexpr unsigned sealAndSign = 0x30; // NEGOTIATE_SEAL, NEGOTIATE_SIGN; both in the lowest byte
    const auto start = token.find(ntlmChallenge);
    if (start == std::string_view::npos || token.size() <= start + flagsAt)
        return false;
    return (static_cast<unsigned char>(token[start + flagsAt]) & sealAndSign) != sealAndSign;
}

bool holds(std::string_view token, std::string_view ntlmMessage)
{
    return token.find(ntlmMessage) != std::string_view::npos; // SPNEGO puts it somewhere into its own
}

/// NTLM's first message, which holds no credentials yet, brought no challenge: the server takes no NTLM at all.
bool isNtlmRefused(std::string_view sent, std::string_view received)
{
    constexpr std::string_view first("NTLMSSP\0\1\0\0\0", 12);
    return holds(sent, first) && !holds(received, ntlmChallenge);
}

/// The library found a cause that is worded, or the caller gave up: better than "refused".
bool isNamed(const core::ManagementError& error)
{
    const bool isEnded = error.kind == ErrorKind::Cancelled || error.kind == ErrorKind::TimedOut;
    return isEnded || core::findStatusCode(error.code) != nullptr;
}

} // namespace

NegotiateAuthenticator::NegotiateAuthenticator(SecurityIdentity identity, NegotiateOptions options,
                                               SecurityContextMaker makeContext)
    : m_identity(std::move(identity))
    , m_options(options)
    , m_makeContext(std::move(makeContext))
{}

std::string_view NegotiateAuthenticator::scheme() const noexcept
{
    return m_identity.scheme == core::AuthScheme::Kerberos ? "Kerberos" : "Negotiate";
}

Result<> NegotiateAuthenticator::establish(HttpChannel& channel, const management::CallContext& context)
{
    if (m_context && channel.isConnected())
        return {};
    m_context.reset();
    const bool wasKept = channel.isConnected();
    auto done = signIn(channel, context);
    // An idle connection that the server has closed is no failure of the sign-in; a refused password is never tried
    // twice.
    if (!done && wasKept && done.error().kind == ErrorKind::ConnectionLost)
        done = signIn(channel, context);
    if (!done) {
        m_context.reset();
        channel.disconnect();                            // half signed in is worth nothing
        done.error().delivery = core::Delivery::NotSent; // the request itself has not gone out
    }
    return done;
}

Result<> NegotiateAuthenticator::signIn(HttpChannel& channel, const management::CallContext& context)
{
    SecurityIdentity identity = m_identity;
    if (m_options.isTls && !m_options.isOmi) {
        auto binding = learnBinding(channel, context);
        if (!binding)
            return failure(std::move(binding.error()));
        identity.channelBindings = std::move(*binding);
    }
    m_context = m_makeContext(identity);
    Leg server;
    for (int leg = 0; leg < mostLegs; ++leg) {
        auto token = m_context->step(server.token, context);
        // A server that says no sends 401 with a reject token, which the library only finds defective.
        if (!token)
            return failure(server.refusal && !isNamed(token.error()) ? std::move(*server.refusal)
                                                                     : std::move(token.error()));
        if (token->empty())
            break; // the server's last token completed it
        auto answer = exchange(channel, *token, context);
        if (!answer)
            return failure(std::move(answer.error()));
        server = std::move(*answer);
        if (offersNoEncryption(server.token))
            return failure(noEncryption("the server's challenge offers no encryption"));
        if (server.refusal && (server.token.empty() || m_context->isEstablished()))
            return failure(std::move(*server.refusal));
        if (!channel.isConnected())
            return failure(ErrorKind::ConnectionLost, "the server closes the connection that the sign-in belongs to");
        if (server.token.empty() || m_context->isEstablished())
            break;
    }
    if (!m_context->isEstablished())
        return failure(ErrorKind::SignInImpossible, "the server let us in without proving who it is");
    return {};
}

/// The certificate is known only once there is a connection: a first request without credentials makes it, as Windows'
/// own clients do, and brings the schemes that are offered.
Result<std::string> NegotiateAuthenticator::learnBinding(HttpChannel& channel,
                                                         const management::CallContext& context) const
{
    if (!channel.isConnected()) {
        auto answer = channel.post({}, {soapType}, context);
        if (!answer)
            return failure(std::move(answer.error()));
        auto verdict = httpVerdict(*answer, scheme(), false);
        const bool isFine = isSuccess(answer->status) || answer->status == 500; // it may only dislike what is empty
        if (verdict && !isFine && verdict->kind != ErrorKind::SignInRefused)
            return failure(std::move(*verdict));
    }
    return channel.facts().channelBinding;
}

Result<NegotiateAuthenticator::Leg> NegotiateAuthenticator::exchange(HttpChannel& channel, std::string_view token,
                                                                     const management::CallContext& context) const
{
    std::vector<std::string> headers{"Authorization: " + std::string(scheme()) + ' ' + core::toBase64(token), soapType};
    auto answer = channel.post({}, headers, context);
    for (std::string& header : headers)
        core::wipe(header);
    auto leg = answer.and_then([this](const HttpAnswer& received) { return legOf(received); });
    if (answer && !leg && leg.error().kind == ErrorKind::HttpStatus && isTokenTooLarge(*answer, token.size()))
        leg.error().subject = std::to_string(token.size());
    if (leg && leg->refusal && leg->refusal->kind == ErrorKind::SignInRefused && isNtlmRefused(token, leg->token)) {
        leg->refusal->kind = ErrorKind::SignInImpossible;
        leg->refusal->code = ntlmBlocked;
        leg->token.clear();
    }
    return leg;
}

Result<NegotiateAuthenticator::Leg> NegotiateAuthenticator::legOf(const HttpAnswer& answer) const
{
    Leg leg;
    auto verdict = httpVerdict(answer, scheme(), false);
    if (answer.status == 401)
        leg.refusal = verdict;
    else if (verdict && !isSuccess(answer.status) && answer.status != 500)
        return failure(std::move(*verdict));
    for (const std::string& value : answer.wwwAuthenticate) {
        const auto space = value.find(' ');
        if (space == std::string::npos || !core::isSameName(std::string_view(value).substr(0, space), scheme()))
            continue;
        const std::string_view text = std::string_view(value).substr(space + 1);
        auto token =
            text.size() > longestToken ? std::nullopt : core::fromBase64(text.substr(0, text.find_first_of(" ,")));
        if (!token)
            return failure(ErrorKind::Malformed, "the server's sign-in token is not readable");
        leg.token = std::move(*token);
        break;
    }
    // A page or a failure instead of the server's next token.
    const bool isAnswered = answer.status == 401 || !leg.token.empty() || m_context->isEstablished();
    if (verdict && !isAnswered && verdict->kind != ErrorKind::Malformed)
        return failure(std::move(*verdict));
    return leg;
}

Result<ProtectedRequest> NegotiateAuthenticator::protect(std::string_view envelope)
{
    ProtectedRequest request;
    if (m_options.isTls) {
        request.body = envelope;
        request.headers.emplace_back(soapType);
        return request;
    }
    auto sealed = m_context->seal(envelope);
    if (!sealed)
        return failure(std::move(sealed.error()));
    const auto protocol =
        m_identity.scheme == core::AuthScheme::Kerberos ? MimeProtocol::Kerberos : MimeProtocol::Spnego;
    request.body = writeEncryptedMime(*sealed, protocol, m_options.isOmi ? MimeIndent::None : MimeIndent::Tab);
    request.headers.emplace_back("Content-Type: " + encryptedContentType(protocol));
    return request;
}

Result<> NegotiateAuthenticator::unprotect(HttpAnswer& answer)
{
    if (m_options.isTls)
        return {};
    if (!isEncryptedContentType(answer.contentType)) {
        // A fault may come in the clear before the server has a context; a result never does.
        answer.isAuthentic = false;
        if (isSuccess(answer.status))
            return failure(ErrorKind::MessageTampered, "a plain answer came to a sealed request",
                           core::Delivery::MaybeSent);
        return {};
    }
    auto plain = readEncryptedMime(answer.body).and_then([this](const EncryptedParts& parts) -> Result<std::string> {
        auto text = m_context->unseal(parts.header, parts.ciphertext);
        if (text && text->size() != parts.plainSize)
            return failure(ErrorKind::MessageTampered, "the answer has another length than it says",
                           core::Delivery::MaybeSent);
        return text;
    });
    if (!plain)
        return failure(std::move(plain.error()));
    answer.body = std::move(*plain);
    answer.contentType = "application/soap+xml;charset=UTF-8";
    return {};
}

} // namespace deskwarden::wsman
