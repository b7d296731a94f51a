// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"
#include "windows/TestWmi.h"
#include "wmicom/ComProcess.h"
#include "wmicom/WmiConnection.h"
#include "wsman/WsmanConnection.h"

#include <array>
#include <utility>

// What the suites of tests/integration run over on Windows: the way to the simulator's own listener, and COM. There is
// no KDC, no NTLM of the simulator's side and no TLS of its own.

namespace deskwarden::tests {

LocalKdc::LocalKdc() = default;
LocalKdc::~LocalKdc() = default;

} // namespace deskwarden::tests

namespace deskwarden::support {

TestCertificate makeTestCertificate(const QTemporaryDir& /*folder*/)
{
    return {};
}

} // namespace deskwarden::support

namespace deskwarden::integration {

namespace {

constexpr std::array transports{
    NamedTransport{"HTTP on loopback", TransportUnderTest::PlainLoopback},
    NamedTransport{"WMI over COM", TransportUnderTest::Dcom},
};

std::vector<simulator::ScriptedFault> parsed(const std::vector<std::string>& faults)
{
    std::vector<simulator::ScriptedFault> result;
    for (const std::string& fault : faults)
        result.push_back(simulator::ScriptedFault::parse(fault).value());
    return result;
}

} // namespace

SignInGround::SignInGround() = default;

std::span<const NamedTransport> transportsUnderTest()
{
    return transports;
}

bool hasPassword(TransportUnderTest /*transport*/)
{
    return true;
}

bool isSealed(TransportUnderTest /*transport*/)
{
    return false;
}

BrokerUnderTest::BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                                 simulator::FarmOptions farm, const std::vector<std::string>& faults,
                                 simulator::ListenerOptions options)
    : m_transport(transport)
    , m_certificate(certificate)
    , m_broker(std::move(farm), parsed(faults))
{
    if (transport == TransportUnderTest::Dcom) {
        static const wmicom::ComProcess com;
        auto served = std::make_shared<testwmi::ServedInProcess>(
            m_broker, testwmi::TestServer::Account{SignInGround::user, SignInGround::password});
        if (served->status() < 0)
            m_problem = "CoRegisterClassObject failed";
        m_comServer = std::move(served);
        return;
    }
    options.user = SignInGround::user;
    options.password = m_password;
    auto listener = simulator::WsmanListener::start(m_broker, std::move(options));
    if (listener)
        m_listener = *std::move(listener);
    else
        m_problem = listener.error().detail;
}

core::ServerProfile BrokerUnderTest::profile() const
{
    core::ServerProfile profile;
    profile.address.host = "localhost";
    profile.address.transport =
        m_transport == TransportUnderTest::Dcom ? core::Transport::Dcom : core::Transport::WsmanHttp;
    profile.address.port = m_listener ? m_listener->port() : std::uint16_t{0};
    profile.user = SignInGround::user;
    profile.timeout = std::chrono::seconds(20);
    return profile;
}

management::Connector BrokerUnderTest::connector(const core::Secret& password) const
{
    return m_transport == TransportUnderTest::Dcom ? wmicom::connectorFor(profile(), password)
                                                   : wsman::connectorFor(profile(), password);
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
