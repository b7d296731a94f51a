// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ConfirmationDialog.h"

#include "models/table/SessionListModel.h"
#include "models/table/SessionTableModel.h"
#include "storage/Preferences.h"
#include "support/DialogSamples.h"
#include "ui/widgets/NoticePanel.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QWheelEvent>

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
    void anActiveUserAmongSeveralNeedsTheNumber();
    void onePersonIsNamedWithoutAListOrANumber();
    void policyMayWantTheNumberOfOne();
    void enterConfirmsOnePersonAndEscapeDoesNot();
    void statesAreTheOnesOfNow();
    void severalAreToldByStateAndServerAsTheyAreNow();
    void theFullNameStandsBesideTheAccount();
    void fullNamesAreAColumnOnceThereAreAny();
    void theTicketStartsEmptyAndFitsThePattern();
    void twentySixNeedTheNumber();
    void enterAloneNeverConfirmsSeveral();
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

void ConfirmationDialogTest::anActiveUserAmongSeveralNeedsTheNumber()
{
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Active),
                                            test::sampleSession(2, core::ConnectState::Disconnected)}));
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(!confirmButton(dialog)->isEnabled());
    QTest::keyClicks(edit(dialog, "countEdit"), QStringLiteral("1"));
    QVERIFY(!confirmButton(dialog)->isEnabled());
    edit(dialog, "countEdit")->setText(QStringLiteral(" 2 "));
    QVERIFY(confirmButton(dialog)->isEnabled());
    confirmButton(dialog)->click();
    QCOMPARE(spy.count(), 1);
}

void ConfirmationDialogTest::onePersonIsNamedWithoutAListOrANumber()
{
    using enum core::ConnectState;
    for (const core::ConnectState state :
         {Active, Connected, ConnectQuery, Shadow, Disconnected, Idle, Reset, Down, Init}) {
        ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, state)}));
        dialog.open();
        const auto text = [&dialog](const char* name) {
            return dialog.findChild<QLabel*>(QLatin1String(name))->text();
        };
        QCOMPARE(text("titleLabel"), QStringLiteral("Log off boris.orlov?"));
        QCOMPARE(text("whoLabel"), QStringLiteral("CORP\\boris.orlov · VDI-1001 · broker.example.com"));
        const auto* const notice = dialog.findChild<ui::NoticePanel*>(QStringLiteral("impactNotice"));
        QVERIFY(notice->sentence().contains(QLatin1String("boris.orlov")));
        QCOMPARE(notice->kind() == ui::NoticePanel::Kind::Warning, core::isInUse(state));
        QVERIFY(dialog.findChild<QTabWidget*>(QStringLiteral("listsTabs"))->isHidden());
        QVERIFY(edit(dialog, "countEdit")->isHidden());
        QVERIFY(confirmButton(dialog)->isEnabled());
    }
}

void ConfirmationDialogTest::policyMayWantTheNumberOfOne()
{
    management::Policy policy;
    policy.typeNumberFrom = 1;
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Disconnected)}));
    dialog.setPolicy(policy);
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(!edit(dialog, "countEdit")->isHidden());
    QVERIFY(!confirmButton(dialog)->isEnabled());
    QTest::keyClick(edit(dialog, "reasonEdit"), Qt::Key_Return);
    QCOMPARE(spy.count(), 0);
    edit(dialog, "countEdit")->setText(QStringLiteral("1"));
    QTest::keyClick(edit(dialog, "countEdit"), Qt::Key_Return);
    QCOMPARE(spy.count(), 0);
    confirmButton(dialog)->click();
    QCOMPARE(spy.count(), 1);
}

void ConfirmationDialogTest::enterConfirmsOnePersonAndEscapeDoesNot()
{
    for (const int key : {int(Qt::Key_Return), int(Qt::Key_Enter), int(Qt::Key_Escape)}) {
        ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Active)}));
        QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
        dialog.open();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QKeyEvent held(QEvent::KeyPress, key, Qt::NoModifier, QString(), true);
        if (key != Qt::Key_Escape) { // held down since before the dialog came
            QCoreApplication::sendEvent(dialog.focusWidget(), &held);
            QVERIFY(dialog.isVisible());
        }
        QTest::keyClick(dialog.focusWidget(), static_cast<Qt::Key>(key));
        QCOMPARE(spy.count(), key == Qt::Key_Escape ? 0 : 1);
        QVERIFY(!dialog.isVisible());
    }
    ui::ConfirmationDialog dialog(logoffOf({test::sampleSession(1, core::ConnectState::Active)}));
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* const cancel = dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Cancel);
    cancel->setFocus();
    QTest::keyClick(cancel, Qt::Key_Return); // the button that has the focus is the one that is meant
    QCOMPARE(spy.count(), 0);
    QVERIFY(!dialog.isVisible());
}

