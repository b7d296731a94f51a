// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
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
};

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
