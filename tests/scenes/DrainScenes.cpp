// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/FindWidget.h"
#include "support/SceneAlbum.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/DrainWindow.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <atomic>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::support;
using management::DrainPhase;

namespace {

constexpr const char* office = "https://broker.corp.example";
constexpr int patience = 60'000;

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
    SceneLook::addRows();
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
    WindowFixture fixture;
    fixture.preferences.setValue(storage::preference::verifySeconds, 1);
    FakeBroker& broker = fixture.broker(office);
    fillOffice(broker, 60);
    std::atomic<bool> isDenied = true;
    broker.hooks.invoke =
        [&isDenied](const std::string& key, const std::string& method,
                    const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (isDenied && method == "Logoff" && key == core::keyText(officeSession(6).key))
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        return std::nullopt;
    };
    desk::Services services = fixture.services();
    services.rules.policy.protectedAccounts = {"chen.wei*"};
    ui::MainWindow window(services);
    window.resize(1280, 800);
    window.show();
    window.connectTo(profileFor(office), core::Secret());
    const auto& table = find<QAbstractItemView>(window, "sessionTable");
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 60, patience);
    find<QLineEdit>(window, "filterEdit").setText(QStringLiteral("hv-11"));
    QTRY_COMPARE_WITH_TIMEOUT(table.model()->rowCount(), 10, patience);
    table.selectionModel()->select(table.model()->index(0, 0),
                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    find<QAction>(window, "drainHostAction").trigger();
    auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    if (minutes > 0) {
        m_album.shoot(*dialog, QStringLiteral("plan-") + look);
        find<QCheckBox>(*dialog, "messageFirstCheck").setChecked(true);
        find<QSpinBox>(*dialog, "graceSpin").setValue(minutes);
    }
    find<QLineEdit>(*dialog, "countEdit").setText(QString::number(dialog->plan().sessions.size()));
    find<QPushButton>(*dialog, "confirmButton").click();
    auto* const drain = window.findChild<ui::DrainWindow*>();
    QVERIFY(drain != nullptr);
    const management::Drain& state = drain->run().drain();
    if (minutes > 0) {
        QTRY_VERIFY_WITH_TIMEOUT(state.phase() == DrainPhase::Waiting, patience);
        fixture.clockAhead = std::chrono::seconds(47);
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
