// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/connect/ConnectionDialog.h"

#include "storage/MemoryCredentialStore.h"
#include "support/DialogSamples.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/ProbeView.h"
#include "ui/connect/ProfilePanel.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>
#include <chrono>
#include <utility>

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

std::chrono::system_clock::time_point at(int seconds)
{
    return std::chrono::system_clock::time_point(std::chrono::seconds(seconds));
}

std::pair<core::ServerProfile, core::ServerProfile> twoServers()
{
    core::ServerProfile first;
    first.address = *core::ServerAddress::parse("https://one.example.com");
    first.user = "CORP\\one";
    core::ServerProfile second;
    second.address = *core::ServerAddress::parse("https://two.example.com");
    second.name = "Two";
    second.user = "CORP\\two";
    second.fingerprint = std::string(64, 'a');
    second.timeout = std::chrono::seconds(15);
    second.refreshInterval = std::chrono::seconds(45);
    return {first, second};
}

} // namespace

class ConnectionDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void connectHandsOverWhatWasTyped();
    void passwordLeavesTheFieldWhenConnected();
    void passwordIsForgottenWhenCancelled();
    void theAddressIsCheckedWhileTyping();
    void aDemonstrationNeedsNobody();
    void aMissingUserIsSaidAndNothingHappens();
    void aCertificateIsAskedForWhereItSignsIn();
    void aKeptPasswordIsUsedUntilItIsForgotten();
    void aRefusedPasswordIsSelected();
    void aFailureOpensWhatIsFoldedAway();
    void aChosenServerFillsInTheRest();
    void serversAreEditedByKeyboard();
    void theFocusChoosesNoServer();
    void anotherAddressIsAnotherServer();
    void theFirstStartSaysWhatThisIs();
    void aFingerprintIsTakenInAnyWriting();
    void aBadFingerprintIsSaid();
    void fieldsWithoutAWidgetSurvive();
    void theTestShowsEachStage();
    void theTestSaysWhatFailedAndWhatToDo();
    void theTestOffersTheActiveBroker();
    void theTestMovesNoButton();
    void theReportIsCopied();
    void otherBrokersOfTheDeploymentAreOffered();
    void theTestCanBeStopped();
    void theServiceClassIsHandedOver();
    void theDirectoryIsHandedOver();
    void noDirectoryIsAskedThatNobodyChose();
    void theOwnDomainNeedsNoTyping();
    void anOwnDomainThatNobodyTellsIsSaid();
    void aDirectoryThatCannotBeMeantIsSaid();
    void closingStopsTheTest();
    void whatIsClosedWithTheWindowAsksNothing();
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
    // It waits for the answer, and cannot be asked twice.
    QVERIFY(fixture.dialog.isVisible());
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 1);
    fixture.dialog.showSuccess();
    QVERIFY(!fixture.dialog.isVisible());
}

void ConnectionDialogTest::passwordLeavesTheFieldWhenConnected()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.example.com");
    fixture.part<QPushButton>("connectButton")->click();
    fixture.dialog.showSuccess();
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
    QVERIFY(fixture.part<QPushButton>("forgetPasswordButton")->isHidden()); // kept once it has proved right
    fixture.dialog.showSuccess();
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

void ConnectionDialogTest::aRefusedPasswordIsSelected()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://broker.example.com:5999");
    fixture.part<QPushButton>("connectButton")->click();
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInRefused;
    fixture.dialog.showFailure(error);
    QVERIFY(fixture.dialog.isVisible());
    const auto* notice = fixture.part<ui::NoticePanel>("failureNotice");
    QVERIFY(!notice->sentence().isEmpty());
    QCOMPARE(notice->kind(), ui::NoticePanel::Kind::Failure);
    const auto* words = notice->findChild<QLabel*>(QStringLiteral("sentence"));
    QCOMPARE(words->palette().color(QPalette::WindowText), ui::toneColor(ui::Tone::Bad, fixture.dialog.palette()));
    QCOMPARE(fixture.part<QComboBox>("addressCombo")->currentText(), QStringLiteral("https://broker.example.com:5999"));
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\op"));
    const auto* password = fixture.part<QLineEdit>("passwordEdit");
    QCOMPARE(password->selectionLength(), 6);
    QCOMPARE(fixture.dialog.focusWidget(), password);
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 2);
}

