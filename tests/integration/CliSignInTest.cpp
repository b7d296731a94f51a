// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/SignInGround.h"
#include "support/ProgramRun.h"
#include "support/TestCertificate.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace deskwarden;
using integration::SignInGround;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;

namespace {

/// Kerberos knows services by name.
QString named(QString address)
{
    return address.replace(text("127.0.0.1"), text("localhost"));
}

} // namespace

/// Every way of signing in, from the command line of one program to that of the other.
class CliSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everySchemeSignsIn_data();
    void everySchemeSignsIn();
    void aClientKeytabSignsInWithoutATicket();
    void everyRefusalIsNamed_data();
    void everyRefusalIsNamed();
    void aKeptPasswordServesUntilItIsForgotten();
    void withoutAKeychainThatIsSaid();
    void whatTheConsoleKeepsOfAServerIsUsed();

private:
    void keepServer(const QJsonObject& server) const;
    QStringList farm(const QStringList& signIn) const;
    ProgramResult list(const QString& server, const QStringList& options) const;

    std::optional<SignInGround> m_ground;
    QTemporaryDir m_folder;
    support::TestCertificate m_certificate;
    QStringList m_tls;
    bool m_hasSecretService = false;
};

void CliSignInTest::initTestCase()
{
    m_hasSecretService = qEnvironmentVariableIsSet("DESKWARDEN_TEST_SECRET_SERVICE");
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
    m_certificate = support::makeTestCertificate(m_folder);
    QVERIFY2(m_certificate.isUsable(), qPrintable(m_certificate.problem));
    m_tls = {text("--tls"), m_certificate.certificateFile, m_certificate.keyFile};
    qunsetenv("NTLM_USER_FILE"); // the simulator's affair; with it our client would find a password there
}

QStringList CliSignInTest::farm(const QStringList& signIn) const
{
    return QStringList{text("--sessions"), text("30"), text("--seed"), text("7")} + signIn;
}

ProgramResult CliSignInTest::list(const QString& server, const QStringList& options) const
{
    const bool hasUser = options.contains(text("--user"));
    const QStringList password =
        hasUser && !options.contains(text("--saved")) ? QStringList{text("--password-stdin")} : QStringList();
    return support::runProgram(
        text("deskwarden-cli"),
        QStringList{text("list"), text("--server"), server, text("--json"), text("--timeout"), text("20")} + options +
            password,
        SimulatorProcess::password() + '\n');
}

void CliSignInTest::everySchemeSignsIn_data()
{
    QTest::addColumn<QStringList>("simulator");
    QTest::addColumn<QStringList>("client");
    const QStringList ntlm{text("--auth"), text("ntlm")};
    const QStringList users{text("--ntlm-users"), m_ground->ntlmUsers()};
    QFile locals(m_folder.filePath(text("locals")));
    QVERIFY(locals.open(QIODevice::WriteOnly));
    locals.write("SERVER:local:" + SimulatorProcess::password() + '\n');
    const QStringList local{text("--ntlm-users"), locals.fileName()};
    const QStringList kerberos{text("--auth"), text("kerberos"), text("--keytab"), m_ground->kdc().keytab()};
    const QStringList all{text("--auth"), text("basic,ntlm,kerberos"), text("--keytab"), m_ground->kdc().keytab()};
    const QStringList ours{text("--user"), SimulatorProcess::user()};
    const QStringList corp{text("--user"), text(SignInGround::user)};
    const QStringList principal{text("--user"), text(SignInGround::principal)};
    const QStringList ca{text("--tls-ca"), m_certificate.authorityFile};
    const auto by = [](const char* scheme) { return QStringList{text("--auth"), text(scheme)}; };

    QTest::newRow("NTLM, one user") << ntlm << ours + by("ntlm");
    QTest::newRow("NTLM, a file of users") << ntlm + users << corp + by("ntlm");
    QTest::newRow("NTLM as Negotiate") << ntlm + users << corp + by("negotiate");
    QTest::newRow("NTLM as the strongest that is offered") << ntlm + users << corp;
    QTest::newRow("NTLM over TLS, strict")
        << ntlm + users + m_tls + QStringList{text("--strict-binding")} << corp + by("ntlm") + ca;
    QTest::newRow("unsealed messages allowed") << ntlm + users + QStringList{text("--encrypt"), text("allow")} << corp;
    QTest::newRow("a name that the KDC does not know") << ntlm + local << QStringList{text("--user"), text("local")};
    QTest::newRow("Kerberos") << kerberos << principal + by("kerberos");
    QTest::newRow("Kerberos as Negotiate") << kerberos << principal + by("negotiate");
    QTest::newRow("Kerberos over TLS, strict")
        << kerberos + m_tls + QStringList{text("--strict-binding")} << principal + by("kerberos") + ca;
    QTest::newRow("the current user's ticket") << kerberos << QStringList();
    QTest::newRow("the current user's ticket, all schemes in one line")
        << all + QStringList{text("--one-line-challenge")} << QStringList();
    QTest::newRow("Basic among others, over TLS") << all + m_tls << ours + by("basic") + ca;
    QTest::newRow("a client certificate") << m_tls + QStringList{text("--tls-client-ca"), m_certificate.authorityFile}
                                          << QStringList{text("--client-cert"), m_certificate.clientCertificateFile,
                                                         text("--client-key"), m_certificate.clientKeyFile} +
                                                 ca;
}

