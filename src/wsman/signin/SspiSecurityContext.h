// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "wsman/signin/LibrarySecurityContext.h"

#include <memory>

namespace deskwarden::wsman {

/// The security context of Windows itself: SSPI's packages Negotiate, Kerberos and NTLM, as the current user (single
/// sign-on) or with credentials that were given. Thread and Blocks: as SecurityContext says.
class SspiSecurityContext final : public LibrarySecurityContext
{
public:
    SspiSecurityContext(SecurityIdentity identity, std::shared_ptr<management::AbandonedCalls> calls);
};

} // namespace deskwarden::wsman
