// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/signin/LibrarySecurityContext.h"

#include <memory>

namespace deskwarden::wsman {

/// The security context of MIT Kerberos and gss-ntlmssp: Negotiate (Kerberos or NTLM inside SPNEGO), Kerberos alone,
/// NTLM alone. Credentials that were given live in this process only: no ticket cache is written. Thread and Blocks: as
/// SecurityContext says.
class GssSecurityContext final : public LibrarySecurityContext
{
public:
    GssSecurityContext(SecurityIdentity identity, std::shared_ptr<management::AbandonedCalls> calls);
};

} // namespace deskwarden::wsman
