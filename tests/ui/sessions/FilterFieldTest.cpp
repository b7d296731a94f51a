// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/WindowFixture.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QTest>
#include <QToolButton>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 20000;

} // namespace

/// The language of filters in the real window: typed, offered, refused, taken away, and gone on from.
class FilterFieldTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void conditionsNarrowTheList();
    void whatCannotBeUnderstoodIsSaidAndTheOthersHold_data();
    void whatCannotBeUnderstoodIsSaidAndTheOthersHold();
    void whatIsUnfinishedIsSaidOnlyWhenOneGoesOn();
    void aConditionIsTakenAwayByItsButton();
    void namesAreOfferedAfterTheColon();
    void enterSelectsTheFirstRow();
    void anOfferThatNobodyMarkedIsNotTaken();
    void enterWaitsForTheListThatWasAskedFor();
    void controlEnterSelectsAll();
    void nothingShownSelectsNothing();

private:
    void type(const QString& text);
    [[nodiscard]] models::SessionTableModel& model() const
    {
        return *qobject_cast<models::SessionTableModel*>(m_view->model());
    }
    [[nodiscard]] int selected() const { return m_view->selectedCount(); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::SessionView* m_view = nullptr;
    ui::FilterEdit* m_field = nullptr;
};

void FilterFieldTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 120);
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(1366, 768);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    m_view = m_window->findChild<ui::SessionView*>();
    m_field = m_window->findChild<ui::FilterEdit*>();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == 120 && !model().isBusy(), patience);
}

void FilterFieldTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void FilterFieldTest::type(const QString& text)
{
    m_field->focus();
    QTest::keyClicks(m_field, text);
    // The offscreen platform activates what was offered only now, when it is gone again.
    QTest::qWait(50);
}

void FilterFieldTest::conditionsNarrowTheList()
{
    const core::Session first = model().sessionAt(0);
    const QString host = QString::fromStdString(first.key.vmHostName.toString());
    type(QStringLiteral("host:%1 state:disconnected").arg(host));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), patience);
    QVERIFY(model().rowCount() > 0);
    for (int row = 0; row < model().rowCount(); ++row) {
        QCOMPARE(model().sessionAt(row).key.vmHostName, first.key.vmHostName);
        QCOMPARE(model().sessionAt(row).state, core::ConnectState::Disconnected);
    }
    QVERIFY(m_field->problem().isEmpty());
    const int narrowed = model().rowCount();
    type(QStringLiteral("-host:%1").arg(host));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && model().rowCount() > narrowed, patience);
    for (int row = 0; row < model().rowCount(); ++row)
        QVERIFY(model().sessionAt(row).key.vmHostName != first.key.vmHostName);
}

void FilterFieldTest::whatCannotBeUnderstoodIsSaidAndTheOthersHold_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("field") << QStringLiteral("usr:ann") << QStringLiteral("no field called usr");
    QTest::newRow("state") << QStringLiteral("state:asleep") << QStringLiteral("asleep");
    QTest::newRow("time") << QStringLiteral("gone>soon") << QStringLiteral("gone>4h");
    QTest::newRow("markup") << QStringLiteral("state:<b>x</b>") << QStringLiteral("<b>x</b>");
}

void FilterFieldTest::whatCannotBeUnderstoodIsSaidAndTheOthersHold()
{
    QFETCH(QString, typed);
    QFETCH(QString, word);
    type(QStringLiteral("state:active "));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && model().rowCount() < 120, patience);
    const int active = model().rowCount();
    QTest::keyClicks(m_field, typed);
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && model().rowCount() == active, patience);
    QVERIFY2(m_field->problem().contains(word), qPrintable(m_field->problem()));
    QCOMPARE(m_field->accessibleDescription(), m_field->problem());
    QTest::keyClick(m_field, Qt::Key_Return); // it is not gone on from
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(m_field));
    QCOMPARE(selected(), 0);
    m_field->clear();
    QVERIFY(m_field->problem().isEmpty());
}

void FilterFieldTest::whatIsUnfinishedIsSaidOnlyWhenOneGoesOn()
{
    type(QStringLiteral("user:"));
    QVERIFY(m_field->problem().isEmpty());
    QTest::keyClick(m_field, Qt::Key_Return);
    QVERIFY2(m_field->problem().contains(QStringLiteral("After user:")), qPrintable(m_field->problem()));
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(m_field));
    QTest::keyClicks(m_field, QStringLiteral("a"));
    QVERIFY(m_field->problem().isEmpty());
}