void ConnectionDialogTest::aFailureOpensWhatIsFoldedAway()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("https://broker.example.com");
    QVERIFY(!fixture.part<QWidget>("securityPanel")->isVisible());
    QVERIFY(fixture.part<QLabel>("securitySummary")->text().contains(QStringLiteral("this computer trusts")));
    core::ManagementError error;
    error.kind = core::ErrorKind::SchemeNotOffered;
    fixture.dialog.showFailure(error);
    QVERIFY(fixture.part<QWidget>("securityPanel")->isVisible());
    QCOMPARE(fixture.dialog.focusWidget(), fixture.part<QComboBox>("schemeCombo"));
    fixture.part<QRadioButton>("fingerprintRadio")->click();
    QVERIFY(fixture.part<QLabel>("securitySummary")->text().contains(QStringLiteral("one certificate")));
}

void ConnectionDialogTest::aChosenServerFillsInTheRest()
{
    const auto [first, second] = twoServers();
    Fixture fixture;
    fixture.dialog.setServers({{second, at(1)}, {first, at(2)}});
    // The one used last is filled in, wherever it stands.
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\one"));
    auto* list = fixture.part<QListWidget>("profileList");
    QCOMPARE(list->count(), 3);
    QCOMPARE(list->currentRow(), 1);
    QCOMPARE(list->item(0)->text(), QStringLiteral("Two"));
    QCOMPARE(list->item(1)->text(), QStringLiteral("one.example.com"));
    list->setCurrentRow(0);
    QCOMPARE(fixture.part<QLineEdit>("userEdit")->text(), QStringLiteral("CORP\\two"));
    QVERIFY(fixture.part<QRadioButton>("fingerprintRadio")->isChecked());
    QCOMPARE(*fixture.dialog.profile(), second);
    list->setCurrentRow(2);
    QCOMPARE(fixture.dialog.profile()->address.transport, core::Transport::Demo);
    auto* combo = fixture.part<QComboBox>("addressCombo");
    QCOMPARE(combo->count(), 2);
    emit combo->activated(0);
    QCOMPARE(*fixture.dialog.profile(), second);
}

void ConnectionDialogTest::serversAreEditedByKeyboard()
{
    const auto [first, second] = twoServers();
    storage::MemoryCredentialStore store;
    Fixture fixture;
    fixture.dialog.setCredentialStore(&store);
    fixture.dialog.setServers({{first, at(2)}, {second, at(1)}});
    QSignalSpy edited(&fixture.dialog, &ui::ConnectionDialog::serversEdited);
    fixture.dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.dialog));
    const auto names = [&fixture] {
        QStringList found;
        for (const storage::KnownServer& server : fixture.dialog.servers())
            found << ui::profileTitle(server.profile);
        return found;
    };
    fixture.part<QLineEdit>("nameEdit")->setText(QStringLiteral("One"));
    QCOMPARE(names(), (QStringList{QStringLiteral("One"), QStringLiteral("Two")}));
    QCOMPARE(edited.size(), 0);
    QTest::keyClick(&fixture.dialog, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(edited.size(), 1);
    auto* list = fixture.part<QListWidget>("profileList");
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{QStringLiteral("Two"), QStringLiteral("One")}));
    QCOMPARE(edited.size(), 2);
    QTest::keyClick(list, Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(), (QStringList{QStringLiteral("Two"), QStringLiteral("One"), QStringLiteral("One (copy)")}));
    QCOMPARE(fixture.part<QLineEdit>("nameEdit")->text(), QStringLiteral("One (copy)"));
    QCOMPARE(edited.size(), 3);
    QTest::keyClick(list, Qt::Key_Delete);
    QCOMPARE(names(), (QStringList{QStringLiteral("Two"), QStringLiteral("One")}));
    QCOMPARE(edited.size(), 4);
    // What is typed is still there, and can be kept again.
    QTest::keyClick(&fixture.dialog, Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(names(), (QStringList{QStringLiteral("One (copy)"), QStringLiteral("Two"), QStringLiteral("One")}));
}

