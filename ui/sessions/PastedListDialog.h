// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/sessions/SessionSnapshot.h"
#include "models/table/SessionChoice.h"

#include <QDialog>
#include <QTimer>

#include <thread>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace deskwarden::ui {

/// A list of users or sessions, pasted from a ticket or a table, becomes a choice. What is not found or could mean
/// several is said before anything is chosen.
/// Thread: GUI; a thread of its own looks the names up. Blocks: the destructor, for one look-up at most.
class PastedListDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit PastedListDialog(std::vector<management::SnapshotPointer> lists, QWidget* parent = nullptr,
                              core::StartThread startThread = core::startThread);
    ~PastedListDialog() override;

    void setText(const QString& text);

signals:
    void chosen(const std::vector<deskwarden::core::Session>& sessions);

private:
    void layOut();
    void lookUp();
    void showChoice(int number, const models::SessionChoice& choice, const models::SessionNames& names);

    const std::vector<management::SnapshotPointer> m_lists;
    const core::StartThread m_startThread;
    QPlainTextEdit* m_text;
    QLabel* m_result;
    QPlainTextEdit* m_problems;
    QPushButton* m_select;
    QTimer m_pause; ///< typing has ended
    std::vector<core::Session> m_found;
    int m_number = 0; ///< of the newest look-up
    std::jthread m_worker;
};

} // namespace deskwarden::ui
