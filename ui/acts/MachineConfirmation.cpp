// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/MachineConfirmation.h"

#include "management/seam/ActionSpec.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <QLabel>
#include <QLineEdit>

#include <unordered_map>
#include <utility>

namespace deskwarden::ui {

MachineConfirmation::MachineConfirmation(management::Action action, std::vector<core::VirtualDesktop> chosen,
                                         management::PlanRules rules, models::ServerNames names, QWidget* parent)
    : PlanDialog(parent)
    , m_action(std::move(action))
    , m_chosen(std::move(chosen))
    , m_rules(std::move(rules))
    , m_hit(models::MachineListModel::Content::Hit, names)
    , m_leftOut(models::MachineListModel::Content::LeftOut, names)
{
    setObjectName(QStringLiteral("machineConfirmation"));
    setWindowTitle(models::actionName(m_action.kind));
    showLists(m_hit, m_leftOut);
    if (m_action.kind == management::ActionKind::Assign) {
        m_account = new QLineEdit(QString::fromStdString(m_action.account), this);
        m_account->setObjectName(QStringLiteral("accountEdit"));
        m_account->setPlaceholderText(tr("DOMAIN\\user"));
        addField(*new QLabel(tr("Assign &to:"), this), *m_account);
        connect(m_account, &QLineEdit::textChanged, this, &MachineConfirmation::takeAccount);
    }
    makePlan();
    if (m_account != nullptr)
        takeAccount();
}

void MachineConfirmation::takeAccount()
{
    const std::string account = m_account->text().trimmed().toStdString();
    const std::size_t backslash = account.find('\\');
    m_action.accountDomain = backslash == std::string::npos ? std::string() : account.substr(0, backslash);
    m_action.account = backslash == std::string::npos ? account : account.substr(backslash + 1);
    makePlan();
    setFilledIn(!m_action.account.empty() && (backslash == std::string::npos || backslash > 0));
}

void MachineConfirmation::follow(const desk::MachineWatch& watch)
{
    connect(&watch, &desk::MachineWatch::listsChanged, this, [this, &watch] { takeLists(watch); });
    takeLists(watch);
    m_hasComeIntoUse = false; // it was so when the dialog came
    showPlan();
}

/// What is confirmed is what is shown: the acts compare with these states before they begin.
void MachineConfirmation::takeLists(const desk::MachineWatch& watch)
{
    for (const management::MachineSnapshotPointer& list : watch.lists()) {
        std::unordered_map<std::string_view, const core::VirtualDesktop*> listed;
        for (const core::VirtualDesktop& machine : list->machines)
            listed.emplace(machine.name.view(), &machine);
        for (core::VirtualDesktop& machine : m_chosen) {
            const auto now = listed.find(machine.name.view());
            if (machine.server != list->server || now == listed.end())
                continue;
            m_hasComeIntoUse = m_hasComeIntoUse || (core::isInUse(*now->second) && !core::isInUse(machine));
            machine = *now->second;
        }
    }
    makePlan();
}

void MachineConfirmation::makePlan()
{
    m_plan = management::planFor(m_action, m_chosen, m_rules);
    m_hit.setMachines(m_plan.machines);
    m_leftOut.setLeftOut(m_plan.leftOut);
    hideColumn(models::MachineListModel::ServerColumn, !m_hit.hasSeveralServers() && !m_leftOut.hasSeveralServers());
    showPlan();
}

void MachineConfirmation::showPlan()
{
    const bool isOne = m_plan.machines.size() == 1 && m_plan.leftOut.empty();
    const models::MachineImpact impact = models::describeImpact(m_plan);
    PlanQuestion question;
    question.title = m_plan.machines.empty() ? tr("There is no machine to act upon") : impact.title;
    question.consequence = m_plan.machines.empty() ? QString() : impact.consequence;
    question.warning = impact.inUse;
    question.confirmLabel = impact.confirmLabel;
    if (isOne)
        question.who = models::machineLine(m_plan.machines.front());
    else
        question.splits = splits();
    question.count = m_plan.machines.size();
    question.leftOut = m_plan.leftOut.size();
    question.isTyped = m_plan.needsTypedCount(m_rules.policy);
    question.isByEnter = isOne && !question.isTyped && !m_hasComeIntoUse;
    question.canBeTakenBack =
        m_action.kind != management::ActionKind::TurnOff && m_action.kind != management::ActionKind::Free;
    showQuestion(question);
}

QString MachineConfirmation::splits() const
{
    const models::MachineSplits counted = models::splitsOf(m_plan.machines);
    QStringList lines;
    if (!counted.states.isEmpty())
        lines << tr("By state: %1").arg(counted.states) << tr("By VM host: %1").arg(counted.hosts);
    return lines.join(QLatin1Char('\n'));
}

} // namespace deskwarden::ui