void ConnectionDialogTest::theFocusChoosesNoServer()
{
    const auto [first, second] = twoServers();
    Fixture fixture;
    fixture.dialog.setServers({{first, at(2)}, {second, at(1)}});
    fixture.dialog.open();
    QVERIFY(QTest::qWaitForWindowActive(&fixture.dialog));
    fixture.part<QAction>("addProfileAction")->trigger();
    fixture.type("https://new.example.com");
    auto* list = fixture.part<QListWidget>("profileList");
    list->setFocus(Qt::TabFocusReason);
    QCOMPARE(fixture.dialog.profile()->address.text(), std::string("https://new.example.com"));
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(fixture.dialog.profile()->address.text() != "https://new.example.com");
}

void ConnectionDialogTest::anotherAddressIsAnotherServer()
{
    const auto [first, second] = twoServers();
    Fixture fixture;
    fixture.dialog.setServers({{first, at(2)}, {second, at(1)}});
    auto* list = fixture.part<QListWidget>("profileList");
    list->setCurrentRow(0);
    fixture.part<QComboBox>("addressCombo")->setEditText(QStringLiteral("https://three.example.com"));
    QVERIFY(fixture.dialog.servers().front().profile.address == first.address);
    // A server with a name is the same one at another address.
    list->setCurrentRow(1);
    fixture.part<QComboBox>("addressCombo")->setEditText(QStringLiteral("https://four.example.com"));
    QCOMPARE(fixture.dialog.servers().back().profile.address.text(), std::string("https://four.example.com"));
}

void ConnectionDialogTest::theFirstStartSaysWhatThisIs()
{
    Fixture fixture;
    fixture.dialog.setServers({});
    fixture.dialog.open();
    QVERIFY(fixture.part<ui::NoticePanel>("firstStartNotice")->sentence().contains(QStringLiteral("Deskwarden")));
    fixture.part<QPushButton>("demonstrationButton")->click();
    QCOMPARE(fixture.requests, 1);
    QCOMPARE(fixture.requested.address.transport, core::Transport::Demo);
    fixture.dialog.showSuccess();
    fixture.dialog.setServers({{twoServers().first, at(1)}});
    fixture.dialog.open();
    QVERIFY(!fixture.part<QPushButton>("demonstrationButton")->isVisible());
    QVERIFY(!fixture.part<ui::NoticePanel>("firstStartNotice")->isVisible());
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

void ConnectionDialogTest::theDirectoryIsHandedOver()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.corp.example");
    QVERIFY(!fixture.part<QLineEdit>("directoryBaseEdit")->isEnabled()); // of no directory
    fixture.part<QComboBox>("directoryChoice")->setCurrentIndex(2);
    fixture.part<QLineEdit>("directoryEdit")->setText(QStringLiteral(" corp.example "));
    fixture.part<QLineEdit>("directoryBaseEdit")->setText(QStringLiteral("OU=Köln,DC=corp,DC=example"));
    fixture.part<QLineEdit>("directoryDomainEdit")->setText(QStringLiteral("CORP"));
    fixture.part<QLineEdit>("directoryCaEdit")->setText(QStringLiteral("/etc/ca.pem"));
    fixture.part<QCheckBox>("directoryPasswordCheck")->setChecked(true);
    fixture.part<QPushButton>("connectButton")->click();
    const core::DirectorySettings wanted{"corp.example", core::DirectorySignIn::Password, "OU=Köln,DC=corp,DC=example",
                                         "CORP", "/etc/ca.pem"};
    QCOMPARE(fixture.requests, 1);
    QVERIFY(fixture.requested.directory == wanted);
    // What is kept comes back into the fields.
    core::ServerProfile kept;
    kept.address = *core::ServerAddress::parse("broker.corp.example");
    kept.directory = {"ldaps://dc1.corp.example", core::DirectorySignIn::Kerberos, "", "", ""};
    fixture.dialog.setProfile(kept);
    QVERIFY(fixture.dialog.profile()->directory == kept.directory);
    QVERIFY(fixture.part<QAbstractButton>("advancedButton")->isChecked()); // what is set is not folded away
}

