// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Authenticator.h"

#include "wsman/BasicAuthenticator.h"

#include <utility>

namespace deskwarden::wsman {

using core::AuthScheme;
using core::ErrorKind;

core::Result<std::unique_ptr<Authenticator>> authenticatorFor(const core::ServerProfile& profile,
                                                              const core::Secret& password)
{
    switch (profile.auth) {
    case AuthScheme::Automatic:
    case AuthScheme::Basic: {
        if (profile.user.empty())
            return core::failure(ErrorKind::SignInImpossible, "Basic needs a user name and a password");
        const bool isTls = profile.address.transport == core::Transport::WsmanHttps;
        return std::make_unique<BasicAuthenticator>(profile.user, password, isTls || profile.address.isLoopback());
    }
    case AuthScheme::Negotiate:
    case AuthScheme::Kerberos:
    case AuthScheme::Ntlm:
    case AuthScheme::Certificate:
        break;
    }
    return core::failure(ErrorKind::NotSupported, std::string(core::name(profile.auth)) + " is not supported yet");
}

} // namespace deskwarden::wsman
