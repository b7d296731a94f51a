// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/GroupingMenu.h"

#include "ui/sessions/SessionView.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QActionGroup>

namespace deskwarden::ui {

namespace {

QString groupingText(models::SessionGrouping grouping)
{
    switch (grouping) {
    case models::SessionGrouping::None:
        return GroupingMenu::tr("&Not at all");
    case models::SessionGrouping::Collection:
        return GroupingMenu::tr("By &collection");
    case models::SessionGrouping::VmHost:
        return GroupingMenu::tr("By VM &host");
    case models::SessionGrouping::User:
        return GroupingMenu::tr("By &user");
    case models::SessionGrouping::State:
        return GroupingMenu::tr("By &state");
    }
    return {};
}

} // namespace

GroupingMenu::GroupingMenu(models::SessionTableModel& sessions, SessionView& view, QWidget* parent)
    : QMenu(parent)
    , m_sessions(sessions)
    , m_choices(new QActionGroup(this))
{
    setObjectName(QStringLiteral("groupingMenu"));
    setIcon(outlineIcon("stack-2"));
    inEachLanguage(*this, [this] { setTitle(tr("&Group")); });
    for (const models::SessionGrouping grouping : models::sessionGroupings) {
        QAction* const action = addAction(QString());
        inEachLanguage(*this, [action, grouping] { action->setText(groupingText(grouping)); });
        action->setObjectName(models::groupingId(grouping) + QStringLiteral("GroupingAction"));
        action->setCheckable(true);
        action->setData(static_cast<int>(grouping));
        m_choices->addAction(action);
        connect(action, &QAction::triggered, &view, [&view, grouping] { view.setGrouping(grouping); });
    }
    // A view, or the layout of the last time, can group as well.
    connect(&sessions, &models::SessionTableModel::arranged, this, &GroupingMenu::showChoice);
    showChoice();
}

void GroupingMenu::showChoice()
{
    for (QAction* const action : m_choices->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(m_sessions.grouping()));
}

} // namespace deskwarden::ui
