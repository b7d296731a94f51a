// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/SignInGround.h"
#include "support/MiddleMan.h"
#include "support/ProgramRun.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrl>

#include <array>
#include <optional>

using namespace deskwarden;
using namespace std::chrono_literals;
using integration::SignInGround;
using support::ProgramResult;
using support::SimulatorProcess;
using support::text;
using tests::LocalKdc;

namespace {

constexpr const char* noTicket = "There is no Kerberos ticket to sign in with.";
constexpr const char* expired = "The Kerberos ticket has expired.";
constexpr const char* clocks = "The clocks of the two machines differ too much.";
constexpr const char* noDomain = "The domain cannot be found.";
constexpr const char* noController = "No domain controller can be reached.";
constexpr const char* wrongPassword = "Wrong user name or password.";
constexpr const char* unknownService = "Kerberos does not know a server of that name.";
constexpr const char* anotherServer = "The server is not who the name says.";
constexpr const char* refused = "The server refused the sign-in; it does not say why.";

enum class Server { Everything, KerberosOnly };

/// One thing that is wrong. How often the server was asked to sign somebody in is part of it.
struct Trouble
{
    const char* name;
    void (*prepare)(LocalKdc& kdc);
    std::array<const char*, 6> client; ///< options; the rest is null
    const char* sentence;
    int signInRequests;
    Server server = Server::Everything;
    const char* password = SignInGround::password;
};

void nothing(LocalKdc& /*kdc*/) {}

/// A real ticket, used until it is none any more.
void expire(LocalKdc& kdc)
{
    kdc.signIn(text("2s"));
    QTRY_VERIFY_WITH_TIMEOUT(!LocalKdc::hasTicket(), 60'000);
}

void disorderClock(LocalKdc& kdc)
{
    kdc.signIn();
    kdc.shiftClockOfTickets(2h);
}

void disorderClockWithTicket(LocalKdc& kdc)
{
    kdc.signIn();
    kdc.fetchTicket(text("HTTP/localhost"));
    kdc.shiftClockOfTickets(2h);
}

void beginTooEarly(LocalKdc& kdc)
{
    kdc.signIn();
    kdc.fetchTicket(text("HTTP/localhost"));
    kdc.shiftClockOfTickets(-2h);
}

void outlive(LocalKdc& kdc)
{
    kdc.signIn();
    kdc.shiftClockOfTickets(168h);
}

/// The service's key is another one than the server's, as behind an alias or after the account was made anew.
void changeKey(LocalKdc& kdc)
{
    kdc.administer(text("cpw -randkey HOST/localhost"));
}

void changeKeyButNotItsNumber(LocalKdc& kdc)
{
    kdc.administer(text("cpw -randkey HOST/localhost"));
    kdc.administer(text("modprinc -kvno 2 HOST/localhost"));
}

const std::array troubles{
    Trouble{"no ticket", nothing, {"--auth", "kerberos"}, noTicket, 0},
    Trouble{"no ticket, inside Negotiate", nothing, {"--auth", "negotiate"}, noTicket, 0},
    Trouble{"a ticket that has just expired", expire, {"--auth", "kerberos"}, expired, 1},
    Trouble{"a ticket that has just expired, inside Negotiate", expire, {"--auth", "negotiate"}, expired, 1},
    Trouble{"a ticket of last week", outlive, {"--auth", "kerberos"}, expired, 0},
    Trouble{"a ticket of last week, inside Negotiate", outlive, {"--auth", "negotiate"}, expired, 0},
    Trouble{"a wrong clock, as the KDC sees it", disorderClock, {"--auth", "kerberos"}, clocks, 0},
    Trouble{"as the KDC sees it, inside Negotiate", disorderClock, {"--auth", "negotiate"}, clocks, 0},
    Trouble{"a wrong clock, as the server sees it", disorderClockWithTicket, {"--auth", "kerberos"}, clocks, 1},
    Trouble{"as the server sees it, inside Negotiate", disorderClockWithTicket, {"--auth", "negotiate"}, clocks, 1},
    Trouble{"a ticket from the future", beginTooEarly, {"--auth", "kerberos"}, clocks, 0},
    Trouble{"an unknown realm", nothing, {"--auth", "kerberos", "--user", "helpdesk@NOWHERE.TEST"}, noDomain, 0},
    Trouble{"a service that the KDC does not know",
            nothing,
            {"--auth", "kerberos", "--user", SignInGround::principal, "--service-class", "WSMAN"},
            unknownService,
            0},
    Trouble{"another key than the server's",
            changeKey,
            {"--auth", "kerberos", "--user", SignInGround::principal, "--service-class", "HOST"},
            anotherServer,
            1},
    Trouble{"the same, inside Negotiate",
            changeKey,
            {"--auth", "negotiate", "--user", SignInGround::principal, "--service-class", "HOST"},
            anotherServer,
            1},
    Trouble{"another key of the same number",
            changeKeyButNotItsNumber,
            {"--auth", "kerberos", "--user", SignInGround::principal, "--service-class", "HOST"},
            anotherServer,
            1},
    Trouble{"NTLM disabled",
            nothing,
            {"--auth", "ntlm", "--user", SignInGround::user},
            "The server does not accept NTLM.",
            1,
            Server::KerberosOnly},
    Trouble{"Basic is not offered",
            nothing,
            {"--auth", "basic", "--user", "helpdesk"},
            "The server does not offer the chosen way to sign in.",
            0},
    Trouble{"a wrong password, Kerberos",
            nothing,
            {"--auth", "kerberos", "--user", SignInGround::principal},
            wrongPassword,
            0,
            Server::Everything,
            "Wrong-Horse-8"},
    Trouble{"a wrong password, Kerberos inside Negotiate",
            nothing,
            {"--auth", "negotiate", "--user", SignInGround::principal},
            wrongPassword,
            0,
            Server::Everything,
            "Wrong-Horse-8"},
    Trouble{"a wrong password, NTLM",
            nothing,
            {"--auth", "ntlm", "--user", SignInGround::user},
            refused,
            2, // the offer and the proof
            Server::Everything,
            "Wrong-Horse-8"},
    Trouble{"the password has expired",
            [](LocalKdc& kdc) { kdc.administer(text("modprinc -pwexpire yesterday helpdesk")); },
            {"--auth", "kerberos", "--user", SignInGround::principal},
            "The password has expired.",
            0},
    Trouble{"the account is disabled",
            [](LocalKdc& kdc) { kdc.administer(text("modprinc -allow_tix helpdesk")); },
            {"--auth", "kerberos", "--user", SignInGround::principal},
            "The account is disabled.",
            0},
    Trouble{"no KDC",
            [](LocalKdc& kdc) { kdc.stop(); },
            {"--auth", "kerberos", "--user", SignInGround::principal},
            noController,
            0},
};

} // namespace

/// Everything that can go wrong with a sign-in, between real programs and a real KDC: each has its own sentence at its
/// own stage, comes in time, holds no secret, and no password is tried twice.
class SignInTroubleTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyTroubleIsNamed_data();
    void everyTroubleIsNamed();
    void afterAllOfItTheSameServerLetsPeopleIn();

private:
    static ProgramResult probe(std::uint16_t port, const QStringList& options, const QByteArray& password);
    std::uint16_t portOf(Server server) const;

