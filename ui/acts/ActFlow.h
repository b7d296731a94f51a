// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "desk/Console.h"
#include "management/acting/ActionPlan.h"

#include <QObject>
#include <QString>

#include <string>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ConfirmationDialog;
struct MessageFirst;

/// From "do this to these sessions" over the confirmation to the console's ActDesk.
/// Thread: GUI. Owner: the window that its dialogs belong to; outlived by the console.
class ActFlow final : public QObject
{
    Q_OBJECT

public:
    ActFlow(QWidget& window, desk::Console& console);

    /// The reason that the next dialog begins with.
    void setReason(const QString& reason) { m_lastReason = reason; }
    /// Opens the dialog that names who is hit. Returns at once.
    void start(management::ActionKind kind, const std::vector<core::Session>& chosen);
    /// The same for everybody who is on the host, and everybody who comes while it is drained.
    void startDrain(const core::ServerId& server, const std::string& vmHostName,
                    const std::vector<core::Session>& onHost);
    /// Opens it for those whose acts may be tried again: one kind of act at a time, for each asks again who is hit.
    void retryFailed();

signals:
    /// Policy does not let it be; one sentence, or two.
    void refused(const QString& why);

private:
    [[nodiscard]] ConfirmationDialog* makeConfirmation(management::ActionPlan plan);
    void confirm(management::ActionPlan plan);
    void writeMessage(management::ActionPlan plan);
    void warn(const management::ActionPlan& plan, const MessageFirst& message, const QString& reason);
    void submit(const management::ActionPlan& plan, const management::Action& action, const QString& reason);

    [[nodiscard]] bool isRefused(const management::ActionPlan& plan);

    QWidget& m_window;
    desk::Console& m_console;
    const management::PlanRules& m_rules;
    management::Action m_lastMessage;
    QString m_lastReason;
};

} // namespace deskwarden::ui
