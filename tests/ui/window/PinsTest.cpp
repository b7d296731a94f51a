// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PinStore.h"
#include "support/WindowFixture.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/MainWindow.h"
#include "ui/window/ViewsPanel.h"

#include <QAction>
#include <QInputDialog>
#include <QMenu>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";

} // namespace

/// Pinned users, machines and hosts, and notes on them, as a person uses them in the window.
class PinsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void everyKindIsPinnedShownAndUnpinned_data();
    void everyKindIsPinnedShownAndUnpinned();
    void aNoteStandsInTheDetailsAfterARestart();
    void aPinIsOfOneNameAndNoOther();
    void namesFromElsewhereStayText();
    void withoutAStoreNothingCanBePinned();

private:
    void open();
    void settle() { QTRY_VERIFY_WITH_TIMEOUT(!model().isBusy(), 20000); }
    void selectUser(const char* user);
    void note(const char* action, const QString& text);
    [[nodiscard]] QTreeWidgetItem* line(const QString& name) const
    {
        const QList<QTreeWidgetItem*> found = m_panel->findItems(name, Qt::MatchExactly);
        return found.size() == 1 ? found.front() : nullptr;
    }
    [[nodiscard]] QAction* action(const char* name) const
    {
        return m_window->findChild<QAction*>(QString::fromLatin1(name));
    }
    [[nodiscard]] models::SessionTableModel& model() const
    {
        return *qobject_cast<models::SessionTableModel*>(m_table->model());
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<storage::PinStore> m_store;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::SessionView* m_table = nullptr;
    ui::ViewsPanel* m_panel = nullptr;
};

void PinsTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    fillOffice(m_fixture->broker(office), 120);
    m_store = std::make_unique<storage::PinStore>(m_fixture->folder.filePath(QStringLiteral("pins.json")));
    open();
}

void PinsTest::open()
{
    m_window.reset();
    desk::Services services = m_fixture->services();
    services.pins = m_store.get();
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1366, 768);
    m_window->show();
    m_window->connectTo(profileFor(office), core::Secret());
    m_table = m_window->findChild<ui::SessionView*>(QStringLiteral("sessionTable"));
    m_panel = m_window->findChild<ui::ViewsPanel*>(QStringLiteral("viewsTree"));
    QTRY_VERIFY_WITH_TIMEOUT(m_table->model()->rowCount() >= 120 && !model().isBusy(), 20000);
}

void PinsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
    m_fixture.reset();
}

void PinsTest::selectUser(const char* user)
{
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().sessionAt(row).userName.view() == user) {
            m_table->selectRow(row);
            return;
        }
    }
    QFAIL(user);
}

void PinsTest::note(const char* name, const QString& text)
{
    action(name)->trigger();
    auto* const dialog = m_window->findChild<QInputDialog*>(QStringLiteral("noteDialog"));
    QVERIFY(dialog != nullptr);
    dialog->setTextValue(text);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<QInputDialog*>(QStringLiteral("noteDialog")) == nullptr, 20000);
}

void PinsTest::everyKindIsPinnedShownAndUnpinned_data()
{
    QTest::addColumn<QByteArray>("pin");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("sessions");
    QTest::newRow("user") << QByteArray("pinUserAction") << QStringLiteral("CORP\\boris.orlov") << 1;
    QTest::newRow("machine") << QByteArray("pinMachineAction") << QStringLiteral("VDI-2001") << 1;
    QTest::newRow("host") << QByteArray("pinHostAction") << QStringLiteral("hv-12.corp.example") << 20;
}

