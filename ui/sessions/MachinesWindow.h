// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/MachineWatch.h"
#include "management/acting/MachinePlan.h"
#include "models/table/MachineTableModel.h"
#include "ui/widgets/BackgroundWork.h"

#include <QDialog>

#include <functional>
#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QLineEdit;

namespace deskwarden::ui {

class MachineActions;
class MachineView;
class NoticePanel;

/// The virtual machines of all servers that are connected: state, host, collection, to whom each is assigned and whose
/// session it has. What can be done to them stands above the list and in its menu; it is asked for by a signal. Lists
/// are asked for while the window is there. Thread: GUI; another one arranges what is shown. Owner: the window that it
/// was opened from; outlived by the servers. Blocks: as MachineWatch, when it goes.
class MachinesWindow final : public QDialog
{
    Q_OBJECT

public:
    /// `names` says what people call the servers.
    MachinesWindow(const desk::ConnectedServers& servers, std::function<models::ServerNames()> names,
                   management::PlanRules rules, QWidget* parent, core::StartThread startThread = core::startThread);

    [[nodiscard]] const desk::MachineWatch& watch() const noexcept { return m_watch; }
    /// In the order of the list.
    [[nodiscard]] std::vector<core::VirtualDesktop> chosen() const;

signals:
    /// To those that are chosen.
    void actRequested(management::ActionKind kind);
    /// Of the ghosts on those that are chosen.
    void cureRequested();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut();
    void openMenu(const QPoint& place);
    void showChoice();
    void readFilter();
    void enterTable();
    void retranslate();
    void arrange();
    void showTable(std::shared_ptr<const models::MachineTable> table);
    void showCounts();
    void showTrouble();

    const std::function<models::ServerNames()> m_names;
    desk::MachineWatch m_watch;
    models::MachineTableModel m_machines;
    QLineEdit* m_filter;
    MachineActions* m_actions;
    QLabel* m_groupLabel;
    QComboBox* m_grouping;
    MachineView* m_table;
    QLabel* m_hint; ///< what is chosen, or what the action under the mouse does
    QLabel* m_counts;
    NoticePanel* m_problem; ///< of the filter
    NoticePanel* m_trouble; ///< with the lists
    models::MachineFilter m_wanted;
    QString m_unfinished;     ///< what the filter still lacks
    bool m_isToEnter = false; ///< the list, once it is that of the filter
    bool m_isToChooseAll = false;
    bool m_isArranging = false;
    bool m_isOld = false;  ///< something else is to be shown than what is being arranged
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
