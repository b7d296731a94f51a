// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/CloseGuard.h"

#include "desk/CrashRecovery.h"

namespace deskwarden::ui {

CloseGuard::CloseGuard(QWidget& window, const models::ActivityModel& activity, const desk::ActDesk& acts)
    : QObject(&window)
    , m_window(window)
    , m_activity(activity)
    , m_acts(acts)
{
    connect(&m_activity, &models::ActivityModel::progressChanged, this, &CloseGuard::follow);
    connect(&m_activity, &models::ActivityModel::countdownChanged, this, &CloseGuard::follow);
    connect(&m_acts, &desk::ActDesk::drainEnded, this, &CloseGuard::follow);
    connect(&m_acts, &desk::ActDesk::cureEnded, this, &CloseGuard::follow);
    connect(&m_acts.standing(), &desk::StandingRun::ended, this, &CloseGuard::follow);
}

bool CloseGuard::letsClose()
{
    const UnfinishedActs acts = unfinished();
    if (m_isConfirmed || acts.total() == 0)
        return true;
    if (m_dialog == nullptr) {
        m_dialog = new ClosingDialog(acts, &m_window);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_dialog, &ClosingDialog::finishRequested, this, &CloseGuard::finishRequested);
        connect(m_dialog, &ClosingDialog::stopRequested, this, &CloseGuard::stop);
    }
    m_dialog->open();
    return false;
}

UnfinishedActs CloseGuard::unfinished() const
{
    using enum management::ActionPhase;
    UnfinishedActs acts;
    acts.drains = m_acts.drainCount();
    acts.cures = m_acts.cureCount();
    for (const management::OrderState& state : m_acts.standing().orders().orders()) {
        // One that acts is among the acts below.
        if (state.stage == management::OrderStage::Waiting && !state.order.isKept)
            ++acts.orders;
    }
    if (m_activity.progress().finished == m_activity.progress().total)
        return acts;
    for (int row = 0; row < m_activity.rowCount(); ++row) {
        // To look up what an earlier run has left behind can be done by a later one as well.
        if (desk::CrashRecovery::isOfEarlierRun(m_activity.requestAt(row)))
            continue;
        const management::ActionPhase phase = m_activity.phaseAt(row);
        acts.begun += phase == Running || phase == Verifying ? 1 : 0;
        acts.waiting += phase == Queued || phase == Announced ? 1 : 0;
    }
    const models::Countdown countdown = m_activity.countdown();
    acts.told = countdown.waiting;
    acts.next = countdown.next;
    return acts;
}

void CloseGuard::follow()
{
    if (m_dialog == nullptr || m_isConfirmed)
        return;
    const UnfinishedActs acts = unfinished();
    m_dialog->showActs(acts);
    if (acts.total() > 0 || m_acts.isActive())
        return;
    // The operator asked to close the window, and has only waited for this.
    m_dialog->accept();
    closeNow();
}

void CloseGuard::stop()
{
    if (m_dialog == nullptr || m_dialog->isSayingGoodbye() || !m_acts.isActive()) {
        if (m_dialog != nullptr)
            m_dialog->accept();
        closeNow();
        return;
    }
    m_dialog->sayGoodbye();
    emit withdrawRequested();
    follow();
}

void CloseGuard::closeNow()
{
    m_isConfirmed = true;
    emit confirmed();
}

} // namespace deskwarden::ui
