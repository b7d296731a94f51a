// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "wsman/signin/Authenticator.h"

#include <string>

namespace deskwarden::wsman {

/// HTTP's Basic scheme (RFC 7617), sent with every request, only over TLS or to this machine: it shows the password to
/// everybody on the way.
/// Thread: that of the connection.
class BasicAuthenticator final : public Authenticator
{
public:
    /// `isProtected`: the channel is TLS, or does not leave this machine.
    BasicAuthenticator(std::string user, core::Secret password, bool isProtected);

    [[nodiscard]] std::string_view scheme() const noexcept override { return "Basic"; }
    [[nodiscard]] core::Result<> establish(HttpChannel& channel, const management::CallContext& context) override;
    [[nodiscard]] bool signsConnection() const noexcept override { return false; }
    [[nodiscard]] core::Result<ProtectedRequest> protect(std::string_view envelope) override;
    [[nodiscard]] core::Result<> unprotect(HttpAnswer& answer) override;
    void reset() noexcept override {}

private:
    const std::string m_user;
    const core::Secret m_password;
    const bool m_isProtected;
};

} // namespace deskwarden::wsman
