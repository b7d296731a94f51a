// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectionDialog.h"

#include "storage/MemoryCredentialStore.h"
#include "support/DialogSamples.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/ProbeView.h"
#include "ui/widgets/NoticePanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace deskwarden;

namespace {

/// The dialog, what it asks connectors for, and its parts by name.
struct Fixture
{
    explicit Fixture(management::Connector connector = test::scriptedConnector({}))
        : dialog([this, connector](const core::ServerProfile& profile, const core::Secret& secret) {
            askedProfile = profile;
            askedSecret = secret;
            return core::Result<management::Connector>(connector);
        })
    {
        qRegisterMetaType<core::ServerProfile>();
        QObject::connect(&dialog, &ui::ConnectionDialog::connectRequested, &dialog,
                         [this](const core::ServerProfile& profile, const core::Secret& secret) {
                             ++requests;
                             requested = profile;
                             requestedSecret = secret;
                         });
    }

    template <typename Widget>
    Widget* part(const char* name) const
    {
        auto* found = dialog.findChild<Widget*>(QLatin1String(name));
        if (found == nullptr)
            qFatal("no part %s", name);
        return found;
    }
    void type(const char* address, const char* user = "CORP\\op", const char* password = "geheim")
    {
        part<QComboBox>("addressCombo")->setEditText(QString::fromUtf8(address));
        part<QLineEdit>("userEdit")->setText(QString::fromUtf8(user));
        part<QLineEdit>("passwordEdit")->setText(QString::fromUtf8(password));
    }
    [[nodiscard]] QString stageResult(management::ProbeStage stage) const
    {
        const auto* tree = part<QTreeWidget>("stagesTree");
        const auto* line = tree->topLevelItem(static_cast<int>(stage));
        return line == nullptr ? QString() : line->text(1);
    }

    core::ServerProfile askedProfile;
    core::Secret askedSecret;
    core::ServerProfile requested;
    core::Secret requestedSecret;
    int requests = 0;
    ui::ConnectionDialog dialog;
};

} // namespace

class ConnectionDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void connectHandsOverWhatWasTyped();
    void passwordLeavesTheFieldWhenConnecting();
    void passwordIsForgottenWhenCancelled();
    void theAddressIsCheckedWhileTyping();
    void aDemonstrationNeedsNobody();
    void aMissingUserIsSaidAndNothingHappens();
    void aCertificateIsAskedForWhereItSignsIn();
    void aKeptPasswordIsUsedUntilItIsForgotten();
    void aFailureOpensItAgainWithWhatWasTyped();
    void recentServersFillInTheRest();
    void aFingerprintIsTakenInAnyWriting();
    void aBadFingerprintIsSaid();
    void fieldsWithoutAWidgetSurvive();
    void theTestShowsEachStage();
    void theTestSaysWhatFailedAndWhatToDo();
    void theTestOffersTheActiveBroker();
    void theTestCanBeStopped();
    void theServiceClassIsHandedOver();
    void closingStopsTheTest();
    void showingTheCertificateSendsNoPassword();
    void trustingACertificatePutsThePinIn();
    void mnemonicsAreUnique();
    void everyFieldHasAName();
};

void ConnectionDialogTest::connectHandsOverWhatWasTyped()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://Broker.example.com");
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 1);
    QCOMPARE(fixture.requested.address.text(), std::string("https://broker.example.com"));
    QCOMPARE(fixture.requested.user, std::string("CORP\\op"));
    QCOMPARE(fixture.requested.nameSpace, std::string(core::rdmsNamespace));
    QVERIFY(fixture.requestedSecret.reveal() == "geheim");
    QVERIFY(!fixture.dialog.isVisible());
}

void ConnectionDialogTest::passwordLeavesTheFieldWhenConnecting()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.example.com");
    fixture.part<QPushButton>("connectButton")->click();
    QVERIFY(fixture.part<QLineEdit>("passwordEdit")->text().isEmpty());
    fixture.part<QLineEdit>("passwordEdit")->undo();
    QVERIFY(fixture.part<QLineEdit>("passwordEdit")->text().isEmpty());
}

void ConnectionDialogTest::passwordIsForgottenWhenCancelled()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.example.com");
    QTest::keyClick(&fixture.dialog, Qt::Key_Escape);
    QVERIFY(!fixture.dialog.isVisible());
    QVERIFY(fixture.part<QLineEdit>("passwordEdit")->text().isEmpty());
    QCOMPARE(fixture.requests, 0);
}

