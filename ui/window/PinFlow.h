// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/SessionDetails.h"
#include "storage/KeptName.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

class QAction;
class QMainWindow;
class QMenu;

namespace deskwarden::ui {

class SessionPane;
class ViewsPanel;

/// Users, machines and VM hosts that a person keeps in mind: pinned, they stand in the rail, each with its number of
/// sessions; notes on them stand in the details. Both are kept on this computer, and sent nowhere.
/// Thread: GUI. Owner: the window; outlived by the console and the widgets.
class PinFlow final : public QObject
{
    Q_OBJECT

public:
    PinFlow(QMainWindow& window, desk::Console& console, SessionPane& pane, ViewsPanel& panel);

    /// What can be done with the user, the machine and the host of the current row.
    [[nodiscard]] QMenu& menu() noexcept { return *m_menu; }
    /// The notes that concern a session, as lines of its details.
    [[nodiscard]] std::vector<models::SessionDetail> notesOn(const core::Session& session) const;
    /// The row that is meant may be another one now.
    void showRow();

signals:
    void notesChanged();

private:
    struct Actions
    {
        storage::KeptKind kind;
        QAction* pin;
        QAction* note;
    };

    void addActions(storage::KeptKind kind);
    void showPanel();
    void watch();
    void showPinned(const QString& key);
    void fillEntryMenu(QMenu* menu, const QString& key);
    void askNote(const storage::KeptName& kept);
    void put(const storage::KeptName& kept);
    /// What is kept of the name that the current row has; nothing if it has none.
    [[nodiscard]] std::optional<storage::KeptName> ofRow(storage::KeptKind kind, int row) const;
    [[nodiscard]] std::optional<storage::KeptName> find(const QString& key) const;

    QMainWindow& m_window;
    desk::Console& m_console;
    SessionPane& m_pane;
    ViewsPanel& m_panel;
    QMenu* m_menu;
    std::vector<Actions> m_actions;
};

} // namespace deskwarden::ui