    std::optional<SignInGround> m_ground;
    std::optional<SimulatorProcess> m_everything;
    std::optional<SimulatorProcess> m_kerberosOnly;
};

void SignInTroubleTest::initTestCase()
{
    m_ground.emplace();
    LocalKdc& kdc = m_ground->kdc();
    kdc.administer(text("modprinc +requires_preauth helpdesk")); // as every account of a Windows domain
    kdc.administer(text("addprinc -randkey HOST/localhost"));
    kdc.administer(text("ktadd -k %1 HOST/localhost").arg(kdc.keytab()));
    QVERIFY2(m_ground->problem().isEmpty() && kdc.error().isEmpty(), qPrintable(m_ground->problem() + kdc.error()));
    qunsetenv("NTLM_USER_FILE"); // the simulator's affair; with it our client would find a password there
    const QStringList farm{text("--sessions"), text("10"), text("--seed"), text("7"), text("--keytab"), kdc.keytab()};
    m_everything.emplace(
        farm + QStringList{text("--auth"), text("ntlm,kerberos"), text("--ntlm-users"), m_ground->ntlmUsers()});
    m_kerberosOnly.emplace(farm + QStringList{text("--auth"), text("kerberos")});
    QVERIFY2(m_everything->isListening(), m_everything->complaint().constData());
    QVERIFY2(m_kerberosOnly->isListening(), m_kerberosOnly->complaint().constData());
}

