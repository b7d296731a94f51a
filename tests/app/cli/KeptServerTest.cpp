// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptions.h"

#include <QTest>

using namespace deskwarden;
using app::parseCli;
using storage::KnownServer;

namespace {

using Known = std::vector<KnownServer>;

KnownServer server(const char* address, const char* name, const char* user, int usedAt = 1)
{
    KnownServer known;
    known.profile.address = *core::ServerAddress::parse(address);
    known.profile.name = name;
    known.profile.user = user;
    known.lastUsed = std::chrono::system_clock::time_point(std::chrono::seconds(usedAt));
    return known;
}

tl::expected<app::CliOptions, QString> parsed(const char* line, const Known& known)
{
    return parseCli(QString::fromUtf8(line).split(QLatin1Char(' '), Qt::SkipEmptyParts), [known] { return known; });
}

std::string addressOf(const char* line, const Known& known)
{
    const auto options = parsed(line, known);
    return options ? options->profile.address.text() : options.error().toStdString();
}

} // namespace

/// What --server means where the console keeps servers.
class KeptServerTest final : public QObject
{
    Q_OBJECT

private slots:
    void aNameStandsForItsServer();
    void aNameWithBlanksStandsForItsServer();
    void anAddressIsNoName();
    void whatIsKeptOfAnAddressIsUsed();
    void aBareHostTakesTransportAndPort();
    void aBareHostOfTwoServersStaysAsTyped();
    void whatIsTypedWins();
    void anotherUserSignsInWithoutACertificateOfTheFirst();
    void aLineThatGivesEverythingChangesNothing();
    void nothingIsTakenAsTyped();
    void twoServersOfOneNameAreToldApart();
    void whatIsNeitherAddressNorNameIsSaid();
    void aUserWhoIsKeptMayHaveThePasswordOnStdin();
    void ofWhyTheUserWhoIsKeptSignsIn();
};

void KeptServerTest::aNameStandsForItsServer()
{
    const auto options = parsed("list --server BERLIN", {server("https://rdcb.corp:5990", "Berlin", "CORP\\ann")});
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->profile.address.text(), std::string("https://rdcb.corp:5990"));
    QCOMPARE(options->profile.user, std::string("CORP\\ann"));
    QVERIFY(options->isKept && options->isAddressKept && options->isUserKept);
}

void KeptServerTest::aNameWithBlanksStandsForItsServer()
{
    const Known known{server("http://b.corp", "Broker Berlin: old", "")};
    const auto options =
        parseCli({QStringLiteral("list"), QStringLiteral("--server"), QStringLiteral("Broker Berlin: old")},
                 [&known] { return known; });
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->profile.address.text(), std::string("http://b.corp"));
}

void KeptServerTest::anAddressIsNoName()
{
    const Known known{server("https://elsewhere", "b.corp", "")};
    QCOMPARE(addressOf("list --server b.corp", known), std::string("b.corp"));
}

void KeptServerTest::whatIsKeptOfAnAddressIsUsed()
{
    KnownServer kept = server("https://b.corp", "", "CORP\\ann");
    kept.profile.fingerprint = std::string(64, 'a');
    kept.profile.auth = core::AuthScheme::Ntlm;
    kept.profile.nameSpace = "root\\x";
    const core::ServerProfile expected = kept.profile;
    kept.profile.refreshInterval = std::chrono::seconds(7); // of the console's table
    const auto options = parsed("list --server https://b.corp", {kept});
    QVERIFY(options);
    QVERIFY(options->profile == expected);
    QVERIFY(options->isUserKept && !options->isAddressKept);
}

void KeptServerTest::aBareHostTakesTransportAndPort()
{
    const auto options = parsed("list --server b.corp", {server("http://b.corp:5999", "", "")});
    QVERIFY(options);
    QCOMPARE(options->profile.address.text(), std::string("http://b.corp:5999"));
    QVERIFY(options->typedAddress);
    QCOMPARE(options->typedAddress->text(), std::string("b.corp"));
}

void KeptServerTest::aBareHostOfTwoServersStaysAsTyped()
{
    const Known two{server("http://b.corp:5999", "", ""), server("https://b.corp", "", "")};
    QCOMPARE(addressOf("list --server b.corp", two), std::string("b.corp"));
    const Known bare{server("http://b.corp:5999", "", ""), server("b.corp", "", "")};
    QCOMPARE(addressOf("list --server b.corp", bare), std::string("b.corp"));
}

