// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/MainWindow.h"

#include "support/WindowFixture.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTest>
#include <QTreeWidget>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;
using models::SessionColumn;
using models::SessionTableModel;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr int patience = 30000;

/// A shown window with the widgets that the tests speak of.
struct Shown
{
    explicit Shown(WindowFixture& fixture)
        : window(fixture.services())
    {
        window.show();
    }
    template <typename Widget>
    [[nodiscard]] Widget& find(const char* name) const
    {
        return *window.findChild<Widget*>(QString::fromLatin1(name));
    }
    [[nodiscard]] QAbstractItemView& table() const { return find<QAbstractItemView>("sessionTable"); }
    [[nodiscard]] QAbstractItemView& activity() const { return find<QAbstractItemView>("activityTable"); }
    [[nodiscard]] int rows() const { return table().model()->rowCount(); }
    [[nodiscard]] QString cell(int row, SessionColumn column) const
    {
        return table().model()->index(row, static_cast<int>(column)).data().toString();
    }
    void select(int first, int last)
    {
        table().selectionModel()->setCurrentIndex(table().model()->index(first, 0), QItemSelectionModel::NoUpdate);
        table().selectionModel()->select(
            {table().model()->index(first, 0), table().model()->index(last, models::sessionColumnCount - 1)},
            QItemSelectionModel::ClearAndSelect);
    }
    [[nodiscard]] QDialog* dialog(const char* name) const
    {
        for (QDialog* const found : window.findChildren<QDialog*>(QString::fromLatin1(name))) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }

    ui::MainWindow window;
};

} // namespace

/// The main window over the real links, queries and runners, with brokers in memory.
class MainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void startsWithAnInvitationToConnect();
    void showsTheSessionsOfAServer();
    void mergesServersWhileOneFails();
    void filterFieldAndChipsNarrowTheList();
    void treeNarrowsTheListToAPlace();
    void selectionCurrentRowAndPlaceSurviveARefresh();
    void confirmedLogoffReachesTheServerOnce();
    void cancelledConfirmationDoesNothing();
    void messageReachesTheServer();
    void failureStaysOnTheRow();
    void worksByKeyboardOnly();
    void copiesRowsAsText();
    void emptyTablesSayWhy();
    void oldRowsStayGreyed();
    void closesAtOnceWhileCallsHang();
    void remembersColumnsAndInterval();
    void hostileTextIsShownPlain();
    void everyWidgetOfUseHasAName();
};

void MainWindowTest::startsWithAnInvitationToConnect()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    QVERIFY(shown.find<QWidget>("stateMessage").isVisible());
    QVERIFY(!shown.find<QAction>("logoffAction").isEnabled());
    QVERIFY(!shown.find<QAction>("refreshAction").isEnabled());
    shown.find<QPushButton>("stateButton").click();
    QVERIFY(shown.dialog("connectionDialog") != nullptr);
}

void MainWindowTest::showsTheSessionsOfAServer()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 50);
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 50, patience);
    QVERIFY(!shown.find<QWidget>("stateMessage").isVisible());
    QVERIFY(shown.find<QLabel>("serverLabel").text().contains(QStringLiteral("broker.corp.example")));
    QTRY_VERIFY_WITH_TIMEOUT(shown.find<QLabel>("countsLabel").text().contains(QStringLiteral("50")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(shown.cell(0, SessionColumn::Collection), QStringLiteral("Office desktops"), patience);
    QCOMPARE(fixture.servers.servers().size(), std::size_t{1});
}

void MainWindowTest::mergesServersWhileOneFails()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 30);
    fixture.broker(branch).hooks.open = [](const management::CallContext&) -> core::Result<> {
        return core::failure(core::ErrorKind::ConnectionRefused);
    };
    Shown shown(fixture);
    shown.window.connectTo(profileFor(branch), core::Secret());
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 30, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.find<QWidget>("troubleBanner").isVisible(), patience);
    shown.find<QMenu>("closeMenu").actions().constFirst()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown.window.links().size(), std::size_t{1}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!shown.find<QWidget>("troubleBanner").isVisible(), patience);
    QCOMPARE(shown.rows(), 30);
}

