// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionDetails.h"
#include "scenes/OfficeScene.h"
#include "storage/MemoryCredentialStore.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MessageDialog.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/sessions/SessionView.h"
#include "ui/sessions/TroubleBanner.h"
#include "ui/widgets/ListsGoOn.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"
#include "ui/window/PlaceDelegate.h"
#include "ui/window/RefreshRest.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <utility>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* passive = "https://rdcb-1.corp.example";
constexpr const char* active = "https://rdcb-2.corp.example";
constexpr int patience = 20'000;

core::ServerProfile asUser(const char* address)
{
    core::ServerProfile profile = profileFor(address);
    profile.user = "CORP\\ann";
    return profile;
}

} // namespace

/// What the window tells of its servers, and when it lets their lists rest.
class ServersTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPassiveBrokerIsToldAndLeftForTheActiveOne();
    void anotherBrokerIsConnectedWithTheKeptPasswordOfTheAccount();
    void withoutAKeptPasswordTheDialogAsksForIt();
    void aWindowWithTheActiveBrokerSaysNothing();
    void everyServerStandsUnderItsName();
    void twoServersOfOneNameShowTheirAddresses();
    void theNameStandsWhereverAServerIsTold();
    void aServerSaysHowItIs();
    void hostsWithoutSessionsStayListed();
    void onlyWhatChangesIsToldToTheRail();
    void hostsStandInNaturalOrder();
    void laterHostsStandInOrderToo();
    void twoHostsOfOneShortNameAreToldApart();
    void disconnectedServerTakesItsPlacesAlong();
    void everyPlaceHasItsMenu();
    void whatAMenuSaysIsDone();
    void listsRestWhileAMenuOrADialogIsOpen();
    void listsGoOnBehindADialogThatShowsThem();

private:
    void connectTo(const core::ServerProfile& profile);
    [[nodiscard]] QTreeWidget& tree() const { return find<QTreeWidget>(*m_window, "placesTree"); }
    /// The line of that name, below any other.
    [[nodiscard]] QTreeWidgetItem* place(const char* name) const
    {
        const auto found = tree().findItems(QString::fromUtf8(name), Qt::MatchExactly | Qt::MatchRecursive);
        return found.size() == 1 ? found.front() : nullptr;
    }
    void askForMenu(QTreeWidgetItem* item) const;
    [[nodiscard]] QStringList menuOf(QTreeWidgetItem* item) const;
    void choose(QTreeWidgetItem* item, const char* action) const;
    [[nodiscard]] ui::TroubleBanner& banner() const { return find<ui::TroubleBanner>(*m_window, "troubleBanner"); }
    [[nodiscard]] QPushButton& bannerButton() const { return find<QPushButton>(*m_window, "troubleButton"); }
    [[nodiscard]] std::vector<std::string> connected() const
    {
        std::vector<std::string> addresses;
        for (const auto& link : m_window->links())
            addresses.push_back(link->profile().address.text());
        return addresses;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<storage::MemoryCredentialStore> m_passwords;
    std::unique_ptr<ui::MainWindow> m_window;
};

void ServersTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_passwords = std::make_unique<storage::MemoryCredentialStore>();
    for (const char* const address : {passive, active}) {
        FakeBroker& broker = m_fixture->broker(address);
        fillOffice(broker, 12);
        broker.activeBroker = "RDCB-2.corp.example";
        for (const char* const name : {"RDCB-1.corp.example", "RDCB-2.corp.example"})
            broker.putNeighbour(neighbour("Win32_RDMSJoinedNode", {{"FQDN", core::Value(std::string_view(name))},
                                                                   {"IsRdcb", core::Value(true)}}));
    }
    desk::Services services = m_fixture->services();
    services.credentials = m_passwords.get();
    m_window = std::make_unique<ui::MainWindow>(services);
    m_window->resize(1366, 768);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void ServersTest::cleanup()
{
    m_window.reset();
    m_passwords.reset();
    m_fixture.reset();
}

