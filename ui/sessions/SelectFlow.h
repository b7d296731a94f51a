// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

#include <vector>

class QAction;
class QWidget;

namespace deskwarden::ui {

class SelectMenu;
class SessionPane;

/// From a whole set of sessions (marks, a place, a pasted list) to the selection: only the set is shown, and all of it
/// is selected. Thread: GUI. Owner: the window that its menu belongs to; outlived by the console and the pane.
class SelectFlow final : public QObject
{
    Q_OBJECT

public:
    /// `selectAll` stands first in the menu.
    SelectFlow(QWidget& window, desk::Console& console, SessionPane& pane, QAction* selectAll);

    [[nodiscard]] SelectMenu& menu() noexcept { return *m_menu; }

private:
    void selectMarked(const models::SessionFilter& marks);
    void selectPlace(bool isHost);
    void openPastedList();
    void selectChosen(const std::vector<core::Session>& sessions);
    void selectShown();

    QWidget& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    SelectMenu* m_menu;
    bool m_isDue = false; ///< as soon as the filter has come to the screen
};

} // namespace deskwarden::ui
