// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <memory>
#include <string>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

/// A window whose brokers take one password, and the dialog over it.
struct Shown
{
    explicit Shown(WindowFixture& fixture)
    {
        desk::Services services = fixture.services();
        services.connectorFor = [plain = services.connectorFor](core::ServerProfile profile, core::Secret password) {
            if (password.reveal() == "right" || profile.address.transport == core::Transport::Demo)
                return plain(profile, password);
            return core::Result<management::Connector>(
                []() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
                    return core::failure(core::ErrorKind::SignInRefused);
                });
        };
        window = std::make_unique<ui::MainWindow>(std::move(services));
        window->show();
    }
    void open() const
    {
        core::ServerProfile profile = profileFor(office);
        profile.user = "CORP\\ada";
        window->offerConnection(profile);
        QVERIFY(QTest::qWaitForWindowActive(dialog()));
    }
    [[nodiscard]] ui::ConnectionDialog* dialog() const
    {
        auto* const found = window->findChild<ui::ConnectionDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    /// Keys as a person presses them: whatever has the focus gets them.
    void press(const QString& text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        keys += static_cast<int>(text.size());
    }
    void press(Qt::Key key)
    {
        QTest::keyClick(QApplication::focusWidget(), key);
        ++keys;
    }
    [[nodiscard]] bool hasFailed() const
    {
        return dialog() != nullptr &&
               find<ui::NoticePanel>(*dialog(), "failureNotice").kind() == ui::NoticePanel::Kind::Failure;
    }
    [[nodiscard]] int rows() const { return find<QAbstractItemView>(*window, "sessionTable").model()->rowCount(); }

    std::unique_ptr<ui::MainWindow> window;
    int keys = 0;
};

} // namespace

/// The way from the dialog to a connected server, and back when it fails.
class ConnectingTest final : public QObject
{
    Q_OBJECT

private slots:
    void aWrongPasswordTakesThePasswordAndEnter();
    void whatCouldNotBeConnectedLeavesNothing();
    void cancellingEndsTheConnection();
    void theListOfServersIsKept();
    void theDemonstrationStartsFromTheFirstDialog();
    void anotherProfileOfOneAddressSaysWhosePlaceItTakes();
    void whereUsersWaitNoOtherProfileTakesThePlace();

private:
    static core::ServerProfile named(const char* name, const char* user)
    {
        core::ServerProfile profile = profileFor(office);
        profile.name = name;
        profile.user = user;
        return profile;
    }
    /// Connects as Berlin, then asks for Hamburg, which has the same address.
    static void askForTheOther(Shown& shown)
    {
        if (shown.window->links().empty())
            shown.window->connectTo(named("Berlin", "CORP\\ada"), core::Secret("right"));
        QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 5, patience);
        shown.window->openConnectionDialog();
        QVERIFY(QTest::qWaitForWindowActive(shown.dialog()));
        shown.dialog()->setProfile(named("Hamburg", "CORP\\bob"));
        find<QLineEdit>(*shown.dialog(), "passwordEdit").setText(QStringLiteral("right"));
    }
    static const ui::NoticePanel& notice(const Shown& shown)
    {
        return find<ui::NoticePanel>(*shown.dialog(), "failureNotice");
    }
    static void connectIt(const Shown& shown) { find<QPushButton>(*shown.dialog(), "connectButton").click(); }
    static std::string connectedName(const Shown& shown)
    {
        return shown.window->links().size() == 1 ? shown.window->links().front()->profile().name : std::string();
    }
};

void ConnectingTest::anotherProfileOfOneAddressSaysWhosePlaceItTakes()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    Shown shown(fixture);
    askForTheOther(shown);
    connectIt(shown);
    QCOMPARE(notice(shown).kind(), ui::NoticePanel::Kind::Warning);
    QCOMPARE(notice(shown).sentence(),
             QStringLiteral("This address is connected already, as “Berlin” with CORP\\ada."));
    QCOMPARE(connectedName(shown), std::string("Berlin"));
    connectIt(shown);
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
    QCOMPARE(connectedName(shown), std::string("Hamburg"));
    // Itself, it may be connected anew.
    shown.window->openConnectionDialog();
    shown.dialog()->setProfile(named("Hamburg", "CORP\\bob"));
    find<QLineEdit>(*shown.dialog(), "passwordEdit").setText(QStringLiteral("right"));
    connectIt(shown);
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
}

