// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/SessionView.h"
#include "ui/window/MainWindow.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 30000;

/// A window with one broker connected, and what a link changes in it.
struct Shown
{
    explicit Shown(WindowFixture& fixture, bool isConnected = true)
        : window(fixture.services())
    {
        fillOffice(fixture.broker(office), 20);
        window.show();
        if (isConnected)
            window.connectTo(profileFor(office), core::Secret());
    }
    void follow(const char* link) { window.follow(core::ConsoleLink::parse(link).value()); }
    void follow(const QByteArray& link) { follow(link.constData()); }
    [[nodiscard]] ui::ConnectionDialog* dialog() const
    {
        auto* const found = window.findChild<ui::ConnectionDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] QMessageBox* question() const
    {
        auto* const found = window.findChild<QMessageBox*>(QStringLiteral("unknownServerQuestion"));
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] QString address() const
    {
        return dialog() != nullptr ? find<QComboBox>(*dialog(), "addressCombo").currentText() : QString();
    }
    [[nodiscard]] const models::SessionFilter& filter() const { return window.findChild<ui::FilterBar*>()->filter(); }

    ui::MainWindow window;
};

} // namespace

/// A deskwarden:// link fills in, and does nothing else.
class FollowedLinksTest final : public QObject
{
    Q_OBJECT

private slots:
    void theUserIsLookedFor();
    void aUserIsNoFilterOfAnotherKind_data();
    void aUserIsNoFilterOfAnotherKind();
    void theFilterOfBeforeIsCleared();
    void theTicketIsTheNextReason();
    void aConnectedServerIsShown_data();
    void aConnectedServerIsShown();
    void aKnownServerIsOffered_data();
    void aKnownServerIsOffered();
    void anUnknownServerIsAskedAbout_data();
    void anUnknownServerIsAskedAbout();
    void theLatestLinkAsks();
    void aLinkNeverActs();
};

void FollowedLinksTest::theUserIsLookedFor()
{
    WindowFixture fixture;
    Shown shown(fixture);
    auto& view = *shown.window.findChild<ui::SessionView*>();
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 20, patience);
    shown.follow("deskwarden://find?user=CORP%5Cchen.wei");
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 1, patience);
    QVERIFY(shown.dialog() == nullptr);
    shown.follow("deskwarden://find?user=nobody.at.all");
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 0, patience);
}

void FollowedLinksTest::aUserIsNoFilterOfAnotherKind_data()
{
    QTest::addColumn<QByteArray>("user");
    for (const char* user :
         {"-chen.wei", "state:active", "-state:active", "idle>0m", "user:*", "chen.wei -anna", "\"chen.wei"})
        QTest::newRow(user) << QByteArray(user);
}

/// A name is looked for as it is, whatever the field makes of such letters when a person types them.
void FollowedLinksTest::aUserIsNoFilterOfAnotherKind()
{
    QFETCH(const QByteArray, user);
    WindowFixture fixture;
    Shown shown(fixture);
    auto& view = *shown.window.findChild<ui::SessionView*>();
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 20, patience);
    shown.follow(QByteArray("deskwarden://find?user=" + user.toPercentEncoding()));
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 0, patience);
}

void FollowedLinksTest::theFilterOfBeforeIsCleared()
{
    WindowFixture fixture;
    Shown shown(fixture);
    models::SessionFilter before;
    before.vmHost = "hv-12.corp.example";
    auto& bar = *shown.window.findChild<ui::FilterBar*>();
    bar.setPlace(before, QStringLiteral("hv-12"));
    bar.setWords(QStringLiteral("anna"));
    shown.follow("deskwarden://find?ticket=INC1"); // nothing to be found: it stays
    QVERIFY(shown.filter().vmHost.has_value());
    shown.follow("deskwarden://find?user=chen");
    QCOMPARE(shown.filter().text, QStringLiteral("chen"));
    QVERIFY(!shown.filter().vmHost.has_value());
}

void FollowedLinksTest::theTicketIsTheNextReason()
{
    WindowFixture fixture;
    Shown shown(fixture);
    auto& view = *shown.window.findChild<ui::SessionView*>();
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 20, patience);
    shown.follow("deskwarden://find?user=chen&ticket=INC%2042");
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 1, patience);
    view.selectAll();
    shown.window.findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    auto* const reason = shown.window.findChild<QLineEdit*>(QStringLiteral("reasonEdit"));
    QVERIFY(reason != nullptr);
    QCOMPARE(reason->text(), QStringLiteral("INC 42"));
}

