// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/LibrarySecurityContext.h"

#include <utility>

namespace deskwarden::wsman {

using core::ErrorKind;
using core::failure;
using core::Result;

LibrarySecurityContext::LibrarySecurityContext(std::shared_ptr<SecurityHandles> handles,
                                               std::shared_ptr<management::AbandonedCalls> calls)
    : m_calls(std::move(calls))
    , m_handles(std::move(handles))
{}

Result<std::string> LibrarySecurityContext::step(std::string_view serverToken, const management::CallContext& context)
{
    if (!m_handles)
        return failure(ErrorKind::SignInImpossible, "an earlier leg of the sign-in was given up");
    auto result = management::callAbandonably<std::string>(
        m_calls, context, [handles = m_handles, token = std::string(serverToken)] { return handles->step(token); });
    if (!result) {
        m_handles.reset(); // a call that was left behind may still use it
        m_isEstablished = false;
        return result;
    }
    m_isEstablished = m_handles->isEstablished();
    m_mechanism = m_handles->mechanism();
    return result;
}

Result<SealedMessage> LibrarySecurityContext::seal(std::string_view plain)
{
    if (!m_isEstablished)
        return failure(ErrorKind::UnprotectedRefused, "nothing is sealed before the sign-in is complete");
    return m_handles->seal(plain);
}

Result<std::string> LibrarySecurityContext::unseal(std::string_view header, std::string_view ciphertext)
{
    if (!m_isEstablished)
        return failure(ErrorKind::MessageTampered, "a sealed answer came before the sign-in was complete",
                       core::Delivery::MaybeSent);
    auto plain = m_handles->unseal(header, ciphertext);
    if (!plain) {
        plain.error().kind = ErrorKind::MessageTampered;
        plain.error().delivery = core::Delivery::MaybeSent;
    }
    return plain;
}

} // namespace deskwarden::wsman
