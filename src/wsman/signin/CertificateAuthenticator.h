// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/signin/Authenticator.h"

namespace deskwarden::wsman {

/// Signs in by the TLS client certificate of the channel (DSP0226 annex C.3.4, the "https/mutual" profile); the server
/// maps it to an account. Thread: that of the connection.
class CertificateAuthenticator final : public Authenticator
{
public:
    [[nodiscard]] std::string_view scheme() const noexcept override { return "Certificate"; }
    [[nodiscard]] core::Result<> establish(HttpChannel& channel, const management::CallContext& context) override;
    [[nodiscard]] bool signsConnection() const noexcept override { return false; }
    [[nodiscard]] core::Result<ProtectedRequest> protect(std::string_view envelope) override;
    [[nodiscard]] core::Result<> unprotect(HttpAnswer& /*answer*/) override { return {}; }
    void reset() noexcept override {}
};

} // namespace deskwarden::wsman
