// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/FactCollector.h"

#include "support/FakeConnection.h"

#include <QTest>

using namespace deskwarden;
using core::ConnectState;
using management::FactCollector;
using management::GhostSign;
using support::makeSession;

namespace {

using Properties = std::vector<std::pair<std::string_view, core::Value>>;

core::Value text(std::string_view value)
{
    return core::Value(value);
}

core::Value number(std::uint32_t value)
{
    return core::Value(value);
}

core::Instance instance(const Properties& properties)
{
    std::vector<core::Property> made;
    for (const auto& [name, value] : properties)
        made.push_back({core::SharedString(name), value});
    return {core::SharedString("Win32_Something"), std::move(made)};
}

core::Session onMachine(std::string_view machine, std::uint32_t id, std::string_view user,
                        ConnectState state = ConnectState::Disconnected)
{
    core::Session session = makeSession("HV1.nord.example", id, user, state);
    session.vmName = core::SharedString(machine);
    return session;
}

} // namespace

/// What the broker's lists of machines and of sessions make of Win32_VirtualDesktopSession.
class FactCollectorTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aMachineThatIsOffMakesAGhost_data();
    void aMachineThatIsOffMakesAGhost();
    void anotherUserMakesAGhost();
    void theSameUserInOtherWordsIsNone();
    void anotherOwnerCountsOnlyWhenNobodyWorks();
    void nothingIsSaidWithoutAMachine();
    void timesComeByHostAndId();
    void timesOfAnotherSessionAreNotTaken();
    void timesAreReadInBothForms_data();
    void timesAreReadInBothForms();
    void somebodyElseUnderTheKeyHasNoFacts();

private:
    [[nodiscard]] GhostSign signOf(const core::Session& session, const Properties& desktop);

    std::unique_ptr<core::StringPool> m_pool;
    std::shared_ptr<const management::SessionFacts> m_facts;
};

void FactCollectorTest::init()
{
    m_pool = std::make_unique<core::StringPool>();
}

GhostSign FactCollectorTest::signOf(const core::Session& session, const Properties& desktop)
{
    const std::vector<core::Session> sessions{session};
    FactCollector collector(sessions, *m_pool, std::chrono::system_clock::now());
    collector.addDesktops({instance(desktop)});
    m_facts = collector.takeFacts();
    const management::SessionFact* const fact = m_facts ? m_facts->find(session) : nullptr;
    return fact ? fact->ghost : GhostSign::None;
}

void FactCollectorTest::aMachineThatIsOffMakesAGhost_data()
{
    QTest::addColumn<uint>("state");
    QTest::addColumn<GhostSign>("sign");
    QTest::newRow("unknown") << 0U << GhostSign::None;
    QTest::newRow("running") << 2U << GhostSign::None;
    QTest::newRow("off") << 3U << GhostSign::MachineOff;
    QTest::newRow("paused") << 32768U << GhostSign::None;
    QTest::newRow("saved") << 32769U << GhostSign::MachineSaved;
    QTest::newRow("starting") << 32770U << GhostSign::None;
    QTest::newRow("no such state") << 77U << GhostSign::None;
}

void FactCollectorTest::aMachineThatIsOffMakesAGhost()
{
    QFETCH(uint, state);
    QFETCH(GhostSign, sign);
    // The names differ in case, and one of them is in full.
    const core::Session session = onMachine("VDI-7", 7, "anna");
    QCOMPARE(
        signOf(session, {{"Name", text("vdi-7.nord.example")}, {"HostName", text("hv1")}, {"VMState", number(state)}}),
        sign);
    QCOMPARE(m_facts != nullptr, state != 0);
    if (m_facts != nullptr)
        QCOMPARE(static_cast<uint>(m_facts->find(session)->machine), state);
}

void FactCollectorTest::anotherUserMakesAGhost()
{
    const core::Session session = onMachine("VDI-7", 7, "anna", ConnectState::Active);
    QCOMPARE(signOf(session, {{"Name", text("VDI-7")}, {"VMState", number(2)}, {"SessionUserName", text("bob")}}),
             GhostSign::OtherUser);
    QCOMPARE(m_facts->find(session)->other.toString(), std::string("bob"));
    QCOMPARE(signOf(session, {{"Name", text("VDI-7")},
                              {"HostName", text("HV2")},
                              {"VMState", number(2)},
                              {"SessionUserName", text("bob")}}),
             GhostSign::None); // a machine of that name elsewhere
}

void FactCollectorTest::theSameUserInOtherWordsIsNone()
{
    const core::Session session = onMachine("VDI-7", 7, "anna");
    for (const std::string_view user : {"anna", "ANNA", "NORD\\anna", "anna@nord.example", ""})
        QCOMPARE(signOf(session, {{"Name", text("VDI-7")}, {"VMState", number(2)}, {"SessionUserName", text(user)}}),
                 GhostSign::None);
}

void FactCollectorTest::anotherOwnerCountsOnlyWhenNobodyWorks()
{
    const Properties desktop{{"Name", text("VDI-7")}, {"VMState", number(2)}, {"UserName", text("bob")}};
    QCOMPARE(signOf(onMachine("VDI-7", 7, "anna", ConnectState::Disconnected), desktop), GhostSign::OtherOwner);
    QCOMPARE(signOf(onMachine("VDI-7", 7, "anna", ConnectState::Active), desktop), GhostSign::None);
    Properties named = desktop;
    named.emplace_back("SessionUserName", text("anna"));
    QCOMPARE(signOf(onMachine("VDI-7", 7, "anna", ConnectState::Disconnected), named), GhostSign::None);
}