void ConfirmationDialogTest::statesAreTheOnesOfNow()
{
    management::SessionSnapshot list;
    list.health = management::SnapshotHealth::Fresh;
    std::vector<core::Session> sessions{test::sampleSession(1, core::ConnectState::Disconnected)};
    list.server = sessions.front().key.server;
    models::SessionTableModel table([] { return std::chrono::system_clock::now(); });
    const auto show = [&](const std::vector<core::Session>& now) {
        ++list.sequence;
        list.sessions = management::SessionList(now);
        QSignalSpy arranged(&table, &models::SessionTableModel::arranged);
        table.applySnapshot(std::make_shared<const management::SessionSnapshot>(list));
        QTRY_VERIFY_WITH_TIMEOUT(!arranged.isEmpty() && !table.isBusy(), 20000);
    };
    show(sessions);
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.follow(table);
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    const auto* const notice = dialog.findChild<ui::NoticePanel*>(QStringLiteral("impactNotice"));
    QVERIFY(notice->kind() == ui::NoticePanel::Kind::Hint);

    sessions.front().state = core::ConnectState::Active;
    show(sessions);
    QVERIFY(notice->kind() == ui::NoticePanel::Kind::Warning);
    QVERIFY(dialog.plan().sessions.front().state == core::ConnectState::Active);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return); // meant for what stood there before
    QCOMPARE(spy.count(), 0);
    QVERIFY(dialog.isVisible() && confirmButton(dialog)->isEnabled());

    sessions.front().userName = core::SharedString("somebody.else");
    show(sessions);
    QVERIFY(!confirmButton(dialog)->isEnabled());
    QVERIFY(dialog.plan().sessions.front().userName.view() == "boris.orlov");
}

