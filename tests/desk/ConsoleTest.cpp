// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/Console.h"

#include "support/WindowFixture.h"

#include <QTest>

#include <optional>

using namespace deskwarden;
using namespace deskwarden::support;
using namespace std::chrono_literals;
using desk::CloseRefusal;
using management::ActionKind;
using management::ActionPhase;
using management::OutcomeKind;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 60'000;
constexpr std::uint32_t all = 24;

/// The session of that number, as the console lists it.
core::Session listedSession(std::uint32_t number)
{
    core::Session session = officeSession(number);
    session.key.server = profileFor(office).address.id();
    return session;
}

} // namespace

/// A console without a window does all that a window shows.
class ConsoleTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aServerIsListedAndRemembered();
    void aServerThatCannotBeReachedIsNotRemembered();
    void anActIsInTheListBeforeItsServerHearsOfIt();
    void aServerStaysOpenWhileUsersWait();
    void aServerStaysOpenWhileAHostIsDrained();
    void theIntervalHoldsForEveryServerAndTheNextStart();
    void aServerKeepsAnIntervalOfItsOwn();
    void listsComeOnDemandAloneWhileTheyRest();
    void aHostThatIsBeingDrainedDoesNotRest();
    void theLastOutcomesAreHeard();

private:
    [[nodiscard]] bool doListsComeEvery(std::chrono::milliseconds interval);
    void open();
    void warn(std::uint64_t act);
    [[nodiscard]] core::ServerId server() const { return profileFor(office).address.id(); }

    std::optional<WindowFixture> m_fixture;
    std::optional<desk::Console> m_console;
};

void ConsoleTest::init()
{
    m_fixture.emplace();
    fillOffice(m_fixture->broker(office), all);
    m_console.emplace(m_fixture->services());
}

void ConsoleTest::cleanup()
{
    m_console.reset();
    m_fixture.reset();
}

void ConsoleTest::open()
{
    QVERIFY(m_console->open(profileFor(office), {}).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->sessions().rowCount(), int(all), patience);
}

/// Tells its user, and waits until that has happened.
void ConsoleTest::warn(std::uint64_t act)
{
    management::WarnedAct warned;
    warned.act = {act, listedSession(0), {ActionKind::Logoff, {}, {}}, "a reason"};
    warned.warning = {act + 1, listedSession(0), {ActionKind::Message, "title", "soon"}, "a reason"};
    warned.withdrawal = {act + 2, listedSession(0), {ActionKind::Message, "title", "not after all"}, "a reason", true};
    m_console->acts().warn({warned}, {600min, false});
    QTRY_VERIFY_WITH_TIMEOUT(m_console->acts().isWaitingOn(server()), patience);
}

void ConsoleTest::aServerIsListedAndRemembered()
{
    open();
    QTRY_COMPARE_WITH_TIMEOUT(m_console->lists().size(), std::size_t(1), patience);
    QTRY_VERIFY_WITH_TIMEOUT(m_console->lists().front()->health == management::SnapshotHealth::Fresh, patience);
    QCOMPARE(m_console->sessions().collectionName(server(), core::SharedString("CAD")),
             QStringLiteral("CAD workplaces"));
    QCOMPARE(m_fixture->servers.servers().size(), std::size_t(1));
}

void ConsoleTest::aServerThatCannotBeReachedIsNotRemembered()
{
    const core::Result<> opened = m_console->open(profileFor("https://elsewhere.example"), {});
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, core::ErrorKind::NameNotResolved);
    QVERIFY(m_console->links().empty());
    QVERIFY(m_fixture->servers.servers().empty());
}

void ConsoleTest::anActIsInTheListBeforeItsServerHearsOfIt()
{
    open();
    const int row = m_console->sessions().rowOf(listedSession(3));
    QVERIFY(row >= 0);
    m_console->acts().submit({{m_console->acts().nextId(), listedSession(3), {}, "a reason"}});
    // Nothing has turned the event loop yet.
    QCOMPARE(m_console->activity().rowCount(), 1);
    QVERIFY(m_console->sessions().index(row, 0).data(models::SessionTableModel::BusyRole).toBool());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->activity().progress().good, std::size_t(1), patience);
    QCOMPARE(m_fixture->broker(office).journal().size(), std::size_t(1));
}

