// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActivityModel.h"
#include "models/activity/ActReport.h"

#include <QDockWidget>
#include <QSortFilterProxyModel>
#include <QTimer>

#include <cstdint>
#include <functional>
#include <vector>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;
class QToolButton;

namespace deskwarden::ui {

class ActivityStrip;

/// What was asked for and what became of it. Shut it is a strip with the sum; open, one line per act stands below it,
/// and the whole sentence of the chosen line. Thread: GUI. It does not own the model.
class ActivityDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit ActivityDock(models::ActivityModel& activity, QWidget* parent = nullptr);

    /// Shows the list, in as much height as it had last, and at most in a bit more than a third of the window's.
    void open();
    void shut();
    [[nodiscard]] bool isOpen() const;
    /// For a menu: on while the list is shown.
    [[nodiscard]] QAction* openAction() const noexcept { return m_openAction; }
    [[nodiscard]] bool hasTableFocus() const;
    void selectAll();
    /// The selected lines, or all of them, as text for a ticket.
    void copyForTicket();
    void setPaused(bool isPaused);
    /// Ends a pause.
    void resume();
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& saved);

signals:
    void cancelRequested();
    /// By the ids of the requests; some may have begun or ended.
    void cancelSelectedRequested(const std::vector<std::uint64_t>& acts);
    void retryRequested();
    void lookAgainRequested();
    void pauseRequested(bool isPaused);

private:
    void setUpTable();
    void setOpen(bool isOpen);
    [[nodiscard]] QWidget* makeHead();
    void updateProgress();
    void showDetails();
    void addOutputMenu();
    void addCancelMenu();
    void cancelSelected();
    [[nodiscard]] QString waitingText() const;
    void useFilter();
    [[nodiscard]] std::vector<int> selectedRows() const;
    [[nodiscard]] std::vector<models::ToldAct> chosenActs() const;
    void copyAsPowerShell();
    void save(const QString& title, const QString& suffix, const std::function<QByteArray()>& content);

    models::ActivityModel& m_activity;
    QTableView* m_table;
    ActivityStrip* m_strip;
    QAction* m_openAction;
    QWidget* m_body;
    int m_height = 260;               ///< when it was last open
    QSortFilterProxyModel m_filtered; ///< only between model and table while a filter is chosen
    QTimer m_filterAgain;             ///< after a change
    QComboBox* m_filter;
    QToolButton* m_pause;
    QToolButton* m_cancel;
    QAction* m_cancelSelected;
    QToolButton* m_retry;
    QToolButton* m_lookAgain;
    QToolButton* m_copy;
    QToolButton* m_clear;
    QLabel* m_details;
};

} // namespace deskwarden::ui
