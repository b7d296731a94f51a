// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"
#include "integration/Transports.h"
#include "management/sessions/SessionMapping.h"
#include "models/activity/ActivityBatches.h"
#include "models/table/SessionTableModel.h"
#include "support/MemoryLedger.h"
#include "support/StallGuard.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/DrainWindow.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/Theme.h"
#include "ui/window/ClosingDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <memory>
#include <optional>

using namespace deskwarden;
using integration::BrokerUnderTest;
using models::ActivityColumn;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 30'000;

QString text(const char* value)
{
    return QString::fromLatin1(value);
}

/// The child of that name; the test fails without it.
template <typename Widget>
Widget* child(const QObject& parent, const char* name)
{
    auto* found = parent.findChild<Widget*>(text(name));
    if (found == nullptr)
        QTest::qFail(name, __FILE__, __LINE__);
    return found;
}

/// The dialog of the window that is open now.
template <typename Dialog>
Dialog* openDialog(const QObject& window)
{
    for (Dialog* dialog : window.findChildren<Dialog*>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

} // namespace

/// The whole console, as a person uses it, over the real client.
class ConsoleScenarioTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void twentyFiveAreSignedOffAndEachIsToldHowItWent();
    void usersAreToldBeforeTheyAreSignedOff();
    void whoIsSparedHearsOfItAndWhoLeavesIsDone();
    void aHostIsDrainedWithWhoeverComes();
    void theWindowClosesAtOnceWhileTenCallsHang();

private:
    void openWindow();
    void connectInTheDialog(const BrokerUnderTest& server);
    void selectRows(int count);
    void confirm(std::optional<int> minutesAfterAMessage);
    void signOffTheSelection(std::optional<int> minutesAfterAMessage = std::nullopt);
    void showActiveUsers();
    void waitForSessions(std::size_t count);
    [[nodiscard]] models::ActivityModel& activity() const;
    [[nodiscard]] std::size_t inPhase(management::ActionPhase phase) const;
    /// How often we have recorded that we are about to do this to that session.
    [[nodiscard]] std::ptrdiff_t intents(const core::SessionKey& key, management::ActionKind kind) const;
    [[nodiscard]] models::SessionTableModel& table() const;
    [[nodiscard]] ui::SessionView& view() const { return *child<ui::SessionView>(*m_window, "sessionTable"); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<storage::Preferences> m_preferences;
    std::unique_ptr<storage::ServerProfileStore> m_servers;
    std::unique_ptr<support::MemoryLedger> m_ledger;
    std::unique_ptr<app::Connectors> m_connectors;
    std::unique_ptr<ui::MainWindow> m_window;
};

void ConsoleScenarioTest::initTestCase()
{
    ui::applyTheme(*qobject_cast<QApplication*>(QCoreApplication::instance()), ui::ColorScheme::Light);
}

void ConsoleScenarioTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_preferences = std::make_unique<storage::Preferences>(m_folder->filePath(text("preferences.ini")));
    m_preferences->setValue(storage::preference::refreshSeconds, 1);
    m_servers = std::make_unique<storage::ServerProfileStore>(m_folder->filePath(text("servers.json")));
    m_ledger = std::make_unique<support::MemoryLedger>();
    m_connectors = std::make_unique<app::Connectors>();
}

void ConsoleScenarioTest::cleanup()
{
    m_window.reset();
    m_connectors.reset();
}

