// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/GraceRuns.h"
#include "models/ActivityModel.h"
#include "ui/ClosingDialog.h"

#include <QObject>
#include <QPointer>

#include <cstddef>
#include <functional>
#include <utility>

namespace deskwarden::ui {

/// Lets the window close at once while nothing is under way, and otherwise asks first. Thread: GUI. Owner: the window.
class CloseGuard final : public QObject
{
    Q_OBJECT

public:
    CloseGuard(QWidget& window, const models::ActivityModel& activity, const desk::GraceRuns& grace);

    /// False: somebody was asked, and `confirmed` may come later.
    [[nodiscard]] bool letsClose();
    /// How many VM hosts are being drained.
    void watchDrains(std::function<std::size_t()> count) { m_drains = std::move(count); }
    /// Something that it does not see by itself has ended.
    void look() { follow(); }
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
    const desk::GraceRuns& m_grace;
    std::function<std::size_t()> m_drains = [] { return std::size_t(0); };
    QPointer<ClosingDialog> m_dialog;
    bool m_isConfirmed = false;
};

} // namespace deskwarden::ui
