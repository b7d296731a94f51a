// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/Transports.h"
#include "simulator/signin/EndPointBinding.h"
#include "simulator/signin/GssAcceptor.h"
#include "wsman/WsmanConnection.h"

#include <QFile>

#include <optional>
#include <utility>

// How the broker is served on Linux: by the simulator's own listener in this process, with every way to sign in.

namespace deskwarden::integration {

namespace {

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

} // namespace

BrokerUnderTest::BrokerUnderTest(TransportUnderTest transport, const support::TestCertificate& certificate,
                                 simulator::FarmOptions farm, const std::vector<std::string>& faults,
                                 simulator::ListenerOptions options)
    : m_transport(transport)
    , m_certificate(certificate)
    , m_broker(std::move(farm), parsed(faults))
{
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
    serve(std::move(options));
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
