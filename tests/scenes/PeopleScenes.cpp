// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "storage/AuditLog.h"
#include "support/FakeDirectory.h"
#include "support/Machines.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/CureBar.h"
#include "ui/acts/CureConfirmation.h"
#include "ui/connect/ConnectionDialog.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/sessions/HostsWindow.h"
#include "ui/sessions/SessionView.h"
#include "ui/widgets/NoticePanel.h"

#include <QAction>
#include <QBuffer>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QScopeGuard>
#include <QScrollArea>
#include <QTableView>
#include <QToolButton>

#include <atomic>
#include <thread>

using namespace deskwarden;
using namespace deskwarden::support;

namespace {

constexpr int patience = OfficeScene::patience;
constexpr const char* office = "https://broker.corp.example";

/// A face that nobody has.
std::string drawnPhoto()
{
    QImage image(96, 96, QImage::Format_RGB32);
    image.fill(QColor(120, 160, 190));
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(70, 50, 40));
        painter.drawEllipse(26, 12, 44, 50);
        painter.setBrush(QColor(235, 200, 175));
        painter.drawEllipse(30, 20, 36, 44);
        painter.setBrush(QColor(60, 80, 120));
        painter.drawEllipse(14, 66, 68, 60);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data().toStdString();
}

/// In the letters of the look: what a directory tells is in no language of ours.
management::Person annaFischer(bool isRussian)
{
    management::Person person;
    person.fullName = isRussian ? "Анна Фишер-Мюллер" : "Anna Fischer-Müller";
    person.department = isRussian ? "Бухгалтерия, расчёты с покупателями" : "Accounting, Receivables";
    person.title = isRussian ? "Заместитель главного бухгалтера" : "Head of Receivables";
    person.phone = "+49 30 5550 142";
    person.mail = "anna.fischer@corp.example";
    person.isDisabled = false;
    person.isExpired = false;
    person.isLocked = true;
    person.isPasswordExpired = false;
    person.photo = drawnPhoto();
    return person;
}

} // namespace

/// Pictures of what tells who people are and where their machines are, written to the folder "scenes/people" of the
/// build, to be looked at.
class PeopleScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void names_data() { SceneLook::addRows(); }
    void names();
    void hosts_data() { SceneLook::addRows(); }
    void hosts();
    void cures_data() { SceneLook::addRows(); }
    void cures();
    void directories_data() { SceneLook::addRows({"light", "dark", "ru", "de"}); }
    void directories();

private:
    SceneAlbum m_album;
};

void PeopleScenes::initTestCase()
{
    m_album.open("people");
}

/// The table with names, the details of one user, and the palette that finds people.
void PeopleScenes::names()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    WindowFixture fixture;
    fillOffice(fixture.broker(office), 60);
    const auto directory = std::make_shared<FakeDirectory>();
    const bool isRussian = look == QLatin1String("ru");
    directory->add("anna.fischer", annaFischer(isRussian));
    directory->add("anna.fischer2", isRussian ? "Аннабель Фишер" : "Annabel Fischer");
    directory->add("boris.orlov", "Борис Орлов");
    directory->add("chen.wei", "Чэнь Вэй");
    desk::Services services = fixture.services();
    services.directoryFor = [directory](const core::ServerProfile&, const core::Secret&) {
        return core::Result<management::DirectoryConnector>(directory->connector());
    };
    ui::MainWindow window(std::move(services));
    window.resize(1400, 840);
    window.show();
    core::ServerProfile profile = profileFor(office);
    profile.directory.isOwnDomain = true;
    window.connectTo(profile, core::Secret());
    auto& view = find<ui::SessionView>(window, "sessionTable");
    const auto& sessions = *qobject_cast<const models::SessionTableModel*>(view.model());
    QTRY_VERIFY_WITH_TIMEOUT(sessions.hasPersonNames() && sessions.rowCount() == 60, patience);
    for (int row = 0; row < sessions.rowCount(); ++row) {
        if (sessions.sessionAt(row).userName.view() == "anna.fischer")
            view.selectOnly(row);
    }
    QTRY_VERIFY_WITH_TIMEOUT(find<QLabel>(window, "personPhoto").isVisible(), patience);
    m_album.shoot(window, QStringLiteral("details-") + look);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    auto* const palette = window.findChild<ui::PaletteDialog*>();
    QVERIFY(palette != nullptr);
    find<QLineEdit>(*palette, "paletteEdit").setText(QStringLiteral("fischer"));
    QTRY_VERIFY_WITH_TIMEOUT(find<QListView>(*palette, "paletteList").model()->rowCount() >= 4, patience);
    m_album.shoot(*palette, QStringLiteral("palette-") + look);
}