namespace {

/// A table that has listed these sessions.
struct Listed
{
    explicit Listed(const std::vector<core::Session>& sessions)
    {
        auto list = std::make_shared<management::SessionSnapshot>();
        list->health = management::SnapshotHealth::Fresh;
        list->server = sessions.front().key.server;
        list->sequence = 1;
        list->sessions = management::SessionList(sessions);
        const QSignalSpy arranged(&table, &models::SessionTableModel::arranged);
        table.applySnapshot(std::move(list));
        isDone = QTest::qWaitFor([&] { return !arranged.isEmpty() && !table.isBusy(); }, 20'000);
    }
    /// A directory has told who somebody is.
    void name(const core::Session& session, const std::string& fullName)
    {
        auto names = std::make_shared<models::PersonNames>();
        names->add({session.domainName.toString(), session.userName.toString()}, fullName);
        const QSignalSpy arranged(&table, &models::SessionTableModel::arranged);
        table.setPersonNames(session.key.server, names);
        isDone = QTest::qWaitFor([&] { return !arranged.isEmpty() && !table.isBusy(); }, 20'000);
    }

    models::SessionTableModel table{[] { return std::chrono::system_clock::now(); }};
    bool isDone = false;
};

} // namespace

void ConfirmationDialogTest::theFullNameStandsBesideTheAccount()
{
    const std::vector<core::Session> sessions{test::sampleSession(1, core::ConnectState::Disconnected)};
    Listed listed(sessions);
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.follow(listed.table);
    dialog.open();
    const auto* const who = dialog.findChild<QLabel*>(QStringLiteral("whoLabel"));
    QVERIFY2(who->text().startsWith(QStringLiteral("CORP\\boris.orlov · VDI-1001")), qPrintable(who->text()));
    listed.name(sessions.front(), "Boris Orlov"); // while the dialog stands there
    QVERIFY(listed.isDone);
    QVERIFY2(who->text().startsWith(QStringLiteral("CORP\\boris.orlov · Boris Orlov · VDI-1001")),
             qPrintable(who->text()));
    listed.name(sessions.front(), "B\n\u202E\x1B[31m<b>" + std::string(300, 'x'));
    QVERIFY(listed.isDone && who->text().size() < 200);
    QCOMPARE(who->textFormat(), Qt::PlainText);
    for (const QChar letter : who->text())
        QVERIFY2(letter.isPrint(), qPrintable(who->text()));
}

void ConfirmationDialogTest::fullNamesAreAColumnOnceThereAreAny()
{
    const std::vector<core::Session> sessions = test::sampleSessions(4, false);
    Listed listed(sessions);
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.follow(listed.table);
    dialog.open();
    const auto& table = *dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"));
    constexpr int column = models::SessionListModel::NameColumn;
    QVERIFY(table.isColumnHidden(column));
    listed.name(sessions.at(2), "Chen Wei");
    QVERIFY(listed.isDone && !table.isColumnHidden(column));
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        names << table.model()->index(row, column).data().toString();
    QCOMPARE(names.count(QStringLiteral("Chen Wei")), 1);
    QCOMPARE(names.count(QString()), 3);
}

void ConfirmationDialogTest::severalAreToldByStateAndServerAsTheyAreNow()
{
    std::vector<core::Session> sessions{test::sampleSession(1, core::ConnectState::Disconnected),
                                        test::sampleSession(2, core::ConnectState::Disconnected)};
    management::SessionSnapshot list;
    list.health = management::SnapshotHealth::Fresh;
    list.server = sessions.front().key.server;
    sessions.back().key.server.address = core::SharedString("https://other.example.com");
    models::SessionTableModel table([] { return std::chrono::system_clock::now(); });
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.follow(table);
    dialog.open();
    QVERIFY(confirmButton(dialog)->isEnabled());
    const QString servers = dialog.findChild<QLabel*>(QStringLiteral("serversLabel"))->text();
    QVERIFY(servers.contains(QLatin1String("broker.example.com (1)")) &&
            servers.contains(QLatin1String("other.example.com (1)")));
    std::vector<core::Session> now{sessions.front()};
    now.front().state = core::ConnectState::Active;
    list.sessions = management::SessionList(now);
    QSignalSpy arranged(&table, &models::SessionTableModel::arranged);
    table.applySnapshot(std::make_shared<const management::SessionSnapshot>(list));
    QTRY_VERIFY_WITH_TIMEOUT(!arranged.isEmpty(), 20000);
    QVERIFY(!confirmButton(dialog)->isEnabled()); // somebody has begun to work: the number is typed
    using Model = models::SessionListModel;
    const auto* const view = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"));
    QVERIFY(!view->isColumnHidden(Model::ServerColumn));
    QStringList states;
    for (int row = 0; row < 2; ++row)
        states << view->model()->index(row, Model::StateColumn).data().toString();
    states.sort();
    QCOMPARE(states, QStringList({QStringLiteral("Active"), QStringLiteral("Disconnected")}));
}

void ConfirmationDialogTest::theTicketStartsEmptyAndFitsThePattern()
{
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("settings.ini")));
    preferences.setValue(storage::preference::ticketPattern, QStringLiteral("INC-#*"));
    for (int number = 1; number <= 12; ++number) {
        ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(2, false)));
        dialog.offerTickets(preferences, {});
        dialog.open();
        QCOMPARE(edit(dialog, "reasonEdit")->text(), QString());
        QVERIFY(confirmButton(dialog)->isEnabled());
        auto* const recent = dialog.findChild<QComboBox*>(QStringLiteral("reasonCombo"));
        QWheelEvent wheel(QPointF(5, 5), recent->mapToGlobal(QPointF(5, 5)), QPoint(), QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(recent, &wheel);
        QCOMPARE(edit(dialog, "reasonEdit")->text(), QString());
        QTest::keyClicks(edit(dialog, "reasonEdit"), QStringLiteral("INC-"));
        QCOMPARE(edit(dialog, "reasonEdit")->text(), QStringLiteral("INC-")); // nothing completes itself
        QVERIFY(!confirmButton(dialog)->isEnabled());
        QVERIFY(!dialog.findChild<ui::NoticePanel*>(QStringLiteral("reasonNotice"))->sentence().isEmpty());
        QTest::keyClicks(edit(dialog, "reasonEdit"), QString::number(number));
        QVERIFY(confirmButton(dialog)->isEnabled());
        QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
        confirmButton(dialog)->click();
        QCOMPARE(spy.value(0).value(0).toString(), QStringLiteral("INC-%1").arg(number));
    }
    ui::ConfirmationDialog dialog(logoffOf(test::sampleSessions(2, false)));
    dialog.offerTickets(preferences, {});
    const auto* const combo = dialog.findChild<QComboBox*>(QStringLiteral("reasonCombo"));
    QCOMPARE(combo->count(), 10);
    QCOMPARE(combo->itemText(0), QStringLiteral("INC-12"));
    QCOMPARE(combo->currentIndex(), -1);
    QSignalSpy spy(&dialog, &ui::ConfirmationDialog::confirmed);
    confirmButton(dialog)->click();
    QCOMPARE(spy.value(0).value(0).toString(), QString());
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

void ConfirmationDialogTest::enterAloneNeverConfirmsSeveral()
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
    const QString shown = dialog.findChild<QLabel*>(QStringLiteral("whoLabel"))->text();
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
    QCOMPARE(model->index(0, models::SessionListModel::MachineColumn).data().toString(), QStringLiteral("VDI-1002"));
}

void ConfirmationDialogTest::aStateFarDownIsReadWhole()
{
    std::vector<core::Session> sessions(60, test::sampleSession(1, core::ConnectState::Active));
    sessions.push_back(test::sampleSession(2, core::ConnectState::Disconnected));
    ui::ConfirmationDialog dialog(logoffOf(sessions));
    dialog.open();
    const auto* table = dialog.findChild<QTableView*>(QStringLiteral("sessionsTable"));
    constexpr int column = models::SessionListModel::StateColumn;
    const QModelIndex last = table->model()->index(60, column);
    QCOMPARE(last.data().toString(), QStringLiteral("Disconnected"));
    QVERIFY(table->columnWidth(column) > table->fontMetrics().horizontalAdvance(last.data().toString()));
}

QTEST_MAIN(ConfirmationDialogTest)
#include "ConfirmationDialogTest.moc"
