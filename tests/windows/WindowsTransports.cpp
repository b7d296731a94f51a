// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"
#include "windows/LinuxSimulator.h"
#include "windows/TestWmi.h"
#include "wmicom/ComProcess.h"
#include "wmicom/WmiConnection.h"
#include "wsman/WsmanConnection.h"

#include <QFile>

#include <utility>

// What the suites of tests/integration run over on Windows: WS-Management to the simulator's own listener in this
// process and, with every way to sign in and with TLS, to a simulator outside Wine; and WMI over COM. Kerberos is asked
// in windows.wsman_sign_in: Wine has it without sealing and without channel binding.

namespace deskwarden::tests {

LocalKdc::LocalKdc()
    : m_port(0)
{}
LocalKdc::~LocalKdc() = default;

} // namespace deskwarden::tests

namespace deskwarden::support {

/// Made by with-simulators.sh.
TestCertificate makeTestCertificate(const QTemporaryDir& /*folder*/, const QByteArray& /*names*/)
{
    using integration::LinuxSimulator;
    TestCertificate made;
    made.certificateFile = LinuxSimulator::file(QStringLiteral("localhost.pem"));
    made.keyFile = LinuxSimulator::file(QStringLiteral("localhost.key"));
    made.authorityFile = LinuxSimulator::file(QStringLiteral("authority.pem"));
    made.clientCertificateFile = LinuxSimulator::file(QStringLiteral("client.pfx"));
    QFile fingerprint(LinuxSimulator::file(QStringLiteral("localhost.sha256")));
    if (fingerprint.open(QIODevice::ReadOnly))
        made.sha256 = fingerprint.readAll().toStdString();
    else
        made.problem = QStringLiteral("run it by tests/windows/with-simulators.sh");
    return made;
}

} // namespace deskwarden::support

namespace deskwarden::integration {

namespace {

QString inMilliseconds(std::chrono::milliseconds time)
{
    return QString::number(time.count());
}

/// What the simulator outside is told, so that its farm is the same as one of these options.
QStringList simulatorOptions(TransportUnderTest transport, const simulator::FarmOptions& farm,
                             const std::vector<std::string>& faults)
{
    const auto numbered = [](const char* option, auto number) {
        return QStringList{QString::fromLatin1(option), QString::number(number)};
    };
    QStringList words = numbered("--sessions", farm.sessions);
    words += numbered("--hosts", farm.hosts);
    words += numbered("--collections", farm.collections);
    words += numbered("--seed", farm.seed);
    words << QStringLiteral("--logoff-ms")
          << inMilliseconds(farm.logoffShortest) + QLatin1Char(':') + inMilliseconds(farm.logoffLongest);
    for (const std::string& fault : faults)
        words << QStringLiteral("--fault") << QString::fromStdString(fault);
    const bool isNtlm = transport == TransportUnderTest::NtlmSealed || transport == TransportUnderTest::NtlmTls;
    words << QStringLiteral("--auth") << (isNtlm ? QStringLiteral("ntlm") : QStringLiteral("basic"));
    if (isTls(transport))
        words << QStringLiteral("--tls") << LinuxSimulator::nativeFile(QStringLiteral("localhost.pem"))
              << LinuxSimulator::nativeFile(QStringLiteral("localhost.key"));
    if (transport == TransportUnderTest::ClientCertificate)
        words << QStringLiteral("--tls-client-ca") << LinuxSimulator::nativeFile(QStringLiteral("authority.pem"));
    return words;
}

} // namespace

SignInGround::SignInGround() = default;

BrokerUnderTest::BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                                 simulator::FarmOptions farm, const std::vector<std::string>& faults,
                                 simulator::ListenerOptions options)
    : m_transport(transport)
    , m_certificate(certificate)
    , m_broker(farm, parsed(faults))
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
    if (transport != TransportUnderTest::PlainLoopback) {
        m_elsewhere = std::make_shared<LinuxSimulator>(simulatorOptions(transport, farm, faults));
        m_problem = m_elsewhere->problem();
        m_port = m_elsewhere->port();
        return;
    }
    serve(std::move(options));
}

management::Connector BrokerUnderTest::connector(const core::Secret& password) const
{
    return m_transport == TransportUnderTest::Dcom ? wmicom::connectorFor(profile(), password)
                                                   : wsman::connectorFor(profile(), password);
}

std::vector<std::string> BrokerUnderTest::journal(std::string_view action)
{
    return actsOf(m_elsewhere ? m_elsewhere->journal() : m_broker.journal().lines(), action);
}

} // namespace deskwarden::integration
