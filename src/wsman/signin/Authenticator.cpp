// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/Authenticator.h"

#include "wsman/signin/AutomaticAuthenticator.h"
#include "wsman/signin/BasicAuthenticator.h"
#include "wsman/signin/CertificateAuthenticator.h"
#include "wsman/signin/NegotiateAuthenticator.h"
#ifdef _WIN32
#include "wsman/signin/SspiSecurityContext.h"
#else
#include "wsman/signin/GssSecurityContext.h"
#endif

#include <utility>

namespace deskwarden::wsman {

using core::AuthScheme;
using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

#ifdef _WIN32
using SystemSecurityContext = SspiSecurityContext;
#else
using SystemSecurityContext = GssSecurityContext;
#endif

bool isTls(const core::ServerProfile& profile)
{
    return profile.address.transport == core::Transport::WsmanHttps;
}

Result<std::unique_ptr<Authenticator>> negotiate(const core::ServerProfile& profile, const core::Secret& password,
                                                 AuthScheme scheme,
                                                 const std::shared_ptr<management::AbandonedCalls>& calls)
{
    SecurityIdentity identity;
    identity.scheme = scheme;
    identity.serviceClass = profile.serviceClass;
    identity.host = profile.address.host;
    identity.user = profile.user;
    identity.password = password;
    const NegotiateOptions options{isTls(profile), profile.uriStyle == core::UriStyle::Cim};
    return std::make_unique<NegotiateAuthenticator>(std::move(identity), options, [calls](const SecurityIdentity& who) {
        return std::make_unique<SystemSecurityContext>(who, calls);
    });
}

Result<std::unique_ptr<Authenticator>> authenticatorBy(AuthScheme scheme, const core::ServerProfile& profile,
                                                       const core::Secret& password,
                                                       const std::shared_ptr<management::AbandonedCalls>& calls)
{
    switch (scheme) {
    case AuthScheme::Automatic:
        return std::make_unique<AutomaticAuthenticator>(
            [profile, password, calls](AuthScheme chosen) { return authenticatorBy(chosen, profile, password, calls); },
            std::chrono::seconds(5));
    case AuthScheme::Basic:
        if (profile.user.empty())
            return failure(ErrorKind::SignInImpossible, "Basic needs a user name and a password");
        return std::make_unique<BasicAuthenticator>(profile.user, password,
                                                    isTls(profile) || profile.address.isLoopback());
    case AuthScheme::Negotiate:
    case AuthScheme::Kerberos:
    case AuthScheme::Ntlm:
        return negotiate(profile, password, scheme, calls);
    case AuthScheme::Certificate:
        return std::make_unique<CertificateAuthenticator>();
    }
    return failure(ErrorKind::InvalidInput, "there is no such scheme");
}

} // namespace

Result<std::unique_ptr<Authenticator>> authenticatorFor(const core::ServerProfile& profile,
                                                        const core::Secret& password,
                                                        const std::shared_ptr<management::AbandonedCalls>& calls)
{
    const AuthScheme scheme = profile.auth == AuthScheme::Automatic && !profile.clientCertificate.empty()
                                  ? AuthScheme::Certificate
                                  : profile.auth;
    return authenticatorBy(scheme, profile, password, calls);
}

} // namespace deskwarden::wsman
