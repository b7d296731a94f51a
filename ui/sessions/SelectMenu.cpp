// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SelectMenu.h"

#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>

namespace deskwarden::ui {

SelectMenu::SelectMenu(QAction* selectAll, QWidget* parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("selectMenu"));
    addAction(selectAll);
    addSeparator();
    const auto withShift = [](Qt::Key key) { return QKeySequence(Qt::CTRL | Qt::SHIFT | key); };
    m_disconnected = add("selectDisconnectedAction", "unlink", QT_TR_NOOP("All &disconnected"), withShift(Qt::Key_D));
    m_ghosts = add("selectGhostsAction", "ghost", QT_TR_NOOP("Probable &ghosts"), withShift(Qt::Key_G));
    m_stuck = add("selectStuckAction", "hourglass", QT_TR_NOOP("Stuck while &signing out"), withShift(Qt::Key_K));
    m_several = add("selectSeveralAction", "users-group", QT_TR_NOOP("&Users on more than one virtual machine"),
                    withShift(Qt::Key_U));
    addSeparator();
    m_onHost = add("selectHostAction", "server-2", QT_TR_NOOP("All on this VM &host"), withShift(Qt::Key_H));
    m_inCollection =
        add("selectCollectionAction", "stack-2", QT_TR_NOOP("All in this &collection"), withShift(Qt::Key_O));
    m_inGroup = add("selectGroupAction", "list-details", QT_TR_NOOP("All in this gro&up"), withShift(Qt::Key_A));
    addSeparator();
    m_pasted = add("selectPastedAction", "clipboard-list", QT_TR_NOOP("From a &list…"), withShift(Qt::Key_V));

    const auto choose = [this](QAction* action, const models::SessionFilter& marks) {
        inEachLanguage(*this, [action] { action->setStatusTip(tr("Show only these and select them")); });
        connect(action, &QAction::triggered, this, [this, marks] { emit marksChosen(marks); });
    };
    models::SessionFilter marks;
    marks.states = {core::ConnectState::Disconnected};
    choose(m_disconnected, marks);
    marks = {};
    marks.isGhost = true;
    choose(m_ghosts, marks);
    marks = {};
    marks.isStuck = true;
    choose(m_stuck, marks);
    marks = {};
    marks.isUserOnSeveral = true;
    choose(m_several, marks);
    connect(m_onHost, &QAction::triggered, this, &SelectMenu::hostChosen);
    connect(m_inGroup, &QAction::triggered, this, &SelectMenu::groupChosen);
    connect(m_inCollection, &QAction::triggered, this, &SelectMenu::collectionChosen);
    connect(m_pasted, &QAction::triggered, this, &SelectMenu::pastedListRequested);
    inEachLanguage(*this, [this] {
        setTitle(tr("Se&lect"));
        m_pasted->setStatusTip(tr("Paste names of users or sessions and select theirs"));
    });
    showCounts({});
    setHasRow(false);
}

QAction* SelectMenu::add(const char* name, const char* icon, const char* text, const QKeySequence& key)
{
    QAction* const action = addAction(outlineIcon(icon), QString());
    inEachLanguage(*this, [action, text] { action->setText(tr(text)); });
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(key);
    return action;
}

void SelectMenu::showCounts(const models::SessionCounts& counts)
{
    const auto disconnected = counts.inPlace.states.find(core::ConnectState::Disconnected);
    m_disconnected->setEnabled(disconnected != counts.inPlace.states.end() && disconnected->second > 0);
    m_ghosts->setEnabled(counts.inPlace.ghosts > 0);
    m_stuck->setEnabled(counts.inPlace.stuck > 0);
    m_several->setEnabled(counts.inPlace.usersOnSeveral > 0);
    m_pasted->setEnabled(counts.total > 0);
}

void SelectMenu::setHasRow(bool hasRow)
{
    m_onHost->setEnabled(hasRow);
    m_inCollection->setEnabled(hasRow);
    m_hasRow = hasRow;
    enableGroup();
}

void SelectMenu::setHasGroups(bool hasGroups)
{
    m_hasGroups = hasGroups;
    enableGroup();
}

void SelectMenu::enableGroup()
{
    m_inGroup->setEnabled(m_hasRow && m_hasGroups);
}

} // namespace deskwarden::ui