void ServersTest::connectTo(const core::ServerProfile& profile)
{
    m_window->connectTo(profile, core::Secret("secret"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->links().back()->snapshot() != nullptr, patience);
}

void ServersTest::aPassiveBrokerIsToldAndLeftForTheActiveOne()
{
    connectTo(profileFor(passive));
    QTRY_VERIFY_WITH_TIMEOUT(banner().isVisible(), patience);
    QCOMPARE(find<ui::NoticePanel>(*m_window, "troubleNotice").sentence(),
             QStringLiteral("rdcb-1.corp.example is a passive broker. The active one is rdcb-2.corp.example."));
    QCOMPARE(ui::withoutMnemonic(bannerButton().text()), QStringLiteral("Switch to rdcb-2.corp.example"));
    bannerButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(connected(), std::vector<std::string>{active}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!banner().isVisible(), patience);
}

void ServersTest::anotherBrokerIsConnectedWithTheKeptPasswordOfTheAccount()
{
    m_passwords->save({profileFor(passive).address.id(), "CORP\\ann"}, core::Secret("secret"), this,
                      [](const core::Result<>&) {});
    connectTo(asUser(passive));
    QTRY_VERIFY_WITH_TIMEOUT(banner().isVisible(), patience);
    bannerButton().click();
    QTRY_COMPARE_WITH_TIMEOUT(connected(), std::vector<std::string>{active}, patience);
    QCOMPARE(m_window->links().front()->profile().user, std::string("CORP\\ann"));
}

void ServersTest::withoutAKeptPasswordTheDialogAsksForIt()
{
    connectTo(asUser(passive));
    QTRY_VERIFY_WITH_TIMEOUT(banner().isVisible(), patience);
    bannerButton().click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::ConnectionDialog*>() != nullptr, patience);
    auto* const dialog = m_window->findChild<ui::ConnectionDialog*>();
    QTRY_VERIFY_WITH_TIMEOUT(dialog->isVisible(), patience);
    QCOMPARE(dialog->profile()->address.text(), std::string(active));
    QCOMPARE(dialog->profile()->user, std::string("CORP\\ann"));
    QCOMPARE(connected(), std::vector<std::string>{passive});
    dialog->reject();
}

void ServersTest::aWindowWithTheActiveBrokerSaysNothing()
{
    connectTo(profileFor(active));
    connectTo(profileFor(passive));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->links().back()->snapshot()->activeBroker.empty(), patience);
    QVERIFY(!banner().isVisible());
}

/// As the keys Menu and Shift+F10 do.
void ServersTest::askForMenu(QTreeWidgetItem* item) const
{
    tree().setCurrentItem(item);
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint(), Qt::NoModifier);
    QCoreApplication::sendEvent(&tree(), &asked);
}

/// The names of the actions.
QStringList ServersTest::menuOf(QTreeWidgetItem* item) const
{
    askForMenu(item);
    QStringList names;
    for (QMenu* const menu : m_window->findChildren<QMenu*>(QStringLiteral("placeMenu"))) {
        for (const QAction* const action : menu->actions()) {
            if (!action->isSeparator())
                names << action->objectName();
        }
        menu->close();
    }
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    return names;
}

