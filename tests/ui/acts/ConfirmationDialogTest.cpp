// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ConfirmationDialog.h"

#include "support/DialogSamples.h"

#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTest>

using namespace deskwarden;

namespace {

QPushButton* confirmButton(const ui::ConfirmationDialog& dialog)
{
    return dialog.findChild<QPushButton*>(QStringLiteral("confirmButton"));
}

QLineEdit* edit(const ui::ConfirmationDialog& dialog, const char* name)
{
    return dialog.findChild<QLineEdit*>(QLatin1String(name));
}

management::ActionPlan logoffOf(const std::vector<core::Session>& sessions)
{
    return management::planFor({}, sessions);
}

} // namespace

class ConfirmationDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesEverybodyWhoIsHit();
    void twoDisconnectedNeedNoNumber();
    void anActiveUserNeedsTheNumber();
    void twentySixNeedTheNumber();
    void enterAloneNeverConfirms();
    void escapeCancels();
    void leftOutSessionsAreListedWithTheReason();
    void nobodyLeftMeansNothingToConfirm();
    void theReasonComesAlong();
    void hostileNamesAreShownEscaped();
    void fourThousandOpenQuickly();
    void tableSortsBySeverityFirst();
    void aStateFarDownIsReadWhole();
};

void ConfirmationDialogTest::namesEverybodyWhoIsHit()
{
    ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(40)));
    dialog.open();
    const auto* table = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"));
    QCOMPARE(table->model()->rowCount(), 40);
    QVERIFY(dialog.findChild<QLabel*>(QStringLiteral("titleLabel"))->text().endsWith(QLatin1Char('?')));
    QVERIFY(table->model()->index(0, 0).data().toString().startsWith(QLatin1String("CORP\\")));
}

void ConfirmationDialogTest::twoDisconnectedNeedNoNumber()
{
    ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(2, false)));
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(edit(dialog, "countEdit")->isHidden());
    confirmButton(dialog)->click();
    QCOMPARE(spy.count(), 1);
    QVERIFY(!dialog.isVisible());
    confirmButton(dialog)->click();
    QCOMPARE(spy.count(), 1);
}

void ConfirmationDialogTest::anActiveUserNeedsTheNumber()
{
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Active)}));
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(!confirmButton(dialog)->isEnabled());
    QTest::keyClicks(edit(dialog, "countEdit"), QStringLiteral("2"));
    QVERIFY(!confirmButton(dialog)->isEnabled());
    edit(dialog, "countEdit")->setText(QStringLiteral(" 1 "));
    QVERIFY(confirmButton(dialog)->isEnabled());
    confirmButton(dialog)->click();
    QCOMPARE(spy.count(), 1);
}

void ConfirmationDialogTest::twentySixNeedTheNumber()
{
    ui::ConfirmationDialog small(logoffOf(test::sampleSessions(25, false)));
    QVERIFY(confirmButton(small)->isEnabled());
    ui::ConfirmationDialog large(logoffOf(test::sampleSessions(26, false)));
    QVERIFY(!confirmButton(large)->isEnabled());
    edit(large, "countEdit")->setText(QStringLiteral("26"));
    QVERIFY(confirmButton(large)->isEnabled());
}

void ConfirmationDialogTest::enterAloneNeverConfirms()
{
    for (const int presses : {1, 2, 3, 5}) {
        ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(2, false)));
        QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        for (int press = 0; press < presses && dialog.isVisible(); ++press)
            QTest::keyClick(dialog.focusWidget() != nullptr ? dialog.focusWidget() : &dialog, Qt::Key_Return);
        QCOMPARE(spy.count(), 0);
    }
}

void ConfirmationDialogTest::escapeCancels()
{
    ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(2, false)));
    QSignalSpy confirmed(&dialog, &ui::ConfirmationDialog::confirmed);
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    dialog.open();
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QCOMPARE(confirmed.count(), 0);
}

