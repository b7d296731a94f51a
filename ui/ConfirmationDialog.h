// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/ActionPlan.h"

#include <QDialog>

#include <memory>

class QPushButton;

namespace deskwarden::ui {

namespace Ui {
class ConfirmationDialog;
} // namespace Ui
class SessionListModel;

/// Names who is hit before anything is done: question, consequence, split by state and VM host, every name, who is left
/// out and why. Cancel is the default button; a large plan, or one that hits people at work, needs its number typed.
/// Thread: GUI.
class ConfirmationDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmationDialog(management::ActionPlan plan, QWidget* parent = nullptr);
    ConfirmationDialog(const ConfirmationDialog&) = delete;
    ConfirmationDialog& operator=(const ConfirmationDialog&) = delete;
    ~ConfirmationDialog() override;

    [[nodiscard]] const management::ActionPlan& plan() const noexcept { return m_plan; }
    /// A reason to start with, as the one of the act before.
    void setReason(const QString& reason);
    /// Policy asks for one: without it nothing can be confirmed.
    void setReasonRequired(bool isRequired);

signals:
    /// Emitted once, and the dialog closes.
    void confirmed(const QString& reason);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showImpact();
    [[nodiscard]] QString hostsText() const;
    [[nodiscard]] int showLists();
    void showTypedCount();
    void updateButton();
    void confirm();

    std::unique_ptr<Ui::ConfirmationDialog> m_ui;
    management::ActionPlan m_plan;
    SessionListModel* m_sessions;
    SessionListModel* m_leftOut;
    QPushButton* m_confirmButton = nullptr;
    bool m_isReasonRequired = false;
};

} // namespace deskwarden::ui
