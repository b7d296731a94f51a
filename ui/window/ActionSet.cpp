// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/ActionSet.h"

#include "management/seam/ActionSpec.h"
#include "models/texts/Texts.h"
#include "ui/sessions/MachineActions.h"
#include "ui/widgets/ActionLook.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/IntervalText.h"
#include "ui/widgets/WordFit.h"

#include <QAction>
#include <QActionGroup>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace deskwarden::ui {

ActionSet::ActionSet(QMainWindow& window, const management::PlanRules& rules)
    : QObject(&window)
    , machineActs(new MachineActions(window, rules))
    , closeMenu(new QMenu(&window))
    , columnsMenu(new QMenu(&window))
    , viewMenu(new QMenu(&window))
    , densityMenu(new QMenu(&window))
    , toolBar(new QToolBar(&window))
    , machineMenu(new QMenu(&window))
    , m_window(window)
    , m_intervalMenu(new QMenu(&window))
    , m_intervals(new QActionGroup(this))
    , m_densities(new QActionGroup(this))
{
    closeMenu->setObjectName(QStringLiteral("closeMenu"));
    closeMenu->setIcon(outlineIcon("plug-connected-x"));
    columnsMenu->setObjectName(QStringLiteral("columnsMenu"));
    columnsMenu->setIcon(outlineIcon("columns-3"));
    viewMenu->setObjectName(QStringLiteral("viewMenu"));
    m_intervalMenu->setObjectName(QStringLiteral("intervalMenu"));
    m_intervalMenu->setIcon(outlineIcon("clock"));
    makeActions();
    makeActs();
    makeIntervals();
    makeDensities();
    addMenus(window);
    addToolBar(window);
    setHasSelection(false);
}

QAction* ActionSet::make(const char* name, const char* icon, const char* text, const char* hint)
{
    auto* const action = new QAction(this);
    action->setObjectName(QString::fromLatin1(name));
    if (icon != nullptr)
        action->setIcon(outlineIcon(icon));
    inEachLanguage(m_window, [action, text, hint] {
        action->setText(tr(text));
        action->setStatusTip(tr(hint));
    });
    return action;
}

void ActionSet::makeActions()
{
    connectToServer =
        make("connectAction", "plug-connected", QT_TR_NOOP("Co&nnect to server…"), QT_TR_NOOP("Show one more server"));
    inEachLanguage(m_window, [this] { connectToServer->setIconText(tr("Connect")); });
    connectToServer->setShortcut(QKeySequence::New);
    refresh = make("refreshAction", "refresh", QT_TR_NOOP("&Refresh"), QT_TR_NOOP("Ask all servers now"));
    refresh->setShortcut(Qt::Key_F5);
    quit = make("quitAction", nullptr, QT_TR_NOOP("&Quit"), "");
    quit->setShortcut(Qt::CTRL | Qt::Key_Q);
    quit->setMenuRole(QAction::QuitRole);
    drainHost = make("drainHostAction", "server-2", QT_TR_NOOP("Drain VM &host…"),
                     QT_TR_NOOP("Empty the VM host of the selected sessions"));
    asSoonAs = make("asSoonAsAction", "hourglass", QT_TR_NOOP("As soo&n as…"),
                    QT_TR_NOOP("Do something with the selected sessions when something has happened"));
    whatWaits = make("whatWaitsAction", "clock-pause", QT_TR_NOOP("What wai&ts…"),
                     QT_TR_NOOP("What waits for an event, until when, and what became of it"));
    why = make("whyAction", "help", QT_TR_NOOP("Why can't the user get &in?…"),
               QT_TR_NOOP("Look for what keeps a user out, and change nothing"));
    cureGhosts = make("cureGhostsAction", "ghost", QT_TR_NOOP("Cure &ghosts…"), "");
    inEachLanguage(m_window, [this] { setCureRefusal(m_whyNoCure); });
    copy = make("copyAction", "copy", QT_TR_NOOP("&Copy"), QT_TR_NOOP("Copy the selected lines as text"));
    copy->setShortcut(QKeySequence::Copy);
    selectAll =
        make("selectAllAction", nullptr, QT_TR_NOOP("Select &all"), QT_TR_NOOP("Select all lines that are shown"));
    selectAll->setShortcut(QKeySequence::SelectAll);
    find = make("findAction", "search", QT_TR_NOOP("&Find"), QT_TR_NOOP("Go to the filter"));
    find->setShortcut(QKeySequence::Find);
    palette = make("paletteAction", "search", QT_TR_NOOP("Find an&ything…"),
                   QT_TR_NOOP("People, machines, hosts, collections, brokers and commands in one field"));
    palette->setShortcut(Qt::CTRL | Qt::Key_K);
    clearFilter =
        make("clearFilterAction", "filter-off", QT_TR_NOOP("Clear the &filter"), QT_TR_NOOP("Show all there is"));
    clearFilter->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_F);
    whatChanged = make("whatChangedAction", "clock", QT_TR_NOOP("&What changed…"),
                       QT_TR_NOOP("Sessions that came, went, or are in another state, in the last 10 minutes"));
    whatChanged->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_W);
    auditLog = make("auditLogAction", "history", QT_TR_NOOP("&Audit log…"),
                    QT_TR_NOOP("What each operator did to which session, and what became of it"));
    help = make("helpAction", "help", QT_TR_NOOP("&Help"), "");
    help->setShortcut(QKeySequence(Qt::Key_F1));
    about = make("aboutAction", "info-circle", QT_TR_NOOP("&About Deskwarden"), "");
    about->setMenuRole(QAction::AboutRole);
}

