// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/MachineWatch.h"
#include "management/acting/GhostCure.h"
#include "models/table/MachineListModel.h"
#include "ui/acts/PlanDialog.h"

#include <vector>

namespace deskwarden::ui {

/// Says what is done to cure ghosts, and names them with their machines as these are now. It is there at once; the
/// machines are looked up while it stands there. Thread: GUI.
class CureConfirmation final : public PlanDialog
{
    Q_OBJECT

public:
    /// Those of the sessions that are ghosts. The watch outlives the dialog or is its child.
    CureConfirmation(std::vector<core::Session> chosen, const desk::MachineWatch& watch, management::PlanRules rules,
                     models::ServerNames names, QWidget* parent);

    [[nodiscard]] const std::vector<management::Ghost>& ghosts() const noexcept { return m_ghosts; }

private:
    void look(const desk::MachineWatch& watch);
    void showGhosts(bool isKnown);

    const std::vector<core::Session> m_chosen;
    const management::PlanRules m_rules;
    std::vector<management::Ghost> m_ghosts;
    std::vector<core::VirtualDesktop> m_machines; ///< theirs, with the session as the list of sessions has it
    models::MachineListModel m_hit;
    models::MachineListModel m_leftOut;
    std::size_t m_others = 0; ///< sessions whose machine is neither off nor saved
    std::size_t m_protected = 0;
};

} // namespace deskwarden::ui
