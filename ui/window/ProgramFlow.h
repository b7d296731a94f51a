// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

class QAction;
class QMainWindow;

namespace deskwarden::ui {

class ActionSet;

/// What concerns the program itself: help, about, its keys, its record of acts, and preferences, which take effect
/// while they are open. It puts its own actions into the window's menus. Thread: GUI. Owner: the window; outlived by
/// the console.
class ProgramFlow final : public QObject
{
    Q_OBJECT

public:
    ProgramFlow(QMainWindow& window, desk::Console& console, ActionSet& actions);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QAction* make(const char* name, const char* icon, const char* text, const QKeySequence& keys);
    void openPreferences();
    void openShortcuts();
    void openAuditLog();
    void takeEffect(const char* name);
    void applyColors();

    QMainWindow& m_window;
    desk::Console& m_console;
    ActionSet& m_actions;
};

} // namespace deskwarden::ui