void ServersTest::choose(QTreeWidgetItem* item, const char* action) const
{
    askForMenu(item);
    auto& menu = find<QMenu>(*m_window, "placeMenu");
    find<QAction>(menu, action).trigger();
    menu.close();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void ServersTest::everyServerStandsUnderItsName()
{
    core::ServerProfile profile = asUser(active);
    profile.name = "Berlin & Bonn";
    connectTo(profile);
    QTreeWidgetItem* const line = place("Berlin & Bonn");
    QVERIFY(line != nullptr);
    QVERIFY(line->toolTip(0).contains(QLatin1String("rdcb-2.corp.example")));
    QVERIFY(line->toolTip(0).contains(QLatin1String("ann")));
    QCOMPARE(find<QMenu>(*m_window, "closeMenu").actions().front()->text(), QStringLiteral("Berlin && Bonn"));
}

void ServersTest::twoServersOfOneNameShowTheirAddresses()
{
    for (const char* const address : {active, passive}) {
        core::ServerProfile profile = profileFor(address);
        profile.name = "Test";
        connectTo(profile);
    }
    QVERIFY(place("Test (https://rdcb-1.corp.example)") != nullptr);
    QVERIFY(place("Test (https://rdcb-2.corp.example)") != nullptr);
}

void ServersTest::theNameStandsWhereverAServerIsTold()
{
    const std::vector<std::pair<const char*, QString>> servers{{active, QStringLiteral("Berlin")},
                                                               {passive, QStringLiteral("Hamburg")}};
    for (const auto& [address, name] : servers) {
        core::ServerProfile profile = profileFor(address);
        profile.name = name.toStdString();
        connectTo(profile);
    }
    auto& view = find<ui::SessionView>(*m_window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 24, patience);
    view.selectAll();
    find<QAction>(*m_window, "disconnectAction").trigger();
    OfficeScene::confirm(*m_window->findChild<ui::ConfirmationDialog*>(), std::nullopt);
    auto& acts = find<QAbstractItemView>(*m_window, "activityTable");
    QTRY_VERIFY_WITH_TIMEOUT(acts.model()->rowCount() > 1, patience);
    const auto cells = [](const QAbstractItemModel& model) {
        QString text;
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column)
                text += model.index(row, column).data().toString() + u'\n';
        }
        return text;
    };
    acts.setCurrentIndex(acts.model()->index(0, 0));
    find<QAction>(*m_window, "copyPowerShellAction").trigger();
    const QString script = QGuiApplication::clipboard()->text();
    for (const auto& [address, name] : servers) {
        QVERIFY(cells(*view.model()).contains(name));
        QVERIFY(cells(*acts.model()).contains(name));
        QVERIFY(script.contains(QStringLiteral("# %1\n$server = New-CimSession").arg(name)));
    }
    const auto& table = *qobject_cast<const models::SessionTableModel*>(view.model());
    for (int row = 0; row < table.rowCount(); ++row) {
        const bool isBerlin = table.sessionAt(row).key.server == profileFor(active).address.id();
        const auto details = table.detailsAt(row);
        const auto server = std::ranges::find(details, QStringLiteral("Server"), &models::SessionDetail::label);
        QVERIFY(server != details.end());
        QCOMPARE(server->value, isBerlin ? QStringLiteral("Berlin") : QStringLiteral("Hamburg"));
    }
}