void ConnectionDialogTest::noDirectoryIsAskedThatNobodyChose()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.corp.example");
    QCOMPARE(fixture.part<QComboBox>("directoryChoice")->currentIndex(), 0);
    QVERIFY(!core::isAsked(fixture.dialog.profile()->directory));
    // What was typed for a choice that is taken back does not go along.
    fixture.part<QComboBox>("directoryChoice")->setCurrentIndex(2);
    fixture.part<QLineEdit>("directoryEdit")->setText(QStringLiteral("corp.example"));
    fixture.part<QComboBox>("directoryChoice")->setCurrentIndex(0);
    QVERIFY(!core::isAsked(fixture.dialog.profile()->directory));
}

void ConnectionDialogTest::theOwnDomainNeedsNoTyping()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.corp.example");
    auto* const choice = fixture.part<QComboBox>("directoryChoice");
    choice->setCurrentIndex(1);
    QVERIFY2(choice->currentText().contains(QStringLiteral("corp.example")), qPrintable(choice->currentText()));
    QVERIFY(fixture.part<QLineEdit>("directoryBaseEdit")->isEnabled());
    fixture.part<QLineEdit>("userEdit")->setText(QStringLiteral("ada@people.example")); // the operator's goes first
    QVERIFY2(choice->currentText().contains(QStringLiteral("people.example")), qPrintable(choice->currentText()));
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 1);
    QVERIFY(fixture.requested.directory.isOwnDomain);
    QVERIFY(fixture.requested.directory.address.empty());
    const core::ServerProfile kept = fixture.requested;
    fixture.dialog.setProfile({});
    fixture.dialog.setProfile(kept);
    QCOMPARE(choice->currentIndex(), 1);
    QVERIFY(fixture.dialog.profile()->directory == kept.directory);
}

void ConnectionDialogTest::anOwnDomainThatNobodyTellsIsSaid()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker");
    fixture.part<QComboBox>("directoryChoice")->setCurrentIndex(1);
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 0);
    const QString said = fixture.part<ui::NoticePanel>("failureNotice")->sentence();
    QVERIFY2(said.contains(QStringLiteral("domain")), qPrintable(said));
    QVERIFY(fixture.part<QComboBox>("directoryChoice")->isVisible()); // unfolded
}

