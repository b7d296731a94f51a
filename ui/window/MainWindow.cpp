// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/MainWindow.h"

#include "ui/acts/ActFlow.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/ActivityFlow.h"
#include "ui/acts/AsSoonAsFlow.h"
#include "ui/acts/CureFlow.h"
#include "ui/acts/DrainFlow.h"
#include "ui/acts/MachineActFlow.h"
#include "ui/connect/ConnectFlow.h"
#include "ui/connect/LastServers.h"
#include "ui/sessions/ChangesFlow.h"
#include "ui/sessions/DetailsDock.h"
#include "ui/sessions/FilterBar.h"
#include "ui/sessions/MachinePane.h"
#include "ui/sessions/PersonLines.h"
#include "ui/sessions/SelectFlow.h"
#include "ui/sessions/SelectMenu.h"
#include "ui/sessions/SessionPane.h"
#include "ui/sessions/SessionView.h"
#include "ui/sessions/WhyFlow.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/UsualKeys.h"
#include "ui/window/ActionSet.h"
#include "ui/window/CloseFlow.h"
#include "ui/window/CloseGuard.h"
#include "ui/window/HandOffMenu.h"
#include "ui/window/HostsFlow.h"
#include "ui/window/LinkFlow.h"
#include "ui/window/ListMenu.h"
#include "ui/window/PageFlow.h"
#include "ui/window/PaletteFlow.h"
#include "ui/window/PinFlow.h"
#include "ui/window/PlacesDock.h"
#include "ui/window/PlacesFlow.h"
#include "ui/window/ProgramFlow.h"
#include "ui/window/RefreshRest.h"
#include "ui/window/StatusStrip.h"
#include "ui/window/SupportFlow.h"
#include "ui/window/ViewFlow.h"
#include "ui/window/WindowLayout.h"
#include "ui/window/WorkPages.h"

#include <QAction>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

namespace deskwarden::ui {

MainWindow::MainWindow(desk::Services services)
    : m_console(std::move(services))
    , m_actions(new ActionSet(*this, m_console.services().rules))
    , m_pages(new WorkPages(m_console, *m_actions, this))
    , m_pane(&m_pages->sessions())
    , m_places(new PlacesDock(m_console.sessions(), this))
    , m_activity(new ActivityDock(m_console.activity(), this))
    , m_details(new DetailsDock(m_console, this))
    , m_layout(new WindowLayout(*this, {*m_actions, *m_pages, *m_places, *m_activity, *m_details},
                                m_console.services().preferences))
    , m_status(new StatusStrip(this))
    , m_connecting(new ConnectFlow(*this, m_console))
    , m_acting(new ActFlow(*this, m_console))
    , m_linking(new LinkFlow(*this, m_console, *m_connecting, *m_acting, m_pane->filter()))
    , m_selecting(new SelectFlow(*this, m_console, *m_pane, m_actions->selectAll))
    , m_pins(new PinFlow(*this, m_console, *m_pane, m_places->views()))
    , m_closing(new CloseGuard(*this, m_console.activity(), m_console.acts()))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Deskwarden"));
    new UsualKeys(this);
    new Mnemonics(this);
    setStatusBar(m_status);
    m_actions->selectMenu = &m_selecting->menu();
    menuBar()->insertMenu(m_actions->viewMenu->menuAction(), m_actions->selectMenu);
    auto* const views = new ViewFlow(*this, m_console, *m_pane, m_places->views());
    connect(this, &MainWindow::closed, views, &ViewFlow::keep);
    m_actions->viewMenu->insertMenu(m_actions->columnsMenu->menuAction(), &views->menu());
    m_paging = new PageFlow(*this, {m_console, *m_actions, *m_pages, *m_details, *m_status});
    connectActions();
    connectSessions();
    connectActs();
    connectPins();
    new RefreshRest(
        [this](bool isResting) {
            m_console.setResting(isResting);
            m_paging->setResting(isResting);
        },
        this);
    m_layout->restore();
    views->restore([this](const core::ServerId& server) { return m_connecting->lastServers().isAmongThem(server); });
    m_actions->setPolicy(m_console.services().rules.policy);
    m_actions->setInterval(std::chrono::duration_cast<std::chrono::seconds>(m_console.servers().interval()));
    showLinks();
    m_pane->view().setFocus();
}

