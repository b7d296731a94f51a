// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "desk/DrainRun.h"
#include "management/ActionPlan.h"
#include "management/GracePeriod.h"
#include "storage/Preferences.h"

#include <QObject>
#include <QString>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ConfirmationDialog;
struct MessageFirst;

/// From "do this to these sessions" to requests that a person has confirmed. It acts on nothing itself.
/// Thread: GUI. Owner: the window that its dialogs belong to.
class ActFlow final : public QObject
{
    Q_OBJECT

public:
    ActFlow(QWidget& window, const management::PlanRules& rules, storage::Preferences& preferences);

    /// Opens the dialog that names who is hit. Returns at once.
    void start(management::ActionKind kind, const std::vector<core::Session>& chosen);
    /// The same for everybody who is on the host, and whoever comes while it is drained.
    void startDrain(const core::ServerId& server, const std::string& vmHostName,
                    const std::vector<core::Session>& onHost);
    /// A number for one more act.
    [[nodiscard]] std::uint64_t nextId() noexcept { return m_nextId++; }

signals:
    /// Policy does not let it be; one sentence, or two.
    void refused(const QString& why);
    void confirmed(const std::vector<deskwarden::management::ActionRequest>& requests);
    /// The users are to be told first.
    void confirmedWithMessage(const std::vector<deskwarden::management::WarnedAct>& acts,
                              const deskwarden::management::GraceOptions& options);

    void drainConfirmed(const deskwarden::management::DrainOptions& options,
                        const deskwarden::management::ActionPlan& plan,
                        const std::optional<deskwarden::desk::DrainMessage>& message);

private:
    [[nodiscard]] ConfirmationDialog* makeConfirmation(management::ActionPlan plan);
    void confirm(management::ActionPlan plan);
    void writeMessage(management::ActionPlan plan);
    void emitWarned(const management::ActionPlan& plan, const MessageFirst& message, const QString& reason);
    void emitRequests(const management::ActionPlan& plan, const management::Action& action, const QString& reason);

    [[nodiscard]] bool isRefused(const management::ActionPlan& plan);

    QWidget& m_window;
    const management::PlanRules& m_rules;
    storage::Preferences& m_preferences;
    management::Action m_lastMessage;
    QString m_lastReason;
    std::uint64_t m_nextId = 1;
};

} // namespace deskwarden::ui
