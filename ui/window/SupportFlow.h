// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "desk/ProblemReport.h"

#include <QObject>
#include <QPointer>

#include <optional>

class QAction;
class QMainWindow;

namespace deskwarden::ui {

class ActionSet;
class LogWindow;
class ReportDialog;
class SessionPane;

/// What helps when something is wrong with the program itself: its log, a report for those who mend it, a newer
/// version. It puts its own actions into the menu of the help, and says what could not be saved.
/// Thread: GUI. Owner: the window; outlived by the console.
class SupportFlow final : public QObject
{
    Q_OBJECT

public:
    SupportFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, const ActionSet& actions);

private:
    [[nodiscard]] QAction* make(const char* name, const char* icon, const char* text, const char* tip);
    void offerLog();
    void offerReport();
    void offerUpdateCheck();
    void openLog();
    void openReport();
    void collect(ReportDialog& dialog, const std::optional<core::ServerId>& server);
    [[nodiscard]] desk::ReportFacts facts(const std::optional<core::ServerId>& server) const;
    void lookForNewer();
    void noteUnsaved(const core::ManagementError& error);

    QMainWindow& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    const ActionSet& m_actions;
    QPointer<LogWindow> m_log; ///< while it is open
};

} // namespace deskwarden::ui