void PeopleScenes::hosts()
{
    QFETCH(QString, look);
    const SceneLook looked(look);
    OfficeScene scene;
    FakeBroker& broker = scene.broker();
    haunt(broker, 60);
    broker.putNeighbour(withTexts("Win32_SessionDirectoryServer",
                                  {{"ServerName", "hv-11"}, {"NumPendRedir", "3"}, {"LoadIndicator", "90"}}));
    broker.putNeighbour(withTexts("Win32_SessionDirectoryServer",
                                  {{"ServerName", "hv-12"}, {"NumPendRedir", "0"}, {"LoadIndicator", "1250"}}));
    broker.putNeighbour(
        withTexts("Win32_RDMSJoinedNode",
                  {{"FQDN", "gw.corp.example"}, {"IsRdg", "true"}, {"IsGatewayCertificateInstalled", "false"}}));
    broker.putNeighbour(withTexts("Win32_RDMSJoinedNode", {{"FQDN", "broker.corp.example"}, {"IsRdcb", "true"}}));
    desk::Services services = scene.fixture.services();
    services.auditFile = scene.fixture.folder.filePath(QStringLiteral("audit.sqlite"));
    {
        storage::AuditLog log(services.auditFile, {QStringLiteral("CORP\\ben"), QStringLiteral("DESK-3")});
        core::Session session = officeSession(0);
        session.key.server = profileFor(office).address.id();
        const std::vector<management::ActionRequest> acts{{1, session, {}, {}}};
        const auto tokens = log.recordIntents(acts);
        QVERIFY(tokens);
        management::Outcome outcome;
        outcome.kind = management::OutcomeKind::Failed;
        outcome.returnValue = 5;
        QVERIFY(log.recordOutcome(tokens->front(), outcome));
    }
    scene.open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    if (QTest::currentTestFailed())
        return;
    find<QAction>(scene.window(), "hostsAction").trigger();
    auto* const window = scene.window().findChild<ui::HostsWindow*>();
    QVERIFY(window != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(find<QTableView>(*window, "hostsTable").model()->rowCount(), 6, patience);
    QTRY_COMPARE_WITH_TIMEOUT(find<QTableView>(*window, "nodesTable").model()->rowCount(), 2, patience);
    m_album.shoot(*window, QStringLiteral("hosts-") + look);
}

/// Three ghosts to be cured, of which one refuses to start, and then the bar that says where it stopped.
void PeopleScenes::cures()
{
    QFETCH(QString, look);
    const SceneLook looked(look);
    std::atomic<bool> isHeld = true; // outlives the window
    OfficeScene scene;
    const auto release = qScopeGuard([&isHeld] { isHeld = false; });
    FakeBroker& broker = scene.broker();
    using core::MachineState;
    constexpr std::array states{MachineState::Saved, MachineState::Off, MachineState::Off, MachineState::Running};
    std::uint32_t place = 0;
    for (std::uint32_t number = 0; number < 60; ++number) {
        const core::Session session = officeSession(number);
        if (session.key.vmHostName.view() != "hv-11.corp.example")
            continue;
        broker.putMachine(makeMachine(session.vmName.view(), states.at(std::min<std::size_t>(place++, 3)),
                                      session.key.vmHostName.view()));
    }
    broker.hooks.invoke =
        [&isHeld](const std::string&, const std::string& method,
                  const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        while (isHeld)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        if (method == "SetVirtualDesktopState")
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        return std::nullopt;
    };
    desk::Services services = scene.fixture.services();
    services.rules.policy.namedActions.set();
    scene.open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    if (QTest::currentTestFailed())
        return;
    ui::MainWindow& window = scene.window();
    scene.table().selectAll();
    QTRY_VERIFY_WITH_TIMEOUT(find<QAction>(window, "cureGhostsAction").isEnabled(), patience);
    find<QAction>(window, "cureGhostsAction").trigger();
    auto* const dialog = window.findChild<ui::CureConfirmation*>();
    QVERIFY(dialog != nullptr);
    QTRY_COMPARE_WITH_TIMEOUT(dialog->ghosts().size(), std::size_t{3}, patience);
    auto& count = find<QLineEdit>(*dialog, "countEdit");
    if (count.isVisible())
        count.setText(QStringLiteral("3"));
    m_album.shoot(*dialog, QStringLiteral("cure-confirmation-") + look);
    find<QPushButton>(*dialog, "confirmButton").click();
    QTRY_VERIFY_WITH_TIMEOUT(window.findChild<ui::CureBar*>() != nullptr, patience);
    auto& bar = *window.findChild<ui::CureBar*>();
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(window, "activityTable").model()->rowCount(), 4, patience);
    m_album.shoot(window, QStringLiteral("cure-begins-") + look);
    isHeld = false;
    QTRY_VERIFY_WITH_TIMEOUT(bar.findChild<ui::NoticePanel*>()->kind() == ui::NoticePanel::Kind::Warning, patience);
    m_album.shoot(window, QStringLiteral("cure-stopped-") + look);
}

/// The choices of a directory, unfolded.
void PeopleScenes::directories()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    const auto nowhere = [](const core::ServerProfile&, const core::Secret&) -> core::Result<management::Connector> {
        return core::failure(core::ErrorKind::NotSupported);
    };
    core::ServerProfile profile = profileFor(office);
    profile.user = "CORP\\helpdesk1";
    const auto shoot = [&](const core::DirectorySettings& directory, const QString& name) {
        ui::ConnectionDialog dialog(nowhere);
        profile.directory = directory;
        dialog.setProfile(profile);
        find<QToolButton>(dialog, "advancedButton").setChecked(true);
        dialog.open();
        QCoreApplication::processEvents();
        dialog.findChild<QScrollArea*>()->ensureWidgetVisible(&find<QWidget>(dialog, "directoryPanel"));
        QCoreApplication::processEvents();
        m_album.shoot(dialog, QStringLiteral("directory-%1-%2").arg(name, look));
    };
    core::DirectorySettings directory;
    shoot(directory, QStringLiteral("none"));
    directory.isOwnDomain = true;
    shoot(directory, QStringLiteral("own"));
    directory = {"ldaps://dc1.corp.example", core::DirectorySignIn::Password, "OU=People,DC=corp,DC=example", "CORP",
                 "/etc/ssl/corp-ca.pem"};
    shoot(directory, QStringLiteral("typed"));
}

QTEST_MAIN(PeopleScenes)
#include "PeopleScenes.moc"
