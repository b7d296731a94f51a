// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/widgets/Theme.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";

core::ManagementError accessDenied()
{
    return makeFault(0x80070005);
}

} // namespace

/// Pictures of the main window, written to the folder "scenes/window" of the build, to be looked at. A scene fails on a
/// warning of Qt, which a missing icon is too, and on an empty picture.
class WindowScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void looks_data();
    void looks();
    void emptyTables_data();
    void emptyTables();
    void oldRows();
    void sizes_data();
    void sizes();

private:
    void playScript(ui::MainWindow& window, WindowFixture& fixture, const QString& look);

    SceneAlbum m_album;
};

void WindowScenes::initTestCase()
{
    m_album.open("window");
}

void WindowScenes::looks_data()
{
    SceneLook::addRows({"light", "dark", "contrast", "ru", "de", "pseudo", "rtl"});
}

void WindowScenes::looks()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    WindowFixture fixture;
    fixture.clockAhead = std::chrono::seconds(4);
    fillOffice(fixture.broker(office), 240);
    fixture.broker(branch).put(makeSession("hv-91.branch.example", 3, "sven.lund", core::ConnectState::Active));
    ui::MainWindow window(fixture.services());
    window.resize(1400, 840);
    window.show();
    m_album.shoot(window, QStringLiteral("start-") + look);
    window.connectTo(profileFor(office), core::Secret());
    playScript(window, fixture, look);
}

void WindowScenes::playScript(ui::MainWindow& window, WindowFixture& fixture, const QString& look)
{
    auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 240, 20000);
    m_album.shoot(window, QStringLiteral("sessions-") + look);
    window.findChild<QAction*>(QStringLiteral("shortcutsAction"))->trigger();
    auto* const keys = window.findChild<QDialog*>(QStringLiteral("shortcutsDialog"));
    QVERIFY(keys != nullptr);
    m_album.shoot(*keys, QStringLiteral("shortcuts-") + look);
    keys->close();

    FakeBroker& broker = fixture.broker(office);
    broker.hooks.invoke = [](const std::string& key, const std::string&,
                             const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        const core::Session denied = officeSession(121);
        if (key == core::keyText(denied.key))
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        const core::Session lost = officeSession(43);
        if (key == core::keyText(lost.key))
            return core::failure(core::ErrorKind::TimedOut, {}, core::Delivery::MaybeSent);
        return std::nullopt;
    };
    auto* const filter = window.findChild<QLineEdit*>(QStringLiteral("filterEdit"));
    filter->setText(QStringLiteral("hv-12"));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() == 40, 20000);
    table->selectionModel()->select(
        QItemSelection(table->model()->index(0, 0), table->model()->index(7, models::sessionColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
    table->selectionModel()->setCurrentIndex(table->model()->index(3, 0), QItemSelectionModel::NoUpdate);
    const auto* const details = window.findChild<ui::DetailsDock*>(QStringLiteral("detailsDock"));
    QTRY_VERIFY_WITH_TIMEOUT(details->text().contains(QStringLiteral("hv-12: 8")), 20000); // counted
    m_album.shoot(window, QStringLiteral("selected-") + look);

    window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    auto* const dialog = window.findChild<QDialog*>(QStringLiteral("confirmationDialog"));
    QVERIFY(dialog != nullptr);
    if (auto* const count = dialog->findChild<QLineEdit*>(QStringLiteral("countEdit")); count->isVisible())
        count->setText(QString::number(8));
    m_album.shoot(*dialog, QStringLiteral("confirmation-") + look);
    dialog->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    auto* const activity = window.findChild<QAbstractItemView*>(QStringLiteral("activityTable"));
    QTRY_COMPARE_WITH_TIMEOUT(activity->model()->rowCount(), 9, 20000);
    const auto isFinished = [activity] {
        for (int row = 1; row < activity->model()->rowCount(); ++row) {
            if (!activity->model()->index(row, 0).data(models::ActivityModel::OutcomeRole).isValid())
                return false;
        }
        return true;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFinished(), 30000);
    const QVariant worst = activity->model()->index(1, 0).data(models::ActivityModel::OutcomeRole);
    QCOMPARE(worst.toInt(), static_cast<int>(management::OutcomeKind::Failed));
    QTRY_VERIFY(activity->currentIndex().row() == 1); // the reason stands there without a click
    m_album.shoot(window, QStringLiteral("activity-") + look);
}

void WindowScenes::emptyTables_data()
{
    QTest::addColumn<QString>("scene");
    for (const char* scene : {"nobody", "hidden", "no-rights", "not-asked"})
        QTest::newRow(scene) << QString::fromLatin1(scene);
}

void WindowScenes::emptyTables()
{
    QFETCH(QString, scene);
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    if (scene == QLatin1String("hidden"))
        fillOffice(broker, 60);
    if (scene == QLatin1String("no-rights"))
        broker.hooks.open = [](const management::CallContext&) -> core::Result<> {
            return core::failure(accessDenied());
        };
    if (scene == QLatin1String("not-asked")) {
        broker.hooks.open = [](const management::CallContext&) -> core::Result<> {
            return core::failure(core::ErrorKind::ConnectionRefused);
        };
    }
    ui::MainWindow window(fixture.services());
    window.resize(1000, 620);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    auto* const message = window.findChild<QWidget*>(QStringLiteral("stateMessage"));
    auto* const button = message->findChild<QPushButton*>(QStringLiteral("stateButton"));
    if (scene == QLatin1String("hidden")) {
        QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), 20000);
        window.findChild<QLineEdit*>(QStringLiteral("filterEdit"))->setText(QStringLiteral("nobody is called this"));
    }
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible() && button->isVisible(), 20000);
    m_album.shoot(window, QStringLiteral("empty-") + scene);
}

