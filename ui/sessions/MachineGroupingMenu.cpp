// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineGroupingMenu.h"

#include "ui/sessions/MachineView.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QActionGroup>

namespace deskwarden::ui {

namespace {

QString machineGroupingText(models::MachineGrouping grouping)
{
    switch (grouping) {
    case models::MachineGrouping::None:
        return MachineGroupingMenu::tr("&Not at all");
    case models::MachineGrouping::Host:
        return MachineGroupingMenu::tr("By VM &host");
    case models::MachineGrouping::Collection:
        return MachineGroupingMenu::tr("By &collection");
    case models::MachineGrouping::State:
        return MachineGroupingMenu::tr("By &state");
    case models::MachineGrouping::Owner:
        return MachineGroupingMenu::tr("By &owner");
    }
    return {};
}

} // namespace

MachineGroupingMenu::MachineGroupingMenu(MachineView& view, QWidget* parent)
    : QMenu(parent)
    , m_view(view)
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("machineGroupingMenu"));
    setIcon(outlineIcon("stack-2"));
    inEachLanguage(*this, [this] { setTitle(tr("&Group")); });
    for (const models::MachineGrouping grouping : models::machineGroupings) {
        QAction* const action = addAction(QString());
        inEachLanguage(*this, [action, grouping] { action->setText(machineGroupingText(grouping)); });
        action->setObjectName(models::groupingId(grouping) + QStringLiteral("MachineGroupingAction"));
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        m_choices->addAction(action);
        connect(action, &QAction::triggered, this, [this, grouping] { m_view.setGrouping(grouping); });
    }
    // The layout of the last time can group as well.
    connect(&m_view, &MachineView::orderChanged, this, &MachineGroupingMenu::showChoice);
    showChoice();
}

void MachineGroupingMenu::showChoice()
{
    for (QAction* const action : m_choices->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_view.grouping()));
}

} // namespace deskwarden::ui
