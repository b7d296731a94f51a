// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityFlow.h"

#include "management/seam/ActionSpec.h"
#include "models/activity/WaveTexts.h"
#include "storage/Preferences.h"
#include "ui/acts/ActFlow.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/EndNotifier.h"
#include "ui/acts/MachineActFlow.h"
#include "ui/acts/WaveBar.h"
#include "ui/widgets/DesktopNotice.h"

#include <QApplication>
#include <QMainWindow>

namespace deskwarden::ui {

ActivityFlow::ActivityFlow(QMainWindow& window, desk::Console& console, ActivityDock& activity, ActFlow& acting,
                           MachineActFlow& machines)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_activity(activity)
{
    desk::ActDesk* const acts = &console.acts();
    connect(acts, &desk::ActDesk::confirmed, &activity, &ActivityDock::open);
    connect(&console, &desk::Console::leftBehindFound, &activity, &ActivityDock::open);
    connect(&activity, &ActivityDock::cancelRequested, acts, &desk::ActDesk::cancelWaiting);
    connect(&activity, &ActivityDock::cancelSelectedRequested, acts, &desk::ActDesk::cancel);
    connect(&activity, &ActivityDock::pauseRequested, acts, &desk::ActDesk::setPaused);
    connect(&activity, &ActivityDock::retryRequested, this,
            [&acting, &machines](const std::vector<management::ActionRequest>& failed) {
                // A batch is of one kind, but for messages and the steps of a cure.
                if (!failed.empty() && management::isOfMachines(failed.front().action.kind))
                    machines.retry(failed);
                else
                    acting.retry(failed);
            });
    connect(&activity, &ActivityDock::lookAgainRequested, &console, &desk::Console::lookAgain);
    connect(acts, &desk::ActDesk::wavesStarted, this, &ActivityFlow::showWaves);
    tellOfEnds();
}

void ActivityFlow::showWaves(const std::shared_ptr<desk::WaveRun>& run)
{
    auto* const bar = new WaveBar(run, &m_activity);
    m_activity.addBar(bar);
    connect(run.get(), &desk::WaveRun::ended, bar, &QObject::deleteLater);
    connect(run.get(), &desk::WaveRun::paused, this, [this, waves = run.get()] {
        m_activity.open();
        if (!isEndToBeTold())
            return;
        showDesktopNotice(m_window, tr("Waves have paused"), models::describe(waves->waves()).what);
        QApplication::alert(&m_window);
    });
}

void ActivityFlow::tellOfEnds()
{
    const auto tell = [this](const QString& title, const QString& text, bool hasFailures) {
        showDesktopNotice(m_window, title, text);
        if (hasFailures)
            QApplication::alert(&m_window);
    };
    new EndNotifier(
        m_activity.batches(), m_console.acts(), [this] { return isEndToBeTold(); }, tell, this);
}

bool ActivityFlow::isEndToBeTold() const
{
    return QGuiApplication::applicationState() != Qt::ApplicationActive &&
           m_console.services().preferences.value(storage::preference::notifyEnds);
}

} // namespace deskwarden::ui