void ActionSet::makeActs()
{
    for (const management::ActionSpec& spec : management::actionSpecs) {
        if (spec.subject != management::ActSubject::Session)
            continue;
        const ActionLook& look = lookOf(spec.kind);
        QAction* const action = make(look.objectName, look.icon, look.text, look.hint);
        action->setShortcut(look.shortcut);
        connect(action, &QAction::triggered, this, [this, kind = spec.kind] { emit actChosen(kind); });
        acts << action;
    }
}

void ActionSet::makeIntervals()
{
    for (const int seconds : offeredIntervals) {
        QAction* const action = m_intervalMenu->addAction(QString());
        inEachLanguage(*m_intervalMenu, [action, seconds] { action->setText(intervalText(seconds)); });
        action->setObjectName(QStringLiteral("interval%1Action").arg(seconds));
        action->setCheckable(true);
        action->setData(seconds);
        m_intervals->addAction(action);
    }
    connect(m_intervals, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit intervalChosen(std::chrono::seconds(action->data().toInt())); });
}

void ActionSet::makeDensities()
{
    densityMenu->setObjectName(QStringLiteral("densityMenu"));
    const auto add = [this](const char* name, const char* text, bool isCompact) {
        QAction* const action = densityMenu->addAction(QString());
        inEachLanguage(*densityMenu, [action, text] { action->setText(tr(text)); });
        action->setObjectName(QString::fromLatin1(name));
        action->setCheckable(true);
        action->setData(isCompact);
        m_densities->addAction(action);
    };
    add("comfortableAction", QT_TR_NOOP("C&omfortable"), false);
    add("compactAction", QT_TR_NOOP("Com&pact"), true);
    connect(m_densities, &QActionGroup::triggered, this,
            [this](const QAction* action) { emit densityChosen(action->data().toBool()); });
}

void ActionSet::setCompact(bool isCompact)
{
    for (QAction* const action : m_densities->actions())
        action->setChecked(action->data().toBool() == isCompact);
}

void ActionSet::addMenus(QMainWindow& window)
{
    QMenu* const server = window.menuBar()->addMenu(QString());
    server->addAction(connectToServer);
    server->addMenu(closeMenu);
    server->addSeparator();
    server->addAction(refresh);
    server->addMenu(m_intervalMenu);
    server->addSeparator();
    server->addAction(quit);

    QMenu* const session = window.menuBar()->addMenu(QString());
    session->addActions(acts);
    session->addSeparator();
    session->addActions({drainHost, cureGhosts, asSoonAs, whatWaits, why});
    session->addSeparator();
    session->addAction(copy);
    sessionMenu = session;

    addMachineMenu(window);

    viewMenu->addActions({find, palette, clearFilter});
    viewMenu->addSeparator();
    viewMenu->addMenu(columnsMenu);
    viewMenu->addMenu(densityMenu);
    viewMenu->addActions({whatChanged, auditLog});
    window.menuBar()->addMenu(viewMenu);

    QMenu* const more = window.menuBar()->addMenu(QString());
    more->addActions({help, about});
    inEachLanguage(window, [this, server, more] {
        server->setTitle(tr("&Server"));
        sessionMenu->setTitle(tr("S&ession"));
        machineMenu->setTitle(tr("&Machine"));
        viewMenu->setTitle(tr("&View"));
        more->setTitle(tr("&Help"));
        closeMenu->setTitle(tr("C&lose connection to"));
        columnsMenu->setTitle(tr("&Columns"));
        densityMenu->setTitle(tr("&Density"));
        m_intervalMenu->setTitle(tr("Refresh &interval"));
        toolBar->setWindowTitle(tr("Main toolbar"));
    });
}

void ActionSet::addMachineMenu(QMainWindow& window)
{
    machineMenu->setObjectName(QStringLiteral("machineMenu"));
    machineMenu->setToolTipsVisible(true); // what is grey says why
    machineMenu->addActions(machineActs->all());
    machineMenu->addSeparator();
    machineMenu->addActions({whatWaits, why});
    machineMenu->addSeparator();
    machineMenu->addActions({copy, selectAll});
    window.menuBar()->addMenu(machineMenu);
}

QToolButton* ActionSet::addButton(QAction* action, QList<QAction*>* places)
{
    auto* const made = new QToolButton(toolBar);
    made->setObjectName(action->objectName().replace(QStringLiteral("Action"), QStringLiteral("ToolButton")));
    made->setDefaultAction(action);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::NoFocus); // all of it stands in the menus, and has keys
    QAction* const place = toolBar->addWidget(made);
    if (places != nullptr)
        places->append(place);
    return made;
}

