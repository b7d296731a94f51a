// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wmicom/ComSignIn.h"

#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

namespace {

/// COM counts and reads UTF-16 as unsigned short.
USHORT* utf16(std::wstring& text)
{
    return reinterpret_cast<USHORT*>(text.data());
}

DWORD serviceOf(core::AuthScheme scheme)
{
    switch (scheme) {
    case core::AuthScheme::Kerberos:
        return RPC_C_AUTHN_GSS_KERBEROS;
    case core::AuthScheme::Ntlm:
        return RPC_C_AUTHN_WINNT;
    case core::AuthScheme::Automatic:
    case core::AuthScheme::Negotiate:
    case core::AuthScheme::Basic:
    case core::AuthScheme::Certificate:
        return RPC_C_AUTHN_DEFAULT; // negotiated
    }
    return RPC_C_AUTHN_DEFAULT;
}

} // namespace

ComSignIn::ComSignIn(const core::ServerProfile& profile, const core::Secret& password)
    : m_host(profile.address.isLoopback() ? std::string() : profile.address.host)
    , m_scheme(profile.auth)
    , m_account(core::wideFrom(profile.user))
    , m_user(m_account)
    , m_password(core::wideFrom(password.reveal()))
{
    // "user@REALM" stays whole: the server's domain controller takes it apart.
    if (const auto backslash = m_user.find(L'\\'); backslash != std::wstring::npos) {
        m_domain = m_user.substr(0, backslash);
        m_user.erase(0, backslash + 1);
    }
    m_identity.User = utf16(m_user);
    m_identity.UserLength = static_cast<ULONG>(m_user.size());
    m_identity.Domain = utf16(m_domain);
    m_identity.DomainLength = static_cast<ULONG>(m_domain.size());
    m_identity.Password = utf16(m_password);
    m_identity.PasswordLength = static_cast<ULONG>(m_password.size());
    m_identity.Flags = SEC_WINNT_AUTH_IDENTITY_UNICODE;
}

ComSignIn::~ComSignIn()
{
    SecureZeroMemory(m_password.data(), m_password.size() * sizeof(wchar_t));
}

core::Result<> ComSignIn::check(const core::ServerProfile& profile)
{
    switch (profile.auth) {
    case core::AuthScheme::Automatic:
    case core::AuthScheme::Negotiate:
    case core::AuthScheme::Kerberos:
    case core::AuthScheme::Ntlm:
        return {};
    case core::AuthScheme::Basic:
    case core::AuthScheme::Certificate:
        break;
    }
    return core::failure(core::ErrorKind::InvalidInput, core::InputProblem::NoSchemeOverDcom);
}

HRESULT ComSignIn::connect(IWbemLocator* locator, const std::string& nameSpace, IWbemServices** services) const
{
    const Bstr place(m_host.empty() ? nameSpace : "\\\\" + m_host + "\\" + nameSpace);
    const Bstr account{std::wstring_view(m_account)};
    // Freed text may linger on the heap, hence a BSTR of its own that is wiped.
    const Bstr password{std::wstring_view(m_password)};
    std::wstring authorityText;
    if (m_scheme == core::AuthScheme::Kerberos && !m_host.empty())
        authorityText = L"kerberos:HOST/" + core::wideFrom(m_host);
    else if (m_scheme == core::AuthScheme::Ntlm && !m_domain.empty())
        authorityText = L"ntlmdomain:" + m_domain;
    const Bstr authority{std::wstring_view(authorityText)};
    const Bstr bareUser{std::wstring_view(m_user)}; // with a domain in the authority the account must not name one
    const bool isExplicit = !m_account.empty();
    const bool namesDomain = authorityText.starts_with(L"ntlmdomain:");
    const HRESULT status =
        locator->ConnectServer(place.get(), isExplicit ? (namesDomain ? bareUser.get() : account.get()) : nullptr,
                               isExplicit ? password.get() : nullptr, nullptr, WBEM_FLAG_CONNECT_USE_MAX_WAIT,
                               authorityText.empty() ? nullptr : authority.get(), nullptr, services);
    if (password.get())
        SecureZeroMemory(password.get(), SysStringByteLen(password.get()));
    return status;
}

HRESULT ComSignIn::protect(IUnknown* proxy) const
{
    COAUTHIDENTITY* const identity = m_account.empty() ? nullptr : &m_identity;
    const HRESULT status =
        CoSetProxyBlanket(proxy, serviceOf(m_scheme), RPC_C_AUTHZ_DEFAULT, COLE_DEFAULT_PRINCIPAL,
                          RPC_C_AUTHN_LEVEL_PKT_PRIVACY, RPC_C_IMP_LEVEL_IMPERSONATE, identity, EOAC_NONE);
    return status == E_NOINTERFACE ? S_OK : status;
}

} // namespace deskwarden::wmicom