void FilterFieldTest::aConditionIsTakenAwayByItsButton()
{
    type(QStringLiteral("vdi state:active -id:7"));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), patience);
    auto* const bar = m_window->findChild<ui::FilterBar*>();
    const auto buttons = [bar] {
        QList<QToolButton*> shown;
        for (auto* const button : bar->findChildren<QToolButton*>(QStringLiteral("termButton"))) {
            if (button->isVisible())
                shown << button;
        }
        return shown;
    };
    QCOMPARE(buttons().size(), 2); // words are no conditions
    QCOMPARE(buttons().constFirst()->text(), QStringLiteral("state:active"));
    buttons().constFirst()->click();
    QCOMPARE(m_field->text(), QStringLiteral("vdi -id:7"));
    QCOMPARE(buttons().size(), 1);
    QCOMPARE(bar->filter().query.terms.size(), std::size_t{1});
    bar->clear();
    QVERIFY(buttons().isEmpty());
}

void FilterFieldTest::namesAreOfferedAfterTheColon()
{
    const QString host = QString::fromStdString(model().sessionAt(0).key.vmHostName.toString());
    type(QStringLiteral("host:") + host.left(host.size() - 1));
    const QAbstractItemView* const popup = m_field->completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QTest::keyClick(const_cast<QAbstractItemView*>(popup), Qt::Key_Down);
    QTest::keyClick(const_cast<QAbstractItemView*>(popup), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!popup->isVisible(), patience);
    QVERIFY2(m_field->text().startsWith(QStringLiteral("host:")), qPrintable(m_field->text()));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && model().rowCount() > 0 && model().rowCount() < 120, patience);
    QCOMPARE(selected(), 0); // an offer that was taken selects nobody
}

void FilterFieldTest::enterSelectsTheFirstRow()
{
    type(QStringLiteral("disconnected"));
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), patience);
    QTest::keyClick(m_field, Qt::Key_Return);
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(m_view));
    QCOMPARE(selected(), 1);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QTest::keyClick(m_view, Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 1); // the second person, and not the third
}

void FilterFieldTest::anOfferThatNobodyMarkedIsNotTaken()
{
    type(QStringLiteral("state:ac"));
    QTRY_VERIFY_WITH_TIMEOUT(m_field->completer()->popup()->isVisible(), patience);
    QTest::keyClick(m_field->completer()->popup(), Qt::Key_Return); // the popup has the keyboard
    QCOMPARE(m_field->text(), QStringLiteral("state:ac"));
    QTRY_COMPARE_WITH_TIMEOUT(selected(), 1, patience);
    QCOMPARE(m_view->selectedSessions().front().state, core::ConnectState::Active);
}

void FilterFieldTest::enterWaitsForTheListThatWasAskedFor()
{
    m_view->selectRow(5);
    QCOMPARE(selected(), 1);
    const core::Session before = m_view->selectedSessions().front();
    type(QStringLiteral("disconnected"));
    QTest::keyClick(m_field, Qt::Key_Return); // the list of before may still be on the screen
    if (model().isBusy()) {
        QCOMPARE(selected(), 0);
        QVERIFY(!m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->isEnabled());
    }
    QTRY_COMPARE_WITH_TIMEOUT(selected(), 1, patience);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QCOMPARE(m_view->selectedSessions().front().state, core::ConnectState::Disconnected);
}

void FilterFieldTest::controlEnterSelectsAll()
{
    type(QStringLiteral("state:disconnected"));
    QTest::keyClick(m_field, Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && selected() > 1, patience);
    QCOMPARE(selected(), model().rowCount());
    QCOMPARE(m_window->focusWidget(), static_cast<QWidget*>(m_view));
}

void FilterFieldTest::nothingShownSelectsNothing()
{
    type(QStringLiteral("nobody-of-that-name"));
    QTest::keyClick(m_field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && model().rowCount() == 0, patience);
    QCOMPARE(selected(), 0);
}

QTEST_MAIN(FilterFieldTest)
#include "FilterFieldTest.moc"
