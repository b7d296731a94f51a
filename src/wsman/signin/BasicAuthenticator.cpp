// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/BasicAuthenticator.h"

#include "core/Base64.h"

#include <utility>

namespace deskwarden::wsman {

BasicAuthenticator::BasicAuthenticator(std::string user, core::Secret password, bool isProtected)
    : m_user(std::move(user))
    , m_password(std::move(password))
    , m_isProtected(isProtected)
{}

core::Result<> BasicAuthenticator::establish(HttpChannel& /*channel*/, const management::CallContext& /*context*/)
{
    if (!m_isProtected)
        return core::failure(core::ErrorKind::UnprotectedRefused, "Basic would show the password on the network");
    if (m_user.find(':') != std::string::npos)
        return core::failure(core::ErrorKind::InvalidInput, core::InputProblem::ColonInUserName);
    return {};
}

core::Result<ProtectedRequest> BasicAuthenticator::protect(std::string_view envelope)
{
    std::string plain;
    plain.reserve(m_user.size() + 1 + m_password.reveal().size()); // no copy is left behind by growing
    plain.append(m_user).append(":").append(m_password.reveal());
    std::string token = core::toBase64(plain);
    core::wipe(plain);
    ProtectedRequest request;
    request.body = envelope;
    request.headers.emplace_back();
    std::string& header = request.headers.back();
    header.reserve(token.size() + 32);
    header.append("Authorization: Basic ").append(token);
    core::wipe(token);
    request.headers.emplace_back("Content-Type: application/soap+xml;charset=UTF-8");
    return request;
}

core::Result<> BasicAuthenticator::unprotect(HttpAnswer& /*answer*/)
{
    return {};
}

} // namespace deskwarden::wsman
