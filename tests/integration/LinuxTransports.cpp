// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"

#include "simulator/signin/EndPointBinding.h"
#include "simulator/signin/GssAcceptor.h"
#include "wsman/WsmanConnection.h"

#include <QFile>

#include <array>
#include <optional>
#include <utility>

namespace deskwarden::integration {

namespace {

constexpr std::array transports{
    NamedTransport{"HTTP on loopback", TransportUnderTest::PlainLoopback},
    NamedTransport{"HTTPS with an authority's file", TransportUnderTest::TlsWithAuthority},
    NamedTransport{"HTTPS with a pinned certificate", TransportUnderTest::TlsWithPin},
    NamedTransport{"HTTP sealed with NTLM", TransportUnderTest::NtlmSealed},
    NamedTransport{"HTTPS with NTLM", TransportUnderTest::NtlmTls},
    NamedTransport{"HTTP sealed with Kerberos", TransportUnderTest::KerberosSealed},
    NamedTransport{"HTTPS with Kerberos and strict channel binding", TransportUnderTest::KerberosStrict},
    NamedTransport{"HTTP sealed with the current user's ticket", TransportUnderTest::OwnTicket},
    NamedTransport{"HTTPS with a client certificate", TransportUnderTest::ClientCertificate},
};

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

/// What the server offers besides Basic; nothing for the transports that are about that.
std::optional<simulator::GssAcceptorOptions> acceptorFor(TransportUnderTest transport)
{
    simulator::GssAcceptorOptions options;
    options.requiresSealing = isSealed(transport);
    switch (transport) {
    case TransportUnderTest::PlainLoopback:
    case TransportUnderTest::TlsWithAuthority:
    case TransportUnderTest::TlsWithPin:
    case TransportUnderTest::ClientCertificate:
    case TransportUnderTest::Dcom:
        return std::nullopt;
    case TransportUnderTest::NtlmSealed:
    case TransportUnderTest::NtlmTls:
        options.allowsKerberos = false;
        break;
    case TransportUnderTest::KerberosSealed:
        options.isRawKerberos = true;
        break;
    case TransportUnderTest::KerberosStrict:
        options.requiresChannelBinding = true;
        options.allowsNtlm = false;
        break;
    case TransportUnderTest::OwnTicket:
        break;
    }
    return options;
}

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

BrokerUnderTest::BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                                 simulator::FarmOptions farm, const std::vector<std::string>& faults,
                                 simulator::ListenerOptions options)
    : m_transport(transport)
    , m_certificate(certificate)
    , m_broker(std::move(farm), parsed(faults))
{
    options.user = SignInGround::user;
    options.password = m_password;
    if (isTls(transport)) {
        options.tlsCertificatePem = contentOf(certificate.certificateFile);
        options.tlsKeyPem = contentOf(certificate.keyFile);
    }
    if (transport == TransportUnderTest::ClientCertificate)
        options.tlsClientAuthorityPem = contentOf(certificate.authorityFile);
    if (auto gss = acceptorFor(transport)) {
        if (isTls(transport))
            gss->channelBindings = simulator::endPointBinding(options.tlsCertificatePem);
        options.acceptors = {[gss = *gss] { return std::make_unique<simulator::GssAcceptor>(gss); }};
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
    profile.address.host = "localhost"; // Kerberos knows services by name
    profile.address.port = m_listener->port();
    profile.address.transport = isTls(m_transport) ? core::Transport::WsmanHttps : core::Transport::WsmanHttp;
    profile.user = SignInGround::user;
    profile.timeout = std::chrono::seconds(20);
    if (m_transport == TransportUnderTest::TlsWithPin)
        profile.fingerprint = m_certificate.sha256;
    else if (isTls(m_transport))
        profile.caFile = m_certificate.authorityFile.toStdString();
    signInBy(profile, m_transport, m_certificate);
    return profile;
}

management::Connector BrokerUnderTest::connector(const core::Secret& password) const
{
    return wsman::connectorFor(profile(), password);
}

std::vector<std::string> BrokerUnderTest::journal(std::string_view action)
{
    return actsOf(m_broker.journal().lines(), action);
}

} // namespace deskwarden::integration
