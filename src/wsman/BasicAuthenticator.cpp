// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/BasicAuthenticator.h"

#include <cstdint>
#include <utility>

namespace deskwarden::wsman {

namespace {

std::string base64(std::string_view bytes)
{
    static constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    text.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t index = 0; index < bytes.size(); index += 3) {
        std::uint32_t group = 0;
        for (std::size_t offset = 0; offset < 3; ++offset) {
            const bool isThere = index + offset < bytes.size();
            group = (group << 8U) | (isThere ? static_cast<unsigned char>(bytes[index + offset]) : 0U);
        }
        for (std::size_t digit = 0; digit < 4; ++digit) {
            const bool isPadding = index + digit > bytes.size();
            text.push_back(isPadding ? '=' : digits[(group >> (18U - 6U * digit)) & 0x3FU]);
        }
    }
    return text;
}

} // namespace

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
        return core::failure(core::ErrorKind::InvalidInput, "Basic allows no colon in a user name");
    return {};
}

core::Result<ProtectedRequest> BasicAuthenticator::protect(std::string_view envelope)
{
    std::string plain;
    plain.reserve(m_user.size() + 1 + m_password.reveal().size()); // no copy is left behind by growing
    plain.append(m_user).append(":").append(m_password.reveal());
    std::string token = base64(plain);
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
