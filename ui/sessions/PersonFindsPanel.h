// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "ui/sessions/PersonFinds.h"

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace deskwarden::models {
class SessionTableModel;
} // namespace deskwarden::models

namespace deskwarden::ui {

/// What else there is to a session's user: other sessions, each a button that leads to it, and what was done to the
/// user. Each part is there when there is something to tell. Thread: GUI. Outlived by the model.
class PersonFindsPanel final : public QWidget
{
    Q_OBJECT

public:
    PersonFindsPanel(const models::SessionTableModel& sessions, QWidget* parent);

    void showFinds(const PersonFinds& finds);
    /// What is shown, as text.
    [[nodiscard]] const QStringList& lines() const noexcept { return m_lines; }

signals:
    void sessionChosen(const deskwarden::core::Session& session);

private:
    void showOthers(const PersonFinds& finds);

    const models::SessionTableModel& m_sessions;
    QWidget* m_others;
    QVBoxLayout* m_otherLines;
    QWidget* m_done;
    QVBoxLayout* m_doneLines;
    QStringList m_lines;
};

} // namespace deskwarden::ui