void ConsoleTest::aServerStaysOpenWhileUsersWait()
{
    open();
    warn(1);
    QVERIFY(m_console->close(server()) == CloseRefusal::UsersWereTold);
    QCOMPARE(m_console->links().size(), std::size_t(1));
    m_console->acts().cancelWaiting();
    QTRY_VERIFY_WITH_TIMEOUT(m_console->activity().progress().finished == 3, patience); // the withdrawal, too
    QVERIFY(!m_console->close(server()).has_value());
    QVERIFY(m_console->links().empty());
    QTRY_COMPARE_WITH_TIMEOUT(m_console->sessions().rowCount(), 0, patience);
}

void ConsoleTest::aServerStaysOpenWhileAHostIsDrained()
{
    open();
    const core::Session one = listedSession(0);
    m_console->acts().setPaused(true);
    const auto run = m_console->acts().drain({server(), one.key.vmHostName.toString(), false, "emptied"},
                                             management::planFor({}, std::vector{one}, {}), std::nullopt);
    QVERIFY(m_console->close(server()) == CloseRefusal::HostIsBeingDrained);
    m_console->acts().withdraw();
    QTRY_VERIFY_WITH_TIMEOUT(run->drain().isOver(), patience);
    QVERIFY(!m_console->close(server()).has_value());
}

void ConsoleTest::theIntervalHoldsForEveryServerAndTheNextStart()
{
    m_console->setInterval(77s);
    QVERIFY(m_console->servers().interval() == 77s);
    m_console.emplace(m_fixture->services());
    QVERIFY(m_console->servers().interval() == 77s);
}

/// As new lists say.
bool ConsoleTest::doListsComeEvery(std::chrono::milliseconds interval)
{
    const auto isSaid = [&] {
        m_console->servers().refresh();
        const auto& list = m_console->links().front()->snapshot();
        return list != nullptr && list->health == management::SnapshotHealth::Fresh && list->nextIn == interval;
    };
    return QTest::qWaitFor(isSaid, patience);
}

void ConsoleTest::aServerKeepsAnIntervalOfItsOwn()
{
    core::ServerProfile profile = profileFor(office);
    profile.refreshInterval = 1234s;
    QVERIFY(m_console->open(profile, {}).has_value());
    QVERIFY(doListsComeEvery(1234s));
    m_console->setInterval(77s);
    QVERIFY(doListsComeEvery(1234s));
    QVERIFY(m_console->open(profileFor(office), {}).has_value());
    QVERIFY(doListsComeEvery(77s));
    profile.refreshInterval = 0s;
    QVERIFY(m_console->open(profile, {}).has_value());
    QVERIFY(doListsComeEvery(0s));
}

void ConsoleTest::listsComeOnDemandAloneWhileTheyRest()
{
    m_console->setInterval(77s);
    open();
    m_console->setResting(true);
    QVERIFY(doListsComeEvery(0s));
    m_console->setInterval(88s);
    QVERIFY(doListsComeEvery(0s));
    m_console->setResting(false);
    QVERIFY(doListsComeEvery(88s));
}

void ConsoleTest::aHostThatIsBeingDrainedDoesNotRest()
{
    m_console->setInterval(77s);
    open();
    m_console->acts().setPaused(true);
    const core::Session one = listedSession(0);
    const auto run = m_console->acts().drain({server(), one.key.vmHostName.toString(), false, "emptied"},
                                             management::planFor({}, std::vector{one}, {}), std::nullopt);
    m_console->setResting(true);
    QVERIFY(doListsComeEvery(77s));
    m_console->acts().withdraw();
    QTRY_VERIFY_WITH_TIMEOUT(run->drain().isOver(), patience);
}

void ConsoleTest::theLastOutcomesAreHeard()
{
    FakeBroker& broker = m_fixture->broker(office);
    broker.hooks.invoke =
        [](const std::string&, const std::string&,
           const management::CallContext& context) -> std::optional<core::Result<management::MethodResult>> {
        return core::Result<management::MethodResult>(core::failure(hang(context, core::Delivery::MaybeSent)));
    };
    open();
    m_console->acts().submit({{1, listedSession(0), {}, {}}, {2, listedSession(1), {}, {}}});
    const auto& activity = m_console->activity();
    QTRY_VERIFY_WITH_TIMEOUT(activity.phaseAt(0) == ActionPhase::Running, patience);
    m_console->stop();
    m_console->end();
    QCOMPARE(activity.progress().finished, std::size_t(2));
    QVERIFY(activity.outcomeAt(0).kind == OutcomeKind::Unknown);
    QVERIFY(m_console->links().empty());
}

QTEST_GUILESS_MAIN(ConsoleTest)
#include "ConsoleTest.moc"
