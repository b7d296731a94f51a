// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Conversation.h"

#include "core/Secret.h"
#include "wsman/http/HttpVerdict.h"
#include "wsman/http/WireObserver.h"

#include <utility>

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

constexpr long unauthorised = 401;

core::ManagementError signInLost()
{
    core::ManagementError error;
    error.kind = ErrorKind::HttpStatus;
    error.code = unauthorised;
    error.detail = "HTTP status 401 on a connection that was signed in";
    error.delivery = core::Delivery::MaybeSent;
    return error;
}

} // namespace

Conversation::Conversation(HttpOptions options, std::unique_ptr<Authenticator> authenticator)
    : m_channel(std::move(options))
    , m_authenticator(std::move(authenticator))
{}

void Conversation::tellObserver(std::string_view envelope, const Result<HttpAnswer>& answer) const
{
    if (const auto& observer = m_channel.options().observer)
        observer->exchanged(envelope, answer);
}

Result<HttpAnswer> Conversation::askUnsigned(std::string_view body, const std::vector<std::string>& headers,
                                             const management::CallContext& context)
{
    auto answer = m_channel.post(body, headers, context);
    tellObserver(body, answer);
    return answer;
}

Result<HttpAnswer> Conversation::askOnce(std::string_view envelope, const management::CallContext& context)
{
    if (auto established = m_authenticator->establish(m_channel, context); !established)
        return failure(std::move(established.error()));
    m_wasAuthentic = true;
    auto request = m_authenticator->protect(envelope);
    if (!request)
        return failure(std::move(request.error()));
    m_wasSealed = request->body != envelope;
    auto answer = m_channel.post(request->body, request->headers, context);
    for (std::string& header : request->headers)
        core::wipe(header);
    if (!answer) {
        m_channel.disconnect(); // it may have been counted and not sent
        tellObserver(envelope, answer);
        return answer;
    }
    auto opened = m_authenticator->unprotect(*answer);
    m_wasAuthentic = opened && answer->isAuthentic;
    // Sealing counts messages: after one that does not fit, nothing on this connection would unseal any more.
    if (!m_wasAuthentic)
        m_channel.disconnect();
    if (!opened)
        answer = failure(std::move(opened.error()));
    tellObserver(envelope, answer);
    return answer;
}

/// The server closes idle connections: that is no failure, as long as repeating does no harm.
Result<HttpAnswer> Conversation::askOnAnyConnection(std::string_view envelope, Repeat repeat,
                                                    const management::CallContext& context)
{
    const bool wasKept = m_channel.isConnected();
    auto answer = askOnce(envelope, context);
    if (answer || !wasKept || answer.error().kind != ErrorKind::ConnectionLost)
        return answer;
    m_authenticator->reset();
    if (repeat == Repeat::Allowed || answer.error().delivery == core::Delivery::NotSent)
        return askOnce(envelope, context);
    return answer;
}

/// Whether the server refuses a request on a connection that it has let in.
bool Conversation::hasLostSignIn(const Result<HttpAnswer>& answer) const
{
    return answer && answer->status == unauthorised && (m_isSignedIn || m_authenticator->signsConnection()) &&
           isOffered(offeredSchemes(answer->wwwAuthenticate), m_authenticator->scheme());
}

bool Conversation::mayAskAgain(Repeat repeat) const noexcept
{
    switch (repeat) {
    case Repeat::Allowed:
        return true;
    case Repeat::IfRefused:
        return m_wasAuthentic;
    case Repeat::IfUnsent:
        return false;
    }
    return false;
}

Result<std::string> Conversation::ask(std::string_view envelope, Repeat repeat, const management::CallContext& context)
{
    auto answer = askOnAnyConnection(envelope, repeat, context);
    bool isLost = hasLostSignIn(answer);
    if (isLost) {
        m_channel.disconnect();
        m_authenticator->reset();
        m_isSignedIn = false;
        if (mayAskAgain(repeat)) {
            answer = askOnce(envelope, context);
            isLost = hasLostSignIn(answer);
        }
    }
    if (!m_channel.isConnected())
        m_authenticator->reset();
    if (!answer)
        return failure(std::move(answer.error()));
    if (isLost)
        return failure(signInLost());
    const bool isEncryptionMissing = !m_channel.options().isTls && !m_wasSealed && !m_hasBeenUnderstood;
    if (auto verdict = httpVerdict(*answer, m_authenticator->scheme(), isEncryptionMissing)) {
        m_isSignedIn = m_isSignedIn && answer->status != unauthorised;
        return failure(std::move(*verdict));
    }
    m_hasBeenUnderstood = true;
    m_isSignedIn = true;
    return std::move(answer->body);
}

} // namespace deskwarden::wsman