void ConnectionDialogTest::theAddressIsCheckedWhileTyping()
{
    Fixture fixture;
    fixture.dialog.open();
    const auto* notice = fixture.part<ui::NoticePanel>("addressNotice");
    for (const char* wrong : {"ftp://x", "https://[::1", "host:70000", "https://a:b", "a b", "::1", "demo:x",
                              "https://[zz]", "https://[::1]x", "https://"})
    {
        fixture.part<QComboBox>("addressCombo")->setEditText(QLatin1String(wrong));
        QCOMPARE(notice->kind(), ui::NoticePanel::Kind::Failure);
        QVERIFY(!notice->sentence().isEmpty());
        QVERIFY(!fixture.part<QPushButton>("testButton")->isEnabled());
    }
    for (const char* right : {"broker", "https://broker", "http://broker", "wmi://broker", "demo:", "demo:40"}) {
        fixture.part<QComboBox>("addressCombo")->setEditText(QLatin1String(right));
        QCOMPARE(notice->kind(), ui::NoticePanel::Kind::Hint);
        QVERIFY(fixture.part<QPushButton>("testButton")->isEnabled());
    }
}

void ConnectionDialogTest::aDemonstrationNeedsNobody()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("demo:50", "", "");
    QVERIFY(!fixture.part<QLineEdit>("userEdit")->isEnabled());
    QVERIFY(!fixture.part<QGroupBox>("trustGroup")->isEnabled());
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 1);
    QCOMPARE(fixture.requested.address.demoSessions, std::size_t{50});
}

void ConnectionDialogTest::aMissingUserIsSaidAndNothingHappens()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker", "");
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 0);
    QVERIFY(fixture.dialog.isVisible());
    QVERIFY(!fixture.part<ui::NoticePanel>("failureNotice")->sentence().isEmpty());
    QCOMPARE(fixture.part<QLineEdit>("passwordEdit")->text(), QStringLiteral("geheim"));
    QVERIFY(!fixture.dialog.profile().has_value());
    // An operator who signs in as himself needs no name.
    fixture.part<QCheckBox>("currentUserCheck")->setChecked(true);
    const auto mine = fixture.dialog.profile();
    QVERIFY(mine && mine->user.empty());
    QVERIFY(!fixture.part<QLineEdit>("passwordEdit")->isEnabled());
    // Without a scheme that has tickets there is no such choice.
    fixture.dialog.setSchemes({core::AuthScheme::Automatic, core::AuthScheme::Basic});
    QVERIFY(fixture.part<QCheckBox>("currentUserCheck")->isHidden());
}

void ConnectionDialogTest::aCertificateIsAskedForWhereItSignsIn()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://broker", "");
    auto* edit = fixture.part<QLineEdit>("clientCertificateEdit");
    QVERIFY(edit->isHidden());
    auto* schemes = fixture.part<QComboBox>("schemeCombo");
    schemes->setCurrentIndex(schemes->findData(static_cast<int>(core::AuthScheme::Certificate)));
    QVERIFY(!edit->isHidden());
    QVERIFY(!fixture.dialog.profile());
    edit->setText(QStringLiteral("/etc/me.pem"));
    const auto profile = fixture.dialog.profile();
    QVERIFY(profile && profile->user.empty() && profile->auth == core::AuthScheme::Certificate);
    QCOMPARE(profile->clientCertificate, std::string("/etc/me.pem"));
}

void ConnectionDialogTest::aKeptPasswordIsUsedUntilItIsForgotten()
{
    storage::MemoryCredentialStore store;
    Fixture fixture;
    fixture.dialog.setCredentialStore(&store);
    fixture.dialog.open();
    // There is no keychain behind this store, and the dialog says so.
    QVERIFY(fixture.part<QLabel>("keepPasswordWords")->text().contains(QStringLiteral("no keychain")));
    fixture.type("broker");
    fixture.part<QCheckBox>("keepPasswordCheck")->setChecked(true);
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 1);
    QTRY_VERIFY(!fixture.part<QPushButton>("forgetPasswordButton")->isHidden());
    QVERIFY(fixture.part<QLineEdit>("passwordEdit")->text().isEmpty());
    fixture.dialog.open();
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 2);
    QVERIFY(fixture.requestedSecret.reveal() == "geheim");
    // A password that the server refuses is not kept any longer.
    core::ManagementError refused;
    refused.kind = core::ErrorKind::SignInRefused;
    fixture.dialog.showFailure(refused);
    QVERIFY(fixture.part<QPushButton>("forgetPasswordButton")->isHidden());
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 3);
    QVERIFY(fixture.requestedSecret.isEmpty());
}

