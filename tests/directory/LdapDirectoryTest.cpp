// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapDirectory.h"

#include "support/LocalDirectory.h"
#include "support/LocalKdc.h"

#include <QTest>

#include <memory>

namespace {

using namespace deskwarden;
using management::Acquaintance;
using management::CallContext;
using std::chrono::seconds;
using support::LocalDirectory;

constexpr int crowd = 10'000;

QByteArray everybody()
{
    QByteArray people = LocalDirectory::person(
        "ann", "displayName: Ann Example\ndepartment: Accounting\ntitle: Clerk\ntelephoneNumber: +49 30 1234\n"
               "mail: ann@corp.example\nuserAccountControl: 514\nmsDS-User-Account-Control-Computed: 8388624\n"
               "accountExpires: 9223372036854775807\n" +
                   LocalDirectory::bytes("objectSid", LocalDirectory::sid(1104)) +
                   LocalDirectory::bytes("tokenGroups", LocalDirectory::sid(513)) +
                   LocalDirectory::bytes("tokenGroups", LocalDirectory::sid(2001)) +
                   LocalDirectory::bytes("thumbnailPhoto", QByteArray("\xFF\xD8\xFF\xE0 a small picture")));
    people +=
        LocalDirectory::person("m\xC3\xBCller", "displayName: M\xC3\xBCller, J\xC3\xB6rg\n" +
                                                    LocalDirectory::bytes("objectSid", LocalDirectory::sid(1105)));
    people += LocalDirectory::person("star", "displayName: Not for a star\n");
    people += LocalDirectory::person(
        "evil", LocalDirectory::bytes("displayName", "a\x1B[31m\xE2\x80\xAE\nb") +
                    LocalDirectory::bytes("thumbnailPhoto", QByteArray("\xFF\xD8\xFF") + QByteArray(5'000'000, 'x')));
    people += LocalDirectory::person("twin1", {}).replace("sAMAccountName: twin1", "sAMAccountName: twin");
    people += LocalDirectory::person("twin2", {}).replace("sAMAccountName: twin2", "sAMAccountName: twin");
    people += LocalDirectory::person("ghost").replace("ou=people", "ou=hidden");
    for (int i = 0; i < crowd; ++i) {
        const QByteArray number = QByteArray::number(i);
        people += LocalDirectory::person("user" + number, "displayName: Person " + number + '\n');
    }
    return people;
}

class LdapDirectoryTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aPersonIsToldOverEachProtectedWay_data();
    void aPersonIsToldOverEachProtectedWay();
    void anAccountIsFoundByAnyWayOfWritingIt_data();
    void anAccountIsFoundByAnyWayOfWritingIt();
    void tenThousandAreToldInPages();
    void aHostileEntryIsBounded();
    void theSidsOfAllGroupsAreTold();
    void aServerIsFoundByTheDns();
    void withoutATicketNobodyIsSignedIn();

private:
    [[nodiscard]] std::unique_ptr<management::DirectoryConnection> connection(
        const std::string& address, core::DirectorySignIn signIn = core::DirectorySignIn::Password,
        directory::ServiceLookup lookup = directory::lookUpService) const;
    [[nodiscard]] std::string tlsAddress() const { return "ldaps://127.0.0.1:" + std::to_string(m_slapd->tlsPort()); }
    [[nodiscard]] std::string plainAddress() const { return "ldap://127.0.0.1:" + std::to_string(m_slapd->port()); }

    std::unique_ptr<tests::LocalKdc> m_kdc;
    std::unique_ptr<LocalDirectory> m_slapd;
};

void LdapDirectoryTest::initTestCase()
{
    m_kdc = std::make_unique<tests::LocalKdc>();
    m_kdc->admitLdapServer();
    QVERIFY2(m_kdc->error().isEmpty(), qPrintable(m_kdc->error()));
    m_slapd = std::make_unique<LocalDirectory>(everybody());
    QVERIFY2(m_slapd->error().isEmpty(), qPrintable(m_slapd->error()));
    QVERIFY(m_kdc->signIn());
}

