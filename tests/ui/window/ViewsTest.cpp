// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/Texts.h"
#include "storage/ViewStore.h"
#include "support/WindowFixture.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/ViewFilter.h"
#include "ui/window/MainWindow.h"
#include "ui/window/ViewsPanel.h"

#include <QAbstractButton>
#include <QAction>
#include <QFile>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QTableView>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

} // namespace

/// Saved views, as a person uses them: in the window, by mouse and by keys.
class ViewsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void viewsThatComeWithTheProgramTellTheirNumbers();
    void aSavedViewComesBackWhole();
    void whatIsChangedByHandIsNoLongerTheView();
    void aViewIsRenamedUpdatedAndRemovedByKeys();
    void aViewOfALaterVersionIsNotShownInPart_data();
    void aViewOfALaterVersionIsNotShownInPart();
    void everyFilterSurvivesBeingSaved_data();
    void everyFilterSurvivesBeingSaved();
    void withoutAStoreNothingIsSaved();

private:
    void open();
    void settle();
    [[nodiscard]] QTreeWidgetItem* line(const QString& name) const;
    void click(const QString& name);
    void type(const QString& text);
    void answer(const QString& name);
    [[nodiscard]] QAction* action(const char* name) const
    {
        return m_window->findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] models::SessionTableModel& model() const
    {
        return *qobject_cast<models::SessionTableModel*>(m_table->model());
    }
    [[nodiscard]] ui::FilterBar& bar() const
    {
        return *m_window->findChild<ui::FilterBar*>(QStringLiteral("filterBar"));
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<storage::ViewStore> m_store;
    std::unique_ptr<ui::MainWindow> m_window;
    QTableView* m_table = nullptr;
    ui::ViewsPanel* m_panel = nullptr;
};

void ViewsTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 120);
    haunt(m_fixture->broker(office), 120);
    m_store = std::make_unique<storage::ViewStore>(m_fixture->folder.filePath(QStringLiteral("views.json")));
    open();
}

void ViewsTest::open()
{
    m_window.reset();
    desk::Services services = m_fixture->services();
    services.views = m_store.get();
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1366, 768);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    m_table = m_window->findChild<QTableView*>(QStringLiteral("sessionTable"));
    m_panel = m_window->findChild<ui::ViewsPanel*>(QStringLiteral("viewsTree"));
    QTRY_COMPARE_WITH_TIMEOUT(m_table->model()->rowCount(), 120, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(model().counts().all.ghosts > 0 && !model().isBusy(), 20000);
}

void ViewsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_fixture.reset();
}

void ViewsTest::settle()
{
    QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), 20000);
}

QTreeWidgetItem* ViewsTest::line(const QString& name) const
{
    const QList<QTreeWidgetItem*> found = m_panel->findItems(name, Qt::MatchExactly);
    return found.size() == 1 ? found.front() : nullptr;
}

void ViewsTest::click(const QString& name)
{
    QTreeWidgetItem* const item = line(name);
    QVERIFY2(item != nullptr, qPrintable(name));
    QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, m_panel->visualItemRect(item).center());
    settle();
}

void ViewsTest::type(const QString& text)
{
    bar().field().setFocus();
    QTest::keyClicks(&bar().field(), text);
    settle();
}