void MainWindowTest::filterFieldAndChipsNarrowTheList()
{
    WindowFixture fixture;
    fixture.broker(office).put(makeSession("hv1", 1, "anna", core::ConnectState::Active));
    fixture.broker(office).put(makeSession("hv1", 2, "boris", core::ConnectState::Disconnected));
    fixture.broker(office).put(makeSession("hv2", 1, "carl", core::ConnectState::Active));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 3, patience);
    shown.find<QAbstractButton>("activeStateChip").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 2, patience);
    shown.find<QLineEdit>("filterEdit").setText(QStringLiteral("hv2"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QCOMPARE(shown.cell(0, SessionColumn::User), QStringLiteral("CORP\\carl"));
    shown.find<QAbstractButton>("clearFilterButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 3, patience);
    QVERIFY(shown.find<QLineEdit>("filterEdit").text().isEmpty());
    QVERIFY(!shown.find<QAbstractButton>("activeStateChip").isChecked());
}

void MainWindowTest::treeNarrowsTheListToAPlace()
{
    WindowFixture fixture;
    fixture.broker(office).put(makeSession("hv1", 1, "anna"));
    fixture.broker(office).put(makeSession("hv2", 1, "carl"));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 2, patience);
    auto& tree = shown.find<QTreeWidget>("placesTree");
    const auto hosts = [&tree] { return tree.findItems(QStringLiteral("hv2"), Qt::MatchExactly | Qt::MatchRecursive); };
    QTRY_COMPARE_WITH_TIMEOUT(hosts().size(), 1, patience);
    tree.setCurrentItem(hosts().constFirst());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QVERIFY(shown.find<QAbstractButton>("placeButton").isVisible());
    shown.find<QAbstractButton>("placeButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 2, patience);
}

void MainWindowTest::selectionCurrentRowAndPlaceSurviveARefresh()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    for (std::uint32_t id = 1; id <= 400; ++id)
        broker.put(makeSession("hv1", id, "user" + std::to_string(1000 + id)));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 400, patience);
    shown.select(200, 204);
    shown.table().scrollTo(shown.table().model()->index(190, 0), QAbstractItemView::PositionAtTop);
    const QString current = shown.cell(shown.table().currentIndex().row(), SessionColumn::User);
    const auto top = [&shown] { return shown.cell(shown.table().indexAt(QPoint(2, 2)).row(), SessionColumn::User); };
    const QString topBefore = top();
    for (std::uint32_t id = 1; id <= 50; ++id)
        broker.remove("hv1/" + std::to_string(id));
    broker.put(makeSession("hv0", 1, "aaa"));
    shown.find<QAction>("refreshAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 351, patience);
    QCOMPARE(shown.cell(shown.table().currentIndex().row(), SessionColumn::User), current);
    QCOMPARE(shown.table().selectionModel()->selectedRows().size(), 5);
    QVERIFY(shown.table().selectionModel()->isRowSelected(shown.table().currentIndex().row()));
    QCOMPARE(top(), topBefore);
}

void MainWindowTest::confirmedLogoffReachesTheServerOnce()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    broker.put(makeSession("hv1", 1, "anna"));
    broker.put(makeSession("hv1", 2, "boris"));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 2, patience);
    shown.select(0, 0);
    shown.find<QAction>("logoffAction").trigger();
    QDialog* const dialog = shown.dialog("confirmationDialog");
    QVERIFY(dialog != nullptr);
    dialog->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    const auto outcome = [&shown] {
        return shown.activity().model()->index(1, 0).data(models::ActivityModel::OutcomeRole);
    };
    QTRY_VERIFY_WITH_TIMEOUT(outcome().isValid(), patience);
    QCOMPARE(outcome().toInt(), static_cast<int>(management::OutcomeKind::Done));
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QCOMPARE(broker.journal().size(), std::size_t{1});
    QCOMPARE(fixture.ledger.entries().size(), std::size_t{1});
}

void MainWindowTest::cancelledConfirmationDoesNothing()
{
    WindowFixture fixture;
    fixture.broker(office).put(makeSession("hv1", 1, "anna"));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    shown.select(0, 0);
    shown.find<QAction>("disconnectAction").trigger();
    QVERIFY(shown.dialog("confirmationDialog") != nullptr);
    shown.dialog("confirmationDialog")->reject();
    QCOMPARE(shown.activity().model()->rowCount(), 0);
    QVERIFY(fixture.ledger.entries().empty());
}

