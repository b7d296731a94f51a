// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>

#include <optional>
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

    /// Leads to the row of this session, and selects it alone: where the filter hides it, the filter is cleared.
    void selectSession(const core::Session& session);
    /// Shows only this place, all of it.
    void showPlace(const models::SessionFilter& place, const QString& label);
    /// And selects it.
    void selectAllOf(const models::SessionFilter& place, const QString& label);

private:
    void selectMarked(const models::SessionFilter& marks);
    void selectPlace(bool isHost);
    void openPastedList();
    void selectChosen(const std::vector<core::Session>& sessions);
    void selectShown();
    void goToWanted();

    QWidget& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    SelectMenu* m_menu;
    std::optional<core::Session> m_wanted; ///< to be selected once it is on the screen
    bool m_isDue = false;                  ///< as soon as the filter has come to the screen
};

} // namespace deskwarden::ui