void ConsoleScenarioTest::openWindow()
{
    const auto connectorFor = [this](core::ServerProfile profile, core::Secret password) {
        return m_connectors->connectorFor(std::move(profile), std::move(password));
    };
    m_window =
        std::make_unique<ui::MainWindow>(desk::Services{connectorFor, *m_ledger, *m_servers, *m_preferences, {}});
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void ConsoleScenarioTest::connectInTheDialog(const BrokerUnderTest& server)
{
    child<QAction>(*m_window, "connectAction")->trigger();
    QTRY_VERIFY(openDialog<ui::ConnectionDialog>(*m_window) != nullptr);
    auto* dialog = openDialog<ui::ConnectionDialog>(*m_window);
    auto* address = child<QComboBox>(*dialog, "addressCombo")->lineEdit();
    address->selectAll();
    QTest::keyClicks(address, QString::fromStdString(server.profile().address.text()));
    QTest::keyClicks(child<QLineEdit>(*dialog, "userEdit"), QString::fromStdString(server.profile().user));
    QTest::keyClicks(child<QLineEdit>(*dialog, "passwordEdit"),
                     QString::fromStdString(std::string(server.password().reveal())));
    auto* connectButton = child<QPushButton>(*dialog, "connectButton");
    QTRY_VERIFY(connectButton->isEnabled());
    QTest::mouseClick(connectButton, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(table().counts().total, std::size_t(300), patience);
    QVERIFY(openDialog<ui::ConnectionDialog>(*m_window) == nullptr);
}

models::SessionTableModel& ConsoleScenarioTest::table() const
{
    return *qobject_cast<models::SessionTableModel*>(view().model());
}

void ConsoleScenarioTest::selectRows(int count)
{
    const QItemSelection rows(table().index(0, 0), table().index(count - 1, table().columnCount() - 1));
    view().selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(view().selectedCount(), count);
}

models::ActivityModel& ConsoleScenarioTest::activity() const
{
    return qobject_cast<models::ActivityBatches*>(child<QTableView>(*m_window, "activityTable")->model())->acts();
}

std::size_t ConsoleScenarioTest::inPhase(management::ActionPhase phase) const
{
    std::size_t count = 0;
    for (int row = 0; row < activity().rowCount(); ++row)
        count += activity().phaseAt(row) == phase ? 1U : 0U;
    return count;
}

std::ptrdiff_t ConsoleScenarioTest::intents(const core::SessionKey& key, management::ActionKind kind) const
{
    return std::ranges::count_if(m_ledger->entries(), [&key, kind](const auto& entry) {
        return entry.request.confirmed.key == key && entry.request.action.kind == kind;
    });
}

void ConsoleScenarioTest::waitForSessions(std::size_t count)
{
    QTRY_COMPARE_WITH_TIMEOUT(table().counts().total, count, patience);
}

void ConsoleScenarioTest::showActiveUsers()
{
    QTest::keyClicks(child<QLineEdit>(*m_window, "filterEdit"), text("nordwind\\ active"));
    QTRY_VERIFY_WITH_TIMEOUT(!table().isBusy() && table().rowCount() >= 25 && table().rowCount() < 300, patience);
}

void ConsoleScenarioTest::signOffTheSelection(std::optional<int> minutesAfterAMessage)
{
    auto* logoff = child<QAction>(*m_window, "logoffAction");
    QTRY_VERIFY(logoff->isEnabled());
    logoff->trigger();
    confirm(minutesAfterAMessage);
}

void ConsoleScenarioTest::confirm(std::optional<int> minutesAfterAMessage)
{
    QTRY_VERIFY(openDialog<ui::ConfirmationDialog>(*m_window) != nullptr);
    auto* dialog = openDialog<ui::ConfirmationDialog>(*m_window);
    QTest::keyClicks(child<QLineEdit>(*dialog, "reasonEdit"), text("INC-7"));
    // A drain begins with a message, so that it is switched off, too.
    child<QCheckBox>(*dialog, "messageFirstCheck")->setChecked(minutesAfterAMessage.has_value());
    if (minutesAfterAMessage)
        child<QSpinBox>(*dialog, "graceSpin")->setValue(*minutesAfterAMessage);
    auto* count = child<QLineEdit>(*dialog, "countEdit");
    if (count->isVisible())
        QTest::keyClicks(count, QString::number(dialog->plan().sessions.size()));
    auto* confirm = child<QPushButton>(*dialog, "confirmButton");
    QTRY_VERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QTRY_VERIFY(openDialog<ui::ConfirmationDialog>(*m_window) == nullptr);
}

void ConsoleScenarioTest::twentyFiveAreSignedOffAndEachIsToldHowItWent()
{
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300));
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    openWindow();
    const support::StallGuard guard(300);
    connectInTheDialog(server);
    QCOMPARE(m_servers->servers().size(), std::size_t(1));

    showActiveUsers();
    selectRows(25);
    const std::vector<core::Session> chosen = view().selectedSessions();
    QCOMPARE(chosen.size(), std::size_t(25));
    for (const auto& [index, what] : {std::pair{3, "return:5"}, {7, "return:1168"}, {11, "drop-before"}}) {
        const std::string where = core::keyText(chosen.at(static_cast<std::size_t>(index)).key);
        server.broker().faults().add(simulator::ScriptedFault::parse("logoff@" + where + '=' + what).value());
    }
    signOffTheSelection();

    models::ActivityModel* const activity = &this->activity();
    QTRY_COMPARE_WITH_TIMEOUT(activity->progress().finished, std::size_t(25), patience);
    QCOMPARE(activity->progress().good, std::size_t(23));
    QCOMPARE(activity->progress().bad, std::size_t(1));
    QCOMPARE(activity->progress().unknown, std::size_t(1));
    for (int row = 0; row < activity->rowCount(); ++row) {
        const auto cell = [&](ActivityColumn column) {
            return activity->index(row, static_cast<int>(column)).data().toString();
        };
        const core::SessionKey& key = activity->requestAt(row).confirmed.key;
        QCOMPARE(activity->requestAt(row).reason, std::string("INC-7"));
        QVERIFY(!cell(ActivityColumn::Explanation).isEmpty());
        if (key == chosen[3].key)
            QVERIFY(cell(ActivityColumn::Code).contains(text("5 (0x00000005 ERROR_ACCESS_DENIED)")));
        if (key == chosen[11].key)
            QCOMPARE(activity->outcomeAt(row).kind, management::OutcomeKind::Unknown);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!table().isBusy() && table().counts().total == 277, patience);
    for (std::size_t index = 0; index < chosen.size(); ++index)
        QCOMPARE(table().rowOf(chosen[index]) >= 0, index == 3 || index == 11);
    const QModelIndex failed = table().index(table().rowOf(chosen[3]), 0);
    QVERIFY(failed.data(models::SessionTableModel::ProblemRole).toString().contains(text("ERROR_ACCESS_DENIED")));
    QCOMPARE(server.journal("logoff").size(), std::size_t(22));
}

