// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActFlow.h"

#include "management/seam/ActionSpec.h"
#include "models/table/CellTexts.h"
#include "models/texts/MessageTemplate.h"
#include "models/texts/Texts.h"
#include "ui/acts/ConfirmationDialog.h"
#include "ui/acts/MessageDialog.h"

#include <QWidget>

#include <algorithm>
#include <chrono>
#include <utility>

namespace deskwarden::ui {

namespace {

/// With the lists that a retry wants to see first.
constexpr std::chrono::seconds patienceWithLists{10};

} // namespace

ActFlow::ActFlow(QWidget& window, desk::Console& console)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_rules(console.services().rules)
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &ActFlow::openRetry);
    connect(&m_console.servers(), &desk::ConnectedServers::snapshotArrived, this, &ActFlow::takeList);
}

void ActFlow::start(management::ActionKind kind, const std::vector<core::Session>& chosen)
{
    if (chosen.empty())
        return;
    management::Action action;
    action.kind = kind;
    management::ActionPlan plan = management::planFor(action, chosen, m_rules);
    if (isRefused(plan))
        return;
    if (management::specOf(kind).carriesText)
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
    auto* const dialog = new ConfirmationDialog(std::move(plan), &m_window, m_console.serverNames());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerTickets(m_console.services().preferences, m_rules.policy);
    dialog->setReason(m_offeredReason);
    dialog->follow(m_console.sessions());
    connect(dialog, &ConfirmationDialog::confirmed, this, [this] { m_offeredReason.clear(); });
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
        std::optional<desk::DrainMessage> message;
        if (const auto first = dialog->messageFirst())
            message = desk::DrainMessage{models::completed(first->title, first->text), first->options()};
        m_console.acts().drain({server, vmHostName, message.has_value(), reason.toStdString()}, dialog->plan(),
                               message);
    });
    dialog->open();
}

void ActFlow::retry(const std::vector<management::ActionRequest>& failed)
{
    if (failed.empty())
        return;
    // Messages last: most of them only went before an act.
    const auto act = std::ranges::find_if(failed, [](const management::ActionRequest& request) {
        return management::specOf(request.action.kind).interruptsUser && !management::isOfMachines(request.action.kind);
    });
    Retry retry;
    retry.kind = (act == failed.end() ? failed.begin() : act)->action.kind;
    for (const management::ActionRequest& request : failed) {
        if (request.action.kind != retry.kind)
            continue;
        const core::ServerId& server = request.confirmed.key.server;
        const desk::ServerLink* const link = m_console.servers().linkTo(server);
        if (link == nullptr) {
            emit refused(
                tr("%1 is not connected any more. Connect to it, then try again.").arg(models::serverText(server)));
            return;
        }
        retry.awaited[server] = link->snapshot() ? link->snapshot()->sequence : 0;
        retry.sessions.push_back(request.confirmed);
    }
    m_retry = std::move(retry);
    m_patience.start(patienceWithLists);
    for (const auto& [server, before] : m_retry->awaited)
        m_console.servers().linkTo(server)->refresh();
}

void ActFlow::takeList(const management::SnapshotPointer& list)
{
    if (!m_retry || list->health == management::SnapshotHealth::Filling)
        return;
    const auto awaited = m_retry->awaited.find(list->server);
    if (awaited == m_retry->awaited.end() || list->sequence <= awaited->second)
        return;
    m_retry->awaited.erase(awaited);
    if (m_retry->awaited.empty())
        openRetry();
}

