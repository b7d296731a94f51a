// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/WindowFixture.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/ListMenu.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

} // namespace

/// Rows under headings, as a person uses them.
class GroupingTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyGroupingStandsUnderHeadings_data();
    void everyGroupingStandsUnderHeadings();
    void aClickOnAHeadingSelectsItsGroup();
    void keysPassHeadingsBy();
    void whatIsSelectedHoldsNoHeading();
    void theGroupOfARowIsSelectedByKeys();
    void groupingComesBackWithTheLayout();

private:
    void open();
    void group(const char* by);
    void clickHeading(int number, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] std::vector<int> headings() const;
    [[nodiscard]] QAction* action(const char* name) const
    {
        return m_window->findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] models::SessionTableModel& model() const
    {
        return *qobject_cast<models::SessionTableModel*>(m_table->model());
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::SessionView* m_table = nullptr;
};

void GroupingTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 120);
    open();
}

void GroupingTest::open()
{
    m_window.reset();
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->resize(1366, 768);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    m_table = m_window->findChild<ui::SessionView*>(QStringLiteral("sessionTable"));
    QTRY_VERIFY_WITH_TIMEOUT(m_table->model()->rowCount() >= 120 && !model().isBusy(), 20000);
}

void GroupingTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void GroupingTest::group(const char* by)
{
    auto* const chosen = m_window->findChild<QAction*>(QString::fromLatin1(by) + QStringLiteral("GroupingAction"));
    QVERIFY(chosen != nullptr);
    chosen->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), 20000);
    QVERIFY(chosen->isChecked());
}

std::vector<int> GroupingTest::headings() const
{
    std::vector<int> rows;
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().isSection(row))
            rows.push_back(row);
    }
    return rows;
}

void GroupingTest::clickHeading(int number, Qt::KeyboardModifiers modifiers)
{
    const int row = headings().at(static_cast<std::size_t>(number));
    m_table->scrollTo(model().index(row, 0), QAbstractItemView::PositionAtTop);
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, modifiers,
                      m_table->visualRect(model().index(row, 0)).center());
}

void GroupingTest::everyGroupingStandsUnderHeadings_data()
{
    QTest::addColumn<QByteArray>("by");
    QTest::addColumn<int>("groups");
    QTest::addColumn<QString>("first");
    QTest::newRow("none") << QByteArray("none") << 0 << QString();
    QTest::newRow("collection") << QByteArray("collection") << 4 << QStringLiteral("CAD workplaces (30)");
    QTest::newRow("host") << QByteArray("host") << 6 << QStringLiteral("hv-11 (20)");
    QTest::newRow("user") << QByteArray("user") << 120 << QStringLiteral("CORP\\anna.fischer (1)");
    QTest::newRow("state") << QByteArray("state") << 4 << QString();
}

void GroupingTest::everyGroupingStandsUnderHeadings()
{
    QFETCH(QByteArray, by);
    QFETCH(int, groups);
    QFETCH(QString, first);
    QTRY_COMPARE_WITH_TIMEOUT(model().collectionName(model().sessionAt(0).key.server, core::SharedString("CAD")),
                              QStringLiteral("CAD workplaces"), 20000);
    group(by.constData());
    QCOMPARE(static_cast<int>(headings().size()), groups);
    QCOMPARE(model().rowCount(), 120 + groups);
    QCOMPARE(model().counts().visible, std::size_t{120});
    if (!first.isEmpty())
        QCOMPARE(model().index(0, 3).data(models::SessionTableModel::SectionRole).toString(), first);
    QVERIFY(!m_window->grab().isNull()); // headings are painted
}

