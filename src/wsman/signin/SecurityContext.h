// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/CallContext.h"

#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::wsman {

/// What SPNEGO agreed upon, or was told to use.
enum class Mechanism { Kerberos, Ntlm };

/// The service to talk to, and the user as whom.
struct SecurityIdentity
{
    core::AuthScheme scheme = core::AuthScheme::Negotiate; ///< Negotiate, Kerberos or Ntlm
    std::string serviceClass = "HTTP";
    std::string host; ///< the server's full name; Kerberos knows no addresses
    std::string user; ///< empty = the current user's own tickets
    core::Secret password;
    std::string channelBindings; ///< "tls-server-end-point:" and the certificate's hash (RFC 5929); empty without TLS
};

/// SignInImpossible: the other side does not grant the encryption that every message needs.
[[nodiscard]] inline core::ManagementError noEncryption(const char* why)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInImpossible;
    error.code = 0x8009030A; // SEC_E_QOP_NOT_SUPPORTED
    error.detail = why;
    return error;
}

/// One message, sealed. The parts go over the wire in the order header, ciphertext (MS-WSMV 2.2.9.1).
struct SealedMessage
{
    std::string header;     ///< the mechanism's signature
    std::string ciphertext; ///< with the padding behind it, if the mechanism pads
};

/// One authenticated conversation with one server: first the handshake's legs, then sealing. Messages are sealed and
/// unsealed exactly once and in order: a message that could not be sent ends the context.
/// Thread: one at a time; created and used on the connection's thread.
/// Blocks: every call returns within 200 ms of a stop request or its deadline; what cannot be cancelled inside (a KDC
/// that does not answer) is left behind on a thread of its own. Fails: SignInImpossible when no token can be made here,
/// MessageTampered when an answer does not unseal. No error text holds the password.
class SecurityContext
{
public:
    SecurityContext() = default;
    SecurityContext(const SecurityContext&) = delete;
    SecurityContext& operator=(const SecurityContext&) = delete;
    virtual ~SecurityContext() = default;

    /// The next token for the server; empty when there is nothing more to say. Starts with an empty server token.
    [[nodiscard]] virtual core::Result<std::string> step(std::string_view serverToken,
                                                         const management::CallContext& context) = 0;
    /// The handshake is done, and confidentiality, integrity (and with Kerberos mutual authentication) were granted.
    [[nodiscard]] virtual bool isEstablished() const noexcept = 0;
    [[nodiscard]] virtual Mechanism mechanism() const noexcept = 0;

    [[nodiscard]] virtual core::Result<SealedMessage> seal(std::string_view plain) = 0;
    [[nodiscard]] virtual core::Result<std::string> unseal(std::string_view header, std::string_view ciphertext) = 0;
};

} // namespace deskwarden::wsman
