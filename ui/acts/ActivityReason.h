// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActReport.h"

#include <QScrollArea>

#include <optional>

class QLabel;
class QPushButton;

namespace deskwarden::ui {

/// Beside the list of acts: why the chosen one ended as it did, and what to do now. Thread: GUI.
class ActivityReason final : public QScrollArea
{
    Q_OBJECT

public:
    explicit ActivityReason(QWidget* parent = nullptr);

    /// Nothing: no act is chosen.
    void show(const std::optional<models::ToldAct>& act);
    /// Something about the list as a whole, until an act is shown.
    void say(const QString& sentence);

signals:
    /// What to tell a user who calls is to be copied.
    void nextCallerRequested();

private:
    QLabel* m_why;
    QLabel* m_explanation;
    QLabel* m_toDo;
    QLabel* m_nextStep;
    QPushButton* m_nextCaller;
};

} // namespace deskwarden::ui