void MainWindowTest::messageReachesTheServer()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    broker.put(makeSession("hv1", 1, "anna", core::ConnectState::Active));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    shown.select(0, 0);
    shown.find<QAction>("sendMessageAction").trigger();
    QDialog* const dialog = shown.dialog("messageDialog");
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit*>(QStringLiteral("messageTitleEdit"))->setText(QStringLiteral("Maintenance"));
    QTest::keyClicks(dialog->findChild<QWidget*>(QStringLiteral("messageTextEdit")), QStringLiteral("Please save"));
    dialog->findChild<QPushButton*>(QStringLiteral("sendButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(broker.journal().size(), std::size_t{1}, patience);
    QCOMPARE(broker.journal().front().method, std::string("SendMessage"));
}

void MainWindowTest::failureStaysOnTheRow()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    broker.put(makeSession("hv1", 1, "anna"));
    broker.hooks.invoke = [](const std::string&, const std::string&,
                             const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        return management::MethodResult{5, {}};
    };
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    shown.select(0, 0);
    shown.find<QAction>("logoffAction").trigger();
    shown.dialog("confirmationDialog")->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(shown.cell(0, SessionColumn::LastResult).contains(QStringLiteral("0x00000005")), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.find<QAbstractButton>("retryButton").isEnabled(), patience);
    QCOMPARE(ui::withoutMnemonic(shown.find<QAbstractButton>("retryButton").text()), QStringLiteral("Retry 1 failed…"));
    shown.find<QAbstractButton>("retryButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog("confirmationDialog") != nullptr, patience);
}

void MainWindowTest::worksByKeyboardOnly()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    broker.put(makeSession("hv1", 1, "anna"));
    broker.put(makeSession("hv1", 2, "boris"));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 2, patience);
    shown.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&shown.window));
    QTest::keyClick(&shown.window, Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(shown.find<QLineEdit>("filterEdit").hasFocus());
    QTest::keyClicks(&shown.find<QLineEdit>("filterEdit"), QStringLiteral("boris"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QTest::keyClick(&shown.find<QLineEdit>("filterEdit"), Qt::Key_Down);
    QTRY_VERIFY(shown.table().hasFocus());
    QTest::keyClick(&shown.table(), Qt::Key_Space);
    QTRY_VERIFY(shown.find<QAction>("logoffAction").isEnabled());
    QTest::keyClick(&shown.window, Qt::Key_L, Qt::ControlModifier);
    QTRY_VERIFY(shown.dialog("confirmationDialog") != nullptr);
    QTest::keyClick(shown.dialog("confirmationDialog"), Qt::Key_Escape);
    QTRY_VERIFY(shown.dialog("confirmationDialog") == nullptr);
}

void MainWindowTest::copiesRowsAsText()
{
    WindowFixture fixture;
    fixture.broker(office).put(makeSession("hv1", 1, "anna"));
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    shown.select(0, 0);
    shown.find<QAction>("copyAction").trigger();
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("CORP\\anna\t")));
}

