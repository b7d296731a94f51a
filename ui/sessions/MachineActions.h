// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/MachinePlan.h"

#include <QList>
#include <QObject>
#include <QString>

#include <vector>

class QAction;
class QWidget;

namespace deskwarden::ui {

/// What can be done to machines, once: buttons and context menu show the same actions. What cannot be done now is grey
/// and says why in its tip and status text: policy, nothing chosen, or no machine to which it applies. Thread: GUI.
/// Owner: the window.
class MachineActions final : public QObject
{
    Q_OBJECT

public:
    MachineActions(QWidget& window, management::PlanRules rules);

    [[nodiscard]] const QList<QAction*>& all() const noexcept { return m_actions; }
    /// What is selected; `servers` are those of all machines that are listed.
    void show(std::vector<core::VirtualDesktop> chosen, const std::vector<core::ServerId>& servers);
    /// While the machines cannot be seen nothing is done to them.
    void setShown(bool isShown);
    /// Why nothing can be done to any machine here; empty if something can.
    [[nodiscard]] QString whyNothing() const { return m_whyNothing; }

signals:
    void actChosen(management::ActionKind kind);
    void cureChosen();

private:
    void say();
    void sayCure(const management::PlanRules& rules);
    [[nodiscard]] QString whyNot(management::ActionKind kind, const management::PlanRules& rules) const;

    const management::PlanRules m_rules;
    QList<QAction*> m_actions; ///< the last one is the cure
    std::vector<core::VirtualDesktop> m_chosen;
    std::vector<core::ServerId> m_servers;
    bool m_isShown = false;
    QString m_whyNothing;
};

} // namespace deskwarden::ui