void CliSignInTest::everySchemeSignsIn()
{
    QFETCH(const QStringList, simulator);
    QFETCH(const QStringList, client);
    const SimulatorProcess server(farm(simulator));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const ProgramResult result = list(named(server.address()), client);
    QVERIFY2(result.exitCode == 0, result.errors.constData());
    QCOMPARE(result.objects().size(), std::size_t(30));
}

/// As the unit of systemd does where nobody has signed in.
void CliSignInTest::aClientKeytabSignsInWithoutATicket()
{
    const QString keytab = m_folder.filePath(text("client-keytab"));
    (void)m_ground->kdc().administer(text("addprinc -randkey timer"));
    (void)m_ground->kdc().administer(text("ktadd -k %1 timer").arg(keytab));
    QVERIFY(QFile::exists(keytab));
    const SimulatorProcess server(farm({text("--auth"), text("kerberos"), text("--keytab"), m_ground->kdc().keytab()}));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const QByteArray cache = qgetenv("KRB5CCNAME");
    qputenv("KRB5CCNAME", "MEMORY:");
    const ProgramResult without = list(named(server.address()), {});
    qputenv("KRB5_CLIENT_KTNAME", QFile::encodeName(keytab));
    const ProgramResult with = list(named(server.address()), {});
    qunsetenv("KRB5_CLIENT_KTNAME");
    qputenv("KRB5CCNAME", cache);
    QCOMPARE(without.exitCode, 3);
    QVERIFY2(with.exitCode == 0, with.errors.constData());
    QCOMPARE(with.objects().size(), std::size_t(30));
}

void CliSignInTest::everyRefusalIsNamed_data()
{
    QTest::addColumn<QStringList>("simulator");
    QTest::addColumn<QStringList>("client");
    QTest::addColumn<QString>("sentence");
    const QStringList ntlm{text("--auth"), text("ntlm")};
    const QStringList kerberos{text("--auth"), text("kerberos"), text("--keytab"), m_ground->kdc().keytab()};
    const QStringList ours{text("--user"), SimulatorProcess::user()};
    const auto by = [](const char* scheme) { return QStringList{text("--auth"), text(scheme)}; };
    QTest::newRow("unknown user") << ntlm << QStringList{text("--user"), text("CORP\\nobody")}
                                  << text("The server refused the sign-in");
    QTest::newRow("Basic where only NTLM is") << ntlm << ours + by("basic") << text("Negotiate");
    QTest::newRow("NTLM where only Basic is") << QStringList() << ours + by("ntlm") << text("Basic");
    QTest::newRow("NTLM where only Kerberos is") << kerberos << ours + by("ntlm") << QString();
    QTest::newRow("Basic where sealing is required")
        << QStringList{text("--encrypt"), text("require")} << ours + by("basic") << text("encrypt");
    QTest::newRow("a service name that the KDC does not know")
        << kerberos << by("kerberos") + QStringList{text("--service-class"), text("HOST")} << QString();
}

void CliSignInTest::everyRefusalIsNamed()
{
    QFETCH(const QStringList, simulator);
    QFETCH(const QStringList, client);
    QFETCH(const QString, sentence);
    const SimulatorProcess server(farm(simulator));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const ProgramResult result = list(named(server.address()), client);
    QCOMPARE(result.exitCode, 3);
    QVERIFY2(result.errors.contains(sentence.toUtf8()), result.errors.constData());
    QVERIFY(!result.says(SimulatorProcess::password()));
    qInfo("%s", result.errors.constData());
}

