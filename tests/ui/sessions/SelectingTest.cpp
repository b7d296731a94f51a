// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"
#include "support/FewThreads.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/PastedListDialog.h"
#include "ui/window/MainWindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

} // namespace

/// Whole sets of sessions at one click, and what is told of one.
class SelectingTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void ghostsAreShownAndSelected();
    void everySetReplacesTheOneBefore();
    void allOnTheHostOfARow();
    void longUnusedSessionsAreFound();
    void aPastedListSaysWhatItDoesNotFind();
    void withoutAThreadAPastedListSelectsNothing();
    void detailsCanBeCopied();
    void whatWasSeenOutlivesTheWindow();

private:
    void trigger(const char* name);
    [[nodiscard]] int selected() const { return static_cast<int>(m_table->selectionModel()->selectedRows().size()); }
    [[nodiscard]] const models::SessionTableModel& model() const
    {
        return *qobject_cast<const models::SessionTableModel*>(m_table->model());
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    QTableView* m_table = nullptr;
};

void SelectingTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 120);
    haunt(m_fixture->broker(office), 120);
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    m_table = m_window->findChild<QTableView*>(QStringLiteral("sessionTable"));
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 120, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(model().counts().all.ghosts > 0 && !model().isBusy(), 20000);
}

void SelectingTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void SelectingTest::trigger(const char* name)
{
    auto* const action = m_window->findChild<QAction*>(QString::fromLatin1(name));
    QVERIFY(action != nullptr && action->isEnabled());
    action->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && selected() == model().rowCount(), 20000);
}

void SelectingTest::ghostsAreShownAndSelected()
{
    trigger("selectGhostsAction");
    QCOMPARE(static_cast<std::size_t>(selected()), model().counts().all.ghosts);
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY(!model().index(row, 0).data(models::SessionTableModel::GhostRole).toString().isEmpty());
    QVERIFY(m_window->findChild<QAction*>(QStringLiteral("ghostsFilterAction"))->isChecked());
    m_window->findChild<QAbstractButton*>(QStringLiteral("clearFilterButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 120, 20000);
    QCOMPARE(static_cast<std::size_t>(selected()), model().counts().all.ghosts); // they stay selected among all
}

void SelectingTest::everySetReplacesTheOneBefore()
{
    trigger("selectGhostsAction");
    trigger("selectDisconnectedAction");
    QCOMPARE(static_cast<std::size_t>(selected()), model().counts().all.states.at(core::ConnectState::Disconnected));
    QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("selectSeveralAction"))->isEnabled()); // nobody has two
}

void SelectingTest::allOnTheHostOfARow()
{
    m_table->selectRow(3);
    const std::string host = model().sessionAt(3).key.vmHostName.toString();
    trigger("selectHostAction");
    QCOMPARE(selected(), 20);
    for (int row = 0; row < model().rowCount(); ++row)
        QCOMPARE(model().sessionAt(row).key.vmHostName.toString(), host);
    const std::string collection = model().sessionAt(0).collectionId.toString();
    trigger("selectCollectionAction");
    QCOMPARE(model().sessionAt(0).collectionId.toString(), collection);
    QVERIFY(model().rowCount() > 20);
}

void SelectingTest::longUnusedSessionsAreFound()
{
    m_window->findChild<QAction*>(QStringLiteral("unused240Action"))->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), 20000);
    QVERIFY(model().rowCount() > 0 && model().rowCount() < 60);
    m_window->findChild<QAction*>(QStringLiteral("clearFilterAction"))->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(model().rowCount(), 120, 20000);
    QVERIFY(m_window->findChild<QAction*>(QStringLiteral("unused0Action"))->isChecked());
}

