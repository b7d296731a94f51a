// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/MemoryCredentialStore.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/FilterEdit.h"
#include "ui/sessions/SessionPane.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>

#include <map>
#include <memory>
#include <string>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* north = "https://north.corp.example";
constexpr const char* south = "https://south.corp.example";
constexpr const char* west = "https://west.corp.example";
constexpr int patience = 20'000;

core::ServerProfile server(const char* address, const char* user)
{
    core::ServerProfile profile = profileFor(address);
    profile.user = user;
    return profile;
}

} // namespace

/// What a console brings back of the last time.
class LastServersTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void serversOfTheLastTimeAreConnectedAgain();
    void whatWasClosedStaysClosed();
    void nothingIsConnectedWhereNobodyWantsThat();
    void aRefusedSignInSparesTheOthersOfTheAccount();
    void aServerThatIsAwayDoesNotHoldUpTheOthers();
    void aPasswordThatNobodyKeptIsAskedForOnce();
    void aClosedDialogAsksForNoOther();
    void theFilterComesBack();
    void aPlaceOfAServerThatIsNotThereDoesNot();
    void theLayoutCanBeResetByTheMenu();

private:
    void start();
    void connectTo(const core::ServerProfile& profile, const char* password = "right");
    void keepPassword(const char* address, const char* user, const char* password);
    [[nodiscard]] QStringList connected() const;
    [[nodiscard]] std::size_t triesOf(const std::string& address) const
    {
        const auto found = m_tries.find(address);
        return found == m_tries.end() ? 0 : found->second;
    }
    [[nodiscard]] ui::SessionPane& pane() const { return *m_window->findChild<ui::SessionPane*>(); }
    [[nodiscard]] ui::ConnectionDialog* dialog() const
    {
        auto* const found = m_window->findChild<ui::ConnectionDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<storage::MemoryCredentialStore> m_passwords;
    std::unique_ptr<ui::MainWindow> m_window;
    std::map<std::string, std::size_t> m_tries; ///< connectors that were made, by address
};

void LastServersTest::init()
{
    m_fixture = std::make_unique<WindowFixture>();
    m_passwords = std::make_unique<storage::MemoryCredentialStore>();
    for (const char* const address : {north, south, west})
        fillOffice(m_fixture->broker(address), 12);
    start();
}

/// A console whose brokers take one password.
void LastServersTest::start()
{
    m_window.reset();
    m_tries.clear();
    desk::Services services = m_fixture->services();
    services.credentials = m_passwords.get();
    services.connectorFor = [this, plain = services.connectorFor](core::ServerProfile profile, core::Secret password) {
        ++m_tries[profile.address.text()];
        if (profile.user.empty() || password.reveal() == "right")
            return plain(profile, password);
        return core::Result<management::Connector>(
            []() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
                return core::failure(core::ErrorKind::SignInRefused);
            });
    };
    m_window = std::make_unique<ui::MainWindow>(std::move(services));
    m_window->resize(1366, 768);
    m_window->show();
}

void LastServersTest::cleanup()
{
    m_window.reset();
    m_passwords.reset();
    m_fixture.reset();
}

void LastServersTest::connectTo(const core::ServerProfile& profile, const char* password)
{
    m_window->connectTo(profile, core::Secret(password));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->links().back()->snapshot() != nullptr, patience);
}

void LastServersTest::keepPassword(const char* address, const char* user, const char* password)
{
    m_passwords->save({profileFor(address).address.id(), user}, core::Secret(password), this,
                      [](const core::Result<>&) {});
}

QStringList LastServersTest::connected() const
{
    QStringList hosts;
    for (const auto& link : m_window->links()) {
        if (link->snapshot() != nullptr && link->snapshot()->health == management::SnapshotHealth::Fresh)
            hosts << QString::fromStdString(link->profile().address.host).section(u'.', 0, 0);
    }
    hosts.sort();
    return hosts;
}

void LastServersTest::serversOfTheLastTimeAreConnectedAgain()
{
    connectTo(server(north, ""));
    connectTo(server(south, "CORP\\ann"));
    keepPassword(south, "CORP\\ann", "right");
    start();
    QVERIFY(m_window->reconnect());
    QTRY_COMPARE_WITH_TIMEOUT(connected(), (QStringList{QStringLiteral("north"), QStringLiteral("south")}), patience);
    QVERIFY(dialog() == nullptr);
}

void LastServersTest::whatWasClosedStaysClosed()
{
    connectTo(server(north, ""));
    connectTo(server(south, ""));
    find<QMenu>(*m_window, "closeMenu").actions().front()->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(connected(), QStringList{QStringLiteral("south")}, patience);
    start();
    QVERIFY(m_window->reconnect());
    QTRY_COMPARE_WITH_TIMEOUT(connected(), QStringList{QStringLiteral("south")}, patience);
    QCOMPARE(triesOf(north), std::size_t(0));
}

