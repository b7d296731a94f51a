// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/signin/KerberosTickets.h"

namespace deskwarden::wsman {

KerberosTickets::~KerberosTickets()
{
    if (m_cache)
        krb5_cc_destroy(m_context, m_cache);
    if (m_context)
        krb5_free_context(m_context);
}

krb5_error_code KerberosTickets::obtain(const std::string& user, const core::Secret& password)
{
    if (const krb5_error_code error = krb5_init_context(&m_context))
        return error;
    krb5_principal principal = nullptr;
    if (const krb5_error_code error = krb5_parse_name(m_context, user.c_str(), &principal))
        return error;
    krb5_creds credentials{};
    std::string text(password.reveal());
    krb5_error_code error = krb5_get_init_creds_password(m_context, &credentials, principal, text.c_str(), nullptr,
                                                         nullptr, 0, nullptr, nullptr);
    core::wipe(text);
    if (error == 0) {
        error = store(principal, credentials);
        krb5_free_cred_contents(m_context, &credentials);
    }
    krb5_free_principal(m_context, principal);
    return error;
}

krb5_error_code KerberosTickets::store(krb5_principal principal, krb5_creds& credentials)
{
    if (const krb5_error_code error = krb5_cc_new_unique(m_context, "MEMORY", nullptr, &m_cache))
        return error;
    if (const krb5_error_code error = krb5_cc_initialize(m_context, m_cache, principal))
        return error;
    return krb5_cc_store_cred(m_context, m_cache, &credentials);
}

std::string KerberosTickets::wordsFor(krb5_error_code error) const
{
    const char* words = krb5_get_error_message(m_context, error);
    std::string text(words);
    krb5_free_error_message(m_context, words);
    return text;
}

std::string KerberosTickets::cacheName() const
{
    return std::string("MEMORY:") + krb5_cc_get_name(m_context, m_cache);
}

} // namespace deskwarden::wsman
