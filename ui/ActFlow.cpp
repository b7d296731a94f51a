// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/ActFlow.h"

#include "ui/ConfirmationDialog.h"
#include "ui/MessageDialog.h"

#include <QWidget>

namespace deskwarden::ui {

ActFlow::ActFlow(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    m_lastMessage.kind = management::ActionKind::Message;
}

void ActFlow::start(management::ActionKind kind, const std::vector<core::Session>& chosen)
{
    if (chosen.empty())
        return;
    management::Action action;
    action.kind = kind;
    if (kind == management::ActionKind::Message)
        writeMessage(management::planFor(m_lastMessage, chosen));
    else
        confirm(management::planFor(action, chosen));
}

void ActFlow::confirm(const management::ActionPlan& plan)
{
    auto* const dialog = new ConfirmationDialog(plan, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReason(m_lastReason);
    connect(dialog, &ConfirmationDialog::confirmed, this,
            [this, dialog](const QString& reason) { emitRequests(dialog->plan(), dialog->plan().action, reason); });
    dialog->open();
}

void ActFlow::writeMessage(const management::ActionPlan& plan)
{
    auto* const dialog = new MessageDialog(plan, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setReason(m_lastReason);
    connect(dialog, &MessageDialog::sendRequested, this,
            [this, dialog](const QString& title, const QString& text, const QString& reason) {
                m_lastMessage.title = title.toStdString();
                m_lastMessage.text = text.toStdString();
                emitRequests(dialog->plan(), m_lastMessage, reason);
            });
    dialog->open();
}

void ActFlow::emitRequests(const management::ActionPlan& plan, const management::Action& action, const QString& reason)
{
    m_lastReason = reason;
    std::vector<management::ActionRequest> requests;
    requests.reserve(plan.sessions.size());
    for (const core::Session& session : plan.sessions)
        requests.push_back({m_nextId++, session, action, reason.toStdString()});
    if (!requests.empty())
        emit confirmed(requests);
}

} // namespace deskwarden::ui