void MainWindowTest::emptyTablesSayWhy()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    std::atomic<int> mode{0};
    broker.hooks.enumerate =
        [&mode](const management::Query&, const management::BatchSink&,
                const management::CallContext&) -> std::optional<core::Result<management::EnumerationEnd>> {
        if (mode == 0)
            return core::failure(core::ErrorKind::HostUnreachable);
        if (mode == 1)
            return core::failure(makeFault(0x80070005));
        return std::nullopt;
    };
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    const auto title = [&shown] { return shown.find<QLabel>("stateTitleLabel").text(); };
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(QStringLiteral("Could not ask")), patience);
    mode = 1;
    shown.find<QPushButton>("stateButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(title().startsWith(QStringLiteral("You may not see")), patience);
    mode = 2;
    shown.find<QAction>("refreshAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(title(), QStringLiteral("No sessions"), patience);
    broker.put(makeSession("hv1", 1, "anna"));
    shown.find<QPushButton>("stateButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    shown.find<QLineEdit>("filterEdit").setText(QStringLiteral("nobody"));
    QTRY_COMPARE_WITH_TIMEOUT(title(), QStringLiteral("The filter hides everything"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.find<QPushButton>("stateButton").isVisible(), patience);
    shown.find<QPushButton>("stateButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QVERIFY(!shown.find<QWidget>("stateMessage").isVisible());
}

void MainWindowTest::oldRowsStayGreyed()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    broker.put(makeSession("hv1", 1, "anna"));
    std::atomic<bool> isDown{false};
    broker.hooks.enumerate =
        [&isDown](const management::Query&, const management::BatchSink&,
                  const management::CallContext&) -> std::optional<core::Result<management::EnumerationEnd>> {
        if (isDown)
            return core::failure(core::ErrorKind::HostUnreachable);
        return std::nullopt;
    };
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    isDown = true;
    shown.find<QAction>("refreshAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(shown.table().model()->index(0, 0).data(SessionTableModel::StaleRole).toBool(), patience);
    QVERIFY(shown.find<QWidget>("troubleBanner").isVisible());
    isDown = false;
    shown.find<QPushButton>("troubleButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(!shown.find<QWidget>("troubleBanner").isVisible(), patience);
}

void MainWindowTest::closesAtOnceWhileCallsHang()
{
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    for (std::uint32_t id = 1; id <= 10; ++id)
        broker.put(makeSession("hv" + std::to_string(id), 1, "user" + std::to_string(id)));
    broker.hooks.invoke =
        [](const std::string&, const std::string&,
           const management::CallContext& context) -> std::optional<core::Result<management::MethodResult>> {
        return core::failure(hang(context, core::Delivery::MaybeSent));
    };
    fixture.broker(branch).hooks.open = [](const management::CallContext& context) -> core::Result<> {
        return core::failure(hang(context));
    };
    auto shown = std::make_unique<Shown>(fixture);
    shown->window.connectTo(profileFor(branch), core::Secret());
    shown->window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown->rows(), 10, patience);
    shown->select(0, 9);
    shown->find<QAction>("logoffAction").trigger();
    shown->dialog("confirmationDialog")->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.ledger.entries().size() >= 4, patience);
    QElapsedTimer closing;
    closing.start();
    shown->window.closeUnasked();
    shown.reset();
    QVERIFY2(closing.elapsed() < 300, qPrintable(QString::number(closing.elapsed())));
}

void MainWindowTest::remembersColumnsAndInterval()
{
    WindowFixture fixture;
    const int client = static_cast<int>(SessionColumn::Client);
    {
        Shown shown(fixture);
        auto& menu = shown.find<QMenu>("columnsMenu");
        emit menu.aboutToShow();
        menu.actions().at(client)->trigger();
        shown.find<QAction>("interval30Action").trigger();
        shown.window.close();
    }
    Shown shown(fixture);
    auto& menu = shown.find<QMenu>("columnsMenu");
    emit menu.aboutToShow();
    QVERIFY(!menu.actions().at(client)->isChecked());
    QVERIFY(shown.find<QAction>("interval30Action").isChecked());
}

void MainWindowTest::hostileTextIsShownPlain()
{
    WindowFixture fixture;
    core::Session session = makeSession("hv1", 1, "<b>anna</b>");
    session.clientMachineName = core::SharedString("\xE2\x80\xAE"
                                                   "evil<img src=x>");
    fixture.broker(office).put(session);
    Shown shown(fixture);
    shown.window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 1, patience);
    QCOMPARE(shown.cell(0, SessionColumn::User), QStringLiteral("CORP\\<b>anna</b>"));
    QVERIFY(shown.cell(0, SessionColumn::Client).contains(QStringLiteral("U+202E")));
    for (const QLabel* const label : shown.window.findChildren<QLabel*>()) {
        if (!label->objectName().startsWith(QLatin1String("qt_")))
            QVERIFY2(label->textFormat() != Qt::RichText, qPrintable(label->objectName()));
    }
}

void MainWindowTest::everyWidgetOfUseHasAName()
{
    WindowFixture fixture;
    const Shown shown(fixture);
    for (const QWidget* const widget : shown.window.findChildren<QWidget*>()) {
        const bool isOurs = widget->focusPolicy() != Qt::NoFocus &&
                            !widget->objectName().startsWith(QLatin1String("qt_")) &&
                            !qobject_cast<const QMenu*>(widget) && widget->isVisible();
        if (!isOurs)
            continue;
        const auto* const button = qobject_cast<const QAbstractButton*>(widget);
        const auto* const label = qobject_cast<const QLabel*>(widget);
        const bool hasText =
            (button != nullptr && !button->text().isEmpty()) || (label != nullptr && !label->text().isEmpty());
        const bool isNamed = !widget->accessibleName().isEmpty() || hasText;
        QVERIFY2(isNamed, qPrintable(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName()));
    }
}

QTEST_MAIN(MainWindowTest)
#include "MainWindowTest.moc"
