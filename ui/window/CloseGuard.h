// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ActDesk.h"
#include "models/activity/ActivityModel.h"
#include "ui/window/ClosingDialog.h"

#include <QObject>
#include <QPointer>

namespace deskwarden::ui {

/// Lets the window close at once while nothing is under way, and otherwise asks first. Thread: GUI. Owner: the window.
class CloseGuard final : public QObject
{
    Q_OBJECT

public:
    CloseGuard(QWidget& window, const models::ActivityModel& activity, const desk::ActDesk& acts);

    /// False: somebody was asked, and `confirmed` may come later.
    [[nodiscard]] bool letsClose();
    /// Asks no more: the system ends the program, or a person has said so.
    void confirm() { m_isConfirmed = true; }

signals:
    /// The window may close now.
    void confirmed();
    /// What waits shall be carried out first; a pause must not hold it up for ever.
    void finishRequested();
    /// What waits shall be cancelled; the window closes when those who were told of it have been told so.
    void withdrawRequested();

private:
    [[nodiscard]] UnfinishedActs unfinished() const;
    void follow();
    void stop();
    void closeNow();

    QWidget& m_window;
    const models::ActivityModel& m_activity;
    const desk::ActDesk& m_acts;
    QPointer<ClosingDialog> m_dialog;
    bool m_isConfirmed = false;
};

} // namespace deskwarden::ui
