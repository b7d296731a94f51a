// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/CureConfirmation.h"

#include "core/Names.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <QLocale>

#include <algorithm>
#include <set>
#include <utility>

namespace deskwarden::ui {

CureConfirmation::CureConfirmation(std::vector<core::Session> chosen, const desk::MachineWatch& watch,
                                   management::PlanRules rules, models::ServerNames names, QWidget* parent)
    : PlanDialog(parent)
    , m_chosen(std::move(chosen))
    , m_rules(std::move(rules))
    , m_hit(models::MachineListModel::Content::Hit, names)
    , m_leftOut(models::MachineListModel::Content::LeftOut, names)
{
    setObjectName(QStringLiteral("cureConfirmation"));
    setWindowTitle(tr("Cure ghosts"));
    showLists(m_hit, m_leftOut);
    connect(&watch, &desk::MachineWatch::listsChanged, this, [this, &watch] { look(watch); });
    look(watch);
}

/// A server whose machines are not known yet holds everything back: half a plan is none.
void CureConfirmation::look(const desk::MachineWatch& watch)
{
    std::set<core::ServerId> awaited;
    for (const core::Session& session : m_chosen)
        awaited.insert(session.key.server);
    management::Action logoff;
    logoff.kind = management::ActionKind::Logoff;
    const management::ActionPlan plan = management::planFor(logoff, m_chosen, m_rules);
    m_ghosts.clear();
    m_machines.clear();
    std::vector<management::LeftOutMachine> leftOut;
    for (const management::MachineSnapshotPointer& list : watch.lists()) {
        if (awaited.erase(list->server) == 0)
            continue;
        const std::vector<core::VirtualDesktop> machines(list->machines.begin(), list->machines.end());
        const auto onServer = [&list](const core::Session& session) { return session.key.server == list->server; };
        std::vector<core::Session> sessions;
        std::ranges::copy_if(plan.sessions, std::back_inserter(sessions), onServer);
        for (management::Ghost& ghost : management::ghostsAmong(sessions, machines)) {
            core::VirtualDesktop shown = ghost.machine;
            shown.sessionUserName = core::SharedString(core::accountName(ghost.session));
            shown.sessionState = ghost.session.state;
            m_machines.push_back(std::move(shown));
            m_ghosts.push_back(std::move(ghost));
        }
        for (const management::LeftOutSession& left : plan.leftOut) {
            if (!onServer(left.session))
                continue;
            for (const management::Ghost& ghost : management::ghostsAmong({&left.session, 1}, machines))
                leftOut.push_back({ghost.machine, left.reason});
        }
    }
    m_protected = leftOut.size();
    m_others = m_chosen.size() - m_ghosts.size() - m_protected;
    m_hit.setMachines(m_machines);
    m_leftOut.setLeftOut(leftOut);
    hideColumn(models::MachineListModel::ServerColumn, !m_hit.hasSeveralServers());
    showGhosts(awaited.empty());
}

void CureConfirmation::showGhosts(bool isKnown)
{
    PlanQuestion question;
    const std::size_t count = m_ghosts.size();
    const auto number = static_cast<int>(count);
    if (!isKnown) {
        question.title = tr("Asking for the machines of these sessions\u2026");
        showQuestion(question);
        return;
    }
    const auto others = static_cast<int>(m_others);
    const QString leftAlone = others == 0   ? QString()
                              : others == 1 ? tr("1 session is no ghost and is left alone: its machine is neither off "
                                                 "nor saved, or is not known.")
                                            : tr("%Ln sessions are no ghosts and are left alone: their machines are "
                                                 "neither off nor saved, or are not known.",
                                                 nullptr, others);
    if (count == 0) {
        question.title = tr("There is no ghost to cure");
        question.consequence = leftAlone;
        question.leftOut = m_protected;
        fitColumns(); // the dialog becomes as wide as they are
        showQuestion(question);
        return;
    }
    question.title = count == 1 ? tr("Cure the ghost on %1?").arg(models::plainText(m_ghosts.front().machine.name, 80))
                                : tr("Cure %Ln ghosts?", nullptr, number);
    question.consequence =
        tr("The machine of each is started and gets %1 s. Its session is logged off, and looked "
           "for until it is gone. A machine that was saved is saved again. Each step stands in "
           "Activity and in the record; the first that fails ends the cure of that ghost.")
            .arg(std::chrono::duration_cast<std::chrono::seconds>(management::CureOptions().settleTime).count());
    if (!leftAlone.isEmpty())
        question.consequence += QStringLiteral("\n\n") + leftAlone;
    if (count == 1 && m_protected == 0)
        question.who = models::machineLine(m_machines.front());
    for (const management::ActionKind kind :
         {management::ActionKind::Start, management::ActionKind::Logoff, management::ActionKind::Save})
    {
        if (const auto refusal = m_rules.policy.refusalOf(kind, count))
            question.warning = models::describe(*refusal, m_rules.policy, kind).joined();
    }
    setFilledIn(question.warning.isEmpty());
    question.confirmLabel = count == 1 ? tr("Cure the ghost") : tr("Cure %Ln ghosts", nullptr, number);
    question.count = count;
    question.leftOut = m_protected;
    question.isTyped = management::needsTypedCount(count, false, m_rules.policy);
    question.isByEnter = count == 1 && !question.isTyped;
    fitColumns();
    showQuestion(question);
}

} // namespace deskwarden::ui
