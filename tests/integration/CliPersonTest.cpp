// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/LocalDirectory.h"
#include "support/LocalKdc.h"
#include "support/ProgramRun.h"

#include <QTest>

#include <memory>

using namespace deskwarden;
using support::field;
using support::LocalDirectory;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

QByteArray everybody()
{
    const auto account = [](const QByteArray& name, const QByteArray& lines) {
        return LocalDirectory::person(name, lines + LocalDirectory::bytes("objectSid", LocalDirectory::sid(1104)) +
                                                LocalDirectory::bytes("tokenGroups", LocalDirectory::sid(513)));
    };
    return account("ann", "displayName: Ann Example\ndepartment: Accounting\nuserAccountControl: 512\n"
                          "msDS-User-Account-Control-Computed: 0\naccountExpires: 0\n") +
           account("locked", "userAccountControl: 512\nmsDS-User-Account-Control-Computed: 16\naccountExpires: 0\n") +
           account("disabled", "userAccountControl: 514\nmsDS-User-Account-Control-Computed: 0\naccountExpires: 0\n") +
           account("expired", "userAccountControl: 512\nmsDS-User-Account-Control-Computed: 0\naccountExpires: 1\n") +
           account("stale",
                   "userAccountControl: 512\nmsDS-User-Account-Control-Computed: 8388608\naccountExpires: 0\n") +
           account("silent", {}) +
           LocalDirectory::person("evil", LocalDirectory::bytes("displayName", "a\x1B[31m\xE2\x80\xAE\nb"));
}

} // namespace