void ConnectingTest::whereUsersWaitNoOtherProfileTakesThePlace()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    Shown shown(fixture);
    shown.window->connectTo(named("Berlin", "CORP\\ada"), core::Secret("right"));
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 5, patience);
    auto& table = find<QAbstractItemView>(*shown.window, "sessionTable");
    table.selectAll();
    find<QAction>(*shown.window, "logoffAction").trigger();
    OfficeScene::confirm(*shown.window->findChild<ui::ConfirmationDialog*>(), 5);
    const auto& acts = find<QAbstractItemView>(*shown.window, "activityTable");
    const auto isTold = [&acts] {
        return acts.model()->rowCount() > 1 && acts.model()->index(1, 0).data().toString().startsWith(u"Log-off in");
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), patience);
    askForTheOther(shown);
    for (int time = 0; time < 2; ++time) {
        QCOMPARE(shown.dialog()->profile()->name, std::string("Hamburg"));
        connectIt(shown);
        QVERIFY2(notice(shown).kind() == ui::NoticePanel::Kind::Warning, qPrintable(notice(shown).sentence()));
        QVERIFY(notice(shown).nextStep().contains(QLatin1String("told of a log-off")));
        QCOMPARE(connectedName(shown), std::string("Berlin"));
    }
    shown.window->closeUnasked();
}

void ConnectingTest::aWrongPasswordTakesThePasswordAndEnter()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    Shown shown(fixture);
    shown.open();
    shown.press(QStringLiteral("wrong"));
    shown.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown.hasFailed(), patience);
    QCOMPARE(find<QLineEdit>(*shown.dialog(), "passwordEdit").selectionLength(), 5);
    QTRY_VERIFY_WITH_TIMEOUT(shown.window->links().empty(), patience);
    shown.keys = 0;
    shown.press(QStringLiteral("right"));
    shown.press(Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 5, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
    QCOMPARE(shown.keys, 6);
    QCOMPARE(shown.window->links().size(), std::size_t{1});
}

void ConnectingTest::whatCouldNotBeConnectedLeavesNothing()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    Shown shown(fixture);
    shown.open();
    shown.press(QStringLiteral("wrong"));
    shown.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown.hasFailed(), patience);
    shown.press(Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(shown.window->links().empty(), patience);
    QVERIFY(shown.dialog() == nullptr);
}

void ConnectingTest::cancellingEndsTheConnection()
{
    WindowFixture fixture;
    fixture.broker(office).hooks.open = [](const management::CallContext& context) -> core::Result<> {
        while (!management::ended(context))
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        return core::failure(*management::ended(context));
    };
    Shown shown(fixture);
    shown.open();
    shown.press(QStringLiteral("right"));
    shown.press(Qt::Key_Return);
    QCOMPARE(shown.window->links().size(), std::size_t{1});
    QVERIFY(shown.dialog() != nullptr);
    QVERIFY(!find<QPushButton>(*shown.dialog(), "connectButton").isEnabled());
    QTest::keyClick(shown.dialog(), Qt::Key_Escape);
    QVERIFY(shown.window->links().empty());
    QVERIFY(shown.dialog() == nullptr);
}

void ConnectingTest::theListOfServersIsKept()
{
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    {
        Shown shown(fixture);
        shown.open();
        find<QLineEdit>(*shown.dialog(), "nameEdit").setText(QStringLiteral("Berlin"));
        shown.press(QStringLiteral("right"));
        shown.press(Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
    }
    const storage::ServerProfileStore store(fixture.folder.filePath(QStringLiteral("servers.json")));
    QCOMPARE(store.servers().size(), std::size_t{1});
    QCOMPARE(store.servers().front().profile.name, std::string("Berlin"));
    QVERIFY(store.servers().front().lastUsed > std::chrono::system_clock::time_point());
    // Renamed, it is the same server.
    Shown shown(fixture);
    shown.open();
    QCOMPARE(find<QLineEdit>(*shown.dialog(), "nameEdit").text(), QStringLiteral("Berlin"));
    find<QLineEdit>(*shown.dialog(), "nameEdit").setText(QStringLiteral("Berlin broker"));
    shown.press(QStringLiteral("right"));
    shown.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
    QCOMPARE(fixture.servers.servers().size(), std::size_t{1});
    QCOMPARE(fixture.servers.servers().front().profile.name, std::string("Berlin broker"));
}

void ConnectingTest::theDemonstrationStartsFromTheFirstDialog()
{
    WindowFixture fixture;
    fillOffice(fixture.broker("demo:500"), 7);
    Shown shown(fixture);
    shown.window->openConnectionDialog();
    QVERIFY(shown.dialog() != nullptr);
    find<QPushButton>(*shown.dialog(), "demonstrationButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.rows(), 7, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() == nullptr, patience);
}

QTEST_MAIN(ConnectingTest)
#include "ConnectingTest.moc"
