// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/ActivityModel.h"
#include "ui/ClosingDialog.h"

#include <QObject>
#include <QPointer>

namespace deskwarden::ui {

/// Lets the window close at once while nothing is under way, and otherwise asks first. Thread: GUI. Owner: the window.
class CloseGuard final : public QObject
{
    Q_OBJECT

public:
    CloseGuard(QWidget& window, const models::ActivityModel& activity);

    /// False: somebody was asked, and `confirmed` may come later.
    [[nodiscard]] bool letsClose();
    /// Asks no more: the system ends the program, or a person has said so.
    void confirm() { m_isConfirmed = true; }

signals:
    /// The window may close now.
    void confirmed();
    /// What waits shall be carried out first; a pause must not hold it up for ever.
    void finishRequested();

private:
    [[nodiscard]] UnfinishedActs unfinished() const;
    void follow();
    void closeNow();

    QWidget& m_window;
    const models::ActivityModel& m_activity;
    QPointer<ClosingDialog> m_dialog;
    bool m_isConfirmed = false;
};

} // namespace deskwarden::ui