void SelectingTest::aPastedListSaysWhatItDoesNotFind()
{
    m_window->findChild<QAction*>(QStringLiteral("selectPastedAction"))->trigger();
    auto* const dialog = m_window->findChild<ui::PastedListDialog*>(QStringLiteral("pastedListDialog"));
    QVERIFY(dialog != nullptr);
    auto* const select = dialog->findChild<QAbstractButton*>(QStringLiteral("selectPastedButton"));
    QVERIFY(!select->isEnabled());
    m_fixture->broker(office).put(makeSession("hv-90.corp.example", 1, "anna.fischer"));
    dialog->setText(QStringLiteral("CORP\\anna.fischer, BORIS.orlov\nhv-11.corp.example/2\nnobody\n\\x"));
    QTRY_VERIFY_WITH_TIMEOUT(select->isEnabled(), 20000);
    const QString problems = dialog->findChild<QPlainTextEdit*>(QStringLiteral("pastedProblems"))->toPlainText();
    QVERIFY2(problems.contains(QStringLiteral("nobody has no session")), qPrintable(problems));
    QVERIFY2(problems.contains(QStringLiteral("Line 4")), qPrintable(problems));
    select->click();
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && selected() == 2, 20000); // anna is hv-11/2 as well
    QCOMPARE(model().rowCount(), 2);
    m_window->findChild<QAbstractButton*>(QStringLiteral("chosenButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() >= 120, 20000);
}

void SelectingTest::withoutAThreadAPastedListSelectsNothing()
{
    auto list = std::make_shared<management::SessionSnapshot>();
    list->sessions = management::SessionList({makeSession("hv-11.corp.example", 1, "anna.fischer")});
    const FewThreads few(0);
    ui::PastedListDialog dialog({list}, nullptr, few);
    const auto* const result = dialog.findChild<QLabel*>(QStringLiteral("pastedResult"));
    const auto* const select = dialog.findChild<QAbstractButton*>(QStringLiteral("selectPastedButton"));
    const QString said = models::describe(core::noThread()).joined();
    QCOMPARE(result->text(), said);
    QVERIFY(!select->isEnabled());
    few.setLeft(1);
    dialog.setText(QStringLiteral("anna.fischer"));
    QTRY_VERIFY_WITH_TIMEOUT(select->isEnabled(), 20000);
    QVERIFY(result->text() != said);
    few.setLeft(0);
    dialog.setText(QStringLiteral("hv-11.corp.example/1"));
    QTRY_COMPARE_WITH_TIMEOUT(result->text(), said, 20000);
    QVERIFY(!select->isEnabled());
}

void SelectingTest::detailsCanBeCopied()
{
    auto* const details = m_window->findChild<ui::DetailsDock*>(QStringLiteral("detailsDock"));
    details->toggleViewAction()->trigger(); // this screen is too small for them to open themselves
    trigger("selectGhostsAction");
    QVERIFY(details->text().contains(QStringLiteral("sessions selected")));
    m_table->selectRow(1);
    const core::Session& session = model().sessionAt(1);
    const QString text = details->text();
    QVERIFY2(text.startsWith(models::accountText(session)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("Probably a ghost: ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("VM host: ")), qPrintable(text));
    m_table->clearSelection();
    QCOMPARE(details->text(), QStringLiteral("No session selected"));
}

void SelectingTest::whatWasSeenOutlivesTheWindow()
{
    m_window.reset();
    storage::SeenStore store(m_fixture->folder.filePath(QStringLiteral("seen")));
    const auto open = [&] {
        desk::Services services = m_fixture->services();
        services.seen = &store;
        m_window = std::make_unique<ui::MainWindow>(services);
        m_window->show();
        m_window->connectTo(profileFor(office), core::Secret());
        m_table = m_window->findChild<QTableView*>(QStringLiteral("sessionTable"));
        QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 120, 20000);
    };
    open();
    m_window->close();
    m_window.reset();
    m_fixture->clockAhead = std::chrono::minutes(95);
    open();
    const auto since = static_cast<int>(models::SessionColumn::Since);
    int remembered = 0;
    for (int row = 0; row < model().rowCount(); ++row) {
        const QString text = model().index(row, since).data().toString();
        remembered += text == QStringLiteral("1 h 35 min, with gaps") ? 1 : 0;
    }
    QVERIFY2(remembered > 10, qPrintable(model().index(0, since).data().toString()));
}

QTEST_MAIN(SelectingTest)
#include "SelectingTest.moc"