std::unique_ptr<management::DirectoryConnection> LdapDirectoryTest::connection(const std::string& address,
                                                                               core::DirectorySignIn signIn,
                                                                               directory::ServiceLookup lookup) const
{
    core::DirectorySettings settings;
    settings.address = address;
    settings.signIn = signIn;
    settings.caFile = m_slapd->authorityFile().toStdString();
    directory::LdapOptions options;
    options.user = LocalDirectory::readerName().toStdString();
    options.password = core::Secret(LocalDirectory::readerPassword().toStdString());
    options.lookup = std::move(lookup);
    const auto connector = directory::connectorFor(settings, std::move(options));
    return connector ? *(*connector)() : nullptr;
}

void LdapDirectoryTest::aPersonIsToldOverEachProtectedWay_data()
{
    QTest::addColumn<bool>("isTls");
    QTest::addColumn<bool>("isKerberos");
    QTest::newRow("LDAPS, password") << true << false;
    QTest::newRow("StartTLS, password") << false << false;
    QTest::newRow("LDAPS, Kerberos") << true << true;
    QTest::newRow("StartTLS, Kerberos") << false << true;
}

void LdapDirectoryTest::aPersonIsToldOverEachProtectedWay()
{
    QFETCH(const bool, isTls);
    QFETCH(const bool, isKerberos);
    const auto asked = connection(isTls ? tlsAddress() : plainAddress(),
                                  isKerberos ? core::DirectorySignIn::Kerberos : core::DirectorySignIn::Password);
    const auto answer = asked->lookAt({"CORP", "ann"}, CallContext::within(seconds(30)));
    QVERIFY2(answer, answer ? "" : answer.error().detail.c_str());
    QCOMPARE(answer->acquaintance, Acquaintance::Known);
    const management::Person& ann = answer->person;
    QCOMPARE(ann.account, std::string("ann"));
    QCOMPARE(ann.fullName, std::string("Ann Example"));
    QCOMPARE(ann.department, std::string("Accounting"));
    QCOMPARE(ann.title, std::string("Clerk"));
    QCOMPARE(ann.phone, std::string("+49 30 1234"));
    QCOMPARE(ann.mail, std::string("ann@corp.example"));
    QCOMPARE(ann.sid, std::string("S-1-5-21-1-2-3-1104"));
    QCOMPARE(ann.photo, std::string("\xFF\xD8\xFF\xE0 a small picture"));
    QVERIFY(ann.isDisabled == true);
    QVERIFY(ann.isLocked == true);
    QVERIFY(ann.isPasswordExpired == true);
    QVERIFY(ann.isExpired == false);
}