void ConfirmationDialogTest::leftOutSessionsAreListedWithTheReason()
{
    std::vector<core::Session> chosen = test::sampleSessions(2, false);
    chosen.push_back(test::sampleSession(7, core::ConnectState::Disconnected, ""));
    chosen.push_back(test::sampleSession(8, core::ConnectState::Listen, ""));
    ui::ConfirmationDialog dialog(logoffOf(chosen));
    dialog.open();
    QVERIFY(dialog.findChild<QTabWidget*>(QStringLiteral("listsTabs"))->isTabVisible(1));
    const auto* model = dialog.findChild<QTableView*>(QStringLiteral("leftOutTable"))->model();
    QCOMPARE(model->rowCount(), 2);
    QStringList reasons;
    for (int row = 0; row < 2; ++row)
        reasons << model->index(row, model->columnCount() - 1).data().toString();
    QVERIFY(!reasons.contains(QString()));
    QVERIFY(reasons[0] != reasons[1]);
}

void ConfirmationDialogTest::nobodyLeftMeansNothingToConfirm()
{
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(8, core::ConnectState::Listen, "")}));
    dialog.open();
    QVERIFY(!confirmButton(dialog)->isVisible());
    QVERIFY(!confirmButton(dialog)->isEnabled());
}

void ConfirmationDialogTest::theReasonComesAlong()
{
    ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(1, false)));
    dialog.setReason(QStringLiteral("INC-1"));
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    edit(dialog, "reasonEdit")->end(false);
    QTest::keyClicks(edit(dialog, "reasonEdit"), QStringLiteral("234 "));
    confirmButton(dialog)->click();
    QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("INC-1234"));
}

void ConfirmationDialogTest::hostileNamesAreShownEscaped()
{
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Disconnected,
                                                                "<b>a</b>\xE2\x80\xAE"
                                                                "cod.exe")}));
    dialog.open();
    const auto* model = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"))->model();
    const QString shown = model->index(0, 0).data().toString();
    QVERIFY(shown.contains(QLatin1String("<b>")));
    QVERIFY(!shown.contains(QChar(0x202E)));
    for (const QLabel* label : dialog.findChildren<QLabel*>(QRegularExpression(QStringLiteral("Label$")))) {
        if (label->buddy() == nullptr && !label->objectName().endsWith(QLatin1String("Caption")))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void ConfirmationDialogTest::fourThousandOpenQuickly()
{
    const management::ActionPlan plan = logoffOf(test::sampleSessions(4000));
    QElapsedTimer timer;
    timer.start();
    ui::ConfirmationDialog dialog(plan);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    qInfo("4,000 sessions: open after %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"))->model()->rowCount(), 4000);
    edit(dialog, "countEdit")->setText(QStringLiteral("4000"));
    QVERIFY(confirmButton(dialog)->isEnabled());
}

void ConfirmationDialogTest::tableSortsBySeverityFirst()
{
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Disconnected),
                                            test::sampleSession(2, core::ConnectState::Active),
                                            test::sampleSession(3, core::ConnectState::Disconnected)}));
    const auto* model = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"))->model();
    QCOMPARE(model->index(0, 2).data().toString(), QStringLiteral("VDI-1002"));
}

void ConfirmationDialogTest::aStateFarDownIsReadWhole()
{
    std::vector<core::Session> sessions(60, test::sampleSession(1, core::ConnectState::Active));
    sessions.push_back(test::sampleSession(2, core::ConnectState::Disconnected));
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.open();
    const auto* table = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"));
    const QModelIndex last = table->model()->index(60, 1);
    QCOMPARE(last.data().toString(), QStringLiteral("Disconnected"));
    QVERIFY(table->columnWidth(1) > table->fontMetrics().horizontalAdvance(last.data().toString()));
}

QTEST_MAIN(ConfirmationDialogTest)
#include "ConfirmationDialogTest.moc"
