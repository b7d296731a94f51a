// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDialog>

#include <chrono>
#include <cstddef>

class QLabel;
class QProgressBar;
class QPushButton;

namespace deskwarden::ui {

/// How much is under way when the window is to close.
struct UnfinishedActs
{
    std::size_t begun = 0;             ///< sent, or just before it
    std::size_t waiting = 0;           ///< not begun
    std::size_t told = 0;              ///< not begun, but its user knows of it
    std::chrono::milliseconds next{0}; ///< until the first of those is due
    std::size_t drains = 0;            ///< VM hosts that are being emptied
    std::size_t orders = 0;            ///< wait for something to happen, and end with the program
    std::size_t cures = 0;             ///< of ghosts, whose next step is still to come
    [[nodiscard]] std::size_t total() const noexcept { return begun + waiting + told + drains + orders + cures; }
};

/// Asks what shall become of the acts that are under way: go on until they have finished, stop what has not begun, or
/// do not close. Enter and Escape leave everything as it is. Thread: GUI.
class ClosingDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ClosingDialog(UnfinishedActs acts, QWidget* parent = nullptr);

    void showActs(UnfinishedActs acts);
    /// Everything is cancelled; the window only waits until those who were told of an act are told so.
    void sayGoodbye();
    [[nodiscard]] bool isSayingGoodbye() const noexcept { return m_isSayingGoodbye; }

signals:
    /// Close when the last act has finished. The dialog stays open and shows how far it is.
    void finishRequested();
    /// Stop what has not begun, and close; asked a second time, at once. The dialog stays open.
    void stopRequested();

private:
    void keepRunning();
    std::size_t m_atFirst;
    bool m_isSayingGoodbye = false;
    QLabel* m_title;
    QLabel* m_acts;
    QLabel* m_meaning;
    QProgressBar* m_progress;
    QPushButton* m_keep;
    QPushButton* m_stop;
};

} // namespace deskwarden::ui