void ServersTest::aServerSaysHowItIs()
{
    connectTo(profileFor(active));
    const auto word = [this] {
        return tree().topLevelItem(1)->data(0, Qt::AccessibleTextRole).toString().section(QStringLiteral(", "), 1);
    };
    QTRY_COMPARE_WITH_TIMEOUT(word(), QStringLiteral("connected"), patience);
    QVERIFY(tree().topLevelItem(1)->data(0, ui::PlaceDelegate::secondLineRole).toString().contains(u"ago"));
    FakeBroker& refusing = m_fixture->broker("https://refusing.example");
    refusing.hooks.open = [](const management::CallContext&) {
        return core::Result<>(core::failure(core::ErrorKind::SignInRefused));
    };
    FakeBroker& away = m_fixture->broker("https://away.example");
    away.hooks.open = [](const management::CallContext&) {
        return core::Result<>(core::failure(core::ErrorKind::HostUnreachable));
    };
    connectTo(profileFor("https://refusing.example"));
    connectTo(profileFor("https://away.example"));
    const auto said = [this](const char* name) {
        const QTreeWidgetItem* const line = place(name);
        return line == nullptr ? QString() : line->data(0, Qt::AccessibleTextRole).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(said("refusing.example"), QStringLiteral("refusing.example, sign-in refused"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(said("away.example"), QStringLiteral("away.example, not reached"), patience);
}

void ServersTest::hostsWithoutSessionsStayListed()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    QCOMPARE(place("hv-12")->text(1), QStringLiteral("2"));
    for (const std::uint32_t number : {1U, 7U})
        m_fixture->broker(active).remove(core::keyText(officeSession(number).key));
    find<QAction>(*m_window, "refreshAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(place("hv-12")->text(1), QStringLiteral("0"), patience);
}

/// A tree measures each line that is told to it again: hundreds of hosts would hold the window.
void ServersTest::onlyWhatChangesIsToldToTheRail()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    QCOMPARE(place("hv-12")->text(1), QStringLiteral("2"));
    QStringList told;
    connect(tree().model(), &QAbstractItemModel::dataChanged, this,
            [&told](const QModelIndex& index) { told << index.siblingAtColumn(0).data().toString(); });
    m_fixture->broker(active).remove(core::keyText(officeSession(1).key));
    find<QAction>(*m_window, "refreshAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(place("hv-12")->text(1), QStringLiteral("1"), patience);
    for (const char* const other : {"hv-11", "hv-13", "VM hosts", "Collections"})
        QVERIFY2(!told.contains(QLatin1StringView(other)), qPrintable(told.join(u' ')));
    QVERIFY(told.contains(QStringLiteral("hv-12")));
}

void ServersTest::hostsStandInNaturalOrder()
{
    FakeBroker& broker = m_fixture->broker(active);
    for (const char* const host : {"rdvh-100.corp.example", "rdvh-11.corp.example", "RDVH-9.corp.example"})
        broker.put(makeSession(host, 3, "eve", core::ConnectState::Active));
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("rdvh-100") != nullptr, patience);
    const QTreeWidgetItem* const hosts = place("rdvh-100")->parent();
    QStringList last;
    for (int line = hosts->childCount() - 3; line < hosts->childCount(); ++line)
        last << hosts->child(line)->text(0);
    QCOMPARE(last, (QStringList{QStringLiteral("RDVH-9"), QStringLiteral("rdvh-11"), QStringLiteral("rdvh-100")}));
}

void ServersTest::laterHostsStandInOrderToo()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    for (const char* const host : {"hv-100.corp.example", "hv-2.corp.example"})
        m_fixture->broker(active).put(makeSession(host, 3, "eve", core::ConnectState::Active));
    find<QAction>(*m_window, "refreshAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-100") != nullptr && place("hv-2") != nullptr, patience);
    const QTreeWidgetItem* const hosts = place("hv-2")->parent();
    QCOMPARE(hosts->indexOfChild(place("hv-2")), 0);
    QCOMPARE(hosts->indexOfChild(place("hv-100")), hosts->childCount() - 1);
    QCOMPARE(hosts->text(1), QString::number(hosts->childCount()));
    QCOMPARE(place("hv-2")->text(1), QStringLiteral("1"));
}

void ServersTest::twoHostsOfOneShortNameAreToldApart()
{
    m_fixture->broker(active).put(makeSession("rdvh-1.corp.example", 3, "eve", core::ConnectState::Active));
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("rdvh-1") != nullptr, patience);
    m_fixture->broker(active).put(makeSession("rdvh-1.lab.example", 4, "eve", core::ConnectState::Active));
    find<QAction>(*m_window, "refreshAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(place("rdvh-1.lab.example") != nullptr, patience);
    QVERIFY(place("rdvh-1.corp.example") != nullptr);
    QVERIFY(place("rdvh-1") == nullptr);
}

