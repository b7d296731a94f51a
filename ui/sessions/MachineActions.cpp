// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineActions.h"

#include "management/seam/ActionSpec.h"
#include "models/texts/Texts.h"
#include "ui/widgets/ActionLook.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QCoreApplication>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

/// Plans for more machines than that are made when they are asked for, not at each step of a selection.
constexpr std::size_t mostPlanned = 200;

QString lookText(const char* english)
{
    return QCoreApplication::translate("deskwarden::ui::ActionSet", english);
}

QString whyHidden()
{
    return MachineActions::tr("Show the machines first.");
}

} // namespace

MachineActions::MachineActions(QWidget& window, management::PlanRules rules)
    : QObject(&window)
    , m_rules(std::move(rules))
{
    for (const management::ActionSpec& spec : management::actionSpecs) {
        if (spec.subject != management::ActSubject::Machine)
            continue;
        const ActionLook& look = lookOf(spec.kind);
        auto* const action = new QAction(outlineIcon(look.icon), QString(), this);
        action->setObjectName(QString::fromLatin1(look.objectName));
        action->setData(static_cast<int>(spec.kind));
        connect(action, &QAction::triggered, this, [this, kind = spec.kind] { emit actChosen(kind); });
        m_actions << action;
    }
    auto* const cure = new QAction(outlineIcon("ghost"), QString(), this);
    cure->setObjectName(QStringLiteral("cureMachinesAction"));
    connect(cure, &QAction::triggered, this, &MachineActions::cureChosen);
    m_actions << cure;
    inEachLanguage(window, [this] { say(); });
}

void MachineActions::show(std::vector<core::VirtualDesktop> chosen, const std::vector<core::ServerId>& servers)
{
    m_chosen = std::move(chosen);
    m_servers = servers;
    say();
}

void MachineActions::setShown(bool isShown)
{
    m_isShown = isShown;
    say();
}

void MachineActions::say()
{
    std::vector<core::ServerId> servers;
    for (const core::VirtualDesktop& machine : m_chosen) {
        if (servers.empty() || servers.back() != machine.server)
            servers.push_back(machine.server);
    }
    const management::PlanRules rules = management::rulesOn(m_chosen.empty() ? m_servers : servers, m_rules);
    m_whyNothing.clear();
    bool isAnyAllowed = false;
    for (QAction* const action : m_actions.first(m_actions.size() - 1)) {
        const auto kind = static_cast<management::ActionKind>(action->data().toInt());
        const ActionLook& look = lookOf(kind);
        const QString why = whyNot(kind, rules);
        action->setText(lookText(look.text));
        action->setEnabled(why.isEmpty());
        action->setStatusTip(why.isEmpty() ? lookText(look.hint) : why);
        action->setToolTip(action->statusTip());
        if (const auto refusal = rules.policy.refusalOf(kind); !refusal)
            isAnyAllowed = true;
        else if (m_whyNothing.isEmpty())
            m_whyNothing = models::describe(*refusal, rules.policy, kind).joined();
    }
    if (isAnyAllowed)
        m_whyNothing.clear();
    sayCure(rules);
}

void MachineActions::sayCure(const management::PlanRules& rules)
{
    QString why = m_isShown ? QString() : whyHidden();
    for (const management::ActionKind kind :
         {management::ActionKind::Start, management::ActionKind::Logoff, management::ActionKind::Save})
    {
        const auto refusal = rules.policy.refusalOf(kind);
        if (refusal && why.isEmpty())
            why = models::describe(*refusal, rules.policy, kind).joined();
    }
    const bool isAnyAsleep = std::ranges::any_of(m_chosen, [](const core::VirtualDesktop& machine) {
        return machine.state == core::MachineState::Off || machine.state == core::MachineState::Saved;
    });
    if (why.isEmpty() && m_chosen.empty())
        why = tr("Select the machines first.");
    else if (why.isEmpty() && !isAnyAsleep)
        why = tr("A ghost is a session on a machine that is off or saved: none of these is.");
    QAction* const cure = m_actions.back();
    cure->setText(tr("&Cure ghosts…"));
    cure->setEnabled(why.isEmpty());
    cure->setStatusTip(why.isEmpty() ? tr("Start each machine, log off the session that is listed there, and save the "
                                          "machine again if it was saved")
                                     : why);
    cure->setToolTip(cure->statusTip());
}

QString MachineActions::whyNot(management::ActionKind kind, const management::PlanRules& rules) const
{
    if (const auto refusal = rules.policy.refusalOf(kind))
        return models::describe(*refusal, rules.policy, kind).joined();
    if (!m_isShown)
        return whyHidden();
    if (m_chosen.empty())
        return tr("Select the machines first.");
    if (kind == management::ActionKind::Assign && m_chosen.size() > 1)
        return tr("A user gets one desktop at a time: select one machine.");
    if (m_chosen.size() > mostPlanned)
        return {};
    management::Action action;
    action.kind = kind;
    const management::MachinePlan plan = management::planFor(action, m_chosen, rules);
    if (const auto refusal = rules.policy.refusalOf(kind, plan.machines.size()))
        return models::describe(*refusal, rules.policy, kind).joined();
    if (!plan.machines.empty() || plan.leftOut.empty())
        return {};
    return tr("Not possible: %1.").arg(models::leftOutText(plan.leftOut.front().reason));
}

} // namespace deskwarden::ui
