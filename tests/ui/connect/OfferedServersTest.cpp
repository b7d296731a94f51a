// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/window/MainWindow.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr const char* branch = "https://broker.branch.example";
constexpr const char* unknown = "https://nowhere.corp.example";
constexpr int patience = 30000;

core::ServerProfile profileOf(const char* address, const char* user = "")
{
    core::ServerProfile profile = profileFor(address);
    profile.user = user;
    return profile;
}

/// The window, with the dialog in it once it was opened.
struct Shown
{
    explicit Shown(WindowFixture& fixture)
        : window(fixture.services())
    {
        window.show();
    }
    [[nodiscard]] ui::ConnectionDialog* dialog() const
    {
        auto* const found = window.findChild<ui::ConnectionDialog*>();
        return found != nullptr && found->isVisible() ? found : nullptr;
    }
    [[nodiscard]] QString address() const
    {
        return dialog() != nullptr ? find<QComboBox>(*dialog(), "addressCombo").currentText() : QString();
    }

    ui::MainWindow window;
};

} // namespace

/// Servers that the command line names are offered in the dialog.
class OfferedServersTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachIsOfferedAfterTheOther_data();
    void eachIsOfferedAfterTheOther();
    void whatIsKnownIsFilledIn();
    void theCursorIsInTheFirstGap_data();
    void theCursorIsInTheFirstGap();
};

void OfferedServersTest::eachIsOfferedAfterTheOther_data()
{
    QTest::addColumn<bool>("isFirstTaken");
    QTest::newRow("the first is connected to") << true;
    QTest::newRow("the first is cancelled") << false;
}

void OfferedServersTest::eachIsOfferedAfterTheOther()
{
    QFETCH(bool, isFirstTaken);
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 5);
    fillOffice(fixture.broker(branch), 5);
    Shown shown(fixture);
    for (const char* address : {office, unknown, branch})
        shown.window.offerConnection(profileOf(address, "CORP\\ada"));
    QCOMPARE(shown.address(), QString::fromLatin1(office));
    if (isFirstTaken)
        find<QPushButton>(*shown.dialog(), "connectButton").click();
    else
        shown.dialog()->reject();
    QTRY_COMPARE_WITH_TIMEOUT(shown.address(), QString::fromLatin1(unknown), patience);
    find<QPushButton>(*shown.dialog(), "connectButton").click();
    // It failed: the dialog stays with that server until the person has answered.
    QTest::qWait(50);
    QCOMPARE(shown.address(), QString::fromLatin1(unknown));
    shown.dialog()->reject();
    QTRY_COMPARE_WITH_TIMEOUT(shown.address(), QString::fromLatin1(branch), patience);
    find<QPushButton>(*shown.dialog(), "connectButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(shown.window.links().size(), isFirstTaken ? std::size_t{2} : std::size_t{1}, patience);
    QTest::qWait(50);
    QVERIFY(shown.dialog() == nullptr);
}

void OfferedServersTest::whatIsKnownIsFilledIn()
{
    WindowFixture fixture;
    core::ServerProfile known = profileOf(office, "CORP\\kept");
    known.auth = core::AuthScheme::Kerberos;
    known.uriStyle = core::UriStyle::Cim;
    known.fingerprint = std::string(64, 'a');
    known.serviceClass = "WSMAN";
    known.timeout = std::chrono::seconds(17);
    QVERIFY(fixture.servers.remember(known));
    QVERIFY(fixture.servers.remember(profileOf(branch, "BRANCH\\other")));
    Shown shown(fixture);
    shown.window.offerConnection(profileOf(office));
    QVERIFY(shown.dialog() != nullptr);
    QCOMPARE(*shown.dialog()->profile(), known);
    shown.dialog()->reject();
    shown.window.offerConnection(profileOf(office, "CORP\\ada"));
    known.user = "CORP\\ada";
    QTRY_VERIFY_WITH_TIMEOUT(shown.dialog() != nullptr, patience);
    QCOMPARE(*shown.dialog()->profile(), known);
}

void OfferedServersTest::theCursorIsInTheFirstGap_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<int>("auth");
    QTest::addColumn<QString>("field");
    const auto row = [](const char* name, const char* user, core::AuthScheme auth, const char* field) {
        QTest::newRow(name) << QString::fromLatin1(user) << static_cast<int>(auth) << QString::fromLatin1(field);
    };
    using enum core::AuthScheme;
    row("only the password is missing", "CORP\\ada", Automatic, "passwordEdit");
    row("NTLM", "CORP\\ada", Ntlm, "passwordEdit");
    row("nobody is named for NTLM", "", Ntlm, "userEdit");
    row("the current user", "", Automatic, "connectButton");
    row("no certificate", "", Certificate, "clientCertificateEdit");
}

void OfferedServersTest::theCursorIsInTheFirstGap()
{
    QFETCH(QString, user);
    QFETCH(int, auth);
    QFETCH(QString, field);
    WindowFixture fixture;
    Shown shown(fixture);
    core::ServerProfile profile = profileOf(office, user.toLatin1().constData());
    profile.auth = static_cast<core::AuthScheme>(auth);
    shown.window.offerConnection(profile);
    QVERIFY(QTest::qWaitForWindowActive(shown.dialog()));
    QVERIFY(shown.dialog()->focusWidget() != nullptr);
    QCOMPARE(shown.dialog()->focusWidget()->objectName(), field);
}

QTEST_MAIN(OfferedServersTest)
#include "OfferedServersTest.moc"