void ConnectionDialogTest::aFailureOpensItAgainWithWhatWasTyped()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://broker.example.com:5999");
    fixture.part<QPushButton>("connectButton")->click();
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInRefused;
    fixture.dialog.showFailure(error);
    QVERIFY(fixture.dialog.isVisible());
    QVERIFY(!fixture.part<ui::NoticePanel>("failureNotice")->sentence().isEmpty());
    QCOMPARE(fixture.part<QComboBox>("addressCombo")->currentText(), QStringLiteral("https://broker.example.com:5999"));
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\op"));
    QVERIFY(fixture.part<QLineEdit>("passwordEdit")->text().isEmpty());
    QCOMPARE(fixture.dialog.focusWidget(), fixture.part<QLineEdit>("passwordEdit"));
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 2);
}

void ConnectionDialogTest::recentServersFillInTheRest()
{
    core::ServerProfile first;
    first.address = *core::ServerAddress::parse("https://one.example.com");
    first.user = "CORP\\one";
    core::ServerProfile second;
    second.address = *core::ServerAddress::parse("https://two.example.com");
    second.user = "CORP\\two";
    second.fingerprint = std::string(64, 'a');
    second.timeout = std::chrono::seconds(15);
    Fixture fixture;
    fixture.dialog.setRecentServers({first, second});
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\one"));
    auto* combo = fixture.part<QComboBox>("addressCombo");
    QCOMPARE(combo->count(), 2);
    combo->setCurrentIndex(1);
    emit combo->activated(1);
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\two"));
    QVERIFY(fixture.part<QRadioButton>("fingerprintRadio")->isChecked());
    QCOMPARE(*fixture.dialog.profile(), second);
}

void ConnectionDialogTest::aFingerprintIsTakenInAnyWriting()
{
    Fixture fixture;
    fixture.type("https://broker");
    auto* edit = fixture.part<QLineEdit>("fingerprintEdit");
    QTest::keyClicks(edit, QStringLiteral("AB:").repeated(31) + QStringLiteral("AB"));
    QVERIFY(fixture.part<QRadioButton>("fingerprintRadio")->isChecked());
    QCOMPARE(QString::fromStdString(fixture.dialog.profile()->fingerprint), QStringLiteral("ab").repeated(32));
}

void ConnectionDialogTest::aBadFingerprintIsSaid()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://broker");
    QTest::keyClicks(fixture.part<QLineEdit>("fingerprintEdit"), QStringLiteral("12xy"));
    QCOMPARE(fixture.part<ui::NoticePanel>("trustNotice")->kind(), ui::NoticePanel::Kind::Failure);
    QVERIFY(!fixture.dialog.profile().has_value());
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 0);
}

void ConnectionDialogTest::fieldsWithoutAWidgetSurvive()
{
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://one.example.com");
    profile.user = "u";
    profile.serviceClass = "WSMAN";
    profile.nameSpace = "root\\cimv2";
    profile.uriStyle = core::UriStyle::Cim;
    Fixture fixture;
    fixture.dialog.setProfile(profile);
    QCOMPARE(*fixture.dialog.profile(), profile);
}

void ConnectionDialogTest::theTestShowsEachStage()
{
    using enum management::ProbeStage;
    Fixture fixture(test::scriptedConnector({test::stage(Name, "10.0.0.1"), test::stage(Port, "5985"),
                                             test::stage(Protocol, "Microsoft Corporation"),
                                             test::stage(Schemes, "Negotiate, Basic"), test::stage(SignIn, "Basic")}));
    fixture.dialog.open();
    fixture.type("http://broker");
    fixture.part<QPushButton>("testButton")->click();
    QVERIFY(fixture.askedSecret.reveal() == "geheim");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("cancelTestButton")->isHidden(), 20000);
    QCOMPARE(fixture.stageResult(Name), QStringLiteral("10.0.0.1"));
    QCOMPARE(fixture.stageResult(Schemes), QStringLiteral("Negotiate, Basic"));
    QVERIFY(!fixture.stageResult(Tls).isEmpty());
    QVERIFY(fixture.part<QPushButton>("testButton")->isEnabled());
    QCOMPARE(fixture.part<QLineEdit>("passwordEdit")->text(), QStringLiteral("geheim"));
}

void ConnectionDialogTest::theTestSaysWhatFailedAndWhatToDo()
{
    Fixture fixture(test::scriptedConnector(test::untrustedStages()));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("testButton")->click();
    const auto* notice = fixture.part<ui::NoticePanel>("probeNotice");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("cancelTestButton")->isHidden(), 20000);
    QCOMPARE(notice->kind(), ui::NoticePanel::Kind::Failure);
    QVERIFY(!notice->sentence().isEmpty());
    QVERIFY(!notice->nextStep().isEmpty());
    QVERIFY(!fixture.part<QPushButton>("probeCertificateButton")->isHidden());
}