std::uint16_t SignInTroubleTest::portOf(Server server) const
{
    const auto& process = server == Server::Everything ? m_everything : m_kerberosOnly;
    return static_cast<std::uint16_t>(QUrl(process->address()).port());
}

ProgramResult SignInTroubleTest::probe(std::uint16_t port, const QStringList& options, const QByteArray& password)
{
    QStringList arguments{text("probe"),     text("--json"),
                          text("--timeout"), text("10"),
                          text("--server"),  text("http://localhost:%1").arg(port)}; // Kerberos knows services by name
    if (options.contains(text("--user")))
        arguments << text("--password-stdin");
    return support::runProgram(text("deskwarden-cli"), arguments + options, password + '\n');
}

void SignInTroubleTest::everyTroubleIsNamed_data()
{
    QTest::addColumn<int>("trouble");
    int index = 0;
    for (const Trouble& trouble : troubles)
        QTest::newRow(trouble.name) << index++;
}

void SignInTroubleTest::everyTroubleIsNamed()
{
    QFETCH(const int, trouble);
    const Trouble& wrong = troubles.at(static_cast<std::size_t>(trouble));
    LocalKdc& kdc = m_ground->kdc();
    kdc.start();
    kdc.signOut();
    kdc.administer(text("modprinc -pwexpire never +allow_tix helpdesk"));
    wrong.prepare(kdc);
    QVERIFY2(kdc.error().isEmpty(), qPrintable(kdc.error()));
    const auto logBefore = kdc.log().size();
    const tests::MiddleMan between(portOf(wrong.server));
    QStringList options;
    for (const char* option : wrong.client) {
        if (option)
            options << text(option);
    }
    const ProgramResult said = probe(between.port(), options, wrong.password);
    QCOMPARE(said.exitCode, 3);
    QVERIFY2(said.took < 30s, "far beyond --timeout 10");
    QVERIFY(!said.says(wrong.password));
    QVERIFY(between.recorded().find(wrong.password) == std::string::npos);
    const auto stages = said.objects();
    QVERIFY2(!stages.empty(), said.errors.constData());
    const QJsonObject& last = stages.back();
    qInfo("%s", QJsonDocument(last).toJson(QJsonDocument::Compact).constData());
    QVERIFY(!last.value(text("ok")).toBool());
    QCOMPARE(last.value(text("message")).toString(), text(wrong.sentence));
    QVERIFY(!last.value(text("remedy")).toString().isEmpty());
    const bool isOffer = wrong.signInRequests == 0 && options.contains(text("basic"));
    QCOMPARE(last.value(text("stage")).toString(), isOffer ? text("schemes") : text("sign_in"));
    QCOMPARE(between.signInRequests(), wrong.signInRequests);
    // A wrong password reached the KDC once: it counts them, and locks the account.
    const bool reachesKdc = wrong.password != QByteArray(SignInGround::password) && wrong.signInRequests == 0;
    const QString log = kdc.log();
    QCOMPARE(QStringView(log).mid(logBefore).count(text("PREAUTH_FAILED")), reachesKdc ? 1 : 0);
}

void SignInTroubleTest::afterAllOfItTheSameServerLetsPeopleIn()
{
    m_ground->kdc().start();
    QVERIFY2(m_ground->kdc().error().isEmpty(), qPrintable(m_ground->kdc().error()));
    for (const char* user : {SignInGround::principal, SignInGround::user}) {
        const ProgramResult said =
            probe(portOf(Server::Everything), {text("--user"), text(user)}, SignInGround::password);
        QVERIFY2(said.exitCode == 0, said.errors.constData());
    }
}

QTEST_GUILESS_MAIN(SignInTroubleTest)
#include "SignInTroubleTest.moc"
