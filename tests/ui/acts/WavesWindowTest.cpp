// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"
#include "support/FindWidget.h"
#include "support/WindowFixture.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MessageDialog.h"
#include "ui/acts/WaveBar.h"
#include "ui/widgets/NoticePanel.h"
#include "ui/window/MainWindow.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCheckBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <atomic>

using namespace deskwarden;
using namespace deskwarden::support;
using management::OutcomeKind;

namespace {

constexpr const char* wavesBroker = "https://broker.corp.example";
constexpr int longEnough = 30000;

} // namespace

/// A bulk that goes in waves, in the window.
class WavesWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void wavesAreOfferedFromFiftyOneOn();
    void aBadWavePausesAndTheBarSaysWhy();
    void goOnTakesTheNextWave();
    void stopCancelsWhoIsLeft();
    void cancellingWhatWaitsStopsThem();

private:
    void logOffInWaves(int limit);
    [[nodiscard]] models::ActivityModel& activity() const
    {
        return qobject_cast<models::ActivityBatches*>(find<QAbstractItemView>(*m_window, "activityTable").model())
            ->acts();
    }
    [[nodiscard]] ui::WaveBar* bar() const { return m_window->findChild<ui::WaveBar*>(); }
    [[nodiscard]] QString said() const { return bar()->findChild<ui::NoticePanel*>()->sentence(); }
    [[nodiscard]] std::size_t endedAs(OutcomeKind kind) const { return activity().finishedAs(kind); }

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<ui::MainWindow> m_window;
    std::atomic<bool> m_fails{true};
};

void WavesWindowTest::init()
{
    m_fails = true;
    m_fixture = std::make_unique<WindowFixture>();
    FakeBroker& broker = m_fixture->broker(wavesBroker);
    for (std::uint32_t number = 0; number < 60; ++number) {
        core::Session session = officeSession(number);
        session.state = core::ConnectState::Disconnected;
        broker.put(session);
    }
    broker.hooks.invoke =
        [this](const std::string&, const std::string&,
               const management::CallContext&) -> std::optional<core::Result<management::MethodResult>> {
        management::MethodResult refused;
        refused.returnValue = 5;
        return m_fails ? std::optional<core::Result<management::MethodResult>>(refused) : std::nullopt;
    };
    m_window = std::make_unique<ui::MainWindow>(m_fixture->services());
    m_window->setAttribute(Qt::WA_QuitOnClose, false);
    m_window->show();
    m_window->connectTo(profileFor(wavesBroker), core::Secret());
    QTRY_COMPARE_WITH_TIMEOUT(find<QAbstractItemView>(*m_window, "sessionTable").model()->rowCount(), 60, longEnough);
}

void WavesWindowTest::cleanup()
{
    m_window.reset();
    m_fixture.reset();
}

void WavesWindowTest::logOffInWaves(int limit)
{
    find<QAbstractItemView>(*m_window, "sessionTable").selectAll();
    m_window->findChild<QAction*>(QStringLiteral("logoffAction"))->trigger();
    auto* const dialog = m_window->findChild<ui::ConfirmationDialog*>();
    QVERIFY(dialog != nullptr);
    find<QCheckBox>(*dialog, "wavesCheck").setChecked(true);
    find<QSpinBox>(*dialog, "waveLimitSpin").setValue(limit);
    find<QLineEdit>(*dialog, "countEdit").setText(QStringLiteral("60"));
    find<QPushButton>(*dialog, "confirmButton").click();
    QVERIFY(bar() != nullptr);
}

void WavesWindowTest::wavesAreOfferedFromFiftyOneOn()
{
    for (const std::uint32_t count : {1U, 50U, 51U}) {
        std::vector<core::Session> sessions;
        for (std::uint32_t number = 0; number < count; ++number)
            sessions.push_back(officeSession(number));
        ui::ConfirmationDialog dialog(management::planFor({}, sessions));
        QCOMPARE(!find<QCheckBox>(dialog, "wavesCheck").parentWidget()->isHidden(), count > 50);
        QVERIFY(!dialog.waves());
        find<QCheckBox>(dialog, "wavesCheck").setChecked(true);
        QCOMPARE(dialog.waves().has_value(), count > 50);
        management::Action message;
        message.kind = management::ActionKind::Message;
        ui::MessageDialog writing(management::planFor(message, sessions));
        find<QCheckBox>(writing, "wavesCheck").setChecked(true);
        QCOMPARE(writing.waves().has_value(), count > 50);
        dialog.setDrainedHost(QStringLiteral("hv-11"));
        QVERIFY(!dialog.waves());
    }
}

void WavesWindowTest::aBadWavePausesAndTheBarSaysWhy()
{
    logOffInWaves(2);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("Paused after wave 1 of 4")), longEnough);
    QVERIFY(said().contains(QStringLiteral("failed: 1")));
    QVERIFY(said().contains(QStringLiteral("Sessions that wait: 59")));
    QCOMPARE(activity().progress().total, 60U);
    QCOMPARE(activity().progress().finished, 1U);
    QVERIFY(find<QPushButton>(*bar(), "waveGoOnButton").isVisible());
}

void WavesWindowTest::goOnTakesTheNextWave()
{
    logOffInWaves(0);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("Paused after wave 1 of 4")), longEnough);
    m_fails = false;
    find<QPushButton>(*bar(), "waveGoOnButton").click();
    QVERIFY(!find<QPushButton>(*bar(), "waveGoOnButton").isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(endedAs(OutcomeKind::Done), 5U, longEnough);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("Wave 2 of 4 has ended.")), longEnough);
}

void WavesWindowTest::stopCancelsWhoIsLeft()
{
    logOffInWaves(0);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("Paused after wave 1 of 4")), longEnough);
    find<QPushButton>(*bar(), "waveStopButton").click();
    QTRY_COMPARE_WITH_TIMEOUT(endedAs(OutcomeKind::Cancelled), 59U, longEnough);
    QTRY_VERIFY_WITH_TIMEOUT(bar() == nullptr, longEnough);
}

void WavesWindowTest::cancellingWhatWaitsStopsThem()
{
    logOffInWaves(0);
    QTRY_VERIFY_WITH_TIMEOUT(said().startsWith(QStringLiteral("Paused after wave 1 of 4")), longEnough);
    m_window->findChild<QAbstractButton*>(QStringLiteral("cancelQueuedButton"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(endedAs(OutcomeKind::Cancelled), 59U, longEnough);
}

QTEST_MAIN(WavesWindowTest)
#include "WavesWindowTest.moc"
