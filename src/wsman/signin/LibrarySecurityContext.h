// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/AbandonableCall.h"
#include "wsman/signin/SecurityContext.h"

#include <memory>

namespace deskwarden::wsman {

/// All that a security library works on, so that a call that was left behind keeps it alive alone.
/// Thread: one at a time, but not always the same. Blocks: as long as the library does.
class SecurityHandles
{
public:
    SecurityHandles() = default;
    SecurityHandles(const SecurityHandles&) = delete;
    SecurityHandles& operator=(const SecurityHandles&) = delete;
    virtual ~SecurityHandles() = default;

    [[nodiscard]] virtual core::Result<std::string> step(std::string_view serverToken) = 0;
    [[nodiscard]] virtual bool isEstablished() const noexcept = 0;
    [[nodiscard]] virtual Mechanism mechanism() const noexcept = 0;
    /// These two only once it is established.
    [[nodiscard]] virtual core::Result<SealedMessage> seal(std::string_view plain) = 0;
    [[nodiscard]] virtual core::Result<std::string> unseal(std::string_view header, std::string_view ciphertext) = 0;
};

/// What the contexts of all security libraries have in common: a leg that hangs is left behind, nothing is sealed
/// before the sign-in is complete, and an answer that does not unseal was tampered with. Thread and Blocks: as
/// SecurityContext says.
class LibrarySecurityContext : public SecurityContext
{
public:
    [[nodiscard]] core::Result<std::string> step(std::string_view serverToken,
                                                 const management::CallContext& context) final;
    [[nodiscard]] bool isEstablished() const noexcept final { return m_isEstablished; }
    [[nodiscard]] Mechanism mechanism() const noexcept final { return m_mechanism; }
    [[nodiscard]] core::Result<SealedMessage> seal(std::string_view plain) final;
    [[nodiscard]] core::Result<std::string> unseal(std::string_view header, std::string_view ciphertext) final;

protected:
    LibrarySecurityContext(std::shared_ptr<SecurityHandles> handles, std::shared_ptr<management::AbandonedCalls> calls);

private:
    const std::shared_ptr<management::AbandonedCalls> m_calls;
    std::shared_ptr<SecurityHandles> m_handles; // shared with a call that was left behind; null after that
    bool m_isEstablished = false;
    Mechanism m_mechanism = Mechanism::Ntlm;
};

} // namespace deskwarden::wsman
