// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/OneAct.h"
#include "integration/Transports.h"
#include "management/seam/ErrorRules.h"
#include "management/sessions/SessionMapping.h"
#include "support/MemoryLedger.h"
#include "support/MiddleMan.h"
#include "wsman/WsmanConnection.h"

#include <QTest>

#include <atomic>
#include <optional>
#include <set>

using namespace deskwarden;
using core::ErrorKind;
using integration::BrokerUnderTest;
using integration::SignInGround;
using integration::TransportUnderTest;
using management::CallContext;
using tests::MiddleMan;
using namespace std::chrono_literals;

namespace {

using Exchange = MiddleMan::Exchange;
constexpr std::size_t farmSize = 60;

bool isMessage(const Exchange& exchange)
{
    return !exchange.request.body.empty(); // the legs of a sign-in are empty
}

/// A broker behind somebody who makes it forget sign-ins.
struct Ground
{
    explicit Ground(int transport)
        : broker(static_cast<TransportUnderTest>(transport), {}, integration::smallFarm(farmSize), {}, smallAnswers())
        , middle(broker.profile().address.port)
    {
        profile = broker.profile();
        profile.address.port = middle.port();
    }

    static simulator::ListenerOptions smallAnswers()
    {
        simulator::ListenerOptions options;
        options.envelopeKb = 32; // several pulls
        return options;
    }
    [[nodiscard]] management::Connector connector() const { return wsman::connectorFor(profile, broker.password()); }
    /// Lets the nth message and those after it, `count` in all, meet a server that has forgotten the sign-in.
    void forget(int nth, int count = 1)
    {
        messages = 0;
        middle.setForget([this, nth, count](const Exchange& exchange) {
            if (!isMessage(exchange))
                return false;
            const int number = ++messages;
            return number >= nth && number - nth < count;
        });
    }
    core::Result<std::size_t> list(management::ManagementConnection& connection) const
    {
        std::set<std::string> rows;
        std::size_t count = 0;
        const auto take = [&](std::vector<core::Instance>&& batch) {
            count += batch.size();
            for (const core::Instance& row : batch)
                rows.insert(row.find("VMHostName")->text().toString() + '/' + row.find("SessionId")->text().toString());
        };
        const management::Query query{std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"};
        auto end = connection.enumerate(query, take, CallContext::within(60s));
        for (unsigned repeats = 0; !end && management::mayListAnew(end.error(), repeats); ++repeats) {
            rows.clear();
            count = 0;
            end = connection.enumerate(query, take, CallContext::within(60s));
        }
        if (!end)
            return core::failure(end.error());
        return rows.size() == count ? count : core::Result<std::size_t>(core::failure(ErrorKind::Malformed, "twice"));
    }

    BrokerUnderTest broker;
    MiddleMan middle;
    core::ServerProfile profile;
    std::atomic<int> messages = 0;
};

const char* told(const core::Result<std::size_t>& rows)
{
    return rows ? "" : core::symbol(rows.error().kind);
}

} // namespace

/// A server may forget a sign-in that it has accepted, at any time.
class LostSignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aListGoesOnWhereverItHappens_data() { addTransports(); }
    void aListGoesOnWhereverItHappens();
    void aListGoesOnThoughItHappensSeveralTimes_data() { addTransports(); }
    void aListGoesOnThoughItHappensSeveralTimes();
    void noRowIsLostWhenTheAnswerWasReplaced_data();
    void noRowIsLostWhenTheAnswerWasReplaced();
    void anActIsLookedUpWhereverItHappens_data();
    void anActIsLookedUpWhereverItHappens();
    void aRefusedFreshSignInEndsIt_data() { addTransports(); }
    void aRefusedFreshSignInEndsIt();
    void aServerThatAlwaysForgetsIsNoRefusedPassword_data();
    void aServerThatAlwaysForgetsIsNoRefusedPassword();

private:
    static void addTransports();
    std::optional<SignInGround> m_ground;
};

