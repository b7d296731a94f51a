// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MachineActFlow.h"

#include "models/texts/Texts.h"
#include "ui/acts/MachineConfirmation.h"

#include <QWidget>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

MachineActFlow::MachineActFlow(QWidget& window, desk::Console& console)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
{}

void MachineActFlow::start(management::ActionKind kind, const std::vector<core::VirtualDesktop>& chosen,
                           const desk::MachineWatch& watch, QWidget& over)
{
    management::Action action;
    action.kind = kind;
    if (MachineConfirmation* const dialog = open(std::move(action), chosen, over))
        dialog->follow(watch);
}

void MachineActFlow::retry(const std::vector<management::ActionRequest>& failed)
{
    if (failed.empty())
        return;
    std::vector<core::VirtualDesktop> machines;
    for (const management::ActionRequest& request : failed) {
        if (request.machine && request.action.kind == failed.front().action.kind)
            machines.push_back(*request.machine);
    }
    if (MachineConfirmation* const dialog = open(failed.front().action, machines, m_window)) {
        auto* const watch = new desk::MachineWatch(m_console.servers(), dialog);
        dialog->follow(*watch);
    }
}

MachineConfirmation* MachineActFlow::open(management::Action action, const std::vector<core::VirtualDesktop>& chosen,
                                          QWidget& over)
{
    if (chosen.empty())
        return nullptr;
    std::vector<core::ServerId> servers;
    for (const core::VirtualDesktop& machine : chosen) {
        if (servers.empty() || servers.back() != machine.server)
            servers.push_back(machine.server);
    }
    const management::PlanRules rules = management::rulesOn(servers, m_console.services().rules);
    const std::size_t count = management::planFor(action, chosen, rules).machines.size();
    if (const auto refusal = rules.policy.refusalOf(action.kind, count)) {
        emit refused(models::describe(*refusal, rules.policy, action.kind).joined());
        return nullptr;
    }
    auto* const dialog = new MachineConfirmation(std::move(action), chosen, rules, m_console.serverNames(), &over);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerTickets(m_console.services().preferences, rules.policy);
    connect(dialog, &MachineConfirmation::confirmed, this,
            [this, dialog](const QString& reason) { submit(dialog->plan(), reason); });
    dialog->open();
    return dialog;
}

void MachineActFlow::submit(const management::MachinePlan& plan, const QString& reason)
{
    std::vector<management::ActionRequest> requests;
    requests.reserve(plan.machines.size());
    for (const core::VirtualDesktop& machine : plan.machines)
        requests.push_back(
            management::machineRequest(m_console.acts().nextId(), machine, plan.action, reason.toStdString()));
    m_console.acts().submit(std::move(requests));
}

} // namespace deskwarden::ui
