// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "scenes/OfficeScene.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "ui/acts/DrainWindow.h"

#include <QAction>
#include <QApplication>

#include <atomic>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::support;
using management::DrainPhase;

namespace {

constexpr int patience = OfficeScene::patience;

core::Session onHost(std::uint32_t id, const char* user, core::ConnectState state)
{
    core::Session session = officeSession(0);
    session.key.sessionId = id;
    session.userName = core::SharedString(user);
    session.vmName = core::SharedString("VDI-" + std::to_string(2100 + id));
    session.state = state;
    return session;
}

} // namespace

/// Pictures of a VM host that is drained, written to the folder "scenes/drain" of the build, to be looked at.
class DrainScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void looks_data();
    void looks();

private:
    void drains(const QString& look, int minutes);
    void listUntil(ui::MainWindow& window, const std::function<bool()>& holds);

    SceneAlbum m_album;
};

void DrainScenes::initTestCase()
{
    m_album.open("drain");
}

void DrainScenes::looks_data()
{
    SceneLook::addRows({"light", "dark", "ru", "pseudo"});
}

void DrainScenes::looks()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    drains(look, 5);
    drains(look, 0);
}

void DrainScenes::listUntil(ui::MainWindow& window, const std::function<bool()>& holds)
{
    QVERIFY(QTest::qWaitFor(
        [&window, &holds] {
            find<QAction>(window, "refreshAction").trigger();
            return holds();
        },
        patience));
}

/// With minutes: the time runs. Without: one is denied, one protected, the others go; later everybody.
void DrainScenes::drains(const QString& look, int minutes)
{
    std::atomic<bool> isDenied = true; // outlives the window
    OfficeScene scene;
    FakeBroker& broker = scene.broker();
    broker.hooks.invoke =
        [&isDenied](const std::string& key, const std::string& method,
                    const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (isDenied && method == "Logoff" && key == core::keyText(officeSession(6).key))
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        return std::nullopt;
    };
    desk::Services services = scene.fixture.services();
    services.rules.policy.protectedAccounts = {"chen.wei*"};
    scene.open(std::move(services), {1280, 800}, QStringLiteral("hv-11"));
    if (QTest::currentTestFailed())
        return;
    ui::MainWindow& window = scene.window();
    const QAbstractItemView& table = scene.table();
    table.selectionModel()->select(table.model()->index(0, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    find<QAction>(window, "drainHostAction").trigger();
    auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    if (minutes > 0)
        m_album.shoot(*dialog, QStringLiteral("plan-") + look);
    OfficeScene::confirm(*dialog, minutes > 0 ? std::optional(minutes) : std::nullopt);
    auto* const drain = window.findChild<ui::DrainWindow*>();
    QVERIFY(drain != nullptr);
    const management::Drain& state = drain->run().drain();
    if (minutes > 0) {
        QTRY_VERIFY_WITH_TIMEOUT(state.phase() == DrainPhase::Waiting, patience);
        scene.fixture.clockAhead = std::chrono::seconds(47);
        broker.put(onHost(41, "nina.newcomer", core::ConnectState::Active));
        listUntil(window, [&state] { return state.counts().newcomers == 1 && state.phase() == DrainPhase::Waiting; });
        m_album.shoot(*drain, QStringLiteral("running-") + look);
        m_album.shoot(window, QStringLiteral("window-") + look);
        window.closeUnasked();
        return;
    }
    listUntil(window, [&state] { return state.phase() == DrainPhase::NeedsHelp; });
    m_album.shoot(*drain, QStringLiteral("leftovers-") + look);
    isDenied = false;
    find<QPushButton>(*drain, "drainRetryButton").click();
    listUntil(window, [&state] { return state.isOver(); });
    m_album.shoot(*drain, QStringLiteral("drained-") + look);
}

QTEST_MAIN(DrainScenes)
#include "DrainScenes.moc"
