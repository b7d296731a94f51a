// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/CureFlow.h"

#include "core/Names.h"
#include "models/texts/Texts.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/CureBar.h"
#include "ui/acts/CureConfirmation.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace deskwarden::ui {

CureFlow::CureFlow(QWidget& window, desk::Console& console, ActivityDock& activity)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_activity(activity)
{
    connect(&console.acts(), &desk::ActDesk::cureStarted, this, &CureFlow::showRun);
}

void CureFlow::start(const std::vector<core::Session>& chosen)
{
    if (!chosen.empty())
        open(chosen, nullptr, m_window);
}

void CureFlow::startOn(const std::vector<core::VirtualDesktop>& machines, const desk::MachineWatch& watch,
                       QWidget& over)
{
    std::set<std::pair<core::ServerId, std::string>> wanted;
    for (const core::VirtualDesktop& machine : machines)
        wanted.emplace(machine.server, core::lowered(core::firstLabel(machine.name.view())));
    std::vector<core::Session> chosen;
    for (const management::SnapshotPointer& list : m_console.lists()) {
        for (const core::Session& session : list->sessions) {
            if (wanted.contains({list->server, core::lowered(core::firstLabel(session.vmName.view()))}))
                chosen.push_back(session);
        }
    }
    open(std::move(chosen), &watch, over);
}

void CureFlow::open(std::vector<core::Session> chosen, const desk::MachineWatch* watch, QWidget& over)
{
    std::vector<core::ServerId> servers;
    for (const core::Session& session : chosen) {
        if (std::ranges::find(servers, session.key.server) == servers.end())
            servers.push_back(session.key.server);
    }
    const management::PlanRules& all = m_console.services().rules;
    if (const QString why = whyNoCure(servers, all); !why.isEmpty()) {
        emit refused(why);
        return;
    }
    const management::PlanRules rules = management::rulesOn(servers, all);
    auto* const own = watch == nullptr ? new desk::MachineWatch(m_console.servers()) : nullptr;
    auto* const dialog =
        new CureConfirmation(std::move(chosen), own == nullptr ? *watch : *own, rules, m_console.serverNames(), &over);
    if (own != nullptr)
        own->setParent(dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->offerTickets(m_console.services().preferences, rules.policy);
    connect(dialog, &CureConfirmation::confirmed, this,
            [this, dialog](const QString& reason) { m_console.acts().cure(dialog->ghosts(), reason.toStdString()); });
    dialog->open();
}

void CureFlow::showRun(const std::shared_ptr<desk::CureRun>& run)
{
    m_activity.addBar(new CureBar(run, &m_activity));
}

QString whyNoCure(std::span<const core::ServerId> servers, const management::PlanRules& rules)
{
    const management::Policy& policy = management::rulesOn(servers, rules).policy;
    for (const management::ActionKind kind :
         {management::ActionKind::Start, management::ActionKind::Logoff, management::ActionKind::Save})
    {
        if (const auto refusal = policy.refusalOf(kind))
            return models::describe(*refusal, policy, kind).joined();
    }
    return {};
}

} // namespace deskwarden::ui
