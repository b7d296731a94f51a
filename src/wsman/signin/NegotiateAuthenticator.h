// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/signin/Authenticator.h"
#include "wsman/signin/EncryptedMime.h"
#include "wsman/signin/SecurityContext.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace deskwarden::wsman {

/// Makes a fresh security context; the platform decides which (GSSAPI, SSPI).
using SecurityContextMaker = std::function<std::unique_ptr<SecurityContext>(const SecurityIdentity&)>;

struct NegotiateOptions
{
    bool isTls = false;
    /// Microsoft's OMI server: no TAB in the sealed parts, and no request without an Authorization header.
    bool isOmi = false;
};

/// HTTP's Negotiate and Kerberos schemes (RFC 4559, MS-WSMV 2.2.9.1): a few empty requests sign the connection in, then
/// every message on it is sealed, or, under TLS, protected by that and tied to its certificate (RFC 5929).
/// Thread: that of the connection.
class NegotiateAuthenticator final : public Authenticator
{
public:
    NegotiateAuthenticator(SecurityIdentity identity, NegotiateOptions options, SecurityContextMaker makeContext);

    [[nodiscard]] std::string_view scheme() const noexcept override;
    [[nodiscard]] core::Result<> establish(HttpChannel& channel, const management::CallContext& context) override;
    [[nodiscard]] bool signsConnection() const noexcept override { return true; }
    [[nodiscard]] core::Result<ProtectedRequest> protect(std::string_view envelope) override;
    [[nodiscard]] core::Result<> unprotect(HttpAnswer& answer) override;
    void reset() noexcept override { m_context.reset(); }

private:
    [[nodiscard]] core::Result<> signIn(HttpChannel& channel, const management::CallContext& context);
    [[nodiscard]] core::Result<std::string> learnBinding(HttpChannel& channel,
                                                         const management::CallContext& context) const;
    struct Leg
    {
        std::string token;                            ///< of the server; empty if it said none
        std::optional<core::ManagementError> refusal; ///< set with a 401: what it means unless the token goes on
    };
    [[nodiscard]] core::Result<Leg> exchange(HttpChannel& channel, std::string_view token,
                                             const management::CallContext& context) const;
    [[nodiscard]] core::Result<Leg> legOf(const HttpAnswer& answer) const;

    const SecurityIdentity m_identity;
    const NegotiateOptions m_options;
    const SecurityContextMaker m_makeContext;
    std::unique_ptr<SecurityContext> m_context;
};

} // namespace deskwarden::wsman