void GroupingTest::aClickOnAHeadingSelectsItsGroup()
{
    group("host");
    clickHeading(1);
    QCOMPARE(m_table->selectedCount(), 20);
    for (const core::Session& session : m_table->selectedSessions())
        QCOMPARE(session.key.vmHostName.toString(), std::string("hv-12.corp.example"));
    QVERIFY(action("logoffAction")->isEnabled());
    clickHeading(3, Qt::ControlModifier);
    QCOMPARE(m_table->selectedCount(), 40);
    clickHeading(1, Qt::ControlModifier);
    QCOMPARE(m_table->selectedCount(), 20);
    clickHeading(0, Qt::ShiftModifier);
    QCOMPARE(m_table->selectedCount(), 40);
    clickHeading(5);
    QCOMPARE(m_table->selectedCount(), 20);
}

void GroupingTest::keysPassHeadingsBy()
{
    group("user"); // every second row is a heading
    auto& bar = *m_window->findChild<ui::FilterBar*>(QStringLiteral("filterBar"));
    bar.field().setFocus();
    QTest::keyClick(&bar.field(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m_table->selectedCount(), 1, 20000);
    QCOMPARE(m_table->chosenRow(), 1);
    for (const Qt::Key key : {Qt::Key_Down, Qt::Key_Down, Qt::Key_PageDown, Qt::Key_PageDown, Qt::Key_End, Qt::Key_Up,
                              Qt::Key_PageUp, Qt::Key_Home, Qt::Key_Up, Qt::Key_Down})
    {
        for (const Qt::KeyboardModifiers modifiers :
             {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::ControlModifier)}) {
            QTest::keyClick(m_table, key, modifiers);
            QVERIFY(m_table->currentIndex().isValid());
            QVERIFY2(!model().isSection(m_table->currentIndex().row()), qPrintable(QString::number(key)));
        }
        QTest::keyClick(m_table, key);
        QCOMPARE(m_table->selectedCount(), 1);
    }
}

void GroupingTest::whatIsSelectedHoldsNoHeading()
{
    group("state");
    action("selectAllAction")->trigger();
    QCOMPARE(m_table->selectedCount(), 120);
    QCOMPARE(m_table->selectedSessions().size(), std::size_t{120});
    action("copyAction")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 121); // with the line of the columns
    QGuiApplication::clipboard()->clear();
    action("copyAsTextAction")->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text().trimmed().count(u'\n'), 120, 20000);
    m_table->clearSelection();
    QGuiApplication::clipboard()->clear();
    action("copyAsTextAction")->trigger(); // all of the list
    QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->text().trimmed().count(u'\n'), 120, 20000);
    // A heading alone, whatever selects it, is nothing that can be acted upon.
    m_table->selectionModel()->select(model().index(0, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(m_table->selectedCount(), 0);
    QVERIFY(m_table->selectedSessions().empty());
    QVERIFY(!action("logoffAction")->isEnabled());
    QVERIFY(!action("copyAction")->isEnabled());
}

void GroupingTest::theGroupOfARowIsSelectedByKeys()
{
    QVERIFY(!action("selectGroupAction")->isEnabled());
    group("collection");
    m_table->selectRow(headings().at(2) + 3);
    const std::string collection = model().sessionAt(headings().at(2) + 3).collectionId.toString();
    QVERIFY(action("selectGroupAction")->isEnabled());
    action("selectGroupAction")->trigger();
    QCOMPARE(m_table->selectedCount(), 30);
    for (const core::Session& session : m_table->selectedSessions())
        QCOMPARE(session.collectionId.toString(), collection);
    // The set of the row, not of the heading above it.
    action("selectCollectionAction")->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy() && m_table->selectedCount() == 30, 20000);
    QCOMPARE(model().counts().visible, std::size_t{30});
}

void GroupingTest::groupingComesBackWithTheLayout()
{
    group("host");
    m_window->close();
    open();
    QCOMPARE(model().grouping(), models::SessionGrouping::VmHost);
    QCOMPARE(headings().size(), std::size_t{6});
    QVERIFY(action("hostGroupingAction")->isChecked());
}

QTEST_MAIN(GroupingTest)
#include "GroupingTest.moc"
