// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"
#include "storage/MemoryCredentialStore.h"
#include "storage/Preferences.h"
#include "support/DialogSamples.h"
#include "support/Machines.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "ui/acts/AsSoonAsDialog.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MachineConfirmation.h"
#include "ui/acts/MessageDialog.h"
#include "ui/acts/OrdersWindow.h"
#include "ui/acts/WaveBar.h"
#include "ui/audit/AuditWindow.h"
#include "ui/connect/CertificateDialog.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/help/HelpWindow.h"
#include "ui/help/LogWindow.h"
#include "ui/help/ReportDialog.h"
#include "ui/help/UpdateDialog.h"
#include "ui/preferences/PreferencesDialog.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/ClosingDialog.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <array>

using namespace deskwarden;

namespace {

management::ActionPlan logoffPlan(std::uint32_t count)
{
    std::vector<core::Session> chosen = test::sampleSessions(count);
    chosen.push_back(test::sampleSession(7, core::ConnectState::Disconnected, ""));
    chosen.push_back(test::sampleSession(8, core::ConnectState::Listen, ""));
    return management::planFor({}, chosen);
}

} // namespace

/// Pictures of the dialogs, written to the folder "scenes" of the build, to be looked at.
class DialogScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void dialogs_data();
    void dialogs();

private:
    void connectionScenes(const QString& look);
    void confirmationScenes(const QString& look);
    void auditScenes(const QString& look);
    void otherScenes(const QString& look);
    void supportScenes(const QString& look);
    void waitingScenes(const QString& look);
    void machineScenes(const QString& look);

    support::SceneAlbum m_album;
};

void DialogScenes::initTestCase()
{
    m_album.open("dialogs");
}

void DialogScenes::dialogs_data()
{
    support::SceneLook::addRows({"light", "dark", "contrast", "ru", "de", "pseudo", "rtl"});
}

void DialogScenes::dialogs()
{
    QFETCH(QString, look);
    const support::SceneLook scene(look);
    connectionScenes(look);
    confirmationScenes(look);
    auditScenes(look);
    otherScenes(look);
    supportScenes(look);
    waitingScenes(look);
    machineScenes(look);
}

/// Machines that are to be turned off, one of them in use, and a desktop that is to be assigned.
void DialogScenes::machineScenes(const QString& look)
{
    std::vector<core::VirtualDesktop> machines;
    for (int number = 0; number < 9; ++number) {
        core::VirtualDesktop machine = support::makeMachine(
            "VDI-" + std::to_string(2040 + number), core::MachineState::Running, number % 2 == 0 ? "hv-11" : "hv-12");
        if (number % 4 == 1) {
            machine.sessionUserName = core::SharedString(std::string_view("CORP\\anna.fischer"));
            machine.sessionState = core::ConnectState::Active;
        }
        if (number == 3)
            machine.state = core::MachineState::Off;
        machines.push_back(std::move(machine));
    }
    management::Action action;
    action.kind = management::ActionKind::TurnOff;
    ui::MachineConfirmation several(action, machines, {}, {}, nullptr);
    several.open();
    m_album.shoot(several, QStringLiteral("machines-turn-off-") + look);
    several.close();
    ui::MachineConfirmation one(action, {machines[1]}, {}, {}, nullptr);
    one.open();
    m_album.shoot(one, QStringLiteral("machine-turn-off-") + look);
    one.close();
    action.kind = management::ActionKind::Assign;
    ui::MachineConfirmation assignment(action, {machines.front()}, {}, {}, nullptr);
    assignment.open();
    m_album.shoot(assignment, QStringLiteral("machine-assign-") + look);
}

