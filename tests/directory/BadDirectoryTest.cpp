// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapDirectory.h"
#include "support/LocalDirectory.h"
#include "support/StallingWire.h"

#include <QTest>

#include <chrono>
#include <memory>
#include <thread>

namespace {

using namespace deskwarden;
using core::DirectoryProblem;
using management::CallContext;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::steady_clock;
using support::LocalDirectory;
using support::StallingWire;

QByteArray some()
{
    QByteArray people = LocalDirectory::person("ann", "displayName: Ann Example\n");
    for (int i = 0; i < 2'000; ++i)
        people += LocalDirectory::person("user" + QByteArray::number(i), "displayName: " + QByteArray(200, 'x') + '\n');
    return people;
}

std::vector<management::AccountName> manyNames()
{
    std::vector<management::AccountName> names;
    for (int i = 0; i < 2'000; ++i)
        names.push_back({"CORP", "user" + std::to_string(i)});
    return names;
}

class BadDirectoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void aPasswordNeverGoesOutUnprotected();
    void aSilentServerIsGivenUpAtTheDeadline_data();
    void aSilentServerIsGivenUpAtTheDeadline();
    void aStopEndsACallAtOnce_data();
    void aStopEndsACallAtOnce();
    void aConnectionThatBreaksInTheMiddleIsSaidAndMadeAnew();
    void aServerThatComesBackIsAskedAgain();

private:
    struct Case
    {
        std::string address;
        std::string user = LocalDirectory::readerName().toStdString();
        std::string password = LocalDirectory::readerPassword().toStdString();
        std::string base = {};
        std::string caFile = {};
    };
    [[nodiscard]] Case good() const
    {
        Case one;
        one.address = tlsAddress(m_slapd->tlsPort());
        one.caFile = m_slapd->authorityFile().toStdString();
        return one;
    }
    [[nodiscard]] static std::string tlsAddress(std::uint16_t port)
    {
        return "ldaps://127.0.0.1:" + std::to_string(port);
    }
    [[nodiscard]] static std::string plainAddress(std::uint16_t port)
    {
        return "ldap://127.0.0.1:" + std::to_string(port);
    }
    [[nodiscard]] static std::unique_ptr<management::DirectoryConnection> connection(const Case& one);

    std::unique_ptr<LocalDirectory> m_slapd;
    std::unique_ptr<LocalDirectory> m_otherName;
};

void BadDirectoryTest::initTestCase()
{
    m_slapd = std::make_unique<LocalDirectory>(some());
    QVERIFY2(m_slapd->error().isEmpty(), qPrintable(m_slapd->error()));
    m_otherName = std::make_unique<LocalDirectory>(LocalDirectory::person("ann"), "DNS:dc1.elsewhere.example");
    QVERIFY2(m_otherName->error().isEmpty(), qPrintable(m_otherName->error()));
}

std::unique_ptr<management::DirectoryConnection> BadDirectoryTest::connection(const Case& one)
{
    core::DirectorySettings settings;
    settings.address = one.address;
    settings.signIn = core::DirectorySignIn::Password;
    settings.base = one.base;
    settings.caFile = one.caFile;
    directory::LdapOptions options;
    options.user = one.user;
    options.password = core::Secret(one.password);
    const auto connector = directory::connectorFor(settings, std::move(options));
    return connector ? *(*connector)() : nullptr;
}

void BadDirectoryTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("problem");
    const auto row = [](const char* what, DirectoryProblem problem) {
        QTest::newRow(what) << QString::fromLatin1(what) << static_cast<int>(problem);
    };
    row("wrong password", DirectoryProblem::SignInRefused);
    row("unknown user", DirectoryProblem::SignInRefused);
    row("no password", DirectoryProblem::NoPassword);
    row("unknown authority", DirectoryProblem::Untrusted);
    row("unknown authority, StartTLS", DirectoryProblem::Untrusted);
    row("certificate for another name", DirectoryProblem::Untrusted);
    row("authorities unreadable", DirectoryProblem::Unprotected);
    row("nothing listens", DirectoryProblem::Silent);
    row("nobody has this name", DirectoryProblem::HostUnknown);
    row("TLS at the plain port", DirectoryProblem::Unprotected);
    row("base elsewhere", DirectoryProblem::Elsewhere);
    row("base missing", DirectoryProblem::BaseMissing);
    row("base is no name", DirectoryProblem::BaseMissing);
    row("base not to be seen", DirectoryProblem::BaseMissing);
}

void BadDirectoryTest::whatIsWrongIsSaid()
{
    QFETCH(const QString, what);
    QFETCH(const int, problem);
    Case one = good();
    const auto is = [&what](const char* name) { return what == QLatin1String(name); };
    if (is("wrong password"))
        one.password = "wrong";
    if (is("unknown user"))
        one.user = "cn=nobody,dc=corp,dc=example";
    if (is("no password"))
        one.password.clear();
    if (is("unknown authority") || is("unknown authority, StartTLS"))
        one.caFile.clear();
    if (is("unknown authority, StartTLS"))
        one.address = plainAddress(m_slapd->port());
    if (is("certificate for another name")) {
        one.caFile = m_otherName->authorityFile().toStdString();
        one.address = tlsAddress(m_otherName->tlsPort());
    }
    if (is("authorities unreadable"))
        one.caFile = "/nowhere/authorities.pem";
    if (is("nothing listens"))
        one.address = tlsAddress(1);
    if (is("nobody has this name"))
        one.address = "ldaps://no-such-host.invalid";
    if (is("TLS at the plain port"))
        one.address = tlsAddress(m_slapd->port());
    if (is("base elsewhere"))
        one.base = "dc=other,dc=test";
    if (is("base missing"))
        one.base = "ou=missing,dc=corp,dc=example";
    if (is("base is no name"))
        one.base = "people";
    if (is("base not to be seen"))
        one.base = "ou=hidden,dc=corp,dc=example";
    const auto asked = connection(one);
    const auto answer = asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20)));
    // what is not to be seen answers as if it were empty, or as if it were not there
    if (is("base not to be seen") && answer) {
        QCOMPARE(answer->front().acquaintance, management::Acquaintance::NotThere);
        return;
    }
    QVERIFY(!answer);
    const auto* const found = std::get_if<DirectoryProblem>(&answer.error().reason);
    QVERIFY(found != nullptr);
    QVERIFY2(*found == static_cast<DirectoryProblem>(problem),
             (std::to_string(static_cast<int>(*found)) + ' ' + answer.error().detail).c_str());
}

