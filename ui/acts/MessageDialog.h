// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace deskwarden::ui {

namespace Ui {
class MessageDialog;
} // namespace Ui

/// Writes a message to the users of the chosen sessions: title, text, and who gets it. A message that the server could
/// not take is said so while it is typed.
/// Thread: GUI.
class MessageDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The plan's action is a message; its title and text are what the fields start with.
    explicit MessageDialog(management::ActionPlan plan, QWidget* parent = nullptr);
    MessageDialog(const MessageDialog&) = delete;
    MessageDialog& operator=(const MessageDialog&) = delete;
    ~MessageDialog() override;

    /// With the action's title and text as the plan was made; the typed ones come with sendRequested.
    [[nodiscard]] const management::ActionPlan& plan() const noexcept { return m_plan; }
    void setReason(const QString& reason);
    /// Policy asks for one: without it nothing can be sent.
    void setReasonRequired(bool isRequired);

signals:
    /// Emitted once, and the dialog closes.
    void sendRequested(const QString& title, const QString& text, const QString& reason);

private:
    void showRecipients();
    void validate();
    void send();

    std::unique_ptr<Ui::MessageDialog> m_ui;
    management::ActionPlan m_plan;
    QPushButton* m_sendButton = nullptr;
    bool m_isReasonRequired = false;
};

} // namespace deskwarden::ui
