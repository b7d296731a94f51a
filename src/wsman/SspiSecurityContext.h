// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/AbandonableCall.h"
#include "wsman/SecurityContext.h"

#include <memory>

namespace deskwarden::wsman {

/// The security context of Windows itself: SSPI's packages Negotiate, Kerberos and NTLM, as the current user (single
/// sign-on) or with credentials that were given. Thread and Blocks: as SecurityContext says.
class SspiSecurityContext final : public SecurityContext
{
public:
    SspiSecurityContext(SecurityIdentity identity, std::shared_ptr<management::AbandonedCalls> calls);
    ~SspiSecurityContext() override;

    [[nodiscard]] core::Result<std::string> step(std::string_view serverToken,
                                                 const management::CallContext& context) override;
    [[nodiscard]] bool isEstablished() const noexcept override { return m_isEstablished; }
    [[nodiscard]] Mechanism mechanism() const noexcept override { return m_mechanism; }
    [[nodiscard]] core::Result<SealedMessage> seal(std::string_view plain) override;
    [[nodiscard]] core::Result<std::string> unseal(std::string_view header, std::string_view ciphertext) override;

private:
    class Handles;

    const std::shared_ptr<management::AbandonedCalls> m_calls;
    std::shared_ptr<Handles> m_handles; // shared with a call that was left behind; null after that
    bool m_isEstablished = false;
    Mechanism m_mechanism = Mechanism::Ntlm;
};

} // namespace deskwarden::wsman
