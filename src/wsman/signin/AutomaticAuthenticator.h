// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/signin/Authenticator.h"

#include <functional>

namespace deskwarden::wsman {

/// Makes the authenticator of one scheme.
using AuthenticatorMaker = std::function<core::Result<std::unique_ptr<Authenticator>>(core::AuthScheme)>;

/// Takes the strongest scheme that the server has offered by its name in this conversation: Negotiate, Kerberos, then
/// Basic, and that one only where nobody can listen. Asks with one request without credentials, once; never goes on to
/// a weaker scheme after a refused password. Thread: that of the connection. Fails: SchemeNotOffered, with nothing
/// offered, if the server names no scheme: silent, or with another answer.
class AutomaticAuthenticator final : public Authenticator
{
public:
    AutomaticAuthenticator(AuthenticatorMaker make, std::chrono::milliseconds patience);

    [[nodiscard]] std::string_view scheme() const noexcept override;
    [[nodiscard]] core::Result<> establish(HttpChannel& channel, const management::CallContext& context) override;
    [[nodiscard]] bool signsConnection() const noexcept override;
    [[nodiscard]] core::Result<ProtectedRequest> protect(std::string_view envelope) override;
    [[nodiscard]] core::Result<> unprotect(HttpAnswer& answer) override;
    void reset() noexcept override;

private:
    [[nodiscard]] core::Result<std::vector<std::string>> askForSchemes(HttpChannel& channel,
                                                                       const management::CallContext& context) const;
    [[nodiscard]] core::Result<> choose(HttpChannel& channel, const management::CallContext& context);

    const AuthenticatorMaker m_make;
    const std::chrono::milliseconds m_patience; ///< OMI leaves a request without credentials unanswered
    std::unique_ptr<Authenticator> m_chosen;
};

} // namespace deskwarden::wsman