void FollowedLinksTest::aConnectedServerIsShown_data()
{
    QTest::addColumn<QString>("server");
    QTest::newRow("its address") << QStringLiteral("https://broker.corp.example");
    QTest::newRow("its name") << QStringLiteral("broker.corp.example");
    QTest::newRow("as people copy it") << QStringLiteral("HTTPS://Broker.corp.example:5986/wsman");
}

void FollowedLinksTest::aConnectedServerIsShown()
{
    QFETCH(const QString, server);
    WindowFixture fixture;
    Shown shown(fixture);
    shown.follow(QByteArray("deskwarden://find?server=" + server.toLatin1()));
    QCOMPARE(shown.filter().server, std::optional(profileFor(office).address.id()));
    QVERIFY(shown.dialog() == nullptr && shown.question() == nullptr);
}

void FollowedLinksTest::aKnownServerIsOffered_data()
{
    aConnectedServerIsShown_data();
}

void FollowedLinksTest::aKnownServerIsOffered()
{
    QFETCH(const QString, server);
    WindowFixture fixture;
    core::ServerProfile known = profileFor(office);
    known.user = "CORP\\ada";
    known.fingerprint = std::string(64, 'a');
    QVERIFY(fixture.servers.remember(known));
    Shown shown(fixture, false);
    shown.follow(QByteArray("deskwarden://find?user=bob&server=" + server.toLatin1()));
    QVERIFY(shown.dialog() != nullptr);
    QCOMPARE(*shown.dialog()->profile(), known); // whom the link looks for signs nobody in
    QVERIFY(shown.question() == nullptr);
    QVERIFY(shown.window.links().empty());
    QCOMPARE(shown.filter().text, QStringLiteral("bob"));
}

void FollowedLinksTest::anUnknownServerIsAskedAbout_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<bool>("isWanted");
    for (const char* server :
         {"https://evil.example", "evil.example", "http://broker.corp.example", "wmi://broker.corp.example",
          "https://broker.corp.example:443", "broker.corp.example.evil.example"})
    {
        QTest::addRow("%s, refused", server) << QString::fromLatin1(server) << false;
        QTest::addRow("%s, wanted", server) << QString::fromLatin1(server) << true;
    }
}

void FollowedLinksTest::anUnknownServerIsAskedAbout()
{
    QFETCH(const QString, server);
    QFETCH(const bool, isWanted);
    WindowFixture fixture;
    QVERIFY(fixture.servers.remember(profileFor(office)));
    Shown shown(fixture);
    shown.follow(QByteArray("deskwarden://find?server=" + server.toLatin1()));
    QVERIFY(shown.question() != nullptr);
    QVERIFY(shown.dialog() == nullptr);
    QCOMPARE(shown.question()->defaultButton()->objectName(), QStringLiteral("doNotConnectButton"));
    const QString canonical = QString::fromStdString(core::ServerAddress::parse(server.toStdString())->text());
    QVERIFY(shown.question()->text().contains(canonical));
    find<QPushButton>(*shown.question(), isWanted ? "connectAnywayButton" : "doNotConnectButton").click();
    if (isWanted)
        QTRY_COMPARE_WITH_TIMEOUT(shown.address(), canonical, patience);
    QTRY_VERIFY_WITH_TIMEOUT(shown.question() == nullptr, patience);
    QCOMPARE(shown.dialog() != nullptr, isWanted);
    QCOMPARE(shown.window.links().size(), std::size_t{1}); // the office
}

void FollowedLinksTest::theLatestLinkAsks()
{
    WindowFixture fixture;
    Shown shown(fixture);
    for (const char* link : {"deskwarden://find?server=one.example", "deskwarden://find?server=two.example"})
        shown.follow(link);
    QCOMPARE(shown.window.findChildren<QMessageBox*>().size(), qsizetype{1});
    QVERIFY(shown.question()->text().contains(QStringLiteral("two.example")));
    shown.follow("deskwarden://find?user=bob");
    QVERIFY(shown.question() == nullptr);
}

void FollowedLinksTest::aLinkNeverActs()
{
    WindowFixture fixture;
    Shown shown(fixture);
    auto& view = *shown.window.findChild<ui::SessionView*>();
    QTRY_COMPARE_WITH_TIMEOUT(view.model()->rowCount(), 20, patience);
    for (const char* link : {"deskwarden://find", "deskwarden://find?user=chen&ticket=INC42",
                             "deskwarden://find?user=chen&server=https%3A%2F%2Fbroker.corp.example&ticket=INC42"})
    {
        shown.follow(link);
        QTest::qWait(50);
    }
    QVERIFY(fixture.ledger.entries().empty());
    QCOMPARE(view.selectedCount(), 0);
    QVERIFY(shown.window.findChildren<QDialog*>().isEmpty());
}

QTEST_MAIN(FollowedLinksTest)
#include "FollowedLinksTest.moc"