/// People of a directory on the command line.
class CliPersonTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_kdc = std::make_unique<tests::LocalKdc>();
        m_kdc->admitLdapServer();
        QVERIFY2(m_kdc->error().isEmpty(), qPrintable(m_kdc->error()));
        QVERIFY(m_kdc->signIn());
        m_slapd = std::make_unique<LocalDirectory>(everybody());
        QVERIFY2(m_slapd->error().isEmpty(), qPrintable(m_slapd->error()));
    }

    void aPersonIsPrinted()
    {
        const ProgramResult run = person({text("CORP\\ann")});
        QVERIFY2(run.exitCode == 0, saidBy(run).constData());
        QVERIFY2(run.output.contains("Ann Example") && run.output.contains("Accounting"), saidBy(run).constData());
        QVERIFY2(run.output.contains("In order"), saidBy(run).constData());
    }

    void jsonKeepsWhatIsNotKnownApart()
    {
        const ProgramResult run = person({text("locked"), text("CORP\\silent"), text("NORD\\ann"), text("--json")});
        QCOMPARE(run.exitCode, 1);
        const auto rows = run.objects();
        QCOMPARE(rows.size(), std::size_t{3});
        QVERIFY(rows[0].value(text("locked")) == QJsonValue(true));
        QVERIFY(rows[0].value(text("disabled")) == QJsonValue(false));
        QVERIFY(rows[1].value(text("locked")).isNull() && rows[1].contains(text("locked")));
        QCOMPARE(field(rows[1], "found"), text("known"));
        QCOMPARE(field(rows[2], "found"), text("other_domain"));
    }

    void aHostileNameIsShownEscaped()
    {
        for (const bool isJson : {false, true}) {
            const ProgramResult run =
                person(QStringList{text("evil")} + (isJson ? QStringList{text("--json")} : QStringList()));
            QCOMPARE(run.exitCode, 0);
            QVERIFY2(!run.output.contains('\x1B') && !run.output.contains("\xE2\x80\xAE"), saidBy(run).constData());
        }
    }

    void whatIsWrongIsSaidInASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("password");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("sentence");
        const QStringList whole = connection();
        QTest::newRow("wrong password") << whole << QByteArray("wrong") << 3 << QByteArray("refused the sign-in");
        QTest::newRow("no directory") << QStringList{text("--user"), text("U")} << QByteArray() << 2
                                      << QByteArray("--directory ADDRESS");
        QTest::newRow("no user for the password")
            << QStringList{text("--directory"), text("corp.example"), text("--directory-sign-in"), text("password")}
            << QByteArray() << 2 << QByteArray("--user U");
        QTest::newRow("a web address") << QStringList{text("--directory"), text("https://dc1.corp.example")}
                                       << QByteArray() << 2 << QByteArray("ldaps://");
        QTest::newRow("a password for Kerberos") << QStringList{text("--directory"), text("corp.example"),
                                                                text("--user"), text("U"), text("--password-stdin")}
                                                 << QByteArray() << 2 << QByteArray("--directory-sign-in password");
        QTest::newRow("no such server") << QStringList{text("--directory"), text("ldaps://no-such-host.invalid")}
                                        << QByteArray() << 3 << QByteArray("No directory server of this name is known");
        QTest::newRow("a server that is not kept") << QStringList{text("--server"), text("nowhere")} << QByteArray()
                                                   << 2 << QByteArray("No server called \"nowhere\" is kept here");
        QTest::newRow("nothing listens") << QStringList{text("--directory"), text("ldaps://127.0.0.1:1")}
                                         << QByteArray() << 3 << QByteArray("does not answer");
    }

    void whatIsWrongIsSaidInASentence()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QByteArray, password);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, sentence);
        const ProgramResult run =
            support::runProgram(text("deskwarden-cli"),
                                QStringList{text("person")} + arguments + QStringList{text("ann")}, password + '\n');
        QVERIFY2(run.exitCode == exitCode, saidBy(run).constData());
        QVERIFY2(run.errors.contains(sentence), saidBy(run).constData());
    }

    void whyTellsTheStateOfTheAccount_data()
    {
        QTest::addColumn<QByteArray>("account");
        QTest::addColumn<QByteArray>("cause");
        QTest::addColumn<QByteArray>("answer");
        for (const char* const cause : {"account_disabled", "account_expired", "account_locked", "password_expired"}) {
            const QByteArray name(cause);
            QTest::addRow("ann, %s", cause) << QByteArray("ann") << name << QByteArray("not_found");
            QTest::addRow("silent, %s", cause) << QByteArray("silent") << name << QByteArray("not_known");
            QTest::addRow("nobody, %s", cause) << QByteArray("nobody") << name << QByteArray("not_known");
        }
        QTest::newRow("disabled") << QByteArray("disabled") << QByteArray("account_disabled") << QByteArray("found");
        QTest::newRow("expired") << QByteArray("expired") << QByteArray("account_expired") << QByteArray("found");
        QTest::newRow("locked") << QByteArray("locked") << QByteArray("account_locked") << QByteArray("found");
        QTest::newRow("stale") << QByteArray("stale") << QByteArray("password_expired") << QByteArray("found");
    }

    void whyTellsTheStateOfTheAccount()
    {
        QFETCH(const QByteArray, account);
        QFETCH(const QByteArray, cause);
        QFETCH(const QByteArray, answer);
        // The broker by a password, the directory by the operator's ticket.
        const SimulatorProcess simulator({text("--sessions"), text("5")});
        QVERIFY2(simulator.isListening(), simulator.complaint().constData());
        const ProgramResult run = support::runProgram(
            text("deskwarden-cli"),
            {text("why"), text("--server"), simulator.address(), text("--sign-in-as"), SimulatorProcess::user(),
             text("--password-stdin"), text("--user"), text("CORP\\") + QString::fromLatin1(account), text("--json"),
             text("--directory"), address(), text("--directory-ca"), m_slapd->authorityFile()},
            SimulatorProcess::password() + '\n');
        int found = 0;
        for (const QJsonObject& row : run.objects()) {
            if (field(row, "cause") != QString::fromLatin1(cause))
                continue;
            ++found;
            QVERIFY2(field(row, "answer") == QString::fromLatin1(answer), saidBy(run).constData());
        }
        QVERIFY2(found == 1, saidBy(run).constData());
    }

private:
    [[nodiscard]] QString address() const { return QStringLiteral("ldaps://127.0.0.1:%1").arg(m_slapd->tlsPort()); }
    [[nodiscard]] QStringList connection() const
    {
        return {text("--directory"),
                address(),
                text("--directory-ca"),
                m_slapd->authorityFile(),
                text("--directory-sign-in"),
                text("password"),
                text("--user"),
                QString::fromLatin1(LocalDirectory::readerName()),
                text("--password-stdin")};
    }
    [[nodiscard]] ProgramResult person(const QStringList& arguments) const
    {
        return support::runProgram(text("deskwarden-cli"), QStringList{text("person")} + connection() + arguments,
                                   LocalDirectory::readerPassword() + '\n');
    }

    std::unique_ptr<tests::LocalKdc> m_kdc;
    std::unique_ptr<LocalDirectory> m_slapd;
};

QTEST_GUILESS_MAIN(CliPersonTest)
#include "CliPersonTest.moc"