void ServersTest::disconnectedServerTakesItsPlacesAlong()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    choose(place("rdcb-2.corp.example"), "disconnectServerAction");
    QTRY_VERIFY_WITH_TIMEOUT(place("rdcb-2.corp.example") == nullptr, patience);
    QCOMPARE(tree().topLevelItemCount(), 1);
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    QCOMPARE(place("hv-12")->text(1), QStringLiteral("2"));
    QCOMPARE(tree().topLevelItemCount(), 2);
}

void ServersTest::everyPlaceHasItsMenu()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr && place("CAD workplaces") != nullptr, patience);
    const QStringList any{QStringLiteral("selectPlaceAction"), QStringLiteral("messagePlaceAction")};
    const QString refresh = QStringLiteral("refreshPlaceAction");
    QCOMPARE(menuOf(place("CAD workplaces")), any + QStringList{refresh});
    QCOMPARE(menuOf(place("hv-12")), any + (QStringList{QStringLiteral("drainPlaceAction"), refresh}));
    QCOMPARE(menuOf(place("rdcb-2.corp.example")), any + (QStringList{refresh, QStringLiteral("editServerAction"),
                                                                      QStringLiteral("disconnectServerAction")}));
}

void ServersTest::whatAMenuSaysIsDone()
{
    connectTo(profileFor(active));
    QTRY_VERIFY_WITH_TIMEOUT(place("hv-12") != nullptr, patience);
    const std::size_t lists = m_fixture->broker(active).lists();
    choose(place("hv-12"), "refreshPlaceAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->broker(active).lists() > lists, patience);
    auto& view = find<ui::SessionView>(*m_window, "sessionTable");
    choose(place("hv-12"), "selectPlaceAction");
    QTRY_COMPARE_WITH_TIMEOUT(view.selectedCount(), 2, patience);
    choose(place("hv-12"), "messagePlaceAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::MessageDialog*>() != nullptr, patience);
    m_window->findChild<ui::MessageDialog*>()->reject();
    choose(place("hv-12"), "drainPlaceAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::ConfirmationDialog*>() != nullptr, patience);
    m_window->findChild<ui::ConfirmationDialog*>()->reject();
    choose(place("rdcb-2.corp.example"), "editServerAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->findChild<ui::ConnectionDialog*>() != nullptr, patience);
    m_window->findChild<ui::ConnectionDialog*>()->reject();
    choose(place("rdcb-2.corp.example"), "disconnectServerAction");
    QTRY_VERIFY_WITH_TIMEOUT(m_window->links().empty(), patience);
}

void ServersTest::listsRestWhileAMenuOrADialogIsOpen()
{
    std::vector<bool> told;
    const ui::RefreshRest rest([&told](bool isResting) { told.push_back(isResting); }, nullptr);
    QMenu menu;
    menu.addAction(QStringLiteral("one"));
    menu.popup(QPoint(10, 10));
    QTRY_COMPARE_WITH_TIMEOUT(told, std::vector<bool>{true}, patience);
    menu.close();
    QTRY_COMPARE_WITH_TIMEOUT(told, (std::vector<bool>{true, false}), patience);
    m_window->openConnectionDialog();
    QTRY_COMPARE_WITH_TIMEOUT(told, (std::vector<bool>{true, false, true}), patience);
    m_window->findChild<ui::ConnectionDialog*>()->reject();
    QTRY_COMPARE_WITH_TIMEOUT(told, (std::vector<bool>{true, false, true, false}), patience);
}

void ServersTest::listsGoOnBehindADialogThatShowsThem()
{
    std::vector<bool> told;
    const ui::RefreshRest rest([&told](bool isResting) { told.push_back(isResting); }, nullptr);
    QDialog live(m_window.get());
    ui::letListsGoOnBehind(live);
    live.open();
    QTRY_VERIFY_WITH_TIMEOUT(live.isVisible(), patience);
    QCoreApplication::processEvents();
    QVERIFY(told.empty());
    live.close();
}

QTEST_MAIN(ServersTest)
#include "ServersTest.moc"