/// Gives the name that is asked for.
void ViewsTest::answer(const QString& name)
{
    auto* const dialog = m_window->findChild<QInputDialog*>(QStringLiteral("viewNameDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(name);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QInputDialog*>(QStringLiteral("viewNameDialog")) == nullptr, 20000);
    settle();
}

void ViewsTest::viewsThatComeWithTheProgramTellTheirNumbers()
{
    for (const auto& [id, view] : ui::shippedViews()) {
        QVERIFY(line(view.name) != nullptr);
        const QString number = line(view.name)->text(1);
        QVERIFY2(number.toInt() > 0 && number.toInt() < 120, qPrintable(number));
        click(view.name);
        QCOMPARE(QString::number(model().rowCount()), number);
        QCOMPARE(m_panel->currentItem(), line(view.name));
    }
    click(QStringLiteral("Disconnected over 4 h"));
    QCOMPARE(bar().field().text(), QStringLiteral("gone>4h"));
    for (int row = 0; row < model().rowCount(); ++row)
        QCOMPARE(model().sessionAt(row).state, core::ConnectState::Disconnected);
    const auto column = static_cast<int>(models::SessionColumn::IdleOrGone);
    QCOMPARE(model().sortColumn(), column); // the longest first
    const auto sorted = [&](int row) {
        return model().index(row, column).data(models::SessionTableModel::SortRole).toLongLong();
    };
    QVERIFY(sorted(0) >= sorted(model().rowCount() - 1));
}

void ViewsTest::aSavedViewComesBackWhole()
{
    type(QStringLiteral("host:hv-1* -user:boris"));
    action("unused15Action")->trigger();
    m_table->horizontalHeader()->setSortIndicator(static_cast<int>(models::SessionColumn::VmHost), Qt::DescendingOrder);
    m_table->horizontalHeader()->moveSection(0, 2);
    settle();
    const models::SessionFilter shown = bar().filter();
    const int rows = model().rowCount();
    QVERIFY(rows > 0 && rows < 120);
    action("saveViewAction")->trigger();
    answer(QStringLiteral("Night <b>&shift"));
    QVERIFY(line(QStringLiteral("Night <b>&shift")) != nullptr);
    QCOMPARE(line(QStringLiteral("Night <b>&shift"))->text(1), QString::number(rows));

    m_store = std::make_unique<storage::ViewStore>(m_fixture->folder.filePath(QStringLiteral("views.json")));
    open();
    m_table->horizontalHeader()->moveSection(m_table->horizontalHeader()->visualIndex(0), 0);
    click(QStringLiteral("Night <b>&shift"));
    QVERIFY(bar().filter() == shown);
    QCOMPARE(bar().field().text(), QStringLiteral("host:hv-1* -user:boris"));
    QCOMPARE(model().rowCount(), rows);
    QCOMPARE(model().sortColumn(), static_cast<int>(models::SessionColumn::VmHost));
    QCOMPARE(model().sortOrder(), Qt::DescendingOrder);
    QCOMPARE(m_table->horizontalHeader()->visualIndex(0), 2);
}

void ViewsTest::whatIsChangedByHandIsNoLongerTheView()
{
    click(QStringLiteral("Probable ghosts"));
    QVERIFY(action("ghostsFilterAction")->isChecked());
    type(QStringLiteral("anna"));
    QVERIFY(m_panel->currentItem() == nullptr);
    action("clearFilterAction")->trigger();
    settle();
    QCOMPARE(model().rowCount(), 120);
}

void ViewsTest::aViewIsRenamedUpdatedAndRemovedByKeys()
{
    type(QStringLiteral("anna"));
    action("saveViewAction")->trigger();
    answer(QStringLiteral("Mine"));
    type(QStringLiteral(" state:active"));
    m_panel->setFocus();
    m_panel->setCurrentItem(line(QStringLiteral("Mine")));
    QContextMenuEvent menuKey(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(m_panel->viewport(), &menuKey);
    auto* const menu = m_panel->findChild<QMenu*>(QStringLiteral("viewMenuOfEntry"));
    QVERIFY(menu != nullptr);
    menu->findChild<QAction*>(QStringLiteral("updateViewAction"))->trigger();
    menu->close();
    settle();
    QCOMPARE(m_store->find(QStringLiteral("Mine"))->filter, QStringLiteral("anna state:active"));
    QTest::keyClick(m_panel, Qt::Key_F2);
    answer(QStringLiteral("Ours"));
    QVERIFY(line(QStringLiteral("Ours")) != nullptr && line(QStringLiteral("Mine")) == nullptr);
    m_panel->setCurrentItem(line(QStringLiteral("Ours")));
    QTest::keyClick(m_panel, Qt::Key_Delete);
    auto* const box = m_window->findChild<QMessageBox*>(QStringLiteral("removeViewBox"));
    QVERIFY(box != nullptr);
    QCOMPARE(m_store->views().size(), std::size_t{1}); // it asks first
    box->findChild<QAbstractButton*>(QStringLiteral("removeViewButton"))->click();
    settle();
    QVERIFY(line(QStringLiteral("Ours")) == nullptr);
    QVERIFY(m_store->views().empty());
    // What comes with the program stays.
    m_panel->setCurrentItem(line(QStringLiteral("Probable ghosts")));
    QTest::keyClick(m_panel, Qt::Key_Delete);
    QTest::keyClick(m_panel, Qt::Key_Return);
    settle();
    QVERIFY(model().rowCount() < 120);
}

void ViewsTest::aViewOfALaterVersionIsNotShownInPart_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::newRow("a field") << QByteArray(R"("filter": "anna colour:red")");
    QTest::newRow("a mark") << QByteArray(R"("filter": "is:zombie")");
    QTest::newRow("an unfinished condition") << QByteArray(R"("filter": "user:")");
    QTest::newRow("a line break") << QByteArray(R"("filter": "anna\nboris")");
    QTest::newRow("a state") << QByteArray(R"("states": ["Active", "Asleep"])");
    QTest::newRow("a number of a state") << QByteArray(R"("states": ["42"])");
    QTest::newRow("a problem") << QByteArray(R"("problems": ["ghost", "zombie"])");
}

void ViewsTest::aViewOfALaterVersionIsNotShownInPart()
{
    QFETCH(QByteArray, part);
    m_window.reset();
    const QString file = m_fixture->folder.filePath(QStringLiteral("later.json"));
    QFile written(file);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write(R"({"version": 1, "views": [{"name": "Later", )" + part + "}]}");
    written.close();
    m_store = std::make_unique<storage::ViewStore>(file);
    QCOMPARE(m_store->views().size(), std::size_t{1});
    open();
    type(QStringLiteral("anna"));
    const int rows = model().rowCount();
    QCOMPARE(line(QStringLiteral("Later"))->text(1), QString());
    click(QStringLiteral("Later"));
    QCOMPARE(model().rowCount(), rows); // nothing was changed, least of all to show more people
    QCOMPARE(bar().field().text(), QStringLiteral("anna"));
    const auto labels = m_window->findChild<QWidget*>(QStringLiteral("policyNotice"))->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(
        labels, [](const QLabel* label) { return label->text().contains(QStringLiteral("does not understand")); }));
}

void ViewsTest::everyFilterSurvivesBeingSaved_data()
{
    QTest::addColumn<models::SessionFilter>("filter");
    QTest::addColumn<QString>("typed");
    const auto row = [](const char* name, const models::SessionFilter& filter, const char* typed = "") {
        QTest::newRow(name) << filter << QString::fromUtf8(typed);
    };
    models::SessionFilter filter;
    row("nothing", filter);
    for (std::uint32_t state = 0; state < models::statesWithNames; ++state)
        filter.states.push_back(static_cast<core::ConnectState>(state));
    filter.states.push_back(core::ConnectState::Absent);
    row("every state", filter);
    for (bool models::SessionFilter::*const mark :
         {&models::SessionFilter::isGhost, &models::SessionFilter::isStuck, &models::SessionFilter::isBroken,
          &models::SessionFilter::isUserOnSeveral})
    {
        filter = {};
        filter.*mark = true;
        row("a problem", filter);
    }
    filter = {};
    filter.unusedFor = std::chrono::minutes(90);
    row("idle", filter);
    filter = {};
    filter.server = core::ServerId{core::SharedString("https://b")};
    row("a server", filter);
    filter.vmHost = "hv-1";
    row("a host", filter);
    filter.vmHost = std::nullopt;
    filter.user = "CORP\\ann";
    row("a user", filter);
    filter.user = std::nullopt;
    filter.machine = "VDI-1";
    row("a machine", filter);
    filter.machine = std::nullopt;
    filter.collection = "";
    row("sessions of no collection", filter);
    filter = {};
    const char* const typed = "anna -\"b c\" user:\"x, y\",z gone>4h is:broken,stale";
    models::setTyped(filter, *models::parseFilter(QString::fromUtf8(typed)));
    row("what was typed", filter, typed);
}

void ViewsTest::everyFilterSurvivesBeingSaved()
{
    QFETCH(models::SessionFilter, filter);
    QFETCH(QString, typed);
    storage::SavedView view = ui::viewOf(filter, typed, {});
    view.name = QStringLiteral("a");
    QVERIFY(m_store->put(view).has_value());
    const storage::ViewStore again(m_fixture->folder.filePath(QStringLiteral("views.json")));
    const auto read = ui::filterOf(again.views().front());
    QVERIFY(read.has_value());
    QVERIFY(*read == filter);
    // The bar takes over all of it, too.
    bar().showFilter(*read, typed, QStringLiteral("Place"));
    QVERIFY(bar().filter() == filter);
}

void ViewsTest::withoutAStoreNothingIsSaved()
{
    m_store.reset();
    open();
    QVERIFY(!action("saveViewAction")->isEnabled());
    click(QStringLiteral("Probable ghosts"));
    QVERIFY(model().rowCount() < 120);
}

QTEST_MAIN(ViewsTest)
#include "ViewsTest.moc"
