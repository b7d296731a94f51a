// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "scenes/OfficeScene.h"
#include "support/DialogSamples.h"
#include "support/scene/SceneAlbum.h"
#include "support/scene/SceneLook.h"
#include "ui/acts/TemplatesDialog.h"
#include "ui/window/ClosingDialog.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QPlainTextEdit>

using namespace deskwarden;
using namespace deskwarden::support;
using management::OutcomeKind;

namespace {

constexpr int patience = OfficeScene::patience;

management::ActionPlan logoffPlan(std::uint32_t count)
{
    std::vector<core::Session> chosen = test::sampleSessions(count);
    chosen.push_back(test::sampleSession(8, core::ConnectState::Listen, ""));
    return management::planFor({}, chosen);
}

/// The sessions that something befalls, so that every outcome is seen.
core::Session denied()
{
    return officeSession(1);
}
core::Session lost()
{
    return officeSession(7);
}
core::Session slow()
{
    return officeSession(13);
}
core::Session taken()
{
    return officeSession(19);
}
core::Session gone()
{
    return officeSession(25);
}

} // namespace

/// Pictures of acts whose users are told first, written to the folder "scenes/grace" of the build, to be looked at.
class GraceScenes final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanup() { m_album.report(); }
    void looks_data();
    void looks();

private:
    void dialogs(const QString& look);
    void window(const QString& look);
    void playTrouble(FakeBroker& broker);
    void confirm(ui::MainWindow& window, int first, int last, int minutes);
    [[nodiscard]] static std::map<int, int> outcomes(const QAbstractItemModel& activity);

    SceneAlbum m_album;
};

void GraceScenes::initTestCase()
{
    m_album.open("grace");
}

void GraceScenes::looks_data()
{
    SceneLook::addRows({"light", "dark", "ru", "de"});
}

void GraceScenes::looks()
{
    QFETCH(QString, look);
    const SceneLook scene(look);
    dialogs(look);
    window(look);
}

void GraceScenes::dialogs(const QString& look)
{
    WindowFixture fixture;
    const std::vector<models::MessageTemplate> templates = models::shippedTemplates();
    for (const std::uint32_t count : {3U, 40U, 4000U}) {
        ui::ConfirmationDialog dialog(logoffPlan(count));
        dialog.setReason(QStringLiteral("INC 4711"));
        dialog.offerMessage(fixture.preferences);
        dialog.open();
        if (count == 3)
            m_album.shoot(dialog, QStringLiteral("plan-off-") + look);
        find<QCheckBox>(dialog, "messageFirstCheck").setChecked(true);
        if (look == QLatin1String("ru")) {
            find<QLineEdit>(dialog, "messageTitleEdit").setText(templates.back().title);
            find<QPlainTextEdit>(dialog, "messageTextEdit").setPlainText(templates.back().text);
        }
        find<QLineEdit>(dialog, "countEdit").setText(QString::number(count));
        m_album.shoot(dialog, QStringLiteral("plan-%1-%2").arg(count).arg(look));
        if (count == 40) {
            find<QPlainTextEdit>(dialog, "messageTextEdit").setPlainText(QStringLiteral("Hello {name}, please save."));
            m_album.shoot(dialog, QStringLiteral("plan-problem-") + look);
        }
    }
    ui::ConfirmationDialog forbidden(logoffPlan(3));
    forbidden.offerMessage(fixture.preferences, QStringLiteral("INC-1"));
    forbidden.open();
    m_album.shoot(forbidden, QStringLiteral("plan-forbidden-") + look);

    ui::TemplatesDialog editor(templates);
    editor.open();
    m_album.shoot(editor, QStringLiteral("templates-") + look);
    find<QPlainTextEdit>(editor, "templateTextEdit").setPlainText(QStringLiteral("Hello {name}, please save."));
    m_album.shoot(editor, QStringLiteral("templates-problem-") + look);

    ui::ClosingDialog closing({2, 5, 38, std::chrono::seconds(272)});
    closing.open();
    m_album.shoot(closing, QStringLiteral("closing-") + look);
    closing.sayGoodbye();
    closing.showActs({0, 31, 0, {}});
    m_album.shoot(closing, QStringLiteral("closing-goodbye-") + look);
}

