// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"

#include <array>
#include <utility>

// What holds for transports on every system: which there are, and how a client gets there. How the broker is served is
// said beside this file and in tests/windows.

namespace deskwarden::integration {

namespace {

constexpr std::array transports{
    NamedTransport{"HTTP on loopback", TransportUnderTest::PlainLoopback},
    NamedTransport{"HTTPS with an authority's file", TransportUnderTest::TlsWithAuthority},
    NamedTransport{"HTTPS with a pinned certificate", TransportUnderTest::TlsWithPin},
    NamedTransport{"HTTP sealed with NTLM", TransportUnderTest::NtlmSealed},
    NamedTransport{"HTTPS with NTLM", TransportUnderTest::NtlmTls},
#ifndef _WIN32 // Wine has Kerberos without sealing and without channel binding
    NamedTransport{"HTTP sealed with Kerberos", TransportUnderTest::KerberosSealed},
    NamedTransport{"HTTPS with Kerberos and strict channel binding", TransportUnderTest::KerberosStrict},
    NamedTransport{"HTTP sealed with the current user's ticket", TransportUnderTest::OwnTicket},
#endif
    NamedTransport{"HTTPS with a client certificate", TransportUnderTest::ClientCertificate},
#ifdef _WIN32
    NamedTransport{"WMI over COM", TransportUnderTest::Dcom},
#endif
};

void signInBy(core::ServerProfile& profile, TransportUnderTest transport, const support::TestCertificate& certificate)
{
    switch (transport) {
    case TransportUnderTest::PlainLoopback:
    case TransportUnderTest::TlsWithAuthority:
    case TransportUnderTest::TlsWithPin:
    case TransportUnderTest::Dcom:
        return;
    case TransportUnderTest::NtlmSealed:
    case TransportUnderTest::NtlmTls:
        profile.auth = core::AuthScheme::Ntlm;
        return;
    case TransportUnderTest::KerberosSealed:
        profile.auth = core::AuthScheme::Kerberos;
        profile.user = SignInGround::principal;
        return;
    case TransportUnderTest::KerberosStrict:
        profile.auth = core::AuthScheme::Negotiate;
        profile.user = SignInGround::principal;
        return;
    case TransportUnderTest::OwnTicket:
        profile.auth = core::AuthScheme::Negotiate;
        profile.user.clear();
        return;
    case TransportUnderTest::ClientCertificate:
        profile.auth = core::AuthScheme::Certificate;
        profile.user.clear();
        profile.clientCertificate = certificate.clientCertificateFile.toStdString();
        profile.clientKey = certificate.clientKeyFile.toStdString();
        return;
    }
}

} // namespace

std::span<const NamedTransport> transportsUnderTest()
{
    return transports;
}

bool hasPassword(TransportUnderTest transport)
{
    return transport != TransportUnderTest::OwnTicket && transport != TransportUnderTest::ClientCertificate;
}

bool isSealed(TransportUnderTest transport)
{
    return transport == TransportUnderTest::NtlmSealed || transport == TransportUnderTest::KerberosSealed ||
           transport == TransportUnderTest::OwnTicket;
}

bool isTls(TransportUnderTest transport)
{
    switch (transport) {
    case TransportUnderTest::TlsWithAuthority:
    case TransportUnderTest::TlsWithPin:
    case TransportUnderTest::NtlmTls:
    case TransportUnderTest::KerberosStrict:
    case TransportUnderTest::ClientCertificate:
        return true;
    case TransportUnderTest::PlainLoopback:
    case TransportUnderTest::NtlmSealed:
    case TransportUnderTest::KerberosSealed:
    case TransportUnderTest::OwnTicket:
    case TransportUnderTest::Dcom:
        return false;
    }
    return false;
}

std::vector<simulator::ScriptedFault> parsed(const std::vector<std::string>& faults)
{
    std::vector<simulator::ScriptedFault> result;
    for (const std::string& fault : faults)
        result.push_back(simulator::ScriptedFault::parse(fault).value());
    return result;
}

std::vector<std::string> actsOf(const std::vector<std::string>& journal, std::string_view action)
{
    std::vector<std::string> lines;
    for (const std::string& line : journal) {
        if (line.find("\"action\":\"" + std::string(action) + '"') != std::string::npos)
            lines.push_back(line);
    }
    return lines;
}

void BrokerUnderTest::serve(simulator::ListenerOptions options)
{
    options.user = SignInGround::user;
    options.password = m_password;
    auto listener = simulator::WsmanListener::start(m_broker, std::move(options));
    if (!listener) {
        m_problem = listener.error().detail;
        return;
    }
    m_listener = *std::move(listener);
    m_port = m_listener->port();
}

core::ServerProfile BrokerUnderTest::profile() const
{
    core::ServerProfile profile;
    profile.address.host = "localhost"; // Kerberos knows services by name
    profile.address.transport = isTls(m_transport) ? core::Transport::WsmanHttps : core::Transport::WsmanHttp;
    if (m_transport == TransportUnderTest::Dcom)
        profile.address.transport = core::Transport::Dcom;
    if (m_port != 0)
        profile.address.port = m_port;
    profile.user = SignInGround::user;
    profile.timeout = std::chrono::seconds(20);
    if (m_transport == TransportUnderTest::TlsWithPin)
        profile.fingerprint = m_certificate.sha256;
    else if (isTls(m_transport))
        profile.caFile = m_certificate.authorityFile.toStdString();
    signInBy(profile, m_transport, m_certificate);
    return profile;
}

simulator::FarmOptions smallFarm(std::size_t sessions)
{
    simulator::FarmOptions farm;
    farm.sessions = sessions;
    farm.seed = 7;
    farm.logoffShortest = std::chrono::milliseconds(50);
    farm.logoffLongest = std::chrono::milliseconds(150);
    return farm;
}

} // namespace deskwarden::integration
