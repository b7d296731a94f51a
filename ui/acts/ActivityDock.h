// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActivityBatches.h"
#include "models/activity/ActReport.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDockWidget>

#include <cstdint>
#include <functional>
#include <vector>

class QBoxLayout;
class QComboBox;
class QPushButton;
class QToolButton;

namespace deskwarden::ui {

class ActivityReason;
class ActivityStrip;
class ActivityTable;

/// What was asked for and what became of it. Shut it is a strip with the sum; open, the batches stand below it, of the
/// newest one line per act, failures first, and beside them why the chosen one ended so. The first failure is chosen by
/// itself. Buttons are for the batch of the chosen line. Thread: GUI. It does not own the model.
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
    /// Shows it above the list for as long as it lives. It is the dock's from now on.
    void addBar(QWidget* bar);
    void setPaused(bool isPaused);
    /// Ends a pause.
    void resume();
    [[nodiscard]] const models::ActivityBatches& batches() const noexcept { return m_batches; }
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& saved);

signals:
    void cancelRequested();
    /// By the ids of the requests; some may have begun or ended.
    void cancelSelectedRequested(const std::vector<std::uint64_t>& acts);
    /// Those of one batch that failed, as they were confirmed.
    void retryRequested(const std::vector<deskwarden::management::ActionRequest>& failed);
    void lookAgainRequested();
    void pauseRequested(bool isPaused);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void setOpen(bool isOpen);
    [[nodiscard]] QWidget* makeHead();
    void retranslate();
    void updateProgress();
    void showDetails();
    void retry();
    [[nodiscard]] std::size_t failedOfCurrent() const;
    [[nodiscard]] models::ToldAct toldAt(int line) const;
    [[nodiscard]] std::vector<int> chosenLines() const;
    void addOutputMenu();
    void addCancelMenu();
    void cancelSelected();
    [[nodiscard]] QString waitingText() const;
    void useFilter();
    [[nodiscard]] std::vector<models::ToldAct> chosenActs() const;
    void copyAsPowerShell();
    void copyForNextCaller();
    void save(const QString& title, const QString& suffix, const std::function<QByteArray()>& content);

    models::ActivityModel& m_activity;
    models::ActivityBatches m_batches;
    ActivityTable* m_table;
    ActivityStrip* m_strip;
    QAction* m_openAction;
    QWidget* m_body;
    int m_height = 260; ///< when it was last open
    QComboBox* m_filter;
    QToolButton* m_pause;
    QToolButton* m_cancel;
    QAction* m_cancelSelected;
    QToolButton* m_retry;
    QToolButton* m_lookAgain;
    QToolButton* m_copy;
    QToolButton* m_clear;
    ActivityReason* m_reason;
    QBoxLayout* m_sides;   ///< the table and the reason
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
