// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/SspiIdentity.h"

#include "core/WideText.h"

namespace deskwarden::wsman {

namespace {

/// SSPI counts and reads UTF-16 as unsigned short.
unsigned short* utf16(std::wstring& text)
{
    return reinterpret_cast<unsigned short*>(text.data());
}

} // namespace

SspiIdentity::SspiIdentity(std::string_view user, const core::Secret& password)
    : m_user(core::wideFrom(user))
    , m_password(core::wideFrom(password.reveal()))
{
    // "user@REALM" stays whole: the domain controller takes it apart.
    if (const auto backslash = m_user.find(L'\\'); backslash != std::wstring::npos) {
        m_domain = m_user.substr(0, backslash);
        m_user.erase(0, backslash + 1);
    }
    m_identity.User = utf16(m_user);
    m_identity.UserLength = static_cast<unsigned long>(m_user.size());
    m_identity.Domain = m_domain.empty() ? nullptr : utf16(m_domain);
    m_identity.DomainLength = static_cast<unsigned long>(m_domain.size());
    m_identity.Password = utf16(m_password);
    m_identity.PasswordLength = static_cast<unsigned long>(m_password.size());
    m_identity.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
}

SspiIdentity::~SspiIdentity()
{
    SecureZeroMemory(m_password.data(), m_password.size() * sizeof(wchar_t));
}

} // namespace deskwarden::wsman
