// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActFlow.h"

#include "management/seam/ActionSpec.h"
#include "models/texts/MessageTemplate.h"
#include "models/texts/Texts.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MessageDialog.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

ActFlow::ActFlow(QWidget& window, desk::Console& console)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_rules(console.services().rules)
{
    m_lastMessage.kind = management::ActionKind::Message;
}

void ActFlow::start(management::ActionKind kind, const std::vector<core::Session>& chosen)
{
    if (chosen.empty())
        return;
    management::Action action;
    action.kind = kind;
    const bool isWritten = management::specOf(kind).carriesText;
    management::ActionPlan plan = management::planFor(isWritten ? m_lastMessage : action, chosen, m_rules);
    if (isRefused(plan))
        return;
    if (isWritten)
        writeMessage(std::move(plan));
    else
        confirm(std::move(plan));
}

/// A missing reason is no refusal yet: the dialog asks for it.
bool ActFlow::isRefused(const management::ActionPlan& plan)
{
    const management::Policy& policy = m_rules.policy;
    const auto refusal = policy.refusalOf(plan.action.kind, plan.sessions.size());
    if (refusal)
        emit refused(models::describe(*refusal, policy).joined());
    return refusal.has_value();
}

ConfirmationDialog* ActFlow::makeConfirmation(management::ActionPlan plan)
{
    auto* const dialog = new ConfirmationDialog(std::move(plan), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReason(m_lastReason);
    dialog->setReasonRequired(m_rules.policy.requiresReason);
    const auto refusal = m_rules.policy.refusalOf(management::ActionKind::Message);
    dialog->offerMessage(m_console.services().preferences,
                         refusal ? models::describe(*refusal, m_rules.policy).joined() : QString());
    return dialog;
}

void ActFlow::startDrain(const core::ServerId& server, const std::string& vmHostName,
                         const std::vector<core::Session>& onHost)
{
    management::ActionPlan plan = management::planFor({}, onHost, m_rules);
    if (isRefused(plan))
        return;
    ConfirmationDialog* const dialog = makeConfirmation(std::move(plan));
    dialog->setDrainedHost(QString::fromStdString(vmHostName));
    connect(dialog, &ConfirmationDialog::confirmed, this, [this, dialog, server, vmHostName](const QString& reason) {
        m_lastReason = reason;
        std::optional<desk::DrainMessage> message;
        if (const auto first = dialog->messageFirst())
            message = desk::DrainMessage{models::completed(first->title, first->text), first->options()};
        m_console.acts().drain({server, vmHostName, message.has_value(), reason.toStdString()}, dialog->plan(),
                               message);
    });
    dialog->open();
}

void ActFlow::retryFailed()
{
    const std::vector<management::ActionRequest> requests = m_console.activity().retryable();
    if (requests.empty())
        return;
    // Messages last: most of them only went before an act.
    const auto act = std::ranges::find_if(requests, [](const management::ActionRequest& request) {
        return management::specOf(request.action.kind).interruptsUser;
    });
    const management::ActionKind kind = (act == requests.end() ? requests.begin() : act)->action.kind;
    std::vector<core::Session> sessions;
    for (const management::ActionRequest& request : requests) {
        if (request.action.kind == kind)
            sessions.push_back(request.confirmed);
    }
    start(kind, sessions);
}

void ActFlow::confirm(management::ActionPlan plan)
{
    ConfirmationDialog* const dialog = makeConfirmation(std::move(plan));
    connect(dialog, &ConfirmationDialog::confirmed, this, [this, dialog](const QString& reason) {
        if (const auto message = dialog->messageFirst())
            warn(dialog->plan(), *message, reason);
        else
            submit(dialog->plan(), dialog->plan().action, reason);
    });
    dialog->open();
}

void ActFlow::writeMessage(management::ActionPlan plan)
{
    auto* const dialog = new MessageDialog(std::move(plan), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReason(m_lastReason);
    dialog->setReasonRequired(m_rules.policy.requiresReason);
    connect(dialog, &MessageDialog::sendRequested, this,
            [this, dialog](const QString& title, const QString& text, const QString& reason) {
                m_lastMessage.title = title.toStdString();
                m_lastMessage.text = text.toStdString();
                submit(dialog->plan(), m_lastMessage, reason);
            });
    dialog->open();
}

void ActFlow::warn(const management::ActionPlan& plan, const MessageFirst& message, const QString& reason)
{
    m_lastReason = reason;
    const std::vector<management::WarnedAct> acts =
        models::warnedActs(plan.sessions, plan.action, models::completed(message.title, message.text),
                           {message.minutes, reason}, [this] { return m_console.acts().nextId(); });
    if (!acts.empty())
        m_console.acts().warn(acts, message.options());
}

void ActFlow::submit(const management::ActionPlan& plan, const management::Action& action, const QString& reason)
{
    m_lastReason = reason;
    std::vector<management::ActionRequest> requests;
    requests.reserve(plan.sessions.size());
    for (const core::Session& session : plan.sessions)
        requests.push_back({m_console.acts().nextId(), session, action, reason.toStdString()});
    if (!requests.empty())
        m_console.acts().submit(requests);
}

} // namespace deskwarden::ui
