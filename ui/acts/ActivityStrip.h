// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"
#include "models/activity/ActivityModel.h"

#include <QWidget>

#include <array>

class QLabel;
class QProgressBar;
class QToolButton;

namespace deskwarden::ui {

class ElidedLabel;
class IconLabel;

/// The line that stands above Activity, or for it: what runs, and what came of it, in words and colours, failures
/// first. Thread: GUI.
class ActivityStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityStrip(QWidget* parent);

    /// `waiting` tells of users who have been told and whose log-off waits; may be empty.
    void showProgress(const models::ActivityModel& activity, const QString& waiting);
    void setOpen(bool isOpen);

signals:
    /// The person wants the list to be shown, or not.
    void openRequested(bool isOpen);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void announce(const QString& state, bool isOver);

    QToolButton* m_toggle;
    ElidedLabel* m_summary;
    QProgressBar* m_progress;
    struct Count
    {
        management::OutcomeKind kind;
        IconLabel* icon;
        QLabel* text;
    };
    std::array<Count, 8> m_counts; ///< in the order in which they stand
};

} // namespace deskwarden::ui