void WindowScenes::oldRows()
{
    ui::applyTheme(*qApp, ui::ColorScheme::Light);
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    fillOffice(broker, 60);
    std::atomic<bool> isDown{false};
    broker.hooks.enumerate =
        [&isDown](const management::Query&, const management::BatchSink&,
                  const management::CallContext&) -> std::optional<core::Result<management::EnumerationEnd>> {
        if (isDown)
            return core::failure(core::ErrorKind::HostUnreachable);
        return std::nullopt;
    };
    {
        ui::MainWindow window(fixture.services());
        window.resize(1400, 840);
        window.show();
        window.connectTo(profileFor(office), core::Secret());
        auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 60, 20000);
        isDown = true;
        fixture.clockAhead = std::chrono::seconds(190);
        window.findChild<QAction*>(QStringLiteral("refreshAction"))->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QWidget*>(QStringLiteral("troubleBanner"))->isVisible(), 20000);
        QTRY_VERIFY_WITH_TIMEOUT(table->model()->index(0, 0).data(models::SessionTableModel::StaleRole).toBool(),
                                 20000);
        m_album.shoot(window, QStringLiteral("old-rows"));
    }
}

void WindowScenes::sizes_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("look");
    for (const char* const look : {"light", "ru", "de"}) {
        QTest::addRow("laptop-%s", look) << QSize(1366, 768) << QString::fromLatin1(look);
        QTest::addRow("small-%s", look) << QSize(800, 600) << QString::fromLatin1(look);
        QTest::addRow("twice-%s", look) << QSize(960, 540) << QString::fromLatin1(look);
    }
}

/// Two brokers, ghosts and times, one session chosen, one act that failed.
void WindowScenes::sizes()
{
    QFETCH(QSize, size);
    QFETCH(QString, look);
    const SceneLook scene(look);
    WindowFixture fixture;
    FakeBroker& broker = fixture.broker(office);
    fillOffice(broker, 240);
    haunt(broker, 240);
    core::Session far = makeSession("hv-91.branch.example", 3, "sven.lund", core::ConnectState::Active);
    far.vmName = core::SharedString("VDI-9103");
    fixture.broker(branch).put(far);
    broker.hooks.invoke = [](const std::string&, const std::string&,
                             const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        return management::MethodResult{5, {}};
    };
    ui::MainWindow window(fixture.services());
    window.resize(size);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    window.connectTo(profileFor(branch), core::Secret());
    auto* const table = window.findChild<QTableView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 241, 20000);
    const auto* const model = qobject_cast<const models::SessionTableModel*>(table->model());
    QTRY_VERIFY_WITH_TIMEOUT(model->counts().all.ghosts > 0 && !model->isBusy(), 20000);
    table->selectRow(5);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    m_album.shoot(window, QStringLiteral("size-") + name);
    window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    auto* const dialog = window.findChild<QDialog*>(QStringLiteral("confirmationDialog"));
    QVERIFY(dialog != nullptr);
    dialog->findChild<QLineEdit*>(QStringLiteral("countEdit"))->setText(QStringLiteral("1"));
    dialog->findChild<QPushButton*>(QStringLiteral("confirmButton"))->click();
    auto* const failed = window.findChild<QLabel*>(QStringLiteral("failedCountLabel"));
    QTRY_VERIFY_WITH_TIMEOUT(failed->isVisible(), 20000);
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<QLabel*>(QStringLiteral("activityWhyLabel"))->isVisible(), 20000);
    m_album.shoot(window, QStringLiteral("size-%1-failed").arg(name));
}

QTEST_MAIN(WindowScenes)
#include "WindowScenes.moc"
