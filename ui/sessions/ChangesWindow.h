// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ChangeListModel.h"

#include <QDialog>

class QLabel;
class QTableView;

namespace deskwarden::ui {

/// What changed in the last minutes, told while it goes on. Enter or a double click asks for the session.
/// Thread: GUI. Owner: the window; it does not own the model, which outlives it.
class ChangesWindow final : public QDialog
{
    Q_OBJECT

public:
    ChangesWindow(models::ChangeListModel& changes, QWidget* parent);

signals:
    void sessionRequested(const deskwarden::core::Session& session);

private:
    void showNumber();

    models::ChangeListModel& m_changes;
    QTableView* m_table;
    QLabel* m_number;
};

} // namespace deskwarden::ui
