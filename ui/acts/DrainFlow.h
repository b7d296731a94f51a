// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ActFlow;
class DrainWindow;

/// From selected sessions over the confirmation to the drain of their VM host, and a window for each drain.
/// Thread: GUI. Owner: the window that its windows belong to; outlived by the console.
class DrainFlow final : public QObject
{
    Q_OBJECT

public:
    DrainFlow(QWidget& window, desk::Console& console, ActFlow& acts);

    /// The host of these sessions; one that is being drained already shows its window.
    void start(const std::vector<core::Session>& chosen);

signals:
    void refused(const QString& why, const QString& nextStep);
    /// One pause for all acts.
    void pauseRequested(bool isPaused);

private:
    void show(const std::shared_ptr<desk::DrainRun>& run);
    [[nodiscard]] bool raiseWindowOf(const desk::DrainRun* run) const;

    QWidget& m_window;
    desk::Console& m_console;
    ActFlow& m_acts;
    std::vector<QPointer<DrainWindow>> m_windows; ///< also of drains that have ended, until they are closed
};

} // namespace deskwarden::ui
