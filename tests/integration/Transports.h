// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "integration/SignInGround.h"
#include "management/seam/ManagementConnection.h"
#include "simulator/SimulatedBroker.h"
#include "simulator/WsmanListener.h"
#include "support/TestCertificate.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::integration {

class LinuxSimulator; // of tests/windows

/// A way from a ManagementConnection to a simulated broker. A new transport is a new row here and in
/// transportsUnderTest().
enum class TransportUnderTest {
    PlainLoopback,     ///< HTTP on loopback, Basic
    TlsWithAuthority,  ///< HTTPS, Basic, the authority's file
    TlsWithPin,        ///< HTTPS, Basic, the certificate's fingerprint
    NtlmSealed,        ///< HTTP, every message sealed with NTLM
    NtlmTls,           ///< HTTPS, NTLM bound to the channel
    KerberosSealed,    ///< HTTP, every message sealed with Kerberos
    KerberosStrict,    ///< HTTPS, Kerberos inside Negotiate; the server insists on the channel binding
    OwnTicket,         ///< HTTP, sealed: Negotiate with the current user's ticket
    ClientCertificate, ///< HTTPS, the TLS client's certificate
    Dcom               ///< WMI over COM, on Windows only
};

struct NamedTransport
{
    const char* name;
    TransportUnderTest transport;
};
/// Those that this system has.
[[nodiscard]] std::span<const NamedTransport> transportsUnderTest();
/// Whether a password is what signs in over it.
[[nodiscard]] bool hasPassword(TransportUnderTest transport);
[[nodiscard]] bool isSealed(TransportUnderTest transport);
[[nodiscard]] bool isTls(TransportUnderTest transport);

/// Faults in the words of the simulator's option --fault, which must be right.
[[nodiscard]] std::vector<simulator::ScriptedFault> parsed(const std::vector<std::string>& faults);
/// The lines of a journal that are acts of this name.
[[nodiscard]] std::vector<std::string> actsOf(const std::vector<std::string>& journal, std::string_view action);

/// A broker that is reached over one of the transports.
class BrokerUnderTest final
{
public:
    /// The certificate may be unusable for a transport without TLS. NTLM and Kerberos need a SignInGround.
    BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                    simulator::FarmOptions farm, const std::vector<std::string>& faults = {},
                    simulator::ListenerOptions options = {});

    [[nodiscard]] simulator::SimulatedBroker& broker() { return m_broker; }
    [[nodiscard]] core::ServerProfile profile() const;
    [[nodiscard]] const core::Secret& password() const { return m_password; }
    [[nodiscard]] management::Connector connector() const { return connector(m_password); }
    [[nodiscard]] management::Connector connector(const core::Secret& password) const;
    /// Why it does not serve; empty if it does.
    [[nodiscard]] const std::string& problem() const { return m_problem; }
    /// The lines of the journal that are acts of this name.
    [[nodiscard]] std::vector<std::string> journal(std::string_view action);

private:
    /// Serves the broker from this process, over WS-Management.
    void serve(simulator::ListenerOptions options);

    const TransportUnderTest m_transport;
    const support::TestCertificate m_certificate;
    const core::Secret m_password{SignInGround::password};
    simulator::SimulatedBroker m_broker;
    std::unique_ptr<simulator::WsmanListener> m_listener; // serves m_broker
    std::shared_ptr<void> m_comServer;                    // serves m_broker over COM
    std::shared_ptr<LinuxSimulator> m_elsewhere;          // serves a broker that began as m_broker did, outside Wine
    std::uint16_t m_port = 0;                             // 0: the transport has none
    std::string m_problem;
};

/// A small farm in which nothing changes but by acts.
[[nodiscard]] simulator::FarmOptions smallFarm(std::size_t sessions = 120);

} // namespace deskwarden::integration
