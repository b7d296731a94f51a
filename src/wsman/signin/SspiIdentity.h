// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "wsman/tls/SspiHeaders.h"

#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// A user name, domain and password in the form that SSPI reads; the password is wiped when it goes.
/// Thread: a value that stays where it is.
class SspiIdentity final
{
public:
    SspiIdentity(std::string_view user, const core::Secret& password);
    SspiIdentity(const SspiIdentity&) = delete;
    SspiIdentity& operator=(const SspiIdentity&) = delete;
    ~SspiIdentity();

    [[nodiscard]] const std::wstring& user() const noexcept { return m_user; }
    [[nodiscard]] const std::wstring& domain() const noexcept { return m_domain; }
    /// Points into this object; SSPI's structs have no const, and it does not write through them.
    [[nodiscard]] SEC_WINNT_AUTH_IDENTITY_W* get() noexcept { return &m_identity; }

private:
    std::wstring m_user;
    std::wstring m_domain;
    std::wstring m_password;
    SEC_WINNT_AUTH_IDENTITY_W m_identity{};
};

} // namespace deskwarden::wsman