void FactCollectorTest::nothingIsSaidWithoutAMachine()
{
    QCOMPARE(signOf(onMachine("", 7, "anna"), {{"Name", text("")}, {"VMState", number(3)}}), GhostSign::None);
    QCOMPARE(signOf(onMachine("VDI-7", 7, "anna"), {{"VMState", number(3)}}), GhostSign::None);
    QVERIFY(m_facts == nullptr);
}

void FactCollectorTest::timesComeByHostAndId()
{
    const std::vector<core::Session> sessions{onMachine("VDI-7", 7, "anna"),
                                              onMachine("VDI-8", 8, "bob", ConnectState::Active)};
    const std::chrono::system_clock::time_point now{std::chrono::seconds(1'800'000'000)};
    FactCollector collector(sessions, *m_pool, now);
    collector.addTimes({instance({{"ServerName", text("VDI-7.nord.example")},
                                  {"UserName", text("Anna")},
                                  {"HostServer", text("HV1.nord.example")},
                                  {"UnifiedSessionId", number(7)},
                                  {"CreateTime", text("2027-01-15T06:00:00Z")},
                                  {"DisconnectTime", text("2027-01-15T07:00:00Z")},
                                  {"IdleTime", number(3'600'000)}}),
                        instance({{"ServerName", text("VDI-8")},
                                  {"UserName", text("bob")},
                                  {"CreateTime", text("2027-01-15T06:00:00Z")},
                                  {"DisconnectTime", text("2027-01-15T07:00:00Z")}})});
    const auto facts = collector.takeFacts();
    QVERIFY(facts);
    const management::SessionFact* const anna = facts->find(sessions[0]);
    QVERIFY(anna);
    QCOMPARE(anna->loggedOn, 1'799'992'800U);
    QCOMPARE(anna->disconnected, 1'799'996'400U);
    QCOMPARE(anna->idleSince, 1'799'996'400U);
    const management::SessionFact* const bob = facts->find(sessions[1]);
    QVERIFY(bob);
    QCOMPARE(bob->loggedOn, 1'799'992'800U);
    QCOMPARE(bob->disconnected, 0U); // he is back; the directory remembers the last time
}

void FactCollectorTest::timesOfAnotherSessionAreNotTaken()
{
    const std::vector<core::Session> sessions{onMachine("VDI-7", 7, "anna")};
    FactCollector collector(sessions, *m_pool, std::chrono::system_clock::now());
    const auto row = [](std::string_view user, std::uint32_t id) {
        return instance({{"ServerName", text("VDI-7")},
                         {"UserName", text(user)},
                         {"HostServer", text("HV1")},
                         {"UnifiedSessionId", number(id)},
                         {"CreateTime", text("2027-01-15T06:00:00Z")}});
    };
    collector.addTimes({row("bob", 7), row("anna", 8)});
    QVERIFY(collector.takeFacts() == nullptr);
}

void FactCollectorTest::timesAreReadInBothForms_data()
{
    QTest::addColumn<QString>("time");
    QTest::addColumn<uint>("seconds");
    const auto row = [](const char* time, uint seconds) {
        QTest::newRow(time) << QString::fromLatin1(time) << seconds;
    };
    row("20270115060000.000000+000", 1'799'992'800);
    row("20270115070000.123456+060", 1'799'992'800);
    row("20270115040000.000000-120", 1'799'992'800);
    row("2027-01-15T06:00:00Z", 1'799'992'800);
    row("2027-01-15T06:00:00.5Z", 1'799'992'800);
    row("2027-01-15T07:00:00+01:00", 1'799'992'800);
    row("2027-01-15T04:00:00-02:00", 1'799'992'800);
    row("", 0);
    row("yesterday", 0);
    row("16010101000000.000000+000", 0);
    row("20271315060000.000000+000", 0);
    row("2027011506****.******+***", 0);
    row("00000007010203.000000:000", 0); // an interval
}

void FactCollectorTest::timesAreReadInBothForms()
{
    QFETCH(QString, time);
    QFETCH(uint, seconds);
    const core::SharedString shared(time.toStdString());
    const core::Value dateTime(core::DateTime{shared});
    const core::Value plain(shared);
    QCOMPARE(management::secondsOf(&dateTime), seconds);
    QCOMPARE(management::secondsOf(&plain), seconds);
    QCOMPARE(management::secondsOf(nullptr), 0U);
}

void FactCollectorTest::somebodyElseUnderTheKeyHasNoFacts()
{
    const core::Session session = onMachine("VDI-7", 7, "anna");
    QCOMPARE(signOf(session, {{"Name", text("VDI-7")}, {"VMState", number(3)}}), GhostSign::MachineOff);
    QVERIFY(m_facts->find(onMachine("vdi-7", 7, "ANNA"))); // whatever the case
    QVERIFY(!m_facts->find(onMachine("VDI-7", 7, "bob")));
    QVERIFY(!m_facts->find(onMachine("VDI-7", 8, "anna")));
}

QTEST_APPLESS_MAIN(FactCollectorTest)
#include "FactCollectorTest.moc"