void ActionSet::addField(QWidget& field, bool isOfMachines)
{
    (isOfMachines ? m_machineTools : m_sessionTools).append(toolBar->addWidget(&field));
}

void ActionSet::addToolBar(QMainWindow& window)
{
    toolBar->setObjectName(QStringLiteral("mainToolBar"));
    toolBar->setMovable(false);
    toolBar->setIconSize(QSize(20, 20));
    QToolButton* const connecting = addButton(connectToServer);
    // Its button opens the menu of intervals as well; the same action stands in the menu without one.
    QToolButton* const refreshing = addButton(refresh);
    refreshing->setMenu(m_intervalMenu);
    refreshing->setPopupMode(QToolButton::MenuButtonPopup);
    toolBar->addSeparator();
    std::vector<QToolButton*> acting;
    for (QAction* const act : acts)
        acting.push_back(addButton(act, &m_sessionTools));
    for (QAction* const act : machineActs->all())
        acting.push_back(addButton(act, &m_machineTools));
    toolBar->addSeparator();
    new WordFit(*toolBar, {{connecting, refreshing}, acting});
    window.addToolBar(toolBar);
}

void ActionSet::setHasSelection(bool hasSelection)
{
    m_hasSelection = hasSelection;
    const bool canAct = hasSelection && !m_isOfMachines; // nobody acts on what cannot be seen
    showCopy();
    for (const management::ActionSpec& spec : management::actionSpecs) {
        if (spec.subject == management::ActSubject::Session) // which come first
            acts.at(static_cast<qsizetype>(management::indexOf(spec.kind)))
                ->setEnabled(canAct && !m_policy.refusalOf(spec.kind));
    }
    asSoonAs->setEnabled(canAct);
    cureGhosts->setEnabled(canAct && m_whyNoCure.isEmpty());
    drainHost->setEnabled(canAct && !m_policy.refusalOf(management::ActionKind::Logoff));
}

void ActionSet::setCureRefusal(const QString& refusal)
{
    m_whyNoCure = refusal;
    cureGhosts->setStatusTip(refusal.isEmpty()
                                 ? tr("Start the machine of each selected ghost, log the session off, and "
                                      "save the machine again if it was saved")
                                 : refusal);
    cureGhosts->setToolTip(cureGhosts->statusTip());
    cureGhosts->setEnabled(m_hasSelection && !m_isOfMachines && refusal.isEmpty());
}

void ActionSet::setHasMachines(bool hasMachines)
{
    m_hasMachines = hasMachines;
    showCopy();
}

void ActionSet::showCopy()
{
    copy->setEnabled(m_isOfMachines ? m_hasMachines : m_hasSelection);
}

void ActionSet::showPage(bool isMachines)
{
    m_isOfMachines = isMachines;
    setHasSelection(m_hasSelection);
    for (QMenu* const menu : {sessionMenu, selectMenu}) {
        if (menu != nullptr)
            menu->menuAction()->setVisible(!isMachines); // and so its keys rest
    }
    machineMenu->menuAction()->setVisible(isMachines);
    for (QAction* const place : m_sessionTools)
        place->setVisible(!isMachines);
    for (QAction* const place : m_machineTools)
        place->setVisible(isMachines);
    // The place of a button in the toolbar gives it its own state when it comes; that of the act counts.
    for (QToolButton* const tool : toolBar->findChildren<QToolButton*>()) {
        if (const QAction* const act = tool->defaultAction())
            tool->setEnabled(act->isEnabled());
    }
}

void ActionSet::setPolicy(const management::Policy& policy)
{
    m_policy = policy;
    setHasSelection(m_hasSelection);
}

void ActionSet::setInterval(std::chrono::seconds interval)
{
    for (QAction* const action : m_intervals->actions())
        action->setChecked(action->data().toInt() == interval.count());
}

void ActionSet::popUpContextMenu(const QPoint& position)
{
    auto* const menu = new QMenu(&m_window);
    menu->setObjectName(QStringLiteral("sessionMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true); // what is grey says why
    menu->addActions(acts);
    menu->addSeparator();
    menu->addActions({drainHost, cureGhosts, asSoonAs, why});
    menu->addSeparator();
    menu->addAction(copy);
    if (handOffMenu != nullptr)
        menu->addMenu(handOffMenu);
    if (pinsMenu != nullptr)
        menu->addMenu(pinsMenu);
    if (selectMenu != nullptr)
        menu->addMenu(selectMenu);
    else
        menu->addAction(selectAll);
    menu->popup(position);
}

void ActionSet::popUpMachineMenu(const QPoint& position)
{
    auto* const menu = new QMenu(&m_window);
    menu->setObjectName(QStringLiteral("machinesMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(machineActs->all());
    menu->addSeparator();
    menu->addActions({copy, selectAll});
    menu->popup(position);
}

} // namespace deskwarden::ui
