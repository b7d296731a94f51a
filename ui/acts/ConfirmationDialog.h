// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/ActionPlan.h"
#include "management/acting/Waves.h"
#include "models/table/ServerNames.h"
#include "models/table/SessionNow.h"
#include "ui/acts/MessageFirstPanel.h"

#include <QDialog>

#include <memory>
#include <optional>

class QPushButton;

namespace deskwarden::models {
class SessionListModel;
class SessionTableModel;
} // namespace deskwarden::models

namespace deskwarden::ui {

class ConfirmationEntry;

namespace Ui {
class ConfirmationDialog;
} // namespace Ui

/// Names who is hit before anything is done. One person: the name, what the person is doing, and no list; Enter
/// confirms. Several: question, consequence, split by state, VM host and server, every name, who is left out and why;
/// Cancel is the default button, and a large plan, or one that hits people at work, needs its number typed. What people
/// are doing is told as it is now, while the dialog stands there. A session that comes into use meanwhile is no more
/// confirmed by Enter. Thread: GUI.
class ConfirmationDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit ConfirmationDialog(management::ActionPlan plan, QWidget* parent = nullptr, models::ServerNames names = {});
    ConfirmationDialog(const ConfirmationDialog&) = delete;
    ConfirmationDialog& operator=(const ConfirmationDialog&) = delete;
    ~ConfirmationDialog() override;

    [[nodiscard]] const management::ActionPlan& plan() const noexcept { return m_plan; }
    void setReason(const QString& reason);
    /// What policy wants to be typed.
    void setPolicy(const management::Policy& policy);
    /// The same, and the tickets of late can be chosen.
    void offerTickets(storage::Preferences& preferences, const management::Policy& policy);
    /// Tells, from now on, what the lists say of those who are hit. The table outlives the dialog.
    void follow(const models::SessionTableModel& sessions);

    /// It is about everybody on that VM host, and everybody who comes while it is drained.
    void setDrainedHost(const QString& host);
    /// Lets a message go before the act, unless `whyNot` says why there can be none.
    void offerMessage(storage::Preferences& preferences, const QString& whyNot = {});
    /// Nothing: no message goes before it.
    [[nodiscard]] std::optional<MessageFirst> messageFirst() const;
    /// Nothing: all at once.
    [[nodiscard]] std::optional<management::WaveOptions> waves() const;
    void setVisible(bool isShown) override;

signals:
    /// Emitted once, and the dialog closes.
    void confirmed(const QString& reason);

private:
    void showImpact();
    void showPerson();
    void showMany();
    void refresh();
    [[nodiscard]] QString serversText() const;
    [[nodiscard]] QString hostsText() const;
    [[nodiscard]] int showLists();
    void showTypedCount();
    void takeMessage();
    void fitSize();
    [[nodiscard]] int shortList() const { return fontMetrics().height() * 3 / 2 * 6; }
    /// It is about one person, who is named.
    [[nodiscard]] bool isPersonal() const noexcept;
    [[nodiscard]] bool confirmsByEnter() const noexcept;
    void updateButton();
    void confirm();

    std::unique_ptr<Ui::ConfirmationDialog> m_ui;
    management::ActionPlan m_plan;
    const models::ServerNames m_serverNames;
    models::SessionListModel* m_sessions;
    models::SessionListModel* m_leftOut;
    QPushButton* m_confirmButton = nullptr;
    ConfirmationEntry* m_entry = nullptr;
    QString m_confirmLabel;
    bool m_hasMessage = false;
    int m_tableWidth = 0;
    int m_listHeight = 0; ///< of the tables, at least, while nothing else needs the room
    management::Policy m_policy;
    const models::SessionTableModel* m_live = nullptr;
    models::SessionNow m_now; ///< of the one person
    QString m_drainedHost;
    bool m_isDrain = false;        ///< more than those who are named may be hit
    bool m_hasComeIntoUse = false; ///< since the dialog was opened
};

} // namespace deskwarden::ui