void LastServersTest::nothingIsConnectedWhereNobodyWantsThat()
{
    QVERIFY(!m_window->reconnect());
    connectTo(server(north, ""));
    m_fixture->preferences.setValue(storage::preference::reconnect, false);
    start();
    QVERIFY(!m_window->reconnect());
    QVERIFY(m_window->links().empty());
}

void LastServersTest::aRefusedSignInSparesTheOthersOfTheAccount()
{
    for (const char* const address : {north, south}) {
        connectTo(server(address, "CORP\\ann"));
        keepPassword(address, "CORP\\ann", "of last month");
    }
    connectTo(server(west, "CORP\\bob"));
    keepPassword(west, "CORP\\bob", "right");
    start();
    QVERIFY(m_window->reconnect());
    QTRY_COMPARE_WITH_TIMEOUT(connected(), QStringList{QStringLiteral("west")}, patience);
    auto& notice = find<ui::NoticePanel>(*m_window, "policyNotice");
    QTRY_VERIFY_WITH_TIMEOUT(!notice.sentence().isEmpty(), patience);
    QCOMPARE(notice.sentence(),
             QStringLiteral("north.corp.example refused the sign-in as CORP\\ann. So that the account is not locked, "
                            "these servers were not asked with it: south.corp.example."));
    QCOMPARE(triesOf(north), std::size_t(1));
    QCOMPARE(triesOf(south), std::size_t(0));
}

void LastServersTest::aServerThatIsAwayDoesNotHoldUpTheOthers()
{
    for (const char* const address : {north, south}) {
        connectTo(server(address, "CORP\\ann"));
        keepPassword(address, "CORP\\ann", "right");
    }
    m_fixture->broker(north).hooks.open = [](const management::CallContext&) {
        return core::Result<>(core::failure(core::ErrorKind::HostUnreachable));
    };
    start();
    QVERIFY(m_window->reconnect());
    QTRY_COMPARE_WITH_TIMEOUT(connected(), QStringList{QStringLiteral("south")}, patience);
}

void LastServersTest::aPasswordThatNobodyKeptIsAskedForOnce()
{
    connectTo(server(north, "CORP\\ann"));
    connectTo(server(south, "CORP\\ann"));
    start();
    QVERIFY(m_window->reconnect());
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, patience);
    QCOMPARE(dialog()->profile()->address.text(), std::string(north));
    find<QLineEdit>(*dialog(), "passwordEdit").setText(QStringLiteral("right"));
    find<QPushButton>(*dialog(), "connectButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(connected(), (QStringList{QStringLiteral("north"), QStringLiteral("south")}), patience);
    QVERIFY(dialog() == nullptr);
}

void LastServersTest::aClosedDialogAsksForNoOther()
{
    connectTo(server(north, "CORP\\ann"));
    connectTo(server(south, "CORP\\ann"));
    start();
    QVERIFY(m_window->reconnect());
    QTRY_VERIFY_WITH_TIMEOUT(dialog() != nullptr, patience);
    dialog()->reject();
    QCoreApplication::processEvents();
    QVERIFY(dialog() == nullptr);
    QVERIFY(m_tries.empty());
}

void LastServersTest::theFilterComesBack()
{
    connectTo(server(north, ""));
    models::SessionFilter place;
    place.server = profileFor(north).address.id();
    pane().filter().setPlace(place, QStringLiteral("north"));
    pane().filter().setWords(QStringLiteral("anna"));
    QTRY_COMPARE_WITH_TIMEOUT(pane().filter().typed(), QStringLiteral("anna"), patience);
    m_window->close();
    start();
    const models::SessionFilter& filter = pane().filter().filter();
    QVERIFY(filter.server == place.server);
    QCOMPARE(pane().filter().field().text(), QStringLiteral("anna"));
    QTRY_VERIFY_WITH_TIMEOUT(!filter.query.terms.empty() || !filter.text.isEmpty(), patience);
}

void LastServersTest::aPlaceOfAServerThatIsNotThereDoesNot()
{
    connectTo(server(north, ""));
    models::SessionFilter place;
    place.server = profileFor(north).address.id();
    pane().filter().setPlace(place, QStringLiteral("north"));
    m_window->close();
    m_fixture->preferences.setValue(storage::preference::reconnect, false);
    start();
    QVERIFY(!pane().filter().filter().server);
}

void LastServersTest::theLayoutCanBeResetByTheMenu()
{
    auto& places = find<QDockWidget>(*m_window, "placesDock");
    places.hide();
    find<QAction>(*m_window, "resetLayoutAction").trigger();
    QTRY_VERIFY_WITH_TIMEOUT(places.isVisible(), patience);
}

QTEST_MAIN(LastServersTest)
#include "LastServersTest.moc"
