// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "wsman/WsmanConnection.h"

#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

using namespace deskwarden;
using core::ErrorKind;

/// What becomes of each kind of certificate and each kind of TLS, with OpenSSL and with Schannel. tls-servers.py, under
/// which the test runs, makes the certificates and serves them; the client's OpenSSL is configured as laxly as it can
/// be.
class CertificateMatrixTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyServerIsInTheTable();
    void eachServerIsJudged_data();
    void eachServerIsJudged();
    void aPinStandsForTheWholeCheckOfTheCertificate_data() { eachServerIsJudged_data(); }
    void aPinStandsForTheWholeCheckOfTheCertificate();
    void anotherPinRefusesEveryCertificate_data() { eachServerIsJudged_data(); }
    void anotherPinRefusesEveryCertificate();
};

namespace {

#ifdef _WIN32
constexpr bool isSchannel = true;
#else
constexpr bool isSchannel = false;
#endif

constexpr std::string_view broker = "broker.corp.localhost"; // libcurl itself takes it to this machine

constexpr std::string_view trusted = "trusted";
constexpr std::string_view hostName = "untrusted, other name: hostname mismatch";
constexpr std::string_view addressName = "untrusted, other name: IP address mismatch";
constexpr std::string_view noIssuer = "untrusted: unable to get local issuer certificate";
constexpr std::string_view purpose = "untrusted: unsuitable certificate purpose";
constexpr std::string_view times = "untrusted: certificate has expired or is not yet valid";
constexpr std::string_view expired = "untrusted: certificate has expired";
constexpr std::string_view noAuthority = "untrusted: invalid CA certificate";
constexpr std::string_view notOneOfThem = "untrusted: self-signed certificate in certificate chain";
constexpr std::string_view oldTls = "no TLS: the version is too old";
/// Wine's GnuTLS does not say why; Windows itself has codes for it (TlsFailure.cpp).
constexpr std::string_view noTls = "no TLS";
constexpr std::string_view weakTls = "no TLS: no cipher in common";

struct MatrixRow
{
    std::string_view server;   ///< of tls-servers.py
    std::string_view openSsl;  ///< what becomes of it
    std::string_view schannel; ///< under Wine
    std::string_view host = broker;
    std::string_view authority = "authority"; ///< whose file is given

