// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionTableModel.h"

#include <QMenu>

class QActionGroup;

namespace deskwarden::ui {

class SessionView;

/// By what the rows of the table are put together under headings. Thread: GUI. Owner: the window.
class GroupingMenu final : public QMenu
{
    Q_OBJECT

public:
    GroupingMenu(models::SessionTableModel& sessions, SessionView& view, QWidget* parent);

private:
    void showChoice();

    models::SessionTableModel& m_sessions;
    QActionGroup* m_choices;
};

} // namespace deskwarden::ui