MainWindow::~MainWindow()
{
    m_closing->confirm(); // nobody is there to be asked
    // The dock tells that it vanishes while the window does, when there is nothing left to show.
    disconnect(m_details, nullptr, this, nullptr);
    m_console.end();
}

void MainWindow::connectActions()
{
    connect(m_actions->connectToServer, &QAction::triggered, m_connecting, &ConnectFlow::openDialog);
    connect(m_actions->refresh, &QAction::triggered, &m_console.servers(), &desk::ConnectedServers::refresh);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions, &ActionSet::actChosen, this,
            [this](management::ActionKind kind) { m_acting->start(kind, m_pages->chosenSessions()); });
    connect(m_actions->copy, &QAction::triggered, this,
            [this] { m_activity->hasTableFocus() ? m_activity->copyForTicket() : m_pages->copySelection(); });
    connect(m_actions->selectAll, &QAction::triggered, this,
            [this] { m_activity->hasTableFocus() ? m_activity->selectAll() : m_pages->selectAll(); });
    auto* const changes = new ChangesFlow(*this, m_console, *m_pane);
    connect(m_actions->whatChanged, &QAction::triggered, changes, &ChangesFlow::open);
    auto* const palette = new PaletteFlow(*this, m_console, *m_selecting, *m_connecting);
    connect(m_actions->palette, &QAction::triggered, palette, &PaletteFlow::open);
    auto* const why = new WhyFlow(*this, m_console, m_pane->view(), *m_actions->why);
    palette->offerWhy([why](const core::Session& session) { why->askAbout(session); });
    new ProgramFlow(*this, m_console, *m_actions);
    new SupportFlow(*this, m_console, *m_pane, *m_actions);
    new ListMenu(*this, m_console.sessions(), m_pane->view(), *m_actions);
    connect(m_actions, &ActionSet::intervalChosen, &m_console, &desk::Console::setInterval);
}

void MainWindow::connectSessions()
{
    using models::SessionTableModel;
    const SessionTableModel* const sessions = &m_console.sessions();
    connect(&m_console.servers(), &desk::ConnectedServers::linksChanged, this, &MainWindow::showLinks);
    connect(&m_console, &desk::Console::listTaken, this, &MainWindow::showState);
    connect(sessions, &SessionTableModel::arranged, this, &MainWindow::showState);
    connect(sessions, &SessionTableModel::arranged, this, &MainWindow::showSelection);
    connect(&m_pane->view(), &SessionView::selectionChangedByRows, this, &MainWindow::showSelection);
    connect(&m_pane->view(), &SessionView::menuRequested, m_actions, &ActionSet::popUpContextMenu);
    connect(m_pane, &SessionPane::filtered, m_places, &PlacesDock::select);
    connect(m_pages, &WorkPages::pageChanged, this, &MainWindow::showPlaces);
    connect(&m_pages->machines(), &MachinePane::tableChanged, this, &MainWindow::showPlaces);
    connect(m_pane, &SessionPane::connectionRequested, m_connecting, &ConnectFlow::mend);
    connect(&m_connecting->lastServers(), &LastServers::leftAlone, this, &MainWindow::warn);
    connect(m_pane, &SessionPane::switchRequested, m_connecting, &ConnectFlow::switchBroker);
    connect(m_places, &PlacesDock::placeChosen, &m_pane->filter(), &FilterBar::setPlace);
    connect(m_places, &PlacesDock::placeNamed, &m_pane->filter(), &FilterBar::namePlace);
    connect(m_details, &QDockWidget::visibilityChanged, this, &MainWindow::showDetails);
    connect(m_details, &DetailsDock::sessionChosen, m_selecting, &SelectFlow::selectSession);
    m_details->offerActs(m_actions->acts + QList<QAction*>{m_actions->drainHost});
    connect(&m_console.activity(), &models::ActivityModel::progressChanged, this, &MainWindow::showDetails);
    // A row learns its result later. One list can change thousands of ranges, each of which is announced.
    auto* const soon = new QTimer(this);
    soon->setSingleShot(true);
    connect(soon, &QTimer::timeout, this, &MainWindow::showDetails);
    connect(sessions, &QAbstractItemModel::dataChanged, soon, [soon] {
        if (!soon->isActive())
            soon->start();
    });
    auto* const second = new QTimer(this);
    connect(second, &QTimer::timeout, this, &MainWindow::showTimes);
    second->start(std::chrono::seconds(1));
    auto* const minute = new QTimer(this);
    connect(minute, &QTimer::timeout, sessions, [this] { m_console.sessions().refreshTimes(); });
    connect(minute, &QTimer::timeout, this, &MainWindow::showDetails);
    minute->start(std::chrono::minutes(1));
}