    [[nodiscard]] std::string_view expected() const { return isSchannel ? schannel : openSsl; }
};

constexpr std::array matrix{
    MatrixRow{"good", trusted, trusted},
    MatrixRow{"good", hostName, hostName, "elsewhere.corp.localhost"},
    MatrixRow{"good", addressName, addressName, "127.0.0.1"},
    MatrixRow{"good", noIssuer, noIssuer, broker, "foreign"},
    MatrixRow{"by-another-authority", notOneOfThem, notOneOfThem},
    MatrixRow{"expired", expired, times},
    MatrixRow{"future", "untrusted: certificate is not yet valid", times},
    MatrixRow{"broken-signature", "untrusted: certificate signature failure",
              "untrusted: certificate signature failure"},
    MatrixRow{"self-signed", "untrusted: self-signed certificate", notOneOfThem},
    MatrixRow{"self-signed", trusted, trusted, broker, "self-signed"},

    // names
    MatrixRow{"upper-case", trusted, trusted},
    MatrixRow{"good", trusted, trusted, "BROKER.corp.localhost"},
    MatrixRow{"other-name", hostName, hostName},
    MatrixRow{"name-below", hostName, hostName},
    MatrixRow{"name-above", hostName, hostName},
    MatrixRow{"common-name", trusted, trusted},
    MatrixRow{"other-common-name", hostName, hostName},
    MatrixRow{"wildcard-common-name", trusted, trusted},
    MatrixRow{"wildcard", trusted, trusted},
    MatrixRow{"wildcard", hostName, hostName, "a.broker.corp.localhost"},
    MatrixRow{"wildcard", hostName, hostName, "corp.localhost"},
    MatrixRow{"part-of-a-label", hostName, hostName},
    MatrixRow{"wildcard-amid", hostName, hostName},
    MatrixRow{"two-wildcards", hostName, hostName},
    MatrixRow{"wildcard-of-a-suffix", hostName, trusted, "broker.localhost"},
    MatrixRow{"wildcard-of-a-suffix", hostName, hostName},
    MatrixRow{"wildcard-alone", hostName, hostName},
    MatrixRow{"wildcard-alone", hostName, hostName, "localhost"},
    MatrixRow{"address", trusted, trusted, "127.0.0.1"},
    MatrixRow{"address", hostName, hostName},
    MatrixRow{"address-beside-common-name", hostName, hostName},
    MatrixRow{"other-address", addressName, addressName, "127.0.0.1"},
    MatrixRow{"address-as-name", addressName, addressName, "127.0.0.1"},
    MatrixRow{"address-as-common-name", addressName, addressName, "127.0.0.1"},
    MatrixRow{"wildcard-for-addresses", addressName, addressName, "127.0.0.1"},
    MatrixRow{"nul-in-the-name", hostName, hostName},
    MatrixRow{"nul-before-a-good-name", trusted, hostName},
    MatrixRow{"nul-in-the-common-name", hostName, hostName},

    // uses
    MatrixRow{"any-server", trusted, trusted},
    MatrixRow{"for-clients", purpose, purpose},
    MatrixRow{"for-code", purpose, purpose},
    MatrixRow{"for-all-uses", purpose, purpose},
    MatrixRow{"key-for-revocations", purpose, noTls},
    MatrixRow{"an-authority-itself", trusted, trusted},
    MatrixRow{"unknown-critical", "untrusted: unhandled critical extension", "untrusted: unhandled critical extension"},

    // chains
    MatrixRow{"chain", trusted, trusted},
    MatrixRow{"chain-not-sent", noIssuer, noIssuer},
    MatrixRow{"chain-not-sent", trusted, noIssuer, broker, "intermediate"},
    MatrixRow{"chain", trusted, noIssuer, broker, "intermediate"},
    MatrixRow{"good", trusted, noIssuer, broker, "good"},
    MatrixRow{"expired-chain", expired, times},
    MatrixRow{"outlives-its-authority", trusted, trusted},
    MatrixRow{"path-too-long", "untrusted: path length constraint exceeded", noAuthority},
    MatrixRow{"path-long-enough", trusted, trusted},
    MatrixRow{"constraint-kept", trusted, trusted},
    MatrixRow{"constraint-broken", "untrusted: permitted subtree violation", "untrusted: permitted subtree violation",
              "broker.other.localhost"},
    MatrixRow{"constraint-broken-by-common-name", "untrusted: permitted subtree violation",
              "untrusted: permitted subtree violation", "broker.other.localhost"},
    MatrixRow{"constraint-kept-by-common-name", trusted, "untrusted: permitted subtree violation"},
    MatrixRow{"constraint-excludes", "untrusted: excluded subtree violation", "untrusted: excluded subtree violation"},
    MatrixRow{"signed-by-no-authority", noAuthority, noAuthority},
    MatrixRow{"signed-by-no-signer", noAuthority, purpose},
    MatrixRow{"signed-for-clients", purpose, trusted},

    // strength
    MatrixRow{"sha1", "untrusted: CA signature digest algorithm too weak",
              "untrusted: CA signature digest algorithm too weak"},
    MatrixRow{"md5", "untrusted: CA signature digest algorithm too weak",
              "untrusted: CA signature digest algorithm too weak"},
    MatrixRow{"sha1-in-the-chain", "untrusted: CA signature digest algorithm too weak",
              "untrusted: CA signature digest algorithm too weak"},
    MatrixRow{"sha1-self-signed", trusted, trusted, broker, "sha1-self-signed"},
    MatrixRow{"rsa-1024", "untrusted: EE certificate key too weak", "untrusted: EE certificate key too weak"},
    MatrixRow{"rsa-1024-in-the-chain", "untrusted: CA certificate key too weak",
              "untrusted: CA certificate key too weak"},
    MatrixRow{"rsa-1024-root", "untrusted: CA certificate key too weak", "untrusted: CA certificate key too weak",
              broker, "short-root"},

    // TLS itself
    MatrixRow{"tls-1.0", oldTls, noTls},
    MatrixRow{"tls-1.1", oldTls, noTls},
    MatrixRow{"tls-1.2", trusted, trusted},
    MatrixRow{"tls-1.3", trusted, noTls},
    MatrixRow{"no-cipher", weakTls, noTls},
    MatrixRow{"anonymous", weakTls, noTls},
    MatrixRow{"export-ciphers", weakTls, noTls},
    MatrixRow{"rc4", weakTls, noTls},
    MatrixRow{"des", weakTls, noTls},
    MatrixRow{"triple-des", weakTls, noTls},
    MatrixRow{"small-group", weakTls, trusted},
};

QString groundFile(std::string_view name, const char* ending)
{
    const QString start = isSchannel ? QStringLiteral("Z:") : QString();
    return start + qEnvironmentVariable("DESKWARDEN_TLS_GROUND") + QLatin1Char('/') +
           QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())) + QLatin1String(ending);
}

