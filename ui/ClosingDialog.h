// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <cstddef>

class QLabel;
class QProgressBar;
class QPushButton;

namespace deskwarden::ui {

/// How much is under way when the window is to close.
struct UnfinishedActs
{
    std::size_t begun = 0;   ///< sent, or just before it
    std::size_t waiting = 0; ///< not begun
    [[nodiscard]] std::size_t total() const noexcept { return begun + waiting; }
};

/// Asks what shall become of the acts that are under way: go on until they have finished, stop what has not begun, or
/// do not close. Enter and Escape leave everything as it is. Thread: GUI.
class ClosingDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ClosingDialog(UnfinishedActs acts, QWidget* parent = nullptr);

    void showActs(UnfinishedActs acts);

signals:
    /// Close when the last act has finished. The dialog stays open and shows how far it is.
    void finishRequested();
    /// Stop what has not begun, and close now.
    void stopRequested();

private:
    void keepRunning();
    void stop();

    const std::size_t m_atFirst;
    QLabel* m_title;
    QLabel* m_acts;
    QLabel* m_meaning;
    QProgressBar* m_progress;
    QPushButton* m_keep;
    QPushButton* m_stop;
};

} // namespace deskwarden::ui