void LostSignInTest::initTestCase()
{
    m_ground.emplace();
    QVERIFY2(m_ground->problem().isEmpty(), qPrintable(m_ground->problem()));
}

void LostSignInTest::addTransports()
{
    QTest::addColumn<int>("transport");
    QTest::newRow("Basic") << static_cast<int>(TransportUnderTest::PlainLoopback);
    QTest::newRow("NTLM") << static_cast<int>(TransportUnderTest::NtlmSealed);
    QTest::newRow("Kerberos") << static_cast<int>(TransportUnderTest::KerberosSealed);
    QTest::newRow("own ticket") << static_cast<int>(TransportUnderTest::OwnTicket);
}

void LostSignInTest::aListGoesOnWhereverItHappens()
{
    QFETCH(const int, transport);
    Ground ground(transport);
    ground.forget(0, 0);
    auto first = ground.connector()();
    QVERIFY(first);
    const auto whole = ground.list(**first);
    QVERIFY2(whole, told(whole));
    QCOMPARE(*whole, farmSize);
    const int messages = ground.messages;
    QVERIFY2(messages >= 3, "no list with pulls");
    for (int nth = 1; nth <= messages; ++nth) {
        auto connection = ground.connector()();
        QVERIFY(connection);
        ground.forget(0, 0);
        QVERIFY(ground.list(**connection)); // the server has let us in
        ground.forget(nth);
        const auto rows = ground.list(**connection);
        QVERIFY2(rows, told(rows));
        QCOMPARE(*rows, farmSize);
    }
}

void LostSignInTest::aListGoesOnThoughItHappensSeveralTimes()
{
    QFETCH(const int, transport);
    Ground ground(transport);
    auto connection = ground.connector()();
    QVERIFY(connection);
    QVERIFY(ground.list(**connection));
    int seen = 0;
    ground.middle.setForget(
        [&seen](const Exchange& exchange) { return isMessage(exchange) && ++seen <= 6 && seen % 2 == 0; });
    const auto rows = ground.list(**connection);
    QVERIFY2(rows, told(rows));
    QCOMPARE(*rows, farmSize);
    QVERIFY(seen >= 6);
}

void LostSignInTest::noRowIsLostWhenTheAnswerWasReplaced_data()
{
    QTest::addColumn<int>("transport");
    QTest::newRow("NTLM") << static_cast<int>(TransportUnderTest::NtlmSealed);
    QTest::newRow("Kerberos") << static_cast<int>(TransportUnderTest::KerberosSealed);
}

/// Somebody on the way lets a pull through and says 401 instead of the answer: its rows must come all the same.
void LostSignInTest::noRowIsLostWhenTheAnswerWasReplaced()
{
    QFETCH(const int, transport);
    Ground ground(transport);
    auto connection = ground.connector()();
    QVERIFY(connection);
    for (int nth = 1; nth <= 3; ++nth) {
        int seen = 0;
        ground.middle.setAlter([&seen, nth](Exchange& exchange) {
            if (!isMessage(exchange) || ++seen != nth)
                return;
            exchange.head = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";
            exchange.body.clear();
        });
        const auto rows = ground.list(**connection);
        QVERIFY2(rows, told(rows));
        QCOMPARE(*rows, farmSize);
    }
}

void LostSignInTest::anActIsLookedUpWhereverItHappens_data()
{
    QTest::addColumn<int>("transport");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addColumn<QByteArray>("outcome");
    const auto add = [](const char* name, TransportUnderTest transport) {
        for (const char* verb : {"logoff", "disconnect", "message"}) {
            QTest::addRow("%s, %s", name, verb)
                << static_cast<int>(transport) << QByteArray(verb) << false << QByteArray("unknown");
            QTest::addRow("%s, %s, carried out", name, verb)
                << static_cast<int>(transport) << QByteArray(verb) << true
                << QByteArray(verb == std::string_view("message") ? "unknown" : "done");
        }
    };
    add("Basic", TransportUnderTest::PlainLoopback);
    add("NTLM", TransportUnderTest::NtlmSealed);
    add("Kerberos", TransportUnderTest::KerberosSealed);
}