QByteArray inGround(std::string_view name, const char* ending)
{
    QFile file(groundFile(name, ending));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray tlsWords(core::TlsProblem problem)
{
    switch (problem) {
    case core::TlsProblem::NotTls:
        return "it is none";
    case core::TlsProblem::VersionTooOld:
        return "the version is too old";
    case core::TlsProblem::NoCommonCipher:
        return "no cipher in common";
    case core::TlsProblem::NameUnknown:
        return "the name is unknown";
    case core::TlsProblem::ClientCertificateMissing:
        return "it wants a client certificate";
    case core::TlsProblem::ClientCertificateRefused:
        return "it takes no client certificate";
    }
    return {};
}

QByteArray verdictOf(const core::Result<core::Instance>& result)
{
    if (result)
        return "trusted";
    const core::ManagementError& error = result.error();
    if (error.kind == ErrorKind::CertificateUntrusted && error.certificate)
        return QByteArray("untrusted") + (error.certificate->hasOtherName ? ", other name: " : ": ") +
               error.certificate->whyUntrusted.c_str();
    if (error.kind == ErrorKind::CertificateChanged)
        return "changed";
    if (const auto* problem = std::get_if<core::TlsProblem>(&error.reason))
        return "no TLS: " + tlsWords(*problem);
    if (error.kind == ErrorKind::TlsFailed)
        return "no TLS";
    return QByteArray(core::symbol(error.kind)) + ": " + error.detail.c_str();
}

/// What is told, and what the server saw of it.
struct Outcome
{
    QByteArray verdict;
    core::Delivery delivery = core::Delivery::MaybeSent;
    QByteArray events;
};

Outcome outcomeAt(const MatrixRow& row, const QByteArray& fingerprint)
{
    core::ServerProfile profile;
    profile.address.transport = core::Transport::WsmanHttps;
    profile.address.host = row.host;
    profile.address.port = inGround(row.server, ".port").toUShort();
    profile.auth = core::AuthScheme::Basic;
    profile.user = "operator";
    profile.caFile = groundFile(row.authority, ".pem").toStdString();
    profile.fingerprint = fingerprint.toStdString();
    const auto before = inGround(row.server, ".events").size();
    Outcome outcome;
    {
        wsman::WsmanConnection connection(profile, core::Secret("Tr0ub4dor&3"));
        const auto result = connection.get({"root\\cimv2\\rdms",
                                            "Win32_VirtualDesktopSession",
                                            {{core::SharedString("SessionId"), core::Value(std::uint32_t{1})}}},
                                           management::CallContext::within(std::chrono::seconds(60)));
        outcome.verdict = verdictOf(result);
        if (!result)
            outcome.delivery = result.error().delivery;
    }
    const auto hasEnded = [&] {
        outcome.events = inGround(row.server, ".events").mid(before);
        return outcome.events.endsWith('e');
    };
    if (!QTest::qWaitFor(hasEnded, 60'000))
        outcome.events = "nothing";
    return outcome;
}

const MatrixRow& fetchedRow()
{
    QFETCH(int, row);
    return matrix.at(static_cast<std::size_t>(row));
}

void compare(const Outcome& outcome, std::string_view expected)
{
    QCOMPARE(outcome.verdict, QByteArray(expected.data(), static_cast<qsizetype>(expected.size())));
    QVERIFY2(!outcome.events.contains('o'), "a weak cipher was offered");
    const bool isTrusted = expected == trusted;
    QCOMPARE(outcome.events, QByteArray(isTrusted ? "ae" : "e"));
    if (!isTrusted)
        QCOMPARE(outcome.delivery, core::Delivery::NotSent);
}

} // namespace

void CertificateMatrixTest::everyServerIsInTheTable()
{
    const QDir ground(groundFile({}, ""));
    const QStringList ports = ground.entryList({QStringLiteral("*.port")});
    QVERIFY2(!ports.isEmpty(), "run it by tests/wsman/tls-servers.py");
    QSet<QString> tried;
    for (const MatrixRow& row : matrix)
        tried.insert(QString::fromStdString(std::string(row.server) + ".port"));
    QCOMPARE(QSet<QString>(ports.begin(), ports.end()), tried);
}

void CertificateMatrixTest::eachServerIsJudged_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t index = 0; index < matrix.size(); ++index) {
        const MatrixRow& row = matrix.at(index);
        const std::string title =
            std::string(row.server).append(" as ").append(row.host).append(" by ").append(row.authority);
        QTest::newRow(title.c_str()) << static_cast<int>(index);
    }
}

void CertificateMatrixTest::eachServerIsJudged()
{
    const MatrixRow& row = fetchedRow();
    compare(outcomeAt(row, {}), row.expected());
}

/// Neither name nor date, use, chain nor strength counts then; but TLS itself must be sound.
void CertificateMatrixTest::aPinStandsForTheWholeCheckOfTheCertificate()
{
    const MatrixRow& row = fetchedRow();
    const bool isOfTls = row.expected().starts_with("no TLS");
    compare(outcomeAt(row, inGround(row.server, ".sha256")), isOfTls ? row.expected() : trusted);
}

void CertificateMatrixTest::anotherPinRefusesEveryCertificate()
{
    const MatrixRow& row = fetchedRow();
    const bool isOfTls = row.expected().starts_with("no TLS");
    // Diffie-Hellman's group comes after the certificate.
    const bool isChanged = !isOfTls || row.server == "small-group";
    const QByteArray pin = inGround(row.server == "wildcard" ? "good" : "wildcard", ".sha256");
    compare(outcomeAt(row, pin), isChanged ? "changed" : row.expected());
}

QTEST_GUILESS_MAIN(CertificateMatrixTest)
#include "CertificateMatrixTest.moc"
