// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"

#include "wsman/WsmanConnection.h"

#include <QFile>

#include <array>
#include <utility>

namespace deskwarden::integration {

namespace {

constexpr std::array transports{
    NamedTransport{"HTTP on loopback", TransportUnderTest::PlainLoopback},
    NamedTransport{"HTTPS with an authority's file", TransportUnderTest::TlsWithAuthority},
    NamedTransport{"HTTPS with a pinned certificate", TransportUnderTest::TlsWithPin},
};

std::vector<simulator::ScriptedFault> parsed(const std::vector<std::string>& faults)
{
    std::vector<simulator::ScriptedFault> result;
    for (const std::string& fault : faults)
        result.push_back(simulator::ScriptedFault::parse(fault).value());
    return result;
}

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

} // namespace

std::span<const NamedTransport> transportsUnderTest()
{
    return transports;
}

BrokerUnderTest::BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                                 simulator::FarmOptions farm, const std::vector<std::string>& faults,
                                 simulator::ListenerOptions options)
    : m_transport(transport)
    , m_certificate(certificate)
    , m_broker(std::move(farm), parsed(faults))
{
    options.user = "CORP\\helpdesk";
    options.password = m_password;
    if (transport != TransportUnderTest::PlainLoopback) {
        options.tlsCertificatePem = contentOf(certificate.certificateFile);
        options.tlsKeyPem = contentOf(certificate.keyFile);
    }
    auto listener = simulator::WsmanListener::start(m_broker, std::move(options));
    if (listener)
        m_listener = *std::move(listener);
    else
        m_problem = listener.error().detail;
}

core::ServerProfile BrokerUnderTest::profile() const
{
    core::ServerProfile profile;
    profile.address.host = "127.0.0.1";
    profile.address.port = m_listener->port();
    profile.user = "CORP\\helpdesk";
    profile.timeout = std::chrono::seconds(20);
    switch (m_transport) {
    case TransportUnderTest::PlainLoopback:
        profile.address.transport = core::Transport::WsmanHttp;
        break;
    case TransportUnderTest::TlsWithAuthority:
        profile.address.transport = core::Transport::WsmanHttps;
        profile.caFile = m_certificate.authorityFile.toStdString();
        break;
    case TransportUnderTest::TlsWithPin:
        profile.address.transport = core::Transport::WsmanHttps;
        profile.fingerprint = m_certificate.sha256;
        break;
    }
    return profile;
}

management::Connector BrokerUnderTest::connector(const core::Secret& password) const
{
    return wsman::connectorFor(profile(), password);
}

std::vector<std::string> BrokerUnderTest::journal(std::string_view action)
{
    std::vector<std::string> lines;
    for (const std::string& line : m_broker.journal().lines()) {
        if (line.find("\"action\":\"" + std::string(action) + '"') != std::string::npos)
            lines.push_back(line);
    }
    return lines;
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