void KeptServerTest::whatIsTypedWins()
{
    KnownServer kept = server("https://b.corp", "Berlin", "CORP\\ann");
    kept.profile.caFile = "/tmp/ca";
    kept.profile.timeout = std::chrono::seconds(9);
    const QString pin(64, QLatin1Char('b'));
    const auto options = parsed(
        qPrintable(QStringLiteral("list --server Berlin --auth basic --tls-fingerprint %1 --timeout 5").arg(pin)),
        {kept});
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->profile.auth, core::AuthScheme::Basic);
    QCOMPARE(options->profile.fingerprint, pin.toStdString());
    QCOMPARE(options->profile.caFile, std::string());
    QCOMPARE(options->profile.timeout, std::chrono::seconds(5));
    QCOMPARE(options->profile.user, std::string("CORP\\ann"));
}

void KeptServerTest::anotherUserSignsInWithoutACertificateOfTheFirst()
{
    KnownServer kept = server("https://b.corp", "", "CORP\\ann");
    kept.profile.auth = core::AuthScheme::Certificate;
    kept.profile.clientCertificate = "/tmp/ann.pem";
    const auto another = parsed("list --server https://b.corp --user CORP\\bob", {kept});
    QVERIFY(another);
    QCOMPARE(another->profile.user, std::string("CORP\\bob"));
    QCOMPARE(another->profile.clientCertificate, std::string());
    const auto byScheme = parsed("list --server https://b.corp --auth ntlm", {kept});
    QVERIFY2(byScheme, byScheme ? "" : qPrintable(byScheme.error()));
    QCOMPARE(byScheme->profile.clientCertificate, std::string());
}

void KeptServerTest::aLineThatGivesEverythingChangesNothing()
{
    const char* const line =
        "list --server https://b.corp --user CORP\\bob --password-stdin --auth ntlm --service-class HOST "
        "--tls-fingerprint bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb --timeout 5 "
        "--namespace root\\y --uri-style wmi";
    KnownServer kept = server("https://b.corp", "", "CORP\\ann");
    kept.profile.caFile = "/tmp/ca";
    kept.profile.auth = core::AuthScheme::Basic;
    kept.profile.uriStyle = core::UriStyle::Cim;
    const auto with = parsed(line, {kept});
    const auto without = parsed(line, {});
    QVERIFY(with && without);
    QVERIFY(with->profile == without->profile);
    QVERIFY(!with->isUserKept && !with->isAddressKept);
}

void KeptServerTest::nothingIsTakenAsTyped()
{
    const auto options = parsed("list --as-typed --server b.corp", {server("https://b.corp", "", "CORP\\ann")});
    QVERIFY(options);
    QCOMPARE(options->profile.address.text(), std::string("b.corp"));
    QVERIFY(options->profile.user.empty() && !options->isKept);
}

void KeptServerTest::twoServersOfOneNameAreToldApart()
{
    const Known two{server("https://a.corp", "Test", ""), server("https://b.corp", "Test", "")};
    const auto options = parsed("list --server test", two);
    QVERIFY(!options);
    QVERIFY2(options.error().contains(QStringLiteral("https://a.corp, https://b.corp")), qPrintable(options.error()));
    const Known oneAddress{server("https://a.corp", "Test", "CORP\\ann", 1),
                           server("https://a.corp", "Test", "bob", 2)};
    const auto latest = parsed("list --server test", oneAddress);
    QVERIFY(latest);
    QCOMPARE(latest->profile.user, std::string("bob"));
}

void KeptServerTest::whatIsNeitherAddressNorNameIsSaid()
{
    const Known known{server("https://a.corp", "Test", "")};
    const auto options = parseCli({QStringLiteral("list"), QStringLiteral("--server"), QStringLiteral("Te st")},
                                  [&known] { return known; });
    QVERIFY(!options);
    QVERIFY2(options.error().startsWith(QStringLiteral("--server:")), qPrintable(options.error()));
}

void KeptServerTest::aUserWhoIsKeptMayHaveThePasswordOnStdin()
{
    QVERIFY(parsed("list --server Berlin --password-stdin", {server("https://b.corp", "Berlin", "CORP\\ann")}));
    QVERIFY(!parsed("list --server Berlin --password-stdin", {server("https://b.corp", "Berlin", "")}));
}

void KeptServerTest::ofWhyTheUserWhoIsKeptSignsIn()
{
    const auto options =
        parsed("why --server Berlin --user CORP\\eve", {server("https://b.corp", "Berlin", "CORP\\ann")});
    QVERIFY2(options, options ? "" : qPrintable(options.error()));
    QCOMPARE(options->person, std::string("CORP\\eve"));
    QCOMPARE(options->profile.user, std::string("CORP\\ann"));
}

QTEST_GUILESS_MAIN(KeptServerTest)
#include "KeptServerTest.moc"
