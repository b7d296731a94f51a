// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "support/StallGuard.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr std::uint32_t sessions = 10'000;
constexpr int patience = 60'000;

} // namespace

/// The main window with ten thousand sessions: whatever a person does, no turn of the event loop is longer than
/// promised.
class ResponsivenessTest final : public QObject
{
    Q_OBJECT

private slots:
    void nothingHoldsTheWindow();
    void fourThousandAreToldAndSpared();

private:
    static void waitFor(const models::SessionTableModel& model);
};

void ResponsivenessTest::waitFor(const models::SessionTableModel& model)
{
    QTRY_VERIFY_WITH_TIMEOUT(!model.isBusy(), patience);
}

void ResponsivenessTest::nothingHoldsTheWindow()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), sessions);
    ui::MainWindow window(fixture.services());
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto& table = *window.findChild<QTableView*>(QStringLiteral("sessionTable"));
    auto& model = *qobject_cast<models::SessionTableModel*>(table.model());
    QTest::qWait(0);

    const StallGuard guard(sessions);
    window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), static_cast<int>(sessions), patience);
    for (int column = 0; column < model.columnCount(); ++column) {
        model.sort(column, Qt::DescendingOrder);
        waitFor(model);
    }
    for (const models::SessionGrouping grouping : models::sessionGroupings) {
        model.setGrouping(grouping);
        waitFor(model);
        table.selectionModel()->select({model.index(0, 0), model.index(model.rowCount() - 1, 0)},
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QTest::qWait(0);
    }
    model.setGrouping(models::SessionGrouping::None);
    waitFor(model);
    auto& field = *window.findChild<QLineEdit*>(QStringLiteral("filterEdit"));
    for (const char* text : {"a", "an", "ann", ""}) {
        field.setText(QString::fromLatin1(text));
        waitFor(model);
    }
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), static_cast<int>(sessions), patience);
    table.selectionModel()->select({model.index(0, 0), model.index(model.rowCount() - 1, 0)},
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    for (std::uint32_t number = 0; number < sessions; number += 20)
        fixture.broker(office).put(makeSession("hv-new.corp.example", number, "new", core::ConnectState::Active));
    window.links().front()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > static_cast<int>(sessions), patience);
}

void ResponsivenessTest::fourThousandAreToldAndSpared()
{
    constexpr int told = 4'000;
    WindowFixture fixture;
    fixture.preferences.setValue(storage::preference::parallelActs, 64);
    fillOffice(fixture.broker(office), sessions);
    ui::MainWindow window(fixture.services());
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const auto& table = *window.findChild<QTableView*>(QStringLiteral("sessionTable"));
    const auto& model = *qobject_cast<models::SessionTableModel*>(table.model());
    window.connectTo(profileFor(office), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), static_cast<int>(sessions), patience);
    waitFor(model);

    const StallGuard guard(sessions);
    table.selectionModel()->select({model.index(0, 0), model.index(told - 1, 0)},
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    const auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    const auto find = [dialog](const char* name) { return dialog->findChild<QWidget*>(QString::fromLatin1(name)); };
    qobject_cast<QCheckBox*>(find("messageFirstCheck"))->setChecked(true);
    qobject_cast<QSpinBox*>(find("graceSpin"))->setValue(600);
    const auto count = static_cast<std::size_t>(dialog->plan().sessions.size());
    qobject_cast<QLineEdit*>(find("countEdit"))->setText(QString::number(count));
    QTest::qWait(0);
    qobject_cast<QPushButton*>(find("confirmButton"))->click();
    const auto& activity =
        qobject_cast<models::ActivityBatches*>(window.findChild<QTableView*>(QStringLiteral("activityTable"))->model())
            ->acts();
    QTRY_COMPARE_WITH_TIMEOUT(activity.countdown().waiting, count, 2 * patience);
    window.links().front()->refresh();
    const auto before = activity.countdown().next;
    QTRY_VERIFY_WITH_TIMEOUT(activity.countdown().next + std::chrono::seconds(2) < before, patience);
    window.findChild<QAbstractButton*>(QStringLiteral("cancelQueuedButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(activity.progress().finished, 3 * count, 2 * patience);
    QCOMPARE(activity.progress().good, 2 * count);
}

QTEST_MAIN(ResponsivenessTest)
#include "ResponsivenessTest.moc"