/// The re-read is a question and goes on; of the act itself only a look can tell what became of it.
void LostSignInTest::anActIsLookedUpWhereverItHappens()
{
    QFETCH(const int, transport);
    QFETCH(const QByteArray, verb);
    QFETCH(const bool, isCarriedOut);
    QFETCH(const QByteArray, outcome);
    Ground ground(transport);
    const auto target = integration::sessionIn(ground.broker, core::ConnectState::Active);
    QVERIFY(target);
    int seen = 0;
    const auto isAct = [&seen](const Exchange& exchange) { return isMessage(exchange) && ++seen == 2; };
    if (isCarriedOut)
        ground.middle.setAlter([isAct](Exchange& exchange) {
            if (!isAct(exchange))
                return;
            exchange.head = "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n";
            exchange.body.clear();
        });
    else
        ground.middle.setForget(isAct);
    support::MemoryLedger ledger;
    integration::ActPatience patience;
    patience.call = 60s;
    patience.verify = patience.doubt = isCarriedOut && outcome == "done" ? 60'000ms : 500ms;
    const auto ended =
        integration::runOne(ground.connector(), ledger, *target, integration::kindOf(verb.constData()), patience);
    QVERIFY(ended.outcome);
    QCOMPARE(ended.count, 1);
    QCOMPARE(QByteArray(management::symbol(ended.outcome->kind)), outcome);
    QCOMPARE(ground.broker.journal(verb.constData()).size(), std::size_t(isCarriedOut ? 1 : 0));
    if (ended.outcome->error)
        QVERIFY2(management::isSignInLost(*ended.outcome->error), core::symbol(ended.outcome->error->kind));
}

void LostSignInTest::aRefusedFreshSignInEndsIt()
{
    QFETCH(const int, transport);
    Ground ground(transport);
    auto connection = ground.connector()();
    QVERIFY(connection);
    QVERIFY(ground.list(**connection));
    const int before = ground.middle.signInRequests();
    ground.middle.setForget([](const Exchange&) { return true; }); // the legs of a sign-in, too
    const auto rows = ground.list(**connection);
    QVERIFY(!rows);
    const bool isNtlm = transport == static_cast<int>(TransportUnderTest::NtlmSealed);
    // NTLM's first message, which holds no proof, is refused here: that is how a server says that it takes no NTLM.
    QVERIFY2(rows.error().kind == (isNtlm ? ErrorKind::SignInImpossible : ErrorKind::SignInRefused), told(rows));
    const bool isBasic = transport == static_cast<int>(TransportUnderTest::PlainLoopback);
    QCOMPARE(ground.middle.signInRequests() - before, isBasic ? 2 : 1); // Basic's requests are all sign-ins
}

void LostSignInTest::aServerThatAlwaysForgetsIsNoRefusedPassword_data()
{
    noRowIsLostWhenTheAnswerWasReplaced_data();
}

void LostSignInTest::aServerThatAlwaysForgetsIsNoRefusedPassword()
{
    QFETCH(const int, transport);
    Ground ground(transport);
    ground.middle.setForget(isMessage);
    auto connection = ground.connector()();
    QVERIFY(connection);
    const auto got =
        (*connection)
            ->get({std::string(core::rdmsNamespace), "Win32_VirtualDesktopSession", {}}, CallContext::within(60s));
    QVERIFY(!got);
    QVERIFY2(management::isSignInLost(got.error()), core::symbol(got.error().kind));
    QVERIFY(!management::isAccountRefused(got.error()));
}

QTEST_GUILESS_MAIN(LostSignInTest)
#include "LostSignInTest.moc"
