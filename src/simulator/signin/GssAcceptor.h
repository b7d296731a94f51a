// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/signin/Acceptor.h"

#include <memory>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// How the simulated server lets people in by Negotiate, NTLM or Kerberos. NTLM's users stand in the file that the
/// environment variable NTLM_USER_FILE names, Kerberos' keys in the keytab that KRB5_KTNAME names: that is how the
/// libraries are told, so both are set before the first use, once for the process.
struct GssAcceptorOptions
{
    bool isRawKerberos = false; ///< the scheme Kerberos instead of Negotiate
    bool allowsNtlm = true;
    bool allowsKerberos = true;
    bool requiresSealing = false;        ///< Windows' AllowUnencrypted=false over plain HTTP
    std::string channelBindings;         ///< of this listener's certificate; empty without TLS
    bool requiresChannelBinding = false; ///< Windows' CbtHardeningLevel Strict
};

/// The server's side of Negotiate or Kerberos on one connection: the legs, then sealing (MS-WSMV 2.2.9.1).
/// Thread: that of the connection. Blocks: briefly; an acceptor asks nobody.
class GssAcceptor final : public Acceptor
{
public:
    explicit GssAcceptor(GssAcceptorOptions options);
    ~GssAcceptor() override;

    [[nodiscard]] std::string_view scheme() const noexcept override;
    [[nodiscard]] std::string challenge() const override { return std::string(scheme()); }
    [[nodiscard]] Step accept(std::string_view credentials) override;
    [[nodiscard]] bool isBoundToConnection() const noexcept override { return true; }
    [[nodiscard]] core::Result<Message> unseal(Message message) override;
    [[nodiscard]] core::Result<Message> seal(Message message) override;

    /// "DOMAIN\user" or "user@REALM", once signed in.
    [[nodiscard]] std::string clientName() const;

private:
    class Handles;

    const GssAcceptorOptions m_options;
    std::unique_ptr<Handles> m_handles; // anew for each sign-in on the connection
};

} // namespace deskwarden::simulator