void MainWindow::connectActs()
{
    desk::ActDesk* const acts = &m_console.acts();
    auto* const draining = new DrainFlow(*this, m_console, *m_acting);
    auto* const places =
        new PlacesFlow({m_console, *m_places, *m_selecting, *m_acting, *draining, *m_connecting}, this);
    auto* const closing = new CloseFlow(m_console, *m_pane, *m_activity, *m_actions->closeMenu, this);
    connect(places, &PlacesFlow::closeRequested, closing, &CloseFlow::close, Qt::QueuedConnection);
    connect(m_acting, &ActFlow::refused, this, &MainWindow::fail);
    connect(m_actions->drainHost, &QAction::triggered, draining,
            [this, draining] { draining->start(m_pages->chosenSessions()); });
    connect(draining, &DrainFlow::refused, this, &MainWindow::warn);
    auto* const waiting = new AsSoonAsFlow(*this, m_console, *m_pane, *m_actions->whatWaits);
    connect(m_actions->asSoonAs, &QAction::triggered, waiting,
            [this, waiting] { waiting->start(m_pages->chosenSessions()); });
    connect(draining, &DrainFlow::pauseRequested, m_activity, &ActivityDock::setPaused);
    auto* const machines = new MachineActFlow(*this, m_console);
    connect(machines, &MachineActFlow::refused, this, &MainWindow::fail);
    auto* const curing = new CureFlow(*this, m_console, *m_activity);
    connect(curing, &CureFlow::refused, this, &MainWindow::fail);
    connect(m_actions->cureGhosts, &QAction::triggered, curing,
            [this, curing] { curing->start(m_pages->chosenSessions()); });
    m_paging->connectActs(*machines, *curing);
    new HostsFlow(*this, m_console, *m_actions);
    new ActivityFlow(*this, m_console, *m_activity, *m_acting, *machines);
    connect(&m_console, &desk::Console::leftBehindFound, m_pane, &SessionPane::showLeftBehind);
    connect(m_closing, &CloseGuard::confirmed, this, &MainWindow::close);
    connect(m_closing, &CloseGuard::finishRequested, m_activity, &ActivityDock::resume);
    connect(m_closing, &CloseGuard::withdrawRequested, acts, &desk::ActDesk::withdraw);
    // The messages that say so are not to wait for anybody.
    connect(m_closing, &CloseGuard::withdrawRequested, m_activity, &ActivityDock::resume);
}

void MainWindow::connectPins()
{
    auto* const handing = new HandOffMenu(*this, m_console, [this] { return m_pages->chosenSessions(); });
    connect(handing, &HandOffMenu::refused, this, &MainWindow::fail);
    m_actions->handOffMenu = &handing->menu();
    m_actions->sessionMenu->addMenu(m_actions->handOffMenu);
    m_actions->pinsMenu = &m_pins->menu();
    m_actions->sessionMenu->addMenu(m_actions->pinsMenu);
    m_details->setNotes(
        [this](const core::Session& at) { return withPerson(m_console.people(), at, m_pins->notesOn(at)); });
    connect(m_pins, &PinFlow::notesChanged, this, &MainWindow::showDetails);
}

