// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "desk/MachineWatch.h"
#include "management/acting/MachinePlan.h"

#include <QObject>
#include <QString>

#include <vector>

class QWidget;

namespace deskwarden::ui {

class MachineConfirmation;

/// From "do this to these machines" over the confirmation to the console's ActDesk.
/// Thread: GUI. Owner: the main window; outlived by the console.
class MachineActFlow final : public QObject
{
    Q_OBJECT

public:
    MachineActFlow(QWidget& window, desk::Console& console);

    /// Opens the dialog that names the machines, over that window. Returns at once.
    void start(management::ActionKind kind, const std::vector<core::VirtualDesktop>& chosen,
               const desk::MachineWatch& watch, QWidget& over);
    /// The same for those whose act failed, over the main window; the dialog asks how they are now.
    void retry(const std::vector<management::ActionRequest>& failed);

signals:
    /// Policy does not let it be; one sentence, or two.
    void refused(const QString& why);

private:
    /// Null: it was refused.
    [[nodiscard]] MachineConfirmation* open(management::Action action, const std::vector<core::VirtualDesktop>& chosen,
                                            QWidget& over);
    void submit(const management::MachinePlan& plan, const QString& reason);

    QWidget& m_window;
    desk::Console& m_console;
};

} // namespace deskwarden::ui