void PinsTest::everyKindIsPinnedShownAndUnpinned()
{
    QFETCH(QByteArray, pin);
    QFETCH(QString, name);
    QFETCH(int, sessions);
    m_table->clearSelection();
    selectUser("boris.orlov");
    QAction* const pinning = action(pin.constData());
    QVERIFY(pinning->isEnabled() && !pinning->isChecked());
    pinning->trigger();
    settle();
    QVERIFY(pinning->isChecked());
    QVERIFY(line(name) != nullptr);
    QCOMPARE(line(name)->text(1), QString::number(sessions));
    QTest::mouseClick(m_panel->viewport(), Qt::LeftButton, {}, m_panel->visualItemRect(line(name)).center());
    settle();
    QCOMPARE(model().rowCount(), sessions);

    m_store = std::make_unique<storage::PinStore>(m_fixture->folder.filePath(QStringLiteral("pins.json")));
    open();
    QVERIFY(line(name) != nullptr);
    m_panel->setFocus();
    m_panel->setCurrentItem(line(name));
    QTest::keyClick(m_panel, Qt::Key_Return);
    settle();
    QCOMPARE(model().rowCount(), sessions);
    m_panel->setCurrentItem(line(name));
    QTest::keyClick(m_panel, Qt::Key_Delete);
    settle();
    QVERIFY(line(name) == nullptr);
    QVERIFY(m_store->names().empty());
}

void PinsTest::aNoteStandsInTheDetailsAfterARestart()
{
    selectUser("boris.orlov");
    note("noteUserAction", QStringLiteral("calls on Mondays\n<b>twice</b>"));
    note("noteHostAction", QStringLiteral("is to be replaced"));
    m_store = std::make_unique<storage::PinStore>(m_fixture->folder.filePath(QStringLiteral("pins.json")));
    open();
    auto* const details = m_window->findChild<ui::DetailsDock*>(QStringLiteral("detailsDock"));
    details->show();
    selectUser("boris.orlov");
    QVERIFY2(details->text().contains(QStringLiteral("Note on the user: calls on Mondays\n<b>twice</b>")),
             qPrintable(details->text()));
    QVERIFY(details->text().contains(QStringLiteral("Note on the VM host: is to be replaced")));
    selectUser("chen.wei");
    QVERIFY(!details->text().contains(QStringLiteral("Note on")));
    selectUser("boris.orlov");
    note("noteUserAction", {});
    QVERIFY(!details->text().contains(QStringLiteral("Note on the user")));
    QCOMPARE(m_store->names().size(), std::size_t{1});
    QVERIFY(line(QStringLiteral("hv-12.corp.example")) == nullptr); // a note is no pin
}

void PinsTest::aPinIsOfOneNameAndNoOther()
{
    std::uint32_t id = 0;
    for (const auto& [domain, user] :
         {std::pair{"CORP", "boris"}, {"CORP", "boris.orlov.admin"}, {"corp", "BORIS.orlov"}, {"OTHER", "boris.orlov"}})
    {
        core::Session session = makeSession("hv-90.corp.example", ++id, user, core::ConnectState::Active);
        session.domainName = core::SharedString(domain);
        m_fixture->broker(office).put(session);
    }
    m_window->links().front()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == 124 && !model().isBusy(), 20000);
    selectUser("BORIS.orlov");
    action("pinUserAction")->trigger();
    settle();
    QCOMPARE(line(QStringLiteral("corp\\BORIS.orlov"))->text(1), QStringLiteral("2"));
}

void PinsTest::namesFromElsewhereStayText()
{
    m_fixture->broker(office).put(makeSession("hv-90.corp.example", 1, "<b>x\u202Ey</b>", core::ConnectState::Active));
    m_window->links().front()->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(model().rowCount() == 121 && !model().isBusy(), 20000);
    selectUser("<b>x\u202Ey</b>");
    action("pinUserAction")->trigger();
    settle();
    bool isThere = false;
    for (int row = 0; row < m_panel->topLevelItemCount(); ++row) {
        const QTreeWidgetItem* const item = m_panel->topLevelItem(row);
        QVERIFY(!item->text(0).contains(QChar(0x202E)));
        isThere = isThere || item->text(0).contains(QStringLiteral("<b>x"));
        QVERIFY(!item->toolTip(0).contains(QStringLiteral("<b>")));
    }
    QVERIFY(isThere);
}

void PinsTest::withoutAStoreNothingCanBePinned()
{
    m_store.reset();
    open();
    selectUser("boris.orlov");
    for (const char* const name : {"pinUserAction", "pinMachineAction", "pinHostAction", "noteUserAction",
                                   "noteMachineAction", "noteHostAction"})
        QVERIFY(!action(name)->isEnabled());
}

QTEST_MAIN(PinsTest)
#include "PinsTest.moc"
