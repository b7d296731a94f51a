// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"
#include "management/acting/Waves.h"
#include "models/table/ServerNames.h"

#include <QDialog>

#include <memory>
#include <optional>

class QPushButton;

namespace deskwarden::models {
class SessionListModel;
class SessionTableModel;
} // namespace deskwarden::models

namespace deskwarden::storage {
class Preferences;
} // namespace deskwarden::storage

namespace deskwarden::ui {

namespace Ui {
class MessageDialog;
} // namespace Ui

/// Writes a message to the users of the chosen sessions: templates, title and text with what is filled in for each of
/// them, what each will read, and the list of all. What a server could not take is told while it is typed.
/// Thread: GUI.
class MessageDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The plan's action is a message; its title and text are what the fields start with, places and all.
    explicit MessageDialog(management::ActionPlan plan, QWidget* parent = nullptr, models::ServerNames names = {});
    MessageDialog(const MessageDialog&) = delete;
    MessageDialog& operator=(const MessageDialog&) = delete;
    ~MessageDialog() override;

    /// With the action's title and text as the plan was made; the typed ones come with sendRequested.
    [[nodiscard]] const management::ActionPlan& plan() const noexcept { return m_plan; }
    void setReason(const QString& reason);
    /// The person's templates and tickets of late, and what policy wants of a reason.
    void offer(storage::Preferences& preferences, const management::Policy& policy);
    /// Tells, from now on, what the lists say of the recipients. The table outlives the dialog.
    void follow(const models::SessionTableModel& sessions);

    /// Nothing: all at once.
    [[nodiscard]] std::optional<management::WaveOptions> waves() const;

signals:
    /// Emitted once, and the dialog closes. Title and text still have their places, to be filled in for each recipient.
    void sendRequested(const QString& title, const QString& text, const QString& reason);

private:
    void showRecipients();
    void validate();
    void send();

    std::unique_ptr<Ui::MessageDialog> m_ui;
    management::ActionPlan m_plan;
    const models::ServerNames m_serverNames;
    QPushButton* m_sendButton = nullptr;
    models::SessionListModel* m_recipients = nullptr;
};

} // namespace deskwarden::ui
