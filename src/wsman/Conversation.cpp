// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Conversation.h"

#include "core/Secret.h"
#include "wsman/HttpVerdict.h"

#include <utility>

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;
using core::Result;

Conversation::Conversation(HttpOptions options, std::unique_ptr<Authenticator> authenticator)
    : m_channel(std::move(options))
    , m_authenticator(std::move(authenticator))
{}

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
        return answer;
    }
    auto opened = m_authenticator->unprotect(*answer);
    m_wasAuthentic = opened && answer->isAuthentic;
    // Sealing counts messages: after one that does not fit, nothing on this connection would unseal any more.
    if (!m_wasAuthentic)
        m_channel.disconnect();
    if (!opened)
        return failure(std::move(opened.error()));
    return answer;
}

Result<std::string> Conversation::ask(std::string_view envelope, Repeat repeat, const management::CallContext& context)
{
    const bool wasKept = m_channel.isConnected();
    auto answer = askOnce(envelope, context);
    if (!answer && wasKept && answer.error().kind == ErrorKind::ConnectionLost) {
        // The server closes idle connections: that is no failure, as long as repeating does no harm.
        m_authenticator->reset();
        if (repeat == Repeat::Allowed || answer.error().delivery == core::Delivery::NotSent)
            answer = askOnce(envelope, context);
    }
    if (!m_channel.isConnected())
        m_authenticator->reset();
    if (!answer)
        return failure(std::move(answer.error()));
    const bool isEncryptionMissing = !m_channel.options().isTls && !m_wasSealed && !m_hasBeenUnderstood;
    if (auto verdict = httpVerdict(*answer, m_authenticator->scheme(), isEncryptionMissing))
        return failure(std::move(*verdict));
    m_hasBeenUnderstood = true;
    return std::move(answer->body);
}

} // namespace deskwarden::wsman