void LdapDirectoryTest::anAccountIsFoundByAnyWayOfWritingIt_data()
{
    QTest::addColumn<QByteArray>("domain");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<int>("acquaintance");
    const auto row = [](const char* title, const char* domain, const QByteArray& user, Acquaintance acquaintance) {
        QTest::newRow(title) << QByteArray(domain) << user << static_cast<int>(acquaintance);
    };
    row("as written", "CORP", "ann", Acquaintance::Known);
    row("other case", "corp", "ANN", Acquaintance::Known);
    row("the domain's long name", "corp.example", "ann", Acquaintance::Known);
    row("no domain", "", "ann", Acquaintance::Known);
    row("beyond ASCII", "CORP", "m\xC3\xBCller", Acquaintance::Known);
    row("another domain", "NORD", "ann", Acquaintance::OfOtherDomain);
    row("nobody", "CORP", "nobody", Acquaintance::NotThere);
    row("star", "CORP", "*", Acquaintance::NotThere);
    row("filter", "CORP", "ann)(objectClass=*", Acquaintance::NotThere);
    row("empty", "CORP", "", Acquaintance::NotThere);
    row("endless", "CORP", QByteArray(100'000, 'x'), Acquaintance::NotThere);
    row("two of the name", "CORP", "twin", Acquaintance::Ambiguous);
    row("not to be seen", "CORP", "ghost", Acquaintance::NotThere);
}

void LdapDirectoryTest::anAccountIsFoundByAnyWayOfWritingIt()
{
    QFETCH(const QByteArray, domain);
    QFETCH(const QByteArray, user);
    QFETCH(const int, acquaintance);
    const auto asked = connection(tlsAddress());
    const auto answer = asked->lookUp({{domain.toStdString(), user.toStdString()}}, CallContext::within(seconds(30)));
    QVERIFY2(answer, answer ? "" : answer.error().detail.c_str());
    QCOMPARE(answer->size(), std::size_t{1});
    QCOMPARE(answer->front().acquaintance, static_cast<Acquaintance>(acquaintance));
    QVERIFY(answer->front().person.photo.empty());
}

void LdapDirectoryTest::tenThousandAreToldInPages()
{
    std::vector<management::AccountName> names;
    for (int i = 0; i < crowd; ++i)
        names.push_back({"CORP", "USER" + std::to_string(i)});
    const auto asked = connection(tlsAddress());
    const auto answers = asked->lookUp(names, CallContext::within(seconds(120)));
    QVERIFY2(answers, answers ? "" : answers.error().detail.c_str());
    QCOMPARE(answers->size(), names.size());
    for (int i = 0; i < crowd; ++i)
        QCOMPARE(answers->at(static_cast<std::size_t>(i)).person.fullName, "Person " + std::to_string(i));
}

void LdapDirectoryTest::aHostileEntryIsBounded()
{
    const auto asked = connection(tlsAddress());
    const auto answer = asked->lookAt({"CORP", "evil"}, CallContext::within(seconds(60)));
    QVERIFY2(answer, answer ? "" : answer.error().detail.c_str());
    QCOMPARE(answer->acquaintance, Acquaintance::Known);
    QVERIFY(answer->person.photo.empty());
    QVERIFY(answer->person.isPhotoTooLarge);
    QCOMPARE(answer->person.fullName, std::string("a\x1B[31m\xE2\x80\xAE\nb")); // shown escaped by whatever shows it
}

void LdapDirectoryTest::theSidsOfAllGroupsAreTold()
{
    const auto asked = connection(tlsAddress());
    const auto sids = asked->sidsOf({"CORP", "ann"}, CallContext::within(seconds(30)));
    QVERIFY2(sids, sids ? "" : sids.error().detail.c_str());
    const std::set<std::string> all{"S-1-5-21-1-2-3-1104", "S-1-5-21-1-2-3-2001", "S-1-5-21-1-2-3-513"};
    QVERIFY(*sids == all);
    // Its groups are not told: a set of the account alone would look whole.
    const auto unknown = asked->sidsOf({"CORP", "m\xC3\xBCller"}, CallContext::within(seconds(30)));
    QVERIFY(unknown);
    QVERIFY(!*unknown);
}

void LdapDirectoryTest::aServerIsFoundByTheDns()
{
    // The one that is named does not exist, but its name was asked for, and tried.
    std::string askedFor;
    const auto asked =
        connection("corp.invalid", core::DirectorySignIn::Password, [&askedFor](const std::string& name) {
            askedFor += name + ' ';
            return std::vector<directory::ServiceRecord>{{0, 0, 389, "dc1.corp.invalid"}};
        });
    const auto answer = asked->lookUp({{"", "ann"}}, CallContext::within(seconds(30)));
    QVERIFY(!answer);
    QCOMPARE(askedFor, std::string("_ldap._tcp.dc._msdcs.corp.invalid "));
    QVERIFY(answer.error().reason == core::ErrorReason(core::DirectoryProblem::HostUnknown));
}

void LdapDirectoryTest::withoutATicketNobodyIsSignedIn()
{
    m_kdc->signOut();
    const auto asked = connection(tlsAddress(), core::DirectorySignIn::Kerberos);
    const auto answer = asked->lookUp({{"", "ann"}}, CallContext::within(seconds(30)));
    QVERIFY(m_kdc->signIn());
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, core::ErrorKind::SignInImpossible);
    QVERIFY(answer.error().reason == core::ErrorReason(core::DirectoryProblem::NoTicket));
    QVERIFY2(asked->lookUp({{"", "ann"}}, CallContext::within(seconds(30))), "with one it goes on");
}

} // namespace

QTEST_GUILESS_MAIN(LdapDirectoryTest)
#include "LdapDirectoryTest.moc"
