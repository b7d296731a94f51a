// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/DrainRun.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <memory>

class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace deskwarden::ui {

class DrainModel;
class NoticePanel;

/// How the drain of one VM host goes: its phase, the time that is left, everybody with what became of them, and the
/// report. Closing it while the drain goes on only hides it. Thread: GUI.
class DrainWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `serverName` says what people call the server that lists the host.
    DrainWindow(std::shared_ptr<desk::DrainRun> run, std::function<QString()> serverName, QWidget* parent = nullptr);
    ~DrainWindow() override;

    [[nodiscard]] desk::DrainRun& run() noexcept { return *m_run; }
    [[nodiscard]] const desk::DrainRun& run() const noexcept { return *m_run; }
    /// Puts the report, as text and as a table, onto the clipboard.
    void copyForTicket();

signals:
    /// One pause for everything: acts of the drain wait among all others.
    void pauseRequested(bool isPaused);

private:
    void layOut();
    [[nodiscard]] QWidget* makeButtons();
    void fitColumns();
    void showState();
    void showTime();
    void save();

    std::shared_ptr<desk::DrainRun> m_run;
    const std::function<QString()> m_serverName;
    DrainModel* m_model;
    QLabel* m_phase;
    QLabel* m_time;
    QLabel* m_counts;
    QProgressBar* m_progress;
    NoticePanel* m_state;
    NoticePanel* m_trouble;
    QTableView* m_table;
    QPushButton* m_pause;
    QPushButton* m_retry;
    QPushButton* m_stop;
    QTimer m_tick;
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