void ConsoleScenarioTest::usersAreToldBeforeTheyAreSignedOff()
{
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300));
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    openWindow();
    connectInTheDialog(server);
    showActiveUsers();
    selectRows(4);
    const std::vector<core::Session> chosen = view().selectedSessions();
    signOffTheSelection(0);
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().good, std::size_t(8), patience);

    const std::vector<std::string> lines = server.broker().journal().lines();
    for (const core::Session& session : chosen) {
        const std::string who = "\"VMHostName\":\"" + session.key.vmHostName.toString() +
                                "\",\"SessionId\":" + std::to_string(session.key.sessionId) + ',';
        const auto lineOf = [&](const char* action) {
            return std::ranges::find_if(lines, [&](const std::string& line) {
                return line.find(who) != std::string::npos &&
                       line.find("\"action\":\"" + std::string(action) + '"') != std::string::npos;
            });
        };
        QVERIFY(lineOf("message") < lineOf("logoff") && lineOf("logoff") != lines.end());
        for (const std::string& part : {session.userName.toString(), session.vmName.toString(),
                                        std::string("You will be signed out now"), std::string("INC-7")})
            QVERIFY2(lineOf("message")->find(part) != std::string::npos, lineOf("message")->c_str());
        QCOMPARE(intents(session.key, management::ActionKind::Message), std::ptrdiff_t(1));
        QCOMPARE(intents(session.key, management::ActionKind::Logoff), std::ptrdiff_t(1));
    }
    QCOMPARE(server.journal("logoff").size(), std::size_t(4));
}