void ConnectionDialogTest::theTestOffersTheActiveBroker()
{
    ui::ProbeView view;
    QSignalSpy asked(&view, &ui::ProbeView::addressRequested);
    auto* button = view.findChild<QPushButton*>(QStringLiteral("probeBrokerButton"));
    view.begin(core::ServerAddress::parse("https://cb1.example").value());
    management::StageReport report;
    report.stage = management::ProbeStage::ActiveBroker;
    report.fact = "cb1.example";
    view.addStage(report);
    QVERIFY(button->isHidden());
    report.fact = "cb2.example";
    view.addStage(report);
    QVERIFY(!button->isHidden());
    button->click();
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.front().front().toString(), QStringLiteral("https://cb2.example"));
    view.begin({});
    QVERIFY(button->isHidden());
}

void ConnectionDialogTest::theServiceClassIsHandedOver()
{
    ui::ConnectionDialog dialog([](const core::ServerProfile&, core::Secret) -> core::Result<management::Connector> {
        return core::failure(core::ErrorKind::NotSupported);
    });
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse("https://cb1.example").value();
    profile.serviceClass = "HOST";
    dialog.setProfile(profile);
    QCOMPARE(dialog.profile().value().serviceClass, std::string("HOST"));
    dialog.setProfile({});
    QCOMPARE(dialog.findChild<QComboBox*>(QStringLiteral("serviceClassCombo"))->currentText(), QStringLiteral("HTTP"));
}

void ConnectionDialogTest::theTestCanBeStopped()
{
    Fixture fixture(test::scriptedConnector({test::stage(management::ProbeStage::Name, "10.0.0.1")}, true));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("testButton")->click();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.stageResult(management::ProbeStage::Name), QStringLiteral("10.0.0.1"), 20000);
    QVERIFY(!fixture.part<QPushButton>("testButton")->isEnabled());
    fixture.part<QPushButton>("cancelTestButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("testButton")->isEnabled(), 20000);
}

void ConnectionDialogTest::closingStopsTheTest()
{
    Fixture fixture(test::scriptedConnector({test::stage(management::ProbeStage::Name, "10.0.0.1")}, true));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("testButton")->click();
    fixture.dialog.reject();
    QVERIFY(!fixture.dialog.isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("testButton")->isEnabled(), 20000);
}

void ConnectionDialogTest::showingTheCertificateSendsNoPassword()
{
    Fixture fixture(test::scriptedConnector(test::untrustedStages()));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("certificateButton")->click();
    QVERIFY(fixture.askedSecret.isEmpty());
    QVERIFY(fixture.askedProfile.user != "CORP\\op");
    QTRY_VERIFY_WITH_TIMEOUT(fixture.dialog.findChild<ui::CertificateDialog*>() != nullptr, 20000);
}

void ConnectionDialogTest::trustingACertificatePutsThePinIn()
{
    Fixture fixture(test::scriptedConnector(test::untrustedStages()));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("certificateButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.dialog.findChild<ui::CertificateDialog*>() != nullptr, 20000);
    auto* certificate = fixture.dialog.findChild<ui::CertificateDialog*>();
    certificate->findChild<QPushButton*>(QStringLiteral("trustButton"))->click();
    QVERIFY(fixture.part<QRadioButton>("fingerprintRadio")->isChecked());
    QCOMPARE(fixture.dialog.profile()->fingerprint, test::sampleCertificate().sha256);
}

void ConnectionDialogTest::mnemonicsAreUnique()
{
    Fixture fixture;
    QSet<QChar> used;
    static const QRegularExpression letterPattern(QStringLiteral("&([^& ])"));
    for (const QWidget* widget : fixture.dialog.findChildren<QWidget*>()) {
        const QRegularExpressionMatch letter = letterPattern.match(widget->property("text").toString());
        if (!letter.hasMatch())
            continue;
        const QChar key = letter.captured(1).at(0).toLower();
        QVERIFY2(!used.contains(key), qPrintable(widget->objectName()));
        used.insert(key);
    }
}

void ConnectionDialogTest::everyFieldHasAName()
{
    Fixture fixture;
    for (const QWidget* widget : fixture.dialog.findChildren<QWidget*>()) {
        const bool isField =
            qobject_cast<const QLineEdit*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr;
        if (!isField || widget->objectName().startsWith(QLatin1String("qt_")))
            continue;
        const bool hasBuddy = std::ranges::any_of(fixture.dialog.findChildren<QLabel*>(),
                                                  [&](const QLabel* label) { return label->buddy() == widget; });
        QVERIFY2(hasBuddy || !widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(ConnectionDialogTest)
#include "ConnectionDialogTest.moc"