void BadDirectoryTest::aPasswordNeverGoesOutUnprotected()
{
    // A server that offers no TLS: an LDAP server whose StartTLS answer never comes, seen through the wire.
    StallingWire wire(m_slapd->port());
    wire.stallAfter(0);
    Case one = good();
    one.address = plainAddress(wire.port());
    const auto answer = connection(one)->lookUp({{"CORP", "ann"}}, CallContext::within(milliseconds(1500)));
    QVERIFY(!answer);
    QCOMPARE(wire.sentByClients().find(one.password), std::string::npos);
    QVERIFY(!wire.sentByClients().empty());
}

void BadDirectoryTest::aSilentServerIsGivenUpAtTheDeadline_data()
{
    QTest::addColumn<int>("after"); // bytes of the server's; -1: nobody answers at all
    QTest::addColumn<bool>("isTls");
    QTest::newRow("nobody, LDAPS") << -1 << true;
    QTest::newRow("nobody, StartTLS") << -1 << false;
    QTest::newRow("in the handshake") << 700 << true;
    QTest::newRow("in a record of a list") << 60'001 << true;
    QTest::newRow("in a list after StartTLS") << 60'001 << false;
}

void BadDirectoryTest::aSilentServerIsGivenUpAtTheDeadline()
{
    QFETCH(const int, after);
    QFETCH(const bool, isTls);
    StallingWire wire(after < 0 ? std::uint16_t{0} : isTls ? m_slapd->tlsPort() : m_slapd->port());
    wire.stallAfter(after);
    Case one = good();
    one.address = isTls ? tlsAddress(wire.port()) : plainAddress(wire.port());
    const auto asked = connection(one);
    const auto answer = asked->lookUp(manyNames(), CallContext::within(milliseconds(1500)));
    QVERIFY(!answer);
    QVERIFY(answer.error().reason == core::ErrorReason(DirectoryProblem::Silent) ||
            answer.error().reason == core::ErrorReason(DirectoryProblem::Unprotected));
}

void BadDirectoryTest::aStopEndsACallAtOnce_data()
{
    aSilentServerIsGivenUpAtTheDeadline_data();
}

void BadDirectoryTest::aStopEndsACallAtOnce()
{
    QFETCH(const int, after);
    QFETCH(const bool, isTls);
    StallingWire wire(after < 0 ? std::uint16_t{0} : isTls ? m_slapd->tlsPort() : m_slapd->port());
    wire.stallAfter(after);
    Case one = good();
    one.address = isTls ? tlsAddress(wire.port()) : plainAddress(wire.port());
    const auto asked = connection(one);
    std::stop_source stop;
    std::atomic<steady_clock::time_point> stoppedAt{};
    std::jthread stopper([&stop, &stoppedAt] {
        std::this_thread::sleep_for(milliseconds(700));
        stoppedAt = steady_clock::now();
        stop.request_stop();
    });
    const auto answer = asked->lookUp(manyNames(), CallContext{stop.get_token()});
    const auto late = steady_clock::now() - stoppedAt.load();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, core::ErrorKind::Cancelled);
    QVERIFY2(late < seconds(5), "a hang, not a delay");
}

void BadDirectoryTest::aConnectionThatBreaksInTheMiddleIsSaidAndMadeAnew()
{
    StallingWire wire(m_slapd->tlsPort());
    Case one = good();
    one.address = tlsAddress(wire.port());
    const auto asked = connection(one);
    QVERIFY(asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20))));
    wire.cutAfter(50'000);
    const auto broken = asked->lookUp(manyNames(), CallContext::within(seconds(20)));
    QVERIFY(!broken);
    QVERIFY(broken.error().reason == core::ErrorReason(DirectoryProblem::Lost));
    wire.goOn();
    const auto again = asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20)));
    QVERIFY2(again, again ? "" : again.error().detail.c_str());
    QCOMPARE(again->front().person.fullName, std::string("Ann Example"));
    QVERIFY(wire.connections() >= 2);
}

void BadDirectoryTest::aServerThatComesBackIsAskedAgain()
{
    const auto asked = connection(good());
    QVERIFY(asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20))));
    m_slapd->stop();
    QVERIFY(!asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20))));
    QVERIFY(!asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20))));
    m_slapd->start();
    QVERIFY2(m_slapd->error().isEmpty(), qPrintable(m_slapd->error()));
    QVERIFY(asked->lookUp({{"CORP", "ann"}}, CallContext::within(seconds(20))));
}

} // namespace

QTEST_GUILESS_MAIN(BadDirectoryTest)
#include "BadDirectoryTest.moc"
