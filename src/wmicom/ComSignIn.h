// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "wmicom/ComText.h"
#include "wmicom/WindowsHeaders.h"

#include <string>

namespace deskwarden::wmicom {

/// The user who signs in and how, in the two forms that COM wants: texts for ConnectServer, and a COAUTHIDENTITY for
/// every proxy that comes of it. Without a user it is the person who runs this program.
/// Thread: the COM worker's. Owner: lives as long as every proxy that it was set on, which keep pointers into it.
class ComSignIn final
{
public:
    ComSignIn(const core::ServerProfile& profile, const core::Secret& password);
    ComSignIn(const ComSignIn&) = delete;
    ComSignIn& operator=(const ComSignIn&) = delete;
    ~ComSignIn();

    /// Fails: InvalidInput for schemes that DCOM does not have.
    [[nodiscard]] static core::Result<> check(const core::ServerProfile& profile);

    [[nodiscard]] HRESULT connect(IWbemLocator* locator, const std::string& nameSpace, IWbemServices** services) const;
    /// Privacy and impersonation on a proxy: what it does by default depends on the machine. An object that is no proxy
    /// (it lives in this process) has nothing to set.
    [[nodiscard]] HRESULT protect(IUnknown* proxy) const;

private:
    const std::string m_host; ///< empty = this machine
    const core::AuthScheme m_scheme;
    const std::wstring m_account; ///< as typed
    std::wstring m_user;
    std::wstring m_domain;
    std::wstring m_password;
    mutable COAUTHIDENTITY m_identity{};
};

} // namespace deskwarden::wmicom
