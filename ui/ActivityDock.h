// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/ActivityModel.h"

#include <QDockWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QToolButton;

namespace deskwarden::ui {

/// What was asked for and what became of it: one line per act, the sum above, the whole sentence of the chosen line
/// below. Thread: GUI. It does not own the model.
class ActivityDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit ActivityDock(models::ActivityModel& activity, QWidget* parent = nullptr);

    [[nodiscard]] bool hasTableFocus() const;
    void selectAll();
    /// The selected lines, or all of them, as text for a ticket.
    void copyForTicket();
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& saved);

signals:
    void cancelRequested();
    void retryRequested();

private:
    void setUpTable();
    [[nodiscard]] QWidget* makeHead();
    void updateProgress();
    void showDetails();

    models::ActivityModel& m_activity;
    QTableView* m_table;
    QLabel* m_summary;
    QProgressBar* m_progress;
    QToolButton* m_cancel;
    QToolButton* m_retry;
    QToolButton* m_copy;
    QToolButton* m_clear;
    QLabel* m_details;
};

} // namespace deskwarden::ui
