// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "desk/MachineWatch.h"
#include "management/acting/MachinePlan.h"

#include <QObject>
#include <QString>

#include <span>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ActivityDock;

/// From "cure these ghosts" over the confirmation to the console's ActDesk, and to a line in Activity that tells how
/// far it is. Thread: GUI. Owner: the main window; outlived by the console.
class CureFlow final : public QObject
{
    Q_OBJECT

public:
    CureFlow(QWidget& window, desk::Console& console, ActivityDock& activity);

    /// Those of the sessions that are ghosts; their machines are asked for while the dialog stands there.
    void start(const std::vector<core::Session>& chosen);
    /// The sessions that are listed on these machines, over the window that shows them.
    void startOn(const std::vector<core::VirtualDesktop>& machines, const desk::MachineWatch& watch, QWidget& over);

signals:
    /// Policy does not let it be; one sentence, or two.
    void refused(const QString& why);

private:
    void open(std::vector<core::Session> chosen, const desk::MachineWatch* watch, QWidget& over);
    void showRun(const std::shared_ptr<desk::CureRun>& run);

    QWidget& m_window;
    desk::Console& m_console;
    ActivityDock& m_activity;
};

/// Why policy does not let ghosts be cured on these servers; empty if it does.
[[nodiscard]] QString whyNoCure(std::span<const core::ServerId> servers, const management::PlanRules& rules);

} // namespace deskwarden::ui
