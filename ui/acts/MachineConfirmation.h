// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/MachineWatch.h"
#include "management/acting/MachinePlan.h"
#include "models/table/MachineListModel.h"
#include "ui/acts/PlanDialog.h"

#include <vector>

class QLineEdit;

namespace deskwarden::ui {

/// Names the machines before anything is done to them: the state of each as it is now, its owner, its session, and who
/// is left out and why. An assignment asks to whom. A machine that comes into use while it stands there is no more
/// confirmed by Enter. Thread: GUI.
class MachineConfirmation final : public PlanDialog
{
    Q_OBJECT

public:
    MachineConfirmation(management::Action action, std::vector<core::VirtualDesktop> chosen,
                        management::PlanRules rules, models::ServerNames names, QWidget* parent);

    [[nodiscard]] const management::MachinePlan& plan() const noexcept { return m_plan; }
    /// Tells, from now on, what the lists say of these machines. The watch may end first.
    void follow(const desk::MachineWatch& watch);

private:
    void takeAccount();
    void takeLists(const desk::MachineWatch& watch);
    void makePlan();
    void showPlan();
    [[nodiscard]] QString splits() const;

    management::Action m_action;
    std::vector<core::VirtualDesktop> m_chosen;
    const management::PlanRules m_rules;
    management::MachinePlan m_plan;
    models::MachineListModel m_hit;
    models::MachineListModel m_leftOut;
    QLineEdit* m_account = nullptr;
    bool m_hasComeIntoUse = false;
};

} // namespace deskwarden::ui