void MainWindow::connectTo(const core::ServerProfile& profile, const core::Secret& password)
{
    m_connecting->connectTo(profile, password);
}

bool MainWindow::reconnect()
{
    return m_connecting->lastServers().reconnect();
}

void MainWindow::openConnectionDialog()
{
    m_connecting->openDialog();
}

void MainWindow::offerConnection(const core::ServerProfile& profile)
{
    m_connecting->offer(profile);
}

void MainWindow::follow(const core::ConsoleLink& link)
{
    m_pages->showSessions();
    m_linking->follow(link);
}

void MainWindow::showLinks()
{
    m_actions->refresh->setEnabled(!links().empty());
    // A demonstration beside other brokers: what is selected decides, once it is asked for.
    const bool isDemo = std::ranges::any_of(
        links(), [](const auto& link) { return link->profile().address.transport == core::Transport::Demo; });
    const core::ServerId demo = core::ServerAddress{core::Transport::Demo, {}, 0, 0}.id();
    const std::span<const core::ServerId> servers(&demo, isDemo ? 1 : 0);
    m_actions->setCureRefusal(whyNoCure(servers, m_console.services().rules));
    m_status->showServers(links());
    showState();
}

void MainWindow::showState()
{
    const models::SessionCounts& counts = m_console.sessions().counts();
    m_selecting->menu().showCounts(counts);
    m_status->showCounts(counts);
    showPlaces();
    showTimes();
    m_pane->showState();
}

void MainWindow::showPlaces()
{
    using enum PlacesDock::Counted;
    const bool isMachines = m_pages->showsMachines();
    m_places->showPlaces(links(), m_console.services().now(), isMachines ? Machines : Sessions,
                         isMachines ? m_pages->machines().table().places
                                    : models::placeCounts(m_console.sessions().counts()));
}

void MainWindow::showTimes()
{
    m_status->showAge(links(), m_console.services().now());
    m_places->showTimes(links(), m_console.services().now());
    m_pane->showTrouble();
    m_console.activity().countDown();
}

void MainWindow::showSelection()
{
    const int count = m_pane->view().selectedCount();
    m_status->showSelection(count);
    m_actions->setHasSelection(count > 0);
    m_selecting->menu().setHasRow(count > 0 || m_pane->view().chosenRow() >= 0);
    m_pins->showRow();
    if (count > 0)
        m_details->openForSelection();
    showDetails();
}

void MainWindow::showDetails()
{
    // Once: Qt puts a selection together, range by range, each time that it is asked for.
    const QItemSelection selection = m_pane->view().selectionModel()->selection();
    const int count = m_console.sessions().sessionCountIn(selection);
    m_details->showSelection(count == 1 ? m_pane->view().chosenRow() : -1, count, selection);
}

void MainWindow::warn(const QString& what, const QString& nextStep)
{
    m_pane->showNotice(NoticePanel::Kind::Warning, what, nextStep);
}

void MainWindow::fail(const QString& why)
{
    m_pane->showNotice(NoticePanel::Kind::Failure, why);
}

void MainWindow::closeUnasked()
{
    m_closing->confirm();
    close();
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setWindowTitle(tr("Deskwarden"));
    m_console.retranslate();
    // What all of them say of the servers, once they know of the language themselves.
    QMetaObject::invokeMethod(
        this,
        [this] {
            showLinks();
            showSelection();
        },
        Qt::QueuedConnection);
    emit languageChanged();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    if (!m_closing->letsClose()) {
        event->ignore();
        return;
    }
    m_console.stop(); // first of all: what hangs ends while the rest is put away
    m_layout->save();
    emit closed();
    event->accept();
}

} // namespace deskwarden::ui