/// Where no whole list came, the acts' own re-read must do.
void ActFlow::openRetry()
{
    m_patience.stop();
    if (!m_retry)
        return;
    const Retry retry = *std::exchange(m_retry, std::nullopt);
    std::vector<core::Session> sessions;
    for (const core::Session& wanted : retry.sessions) {
        const desk::ServerLink* const link = m_console.servers().linkTo(wanted.key.server);
        const management::SnapshotPointer list = link == nullptr ? nullptr : link->snapshot();
        if (!list || !list->isWhole()) {
            sessions.push_back(wanted);
            continue;
        }
        const auto found = std::ranges::find_if(list->sessions, [&wanted](const core::Session& session) {
            return session.key == wanted.key && core::isSameOccupant(session, wanted);
        });
        if (found != list->sessions.end())
            sessions.push_back(*found);
    }
    if (sessions.empty())
        emit refused(tr("There is nothing to try again: all of these sessions have ended meanwhile."));
    else
        start(retry.kind, sessions);
}

void ActFlow::confirm(management::ActionPlan plan)
{
    ConfirmationDialog* const dialog = makeConfirmation(std::move(plan));
    connect(dialog, &ConfirmationDialog::confirmed, this, [this, dialog](const QString& reason) {
        if (const auto message = dialog->messageFirst())
            warn(dialog->plan(), *message, reason, dialog->waves());
        else
            submit(dialog->plan(), dialog->plan().action, reason, dialog->waves());
    });
    dialog->open();
}

void ActFlow::writeMessage(management::ActionPlan plan)
{
    auto* const dialog = new MessageDialog(std::move(plan), &m_window, m_console.serverNames());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offer(m_console.services().preferences, m_rules.policy);
    dialog->setReason(m_offeredReason);
    connect(dialog, &MessageDialog::sendRequested, this, [this] { m_offeredReason.clear(); });
    dialog->follow(m_console.sessions());
    connect(dialog, &MessageDialog::sendRequested, this,
            [this, dialog](const QString& title, const QString& text, const QString& reason) {
                send(dialog->plan().sessions, title, text, reason, dialog->waves());
            });
    dialog->open();
}

void ActFlow::warn(const management::ActionPlan& plan, const MessageFirst& message, const QString& reason,
                   const WavesChoice& waves)
{
    std::vector<management::WarnedAct> acts =
        models::warnedActs(plan.sessions, plan.action, models::completed(message.title, message.text),
                           {message.minutes, reason}, [this] { return m_console.acts().nextId(); });
    if (acts.empty())
        return;
    if (waves)
        m_console.acts().submitInWaves(std::move(acts), message.options(), *waves);
    else
        m_console.acts().warn(std::move(acts), message.options());
}

void ActFlow::submit(const management::ActionPlan& plan, const management::Action& action, const QString& reason,
                     const WavesChoice& waves)
{
    std::vector<management::ActionRequest> requests;
    requests.reserve(plan.sessions.size());
    for (const core::Session& session : plan.sessions)
        requests.push_back({m_console.acts().nextId(), session, action, reason.toStdString()});
    handOver(std::move(requests), waves);
}

void ActFlow::handOver(std::vector<management::ActionRequest> requests, const WavesChoice& waves)
{
    if (requests.empty())
        return;
    if (!waves) {
        m_console.acts().submit(std::move(requests));
        return;
    }
    std::vector<management::WarnedAct> untold;
    for (management::ActionRequest& request : requests)
        untold.push_back({std::move(request), {}, {}});
    m_console.acts().submitInWaves(std::move(untold), std::nullopt, *waves);
}

void ActFlow::send(const std::vector<core::Session>& recipients, const QString& title, const QString& text,
                   const QString& reason, const WavesChoice& waves)
{
    std::vector<management::ActionRequest> requests;
    requests.reserve(recipients.size());
    for (const core::Session& session : recipients) {
        management::Action action;
        action.kind = management::ActionKind::Message;
        action.title = models::filled(title, session, {0, reason}).trimmed().toStdString();
        action.text = models::filled(text, session, {0, reason}).toStdString();
        requests.push_back({m_console.acts().nextId(), session, std::move(action), reason.toStdString()});
    }
    handOver(std::move(requests), waves);
}

} // namespace deskwarden::ui