/// "As soon as …", what waits, a bulk in waves, and programs that take over.
void DialogScenes::waitingScenes(const QString& look)
{
    const QTemporaryDir settings;
    storage::Preferences preferences(settings.filePath(QStringLiteral("preferences.ini")));
    ui::PreferencesDialog programs(preferences, management::Policy());
    programs.offerHandOffs({});
    programs.open();
    programs.findChild<QPlainTextEdit*>(QStringLiteral("handOffsEdit"))->setPlainText(QStringLiteral("SSH = ssh {vm"));
    QCoreApplication::processEvents();
    QScrollBar* const bar = programs.findChild<QScrollArea*>()->verticalScrollBar();
    bar->setValue(bar->maximum());
    m_album.shoot(programs, QStringLiteral("preferences-programs-") + look);

    const std::chrono::system_clock::time_point now{std::chrono::hours(497'000)};
    const auto sessions = test::sampleSessions(3);
    ui::AsSoonAsDialog asSoonAs(sessions, {}, now);
    asSoonAs.offer(preferences);
    asSoonAs.open();
    m_album.shoot(asSoonAs, QStringLiteral("as-soon-as-") + look);

    std::uint64_t ids = 0;
    desk::StandingRun run(
        {}, [&ids] { return ++ids; }, [now] { return now; });
    for (const management::AwaitedEvent event :
         {management::AwaitedEvent::DisconnectedFor, management::AwaitedEvent::HostEmpty,
          management::AwaitedEvent::UserBack})
    {
        management::StandingOrder order;
        order.event = event;
        order.session = sessions.front();
        order.duration = std::chrono::minutes(15);
        order.until = now + std::chrono::hours(4);
        QVERIFY(run.add(order));
    }
    run.cancel({2});
    ui::OrdersWindow waiting(run, nullptr);
    waiting.show();
    m_album.shoot(waiting, QStringLiteral("what-waits-") + look);

    std::vector<management::WarnedAct> acts;
    for (const core::Session& session : test::sampleSessions(60)) {
        management::ActionRequest act;
        act.id = acts.size() + 1;
        act.confirmed = session;
        acts.push_back({act, {}, {}});
    }
    const auto waves =
        std::make_shared<desk::WaveRun>(acts, std::nullopt, management::WaveOptions(), std::chrono::steady_clock::now);
    waves->begin();
    management::ActionReport failed;
    failed.id = 1;
    failed.phase = management::ActionPhase::Finished;
    failed.outcome.kind = management::OutcomeKind::Failed;
    waves->takeReports({failed});
    ui::WaveBar paused(waves, nullptr);
    paused.resize(paused.fontMetrics().averageCharWidth() * 110, paused.sizeHint().height());
    paused.setWindowTitle(QStringLiteral("Deskwarden"));
    paused.show();
    m_album.shoot(paused, QStringLiteral("waves-paused-") + look);

    management::WaveOptions few;
    few.sizes.clear();
    few.mostOpen = 5;
    const auto atOnce = std::make_shared<desk::WaveRun>(acts, std::nullopt, few, std::chrono::steady_clock::now);
    atOnce->begin();
    atOnce->takeReports({failed});
    ui::WaveBar braked(atOnce, nullptr);
    braked.resize(paused.size());
    braked.setWindowTitle(QStringLiteral("Deskwarden"));
    braked.show();
    m_album.shoot(braked, QStringLiteral("waves-braked-") + look);
}

void DialogScenes::connectionScenes(const QString& look)
{
    const auto factory = [](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::Connector>(test::scriptedConnector(test::untrustedStages()));
    };
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example.com");
    profile.user = "CORP\\helpdesk1";

    ui::ConnectionDialog empty(factory);
    empty.setServers({});
    empty.open();
    m_album.shoot(empty, QStringLiteral("connection-empty-") + look);

    ui::ConnectionDialog tested(factory);
    tested.setServers({{profile, {}}});
    tested.findChild<QLineEdit*>(QStringLiteral("passwordEdit"))->setText(QStringLiteral("password"));
    tested.open();
    tested.findChild<QPushButton*>(QStringLiteral("testButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(tested.findChild<QPushButton*>(QStringLiteral("cancelTestButton"))->isHidden(), 20000);
    m_album.shoot(tested, QStringLiteral("connection-tested-") + look);

    ui::ConnectionDialog many([](const core::ServerProfile&, const core::Secret&) {
        using enum management::ProbeStage;
        std::vector<management::StageReport> stages{test::stage(Name, "10.20.0.15"), test::stage(Port, "5986"),
                                                    test::stage(SignIn, "Kerberos"), test::stage(Deployment, "hv1")};
        stages.back().brokers = {"broker2.example.com"};
        return core::Result<management::Connector>(test::scriptedConnector(stages));
    });
    core::ServerProfile named = profile;
    named.name = "Berlin";
    core::ServerProfile other = profile;
    other.name = "Hamburg OFFICE, FINANCE, CAD, SUPPORT";
    other.address = *core::ServerAddress::parse("https://broker.hamburg.branch-office.example.com");
    many.setServers({{named, std::chrono::system_clock::now()}, {other, {}}, {profile, {}}});
    many.findChild<QToolButton*>(QStringLiteral("securityButton"))->click();
    many.open();
    many.findChild<QPushButton*>(QStringLiteral("testButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(many.findChild<QPushButton*>(QStringLiteral("cancelTestButton"))->isHidden(), 20000);
    m_album.shoot(many, QStringLiteral("connection-servers-") + look);
    many.findChild<QPushButton*>(QStringLiteral("probeStepsButton"))->click();
    m_album.shoot(many, QStringLiteral("connection-steps-") + look);

    ui::ConnectionDialog failed(factory);
    failed.setProfile(profile);
    failed.findChild<QToolButton*>(QStringLiteral("advancedButton"))->click();
    core::ManagementError error;
    error.kind = core::ErrorKind::SignInRefused;
    error.offered = {"Negotiate", "Kerberos"};
    failed.showFailure(error);
    m_album.shoot(failed, QStringLiteral("connection-failed-") + look);
}

void DialogScenes::confirmationScenes(const QString& look)
{
    for (const std::uint32_t count : {3U, 40U, 4000U}) {
        ui::ConfirmationDialog dialog(logoffPlan(count));
        dialog.open();
        m_album.shoot(dialog, QStringLiteral("confirmation-%1-%2").arg(count).arg(look));
    }
    ui::ConfirmationDialog inWaves(logoffPlan(60));
    inWaves.findChild<QAbstractButton*>(QStringLiteral("wavesCheck"))->setChecked(true);
    inWaves.open();
    m_album.shoot(inWaves, QStringLiteral("confirmation-waves-") + look);
    const QTemporaryDir folder;
    storage::Preferences preferences(folder.filePath(QStringLiteral("settings.ini")));
    preferences.setValue(storage::preference::ticketPattern, QStringLiteral("INC-####"));
    for (const core::ConnectState state : {core::ConnectState::Active, core::ConnectState::Disconnected}) {
        ui::ConfirmationDialog one(management::planFor({}, std::vector{test::sampleSession(1, state)}));
        one.offerTickets(preferences, {});
        one.offerMessage(preferences);
        one.open();
        m_album.shoot(one, QStringLiteral("confirmation-one-%1-%2").arg(static_cast<int>(state)).arg(look));
    }
    ui::ConfirmationDialog warned(
        management::planFor({}, std::vector{test::sampleSession(1, core::ConnectState::Active)}));
    warned.offerTickets(preferences, {});
    warned.offerMessage(preferences);
    warned.findChild<QAbstractButton*>(QStringLiteral("messageFirstCheck"))->setChecked(true);
    warned.setReason(QStringLiteral("INC-48"));
    warned.open();
    m_album.shoot(warned, QStringLiteral("confirmation-one-message-") + look);
    management::Action disconnect;
    disconnect.kind = management::ActionKind::Disconnect;
    ui::ConfirmationDialog quiet(management::planFor(disconnect, test::sampleSessions(2, false)));
    quiet.open();
    m_album.shoot(quiet, QStringLiteral("confirmation-disconnect-") + look);
}

void DialogScenes::auditScenes(const QString& look)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("audit.sqlite"));
    storage::Preferences preferences(folder.filePath(QStringLiteral("settings.ini")));
    {
        storage::AuditLog log(file, {QStringLiteral("CORP\\helpdesk1"), QStringLiteral("DESK-3")});
        using enum management::OutcomeKind;
        constexpr std::array kinds{Done, Done, Skipped, Failed, AlreadyGone, Unknown, StillSigningOut, Done};
        for (const std::uint32_t count : {20U, 60U}) {
            std::vector<management::ActionRequest> requests;
            for (const core::Session& session : test::sampleSessions(count))
                requests.push_back({requests.size() + 1, session, {}, "INC 4711"});
            const auto tokens = log.recordIntents(requests);
            QVERIFY(tokens.has_value());
            for (std::size_t index = 0; index + 2 < tokens->size(); ++index) {
                management::Outcome outcome;
                outcome.kind = kinds.at(index % kinds.size());
                if (outcome.kind == Done || outcome.kind == Failed)
                    outcome.returnValue = outcome.kind == Done ? 0 : 5;
                QVERIFY(log.recordOutcome((*tokens)[index], outcome).has_value());
            }
            if (count == 20)
                QVERIFY(log.rotate(std::chrono::days(-1)).has_value());
        }
    }
    ui::AuditWindow window(file);
    window.offerRotation(preferences);
    window.open();
    const auto* const table = window.findChild<QAbstractItemView*>(QStringLiteral("auditTable"));
    QTRY_VERIFY_WITH_TIMEOUT(table->model()->rowCount() >= 60, 20000);
    m_album.shoot(window, QStringLiteral("audit-") + look);
    window.findChild<QLineEdit*>(QStringLiteral("auditFilter"))->setText(QStringLiteral("5 (0x"));
    window.findChild<QPushButton*>(QStringLiteral("verifyButton"))->click();
    const auto* const notice = window.findChild<ui::NoticePanel*>();
    QTRY_VERIFY_WITH_TIMEOUT(notice->kind() == ui::NoticePanel::Kind::Success, 20000);
    m_album.shoot(window, QStringLiteral("audit-verified-") + look);
}

void DialogScenes::otherScenes(const QString& look)
{
    const QTemporaryDir settings;
    storage::Preferences preferences(settings.filePath(QStringLiteral("preferences.ini")));
    preferences.setValue(storage::preference::refreshSeconds, 30);
    ui::PreferencesDialog preferencesDialog(preferences, management::Policy());
    preferencesDialog.open();
    m_album.shoot(preferencesDialog, QStringLiteral("preferences-") + look);
    storage::MemoryCredentialStore passwords;
    core::ServerProfile profile;
    profile.address = *core::ServerAddress::parse("https://broker.example.com");
    profile.user = "CORP\\helpdesk1";
    passwords.save({profile.address.id(), profile.user}, core::Secret("s"), this, [](const core::Result<>&) {});
    ui::PreferencesDialog withPasswords(preferences, management::Policy());
    withPasswords.offerPasswords(passwords, {{profile, {}}});
    withPasswords.open();
    withPasswords.findChild<QPushButton*>(QStringLiteral("lookForPasswordsButton"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(withPasswords.findChild<QPushButton*>(QStringLiteral("forgetButton")) != nullptr, 20000);
    auto* const area = withPasswords.findChild<QScrollArea*>();
    QCoreApplication::processEvents();
    area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
    m_album.shoot(withPasswords, QStringLiteral("preferences-passwords-") + look);

    management::ActionPlan plan = logoffPlan(40);
    plan.action = {management::ActionKind::Message, "Maintenance at 18:00",
                   "Hello {user}, please save your work on {vm}.\n{ticket}"};
    ui::MessageDialog message(plan);
    message.offer(preferences, {});
    message.open();
    m_album.shoot(message, QStringLiteral("message-") + look);

    ui::MessageDialog toOne(management::planFor({management::ActionKind::Message, {}, {}},
                                                std::vector{test::sampleSession(1, core::ConnectState::Disconnected)}));
    toOne.offer(preferences, {});
    toOne.open();
    m_album.shoot(toOne, QStringLiteral("message-one-") + look);

    ui::CertificateDialog certificate(test::sampleCertificate(), QStringLiteral("https://broker.example.com"),
                                      QString(64, QLatin1Char('a')));
    certificate.open();
    m_album.shoot(certificate, QStringLiteral("certificate-") + look);

    ui::ClosingDialog closing({16, 1'822});
    closing.open();
    m_album.shoot(closing, QStringLiteral("closing-") + look);
    closing.findChild<QPushButton*>(QStringLiteral("keepRunningButton"))->click();
    closing.showActs({16, 822});
    m_album.shoot(closing, QStringLiteral("closing-running-") + look);

    if (look == QLatin1String("pseudo"))
        return; // a document, which is not translated text by text
    ui::HelpWindow help;
    help.open();
    m_album.shoot(help, QStringLiteral("help-") + look);
}

void DialogScenes::supportScenes(const QString& look)
{
    ui::UpdateDialog update(
        [](const core::WebAddress&, const management::CallContext&) -> core::Result<std::string> {
            return R"j({"version": "0.10.0", "date": "2027-01-31", "page": "https://example.com/releases/0.10.0"})j";
        },
        QStringLiteral("0.2.0"));
    update.ask(*core::WebAddress::parse("https://example.com/latest.json"));
    update.open();
    const auto* const page = update.findChild<QPushButton*>(QStringLiteral("openPageButton"));
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 20000);
    m_album.shoot(update, QStringLiteral("update-newer-") + look);

    ui::ReportDialog report;
    report.open();
    m_album.shoot(report, QStringLiteral("report-") + look);

    const models::LogRing ring;
    ui::LogWindow log(ring, nullptr);
    log.open();
    m_album.shoot(log, QStringLiteral("log-") + look);
}

QTEST_MAIN(DialogScenes)
#include "DialogScenes.moc"
