// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/StandingOrders.h"

#include <QDialog>

#include <cstddef>
#include <optional>
#include <vector>

class QButtonGroup;
class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

class QFormLayout;

namespace deskwarden::models {
class SessionListModel;
class SessionTableModel;
} // namespace deskwarden::models

namespace deskwarden::ui {

class NoticePanel;
class ReasonField;

/// "As soon as …": which event the chosen sessions wait for, what is done then, and until when. Thread: GUI.
class AsSoonAsDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `now` is the beginning; what policy forbids cannot be chosen. At most mostSessions are taken.
    AsSoonAsDialog(std::vector<core::Session> sessions, management::PlanRules rules,
                   management::StandingOrder::Time now, QWidget* parent = nullptr);

    /// Tickets of late, and what the person wants of them.
    void offer(storage::Preferences& preferences);
    /// Tells of the sessions what the list of `sessions`, which outlives the dialog, knows of them now.
    void follow(const models::SessionTableModel& sessions);
    /// One for each session, or host, with what is chosen now.
    [[nodiscard]] std::vector<management::StandingOrder> orders() const;

signals:
    /// Emitted once, and the dialog closes.
    void given(const std::vector<deskwarden::management::StandingOrder>& orders);

private:
    void layOut();
    [[nodiscard]] QRadioButton* addChoice(management::AwaitedEvent event, const char* name, const QString& text);
    [[nodiscard]] management::AwaitedEvent awaited() const;
    [[nodiscard]] std::vector<core::Session> subjects() const;
    [[nodiscard]] std::optional<management::PolicyRefusal> refusalOf(std::size_t orders) const;
    void update();
    void give();

    const std::vector<core::Session> m_sessions;
    const management::PlanRules m_rules;
    models::SessionListModel* m_list;
    QFormLayout* m_form;
    QButtonGroup* m_event;
    QSpinBox* m_minutes;
    QLineEdit* m_title;
    QLineEdit* m_text;
    QDateTimeEdit* m_until;
    QCheckBox* m_kept;
    ReasonField* m_reason;
    NoticePanel* m_notice;
    QPushButton* m_give = nullptr;
};

} // namespace deskwarden::ui