void ConnectionDialogTest::aDirectoryThatCannotBeMeantIsSaid()
{
    Fixture fixture;
    fixture.dialog.open();
    fixture.type("broker.corp.example");
    fixture.part<QComboBox>("directoryChoice")->setCurrentIndex(2);
    fixture.part<QLineEdit>("directoryEdit")->setText(QStringLiteral("https://dc1.corp.example"));
    fixture.part<QPushButton>("connectButton")->click();
    QCOMPARE(fixture.requests, 0);
    const QString said = fixture.part<ui::NoticePanel>("failureNotice")->sentence();
    QVERIFY2(said.contains(QStringLiteral("ldaps://")), qPrintable(said));
    QVERIFY(fixture.part<QLineEdit>("directoryEdit")->isVisible()); // unfolded
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

void ConnectionDialogTest::theTestMovesNoButton()
{
    Fixture fixture(test::scriptedConnector(test::untrustedStages()));
    fixture.dialog.open();
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.dialog));
    fixture.type("https://broker");
    const auto places = [&fixture] {
        QList<QPoint> found;
        for (const QString& text : {QStringLiteral("connectButton"), QStringLiteral("testButton")})
            found << fixture.part<QPushButton>(text.toLatin1().constData())->mapTo(&fixture.dialog, QPoint());
        return found;
    };
    const QList<QPoint> before = places();
    const QSize size = fixture.dialog.size();
    fixture.part<QPushButton>("testButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("cancelTestButton")->isHidden(), 20000);
    QTest::qWait(50);
    QCOMPARE(places(), before);
    QVERIFY(!fixture.part<QTreeWidget>("stagesTree")->isVisible());
    fixture.part<QPushButton>("probeStepsButton")->click();
    QTest::qWait(50);
    QVERIFY(fixture.part<QTreeWidget>("stagesTree")->isVisible());
    QCOMPARE(places(), before);
    QCOMPARE(fixture.dialog.size(), size);
}

void ConnectionDialogTest::theReportIsCopied()
{
    Fixture fixture(test::scriptedConnector(test::untrustedStages()));
    fixture.dialog.open();
    fixture.type("https://broker");
    fixture.part<QPushButton>("testButton")->click();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.part<QPushButton>("cancelTestButton")->isHidden(), 20000);
    fixture.part<QPushButton>("probeCopyButton")->click();
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY(report.startsWith(QLatin1String("https://broker\n")));
    QVERIFY(report.contains(QLatin1String("10.20.0.15")));
    QVERIFY(report.contains(fixture.part<ui::NoticePanel>("probeNotice")->sentence()));
    QVERIFY(!report.contains(QLatin1String("geheim")));
    QVERIFY(report.count(QLatin1Char('\n')) >= 11);
}

void ConnectionDialogTest::otherBrokersOfTheDeploymentAreOffered()
{
    management::StageReport deployment = test::stage(management::ProbeStage::Deployment, "hv1.example.com");
    deployment.brokers = {"cb1.example.com", "cb2.example.com", "cb3.example.com", "no name <b>"};
    core::ServerProfile profile = twoServers().second;
    profile.address = *core::ServerAddress::parse("https://cb1.example.com");
    Fixture fixture;
    fixture.dialog.setServers({{profile, at(1)}});
    fixture.dialog.open();
    auto* view = fixture.part<ui::ProbeView>("probeView");
    view->begin(profile.address);
    view->addStage(deployment);
    auto* button = fixture.part<QPushButton>("probeBrokersButton");
    QVERIFY(!button->isHidden());
    button->click();
    const auto& servers = fixture.dialog.servers();
    QCOMPARE(servers.size(), std::size_t{3});
    QCOMPARE(servers[1].profile.address.text(), std::string("https://cb2.example.com"));
    QCOMPARE(servers[2].profile.address.text(), std::string("https://cb3.example.com"));
    QCOMPARE(servers[1].profile.user, profile.user);
    QVERIFY(servers[1].profile.fingerprint.empty() && servers[1].profile.name.empty());
    QVERIFY(button->isHidden());
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

/// The address loses the focus while the dialog is destroyed, and is one of the list.
void ConnectionDialogTest::whatIsClosedWithTheWindowAsksNothing()
{
    auto dialog = std::make_unique<ui::ConnectionDialog>([](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::Connector>(test::scriptedConnector({}));
    });
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example.com");
    dialog->setServers({{profile, {}}});
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
    auto* const address = dialog->findChild<QLineEdit*>(QStringLiteral("addressEdit"));
    address->setFocus();
    QVERIFY(address->hasFocus());
    dialog.reset(); // was an assertion, as it chose a server after its end
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
