// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"

#include <QMenu>

class QAction;

namespace deskwarden::ui {

/// Whole sets of sessions at one click: each shows only its sessions, and selects them all, so that the operator sees
/// whom the next act will be about. Thread: GUI. Owner: the window.
class SelectMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `selectAll` is the window's own action, and stands first.
    SelectMenu(QAction* selectAll, QWidget* parent);

    /// Numbers behind the words; what has nothing to select is disabled.
    void showCounts(const models::SessionCounts& counts);
    /// Whether there is a row whose host or collection is meant.
    void setHasRow(bool hasRow);
    /// Whether the rows stand in groups.
    void setHasGroups(bool hasGroups);

signals:
    /// Show only these states and marks, and select what is shown.
    void marksChosen(const deskwarden::models::SessionFilter& marks);
    void hostChosen();
    void collectionChosen();
    void groupChosen();
    void pastedListRequested();

private:
    void enableGroup();
    QAction* add(const char* name, const char* icon, const char* text, const QKeySequence& key);

    QAction* m_disconnected;
    QAction* m_ghosts;
    QAction* m_stuck;
    QAction* m_several;
    QAction* m_onHost;
    QAction* m_inCollection;
    QAction* m_inGroup;
    bool m_hasRow = false;
    bool m_hasGroups = false;
    QAction* m_pasted;
};

} // namespace deskwarden::ui