void GraceScenes::playTrouble(FakeBroker& broker)
{
    broker.hooks.invoke = [](const std::string& key, const std::string& method,
                             const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        if (method != "Logoff")
            return std::nullopt;
        if (key == core::keyText(denied().key))
            return core::Result<management::MethodResult>(management::MethodResult{5, {}});
        if (key == core::keyText(lost().key))
            return core::failure(core::ErrorKind::TimedOut, {}, core::Delivery::MaybeSent);
        if (key == core::keyText(slow().key))
            return core::Result<management::MethodResult>(management::MethodResult{0, {}}); // and nothing happens
        return std::nullopt;
    };
}

void GraceScenes::confirm(ui::MainWindow& window, int first, int last, int minutes)
{
    auto& table = find<QAbstractItemView>(window, "sessionTable");
    table.selectionModel()->select(
        QItemSelection(table.model()->index(first, 0), table.model()->index(last, models::sessionColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
    find<QAction>(window, "logoffAction").trigger();
    QTRY_VERIFY(window.findChild<ui::ConfirmationDialog*>() != nullptr);
    auto* const dialog = window.findChild<ui::ConfirmationDialog*>();
    OfficeScene::confirm(*dialog, minutes);
    QTRY_VERIFY(window.findChild<ui::ConfirmationDialog*>() == nullptr);
}

std::map<int, int> GraceScenes::outcomes(const QAbstractItemModel& activity)
{
    std::map<int, int> counts;
    for (int row = 0; row < activity.rowCount(); ++row) {
        const QVariant outcome = activity.index(row, 0).data(models::ActivityModel::OutcomeRole);
        ++counts[outcome.isValid() ? outcome.toInt() : -1];
    }
    return counts;
}

void GraceScenes::window(const QString& look)
{
    OfficeScene scene;
    FakeBroker& broker = scene.broker();
    playTrouble(broker);
    scene.open(scene.fixture.services(), {1400, 840}, QStringLiteral("hv-12"));
    if (QTest::currentTestFailed())
        return;
    ui::MainWindow& window = scene.window();

    const auto& activity =
        qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(window, "activityTable").model())->acts();
    confirm(window, 0, 3, 5);
    const auto waiting = [&activity] {
        int count = 0;
        for (int row = 0; row < activity.rowCount(); ++row)
            count += activity.index(row, 0).data(models::ActivityModel::PhaseRole).toInt() ==
                             static_cast<int>(management::ActionPhase::Told)
                         ? 1
                         : 0;
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(waiting(), 4, patience);
    scene.fixture.clockAhead = std::chrono::seconds(28);
    QTRY_VERIFY_WITH_TIMEOUT(activity.index(4, static_cast<int>(models::ActivityColumn::Result))
                                 .data()
                                 .toString()
                                 .contains(QLatin1String("4:3")),
                             patience);
    find<QAbstractItemView>(window, "activityTable").scrollToTop();
    m_album.shoot(window, QStringLiteral("running-") + look);
    find<QAbstractItemView>(window, "activityTable").selectAll();
    find<QAction>(window, "cancelSelectedAction").trigger();
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(activity)[static_cast<int>(OutcomeKind::Cancelled)], 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(activity)[static_cast<int>(OutcomeKind::Done)], 8, patience);

    // Once more without waiting, after two of them are no longer what was confirmed.
    core::Session other = taken();
    other.userName = core::SharedString("wanda.lee");
    broker.put(other);
    broker.remove(core::keyText(gone().key));
    confirm(window, 0, 9, 0);
    QTRY_COMPARE_WITH_TIMEOUT(outcomes(activity).count(-1), std::size_t(0), 2 * patience);
    QTRY_VERIFY_WITH_TIMEOUT(outcomes(activity).size() == 7, patience);
    window.resize(1400, 1250);
    auto* const dock = window.findChild<QDockWidget*>(QStringLiteral("activityDock"));
    window.resizeDocks({dock}, {820}, Qt::Vertical);
    find<QAbstractItemView>(window, "activityTable").clearSelection();
    find<QAbstractItemView>(window, "activityTable").scrollToTop();
    m_album.shoot(window, QStringLiteral("finished-") + look);
}

QTEST_MAIN(GraceScenes)
#include "GraceScenes.moc"
