// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActivityModel.h"
#include "models/table/SessionTableModel.h"

#include <QDockWidget>

#include <vector>

class QFormLayout;
class QLabel;
class QPushButton;

namespace deskwarden::ui {

/// Everything that is known of the selected session, and what was done to it since the start. Every text can be marked
/// and copied. Thread: GUI. It does not own the models.
class DetailsDock final : public QDockWidget
{
    Q_OBJECT

public:
    DetailsDock(const models::SessionTableModel& sessions, const models::ActivityModel& activity, QWidget* parent);

    /// Opens it where a session is selected for the first time, unless a person has shut it.
    /// Lines that stand before all others of a session.
    void setNotes(std::function<std::vector<models::SessionDetail>(const core::Session& session)> notesOn)
    {
        m_notesOn = std::move(notesOn);
    }
    void openForSelection();
    [[nodiscard]] bool opensForSelection() const noexcept { return m_opensItself; }
    void setOpensForSelection(bool opens) noexcept { m_opensItself = opens; }
    /// The row of the only selected session; -1 if there is none or several.
    void showRow(int row, int selectedCount);
    /// What is shown, one line each, "label: text".
    [[nodiscard]] QString text() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    std::function<std::vector<models::SessionDetail>(const core::Session&)> m_notesOn;
    struct Line
    {
        QLabel* label;
        QLabel* value;
    };
    void showLines(const QString& heading, const std::vector<models::SessionDetail>& lines);
    void addActs(const core::Session& session, std::vector<models::SessionDetail>& lines) const;
    [[nodiscard]] Line& lineAt(std::size_t number);

    const models::SessionTableModel& m_sessions;
    const models::ActivityModel& m_activity;
    QLabel* m_heading;
    QFormLayout* m_form;
    QPushButton* m_copy;
    std::vector<Line> m_lines; ///< kept for the next session
    std::vector<models::SessionDetail> m_shown;
    bool m_opensItself = true;
};

} // namespace deskwarden::ui
