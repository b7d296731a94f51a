// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"

#include <krb5/krb5.h>

#include <string>

namespace deskwarden::wsman {

/// Tickets got with a user name and a password, in a cache in memory that goes with this object.
/// Thread: one at a time. Blocks: obtain() talks to the KDC.
class KerberosTickets final
{
public:
    KerberosTickets() = default;
    KerberosTickets(const KerberosTickets&) = delete;
    KerberosTickets& operator=(const KerberosTickets&) = delete;
    ~KerberosTickets();

    /// One exchange with the KDC, and no second try: a wrong password counts once. 0 if it worked.
    [[nodiscard]] krb5_error_code obtain(const std::string& user, const core::Secret& password);
    /// The library's words for a failure of obtain().
    [[nodiscard]] std::string wordsFor(krb5_error_code error) const;
    /// "MEMORY:…", for gss_acquire_cred_from.
    [[nodiscard]] std::string cacheName() const;

private:
    krb5_error_code store(krb5_principal principal, krb5_creds& credentials);

    krb5_context m_context = nullptr;
    krb5_ccache m_cache = nullptr;
};

} // namespace deskwarden::wsman