void ConsoleScenarioTest::whoIsSparedHearsOfItAndWhoLeavesIsDone()
{
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300));
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    openWindow();
    connectInTheDialog(server);
    showActiveUsers();
    selectRows(3);
    signOffTheSelection(600);
    QTRY_COMPARE_WITH_TIMEOUT(inPhase(management::ActionPhase::Told), std::size_t(3), patience);
    // The messages' lines come first: the acts' are the last three.
    const auto keyAt = [this](int row) { return activity().requestAt(row).confirmed.key; };
    const core::SessionKey spared = keyAt(3);
    const core::SessionKey leaving = keyAt(4);

    auto* const lines = child<QTableView>(*m_window, "activityTable");
    // Below the head: the acts that wait come before the messages that were sent, as soon as that is known.
    QTRY_COMPARE_WITH_TIMEOUT(qobject_cast<models::ActivityBatches*>(lines->model())->lineAt(1), 3, patience);
    lines->selectRow(1);
    child<QAction>(*m_window, "cancelSelectedAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(intents(spared, management::ActionKind::Message), std::ptrdiff_t(2), patience);
    QTRY_COMPARE_WITH_TIMEOUT(server.journal("message").size(), std::size_t(4), patience);
    QVERIFY(server.journal("message").back().find("You will not be signed out") != std::string::npos);
    QCOMPARE(activity().outcomeAt(3).kind, management::OutcomeKind::Cancelled);

    // The user signs out: for this program nothing but a session that is not there any more.
    auto connection = server.connector()();
    QVERIFY(connection.has_value());
    QVERIFY((*connection)->open({}, {}).has_value());
    const management::InstancePath path = management::pathOf(leaving, std::string(core::rdmsNamespace));
    QVERIFY((*connection)->invoke(path, "Logoff", {}, {}).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(activity().phaseAt(4), management::ActionPhase::Finished, patience);
    QCOMPARE(activity().outcomeAt(4).kind, management::OutcomeKind::AlreadyGone);
    QCOMPARE(intents(leaving, management::ActionKind::Message), std::ptrdiff_t(1));

    child<QAbstractButton>(*m_window, "cancelQueuedButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(server.journal("message").size(), std::size_t(5), patience);
    QTRY_COMPARE_WITH_TIMEOUT(activity().progress().finished, std::size_t(8), patience);
    QCOMPARE(activity().progress().good, std::size_t(6)); // five messages, and who left
    QCOMPARE(server.journal("logoff").size(), std::size_t(1));
    for (const int row : {3, 4, 5})
        QCOMPARE(intents(keyAt(row), management::ActionKind::Logoff), std::ptrdiff_t(0));
}

void ConsoleScenarioTest::aHostIsDrainedWithWhoeverComes()
{
    // Before the first session is read again, somebody else gets its id.
    BrokerUnderTest server(integration::TransportUnderTest::PlainLoopback, {}, integration::smallFarm(300),
                           {"get#1=reuse"});
    QVERIFY2(server.problem().empty(), server.problem().c_str());
    openWindow();
    connectInTheDialog(server);
    showActiveUsers();
    selectRows(1);
    const std::string host = view().selectedSessions().front().key.vmHostName.toString();
    child<QAction>(*m_window, "drainHostAction")->trigger();
    confirm(std::nullopt);
    const auto* const window = m_window->findChild<ui::DrainWindow*>();
    QVERIFY(window != nullptr);
    const management::Drain& drain = window->run().drain();
    const std::size_t confirmed = activity().progress().total;
    QVERIFY(confirmed > 1);
    auto* const refresh = child<QAction>(*m_window, "refreshAction");
    QVERIFY(QTest::qWaitFor(
        [&drain, refresh] {
            refresh->trigger();
            return drain.isOver();
        },
        4 * patience));
    QVERIFY(drain.phase() == management::DrainPhase::Drained);
    QCOMPARE(drain.counts().newcomers, std::size_t(1));
    const std::vector<std::string> done = server.journal("logoff");
    QCOMPARE(done.size(), confirmed); // one was spared, one came
    for (const std::string& line : done)
        QVERIFY2(line.find("\"VMHostName\":\"" + host + '"') != std::string::npos, line.c_str());
    const auto replaced = std::ranges::find_if(drain.sessions(), [](const management::DrainedSession& session) {
        return session.report.outcome.skipReason == management::SkipReason::UserChanged;
    });
    QVERIFY(replaced != drain.sessions().end());
    for (const std::string& line : done)
        QVERIFY2(line.find(replaced->session.userName.toString()) == std::string::npos ||
                     line.find(replaced->session.vmName.toString()) == std::string::npos,
                 line.c_str());
}

void ConsoleScenarioTest::theWindowClosesAtOnceWhileTenCallsHang()
{
    std::vector<std::unique_ptr<BrokerUnderTest>> servers;
    openWindow();
    // Two servers and an act limit of four connections each would not make ten: three servers do.
    for (int count = 0; count < 3; ++count) {
        servers.push_back(std::make_unique<BrokerUnderTest>(integration::TransportUnderTest::PlainLoopback,
                                                            support::TestCertificate(), integration::smallFarm(300),
                                                            std::vector<std::string>{"logoff=hang"}));
        m_window->connectTo(servers.back()->profile(), servers.back()->password());
        waitForSessions(std::size_t(300) * static_cast<std::size_t>(count + 1));
    }
    QTest::keyClicks(child<QLineEdit>(*m_window, "filterEdit"), text("nordwind\\ active"));
    QTRY_VERIFY_WITH_TIMEOUT(!table().isBusy() && table().rowCount() < 900, patience);
    selectRows(table().rowCount());
    signOffTheSelection();
    models::ActivityModel* const activity = &this->activity();
    const auto running = [activity] {
        int count = 0;
        for (int row = 0; row < activity->rowCount(); ++row)
            count += activity->phaseAt(row) == management::ActionPhase::Running ? 1 : 0;
        return count;
    };
    QTRY_VERIFY_WITH_TIMEOUT(running() >= 10, patience);

    // What shall become of them is asked first; the promise counts from the answer.
    QVERIFY(!m_window->close());
    QTRY_VERIFY(openDialog<ui::ClosingDialog>(*m_window) != nullptr);
    auto* const stop = child<QPushButton>(*m_window, "stopAndCloseButton");
    QElapsedTimer clock;
    clock.start();
    stop->click();
    QVERIFY(!m_window->isVisible());
    const auto closed = clock.elapsed();
    m_window.reset();
    qInfo("closed after %lld ms, gone after %lld ms, while ten calls hang (promised: 300)",
          static_cast<long long>(closed), static_cast<long long>(clock.elapsed()));
    QVERIFY(clock.elapsed() < 3000);
    for (const auto& entry : m_ledger->entries())
        QVERIFY(entry.outcome);
}

QTEST_MAIN(ConsoleScenarioTest)
#include "ConsoleScenarioTest.moc"