void CliSignInTest::aKeptPasswordServesUntilItIsForgotten()
{
    if (!m_hasSecretService)
        return; // the other run of this program has one
    const SimulatorProcess server(farm({text("--auth"), text("ntlm")}));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const QStringList user{text("--user"), SimulatorProcess::user()};
    const QStringList saved = user + QStringList{text("--saved")};
    QCOMPARE(list(server.address(), saved).exitCode, 2);
    const ProgramResult first = list(server.address(), user + QStringList{text("--save")});
    QVERIFY2(first.exitCode == 0 && first.errors.isEmpty(), first.errors.constData());
    const ProgramResult second = list(server.address(), saved);
    QVERIFY2(second.exitCode == 0, second.errors.constData());
    QCOMPARE(second.output, first.output);
    // Also for the name that the console keeps the server under.
    keepServer({{text("address"), server.address()}, {text("name"), text("Kept")}, {text("user"), user.last()}});
    const ProgramResult named =
        support::runProgram(text("deskwarden-cli"), {text("list"), text("--server"), text("kept"), text("--json")});
    QVERIFY2(named.exitCode == 0, named.errors.constData());
    QCOMPARE(named.output, first.output);
    // Nowhere in this run's home does it stand in the clear.
    QDirIterator files(qEnvironmentVariable("HOME"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        QVERIFY(!file.open(QIODevice::ReadOnly) || !file.readAll().contains(SimulatorProcess::password()));
    }
    const ProgramResult forgotten = support::runProgram(
        text("deskwarden-cli"), QStringList{text("forget"), text("--server"), server.address()} + user);
    QVERIFY2(forgotten.exitCode == 0, forgotten.errors.constData());
    const ProgramResult third = list(server.address(), saved);
    QCOMPARE(third.exitCode, 2);
    QVERIFY2(third.errors.contains("keeps no password of helpdesk"), third.errors.constData());
}

void CliSignInTest::withoutAKeychainThatIsSaid()
{
    if (m_hasSecretService)
        return; // the other run of this program has none
    const SimulatorProcess server(farm({}));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const QStringList user{text("--user"), SimulatorProcess::user()};
    const ProgramResult saved = list(server.address(), user + QStringList{text("--saved")});
    QCOMPARE(saved.exitCode, 2);
    QVERIFY2(saved.errors.contains("There is no keychain here"), saved.errors.constData());
    const ProgramResult save = list(server.address(), user + QStringList{text("--save")});
    QCOMPARE(save.exitCode, 0);
    QVERIFY2(save.errors.contains("There is no keychain here"), save.errors.constData());
}

void CliSignInTest::keepServer(const QJsonObject& server) const
{
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_folder.filePath(text("config"))));
    QVERIFY(QDir(m_folder.path()).mkpath(text("config/deskwarden")));
    QFile file(m_folder.filePath(text("config/deskwarden/servers.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QJsonDocument(QJsonObject{{text("version"), 1}, {text("servers"), QJsonArray{server}}}).toJson());
}

void CliSignInTest::whatTheConsoleKeepsOfAServerIsUsed()
{
    const SimulatorProcess server(farm(m_tls));
    QVERIFY2(server.isListening(), server.complaint().constData());
    const QString pin = QString::fromStdString(m_certificate.sha256);
    keepServer({{text("address"), server.address()},
                {text("name"), text("Berlin")},
                {text("user"), SimulatorProcess::user()},
                {text("fingerprint"), pin}});
    const auto run = [](const QStringList& options) {
        return support::runProgram(text("deskwarden-cli"),
                                   QStringList{text("list"), text("--json"), text("--password-stdin")} + options,
                                   SimulatorProcess::password() + '\n');
    };
    const ProgramResult byName = run({text("--server"), text("berlin")});
    QVERIFY2(byName.exitCode == 0, byName.errors.constData());
    QVERIFY2(byName.errors.contains("The console keeps this server: "), byName.errors.constData());
    QVERIFY2(byName.errors.contains(server.address().toUtf8()), byName.errors.constData());
    QVERIFY(run({text("--server"), server.address()}).exitCode == 0);
    // Without it nobody trusts the certificate; and what is typed is not overruled.
    const QStringList user{text("--server"), server.address(), text("--user"), SimulatorProcess::user()};
    QCOMPARE(run(user + QStringList{text("--as-typed")}).exitCode, 3);
    QCOMPARE(run(user + QStringList{text("--tls-fingerprint"), QString(64, QLatin1Char('0'))}).exitCode, 3);
    const ProgramResult whole = run(user + QStringList{text("--tls-fingerprint"), pin});
    QVERIFY2(whole.exitCode == 0 && whole.errors.isEmpty(), whole.errors.constData());
    qunsetenv("XDG_CONFIG_HOME");
}

QTEST_GUILESS_MAIN(CliSignInTest)
#include "CliSignInTest.moc"
