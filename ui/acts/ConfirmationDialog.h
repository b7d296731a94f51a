// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"
#include "ui/acts/MessageFirstPanel.h"

#include <QDialog>

#include <memory>
#include <optional>

class QPushButton;

namespace deskwarden::models {
class SessionListModel;
} // namespace deskwarden::models

namespace deskwarden::ui {

namespace Ui {
class ConfirmationDialog;
} // namespace Ui

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

    /// It is about everybody on that VM host, and everybody who comes while it is drained.
    void setDrainedHost(const QString& host);
    /// Lets a message go before the act, unless `whyNot` says why there can be none.
    void offerMessage(storage::Preferences& preferences, const QString& whyNot = {});
    /// Nothing: no message goes before it.
    [[nodiscard]] std::optional<MessageFirst> messageFirst() const;
    void setVisible(bool isShown) override;

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
    void takeMessage();
    void fitSize();
    [[nodiscard]] int shortList() const { return fontMetrics().height() * 3 / 2 * 6; }
    void updateButton();
    void confirm();

    std::unique_ptr<Ui::ConfirmationDialog> m_ui;
    management::ActionPlan m_plan;
    models::SessionListModel* m_sessions;
    models::SessionListModel* m_leftOut;
    QPushButton* m_confirmButton = nullptr;
    QString m_confirmLabel;
    bool m_hasMessage = false;
    int m_tableWidth = 0;
    int m_listHeight = 0; ///< of the tables, at least, while nothing else needs the room
    bool m_isReasonRequired = false;
};

} // namespace deskwarden::ui
