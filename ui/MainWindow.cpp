// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/MainWindow.h"

#include "desk/CrashRecovery.h"
#include "desk/SeenKeeper.h"
#include "models/Texts.h"
#include "ui/AboutBox.h"
#include "ui/ActFlow.h"
#include "ui/ActionSet.h"
#include "ui/ActivityDock.h"
#include "ui/AuditWindow.h"
#include "ui/CloseGuard.h"
#include "ui/ConnectionDialog.h"
#include "ui/DetailsDock.h"
#include "ui/DrainWindow.h"
#include "ui/FilterBar.h"
#include "ui/HelpWindow.h"
#include "ui/NoticePanel.h"
#include "ui/PlacesDock.h"
#include "ui/SelectMenu.h"
#include "ui/SessionView.h"
#include "ui/StateMessage.h"
#include "ui/StatusStrip.h"
#include "ui/TroubleBanner.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace deskwarden::ui {

MainWindow::MainWindow(desk::Services services)
    : m_services(std::move(services))
    , m_sessions(m_services.now)
    , m_activity(m_services.now)
    , m_actions(new ActionSet(*this))
    , m_filter(new FilterBar(this))
    , m_policy(new NoticePanel(this))
    , m_trouble(new TroubleBanner(this))
    , m_view(new SessionView(m_sessions, this))
    , m_message(new StateMessage(m_view->viewport()))
    , m_places(new PlacesDock(m_sessions, this))
    , m_activityDock(new ActivityDock(m_activity, this))
    , m_details(new DetailsDock(m_sessions, m_activity, this))
    , m_status(new StatusStrip(this))
    , m_flow(new ActFlow(*this, m_services.rules, m_services.preferences))
    , m_recovery(new desk::CrashRecovery(m_services.audit, m_activity, this))
    , m_closing(new CloseGuard(*this, m_activity, m_grace))
    , m_select(new SelectMenu(m_actions->selectAll, this))
    , m_seen(new desk::SeenKeeper(m_services.seen, m_sessions, this))
    , m_servers(std::make_unique<desk::ConnectedServers>(m_services))
{
    setObjectName(QStringLiteral("mainWindow"));
    m_policy->setObjectName(QStringLiteral("policyNotice"));
    setWindowTitle(tr("Deskwarden"));
    layOut();
    connectActions();
    connectData();
    connectGrace();
    connectDrains();
    connectSelecting();
    restoreLayout();
    showPolicy();
    m_actions->setInterval(std::chrono::duration_cast<std::chrono::seconds>(m_servers->interval()));
    takeLinks();
    m_view->setFocus();
}

MainWindow::~MainWindow()
{
    m_closing->confirm(); // nobody is there to be asked
    // The dock tells that it vanishes while the window does, when there is nothing left to show.
    disconnect(m_details, nullptr, this, nullptr);
    m_grace.disconnect();
    forgetDrains();
    m_servers.reset();
}

void MainWindow::connectActions()
{
    using management::ActionKind;
    connect(m_actions->connectToServer, &QAction::triggered, this, &MainWindow::openConnectionDialog);
    connect(m_actions->refresh, &QAction::triggered, m_servers.get(), &desk::ConnectedServers::refresh);
    connect(m_actions->quit, &QAction::triggered, this, &MainWindow::close);
    connect(m_actions->logoff, &QAction::triggered, this, [this] { act(ActionKind::Logoff); });
    connect(m_actions->disconnectSession, &QAction::triggered, this, [this] { act(ActionKind::Disconnect); });
    connect(m_actions->sendMessage, &QAction::triggered, this, [this] { act(ActionKind::Message); });
    connect(m_actions->copy, &QAction::triggered, this, &MainWindow::copy);
    connect(m_actions->selectAll, &QAction::triggered, this, &MainWindow::selectAll);
    connect(m_actions->find, &QAction::triggered, m_filter, &FilterBar::focusField);
    connect(m_actions->clearFilter, &QAction::triggered, m_filter, &FilterBar::clear);
    m_actions->auditLog->setEnabled(!m_services.auditFile.isEmpty());
    connect(m_actions->auditLog, &QAction::triggered, this, [this] {
        auto* const window = new AuditWindow(m_services.auditFile, this);
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->offerRotation(m_services.preferences);
        if (m_services.audit != nullptr)
            window->offerAcknowledgement(*m_services.audit);
        window->show();
    });
    connect(m_actions->help, &QAction::triggered, this, &MainWindow::showHelp);
    connect(m_actions->about, &QAction::triggered, this, [this] { openAboutBox(*this); });
    connect(m_actions->columnsMenu, &QMenu::aboutToShow, this,
            [this] { m_view->fillColumnMenu(*m_actions->columnsMenu); });
    connect(m_actions, &ActionSet::intervalChosen, this, [this](std::chrono::seconds interval) {
        m_services.preferences.setValue(storage::preference::refreshSeconds, static_cast<int>(interval.count()));
        m_servers->setInterval(interval);
    });
}

void MainWindow::connectData()
{
    desk::ConnectedServers* const servers = m_servers.get();
    connect(servers, &desk::ConnectedServers::snapshotArrived, this, &MainWindow::takeSnapshot);
    connect(servers, &desk::ConnectedServers::linksChanged, this, &MainWindow::takeLinks);
    connect(servers, &desk::ConnectedServers::closed, &m_sessions, &models::SessionTableModel::removeServer);
    connect(servers, &desk::ConnectedServers::reportsArrived, this,
            [this](const std::vector<management::ActionReport>& reports) {
                m_grace.take(reports); // first: nobody is to think that all has ended while more follows from it
                takeReports(reports);
            });
    connect(&m_sessions, &models::SessionTableModel::countsChanged, this, &MainWindow::updateState);
    connect(&m_sessions, &models::SessionTableModel::arranged, this, &MainWindow::updateState);
    connect(&m_sessions, &models::SessionTableModel::arranged, this, &MainWindow::updateSelection);
    connect(m_view, &SessionView::selectionChangedByRows, this, &MainWindow::updateSelection);
    connect(m_view, &SessionView::menuRequested, m_actions, &ActionSet::popUpContextMenu);
    connect(m_filter, &FilterBar::filterChanged, this, &MainWindow::takeFilter);
    connect(m_filter, &FilterBar::listRequested, m_view, [this] { m_view->setFocus(Qt::TabFocusReason); });
    connect(m_places, &PlacesDock::placeChosen, m_filter, &FilterBar::setPlace);
    connect(m_message, &StateMessage::buttonClicked, this, [this] { cure(m_remedy); });
    connect(m_trouble, &TroubleBanner::remedyRequested, this, &MainWindow::cure);
    connect(m_flow, &ActFlow::confirmed, this, &MainWindow::submit);
    connect(m_flow, &ActFlow::refused, this,
            [this](const QString& why) { m_policy->showNotice(NoticePanel::Kind::Failure, why); });
    connect(m_view, &SessionView::selectionChangedByRows, this, &MainWindow::showPolicy);
    connect(m_recovery, &desk::CrashRecovery::found, this, [this](std::size_t acts) {
        m_activityDock->show();
        m_policy->showNotice(
            NoticePanel::Kind::Warning,
            acts == 1 ? tr("1 act was in flight when the program last ended.")
                      : tr("%Ln acts were in flight when the program last ended.", nullptr, static_cast<int>(acts)),
            tr("What became of them is being looked up; see Activity."));
    });
    connect(m_activityDock, &ActivityDock::pauseRequested, servers, &desk::ConnectedServers::setPaused);
    connect(m_closing, &CloseGuard::confirmed, this, &MainWindow::close);
    connect(m_closing, &CloseGuard::finishRequested, m_activityDock, &ActivityDock::resume);
    connect(m_activityDock, &ActivityDock::lookAgainRequested, this, [this] {
        for (const auto& link : links())
            m_recovery->lookAgain(*link);
    });
    connect(m_activityDock, &ActivityDock::retryRequested, this, &MainWindow::retryFailed);
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::updateTimes);
    m_tick.start(std::chrono::seconds(1));
}

void MainWindow::connectTo(const core::ServerProfile& profile, const core::Secret& password)
{
    m_seen->recall(profile);
    const core::Result<> opened = m_servers->open(profile, password);
    if (!opened) {
        openConnectionDialog();
        m_connectionDialog->setProfile(profile);
        m_connectionDialog->showFailure(opened.error());
        return;
    }
    // A list of recent servers that cannot be written is no reason not to work.
    (void)m_services.servers.remember(profile, m_services.now());
}

void MainWindow::openConnectionDialog()
{
    if (m_connectionDialog == nullptr) {
        m_connectionDialog = new ConnectionDialog(m_services.connectorFor, this);
        if (!m_services.schemes.empty())
            m_connectionDialog->setSchemes(m_services.schemes);
        m_connectionDialog->setCredentialStore(m_services.credentials);
        connect(m_connectionDialog, &ConnectionDialog::connectRequested, this, &MainWindow::connectTo);
        // Queued: the answer may open the dialog again, with the reason why it could not be followed.
        connect(m_connectionDialog, &QDialog::finished, this, &MainWindow::offerNext, Qt::QueuedConnection);
    }
    std::vector<core::ServerProfile> recent;
    for (const storage::KnownServer& known : m_services.servers.servers())
        recent.push_back(known.profile);
    m_connectionDialog->setRecentServers(std::move(recent));
    m_connectionDialog->open();
}

void MainWindow::offerConnection(const core::ServerProfile& profile)
{
    m_offers.push_back(m_services.servers.completed(profile));
    offerNext();
}

void MainWindow::offerNext()
{
    const bool isAnswering = m_connectionDialog != nullptr && m_connectionDialog->isVisible();
    if (m_offers.empty() || isAnswering)
        return;
    const core::ServerProfile profile = std::move(m_offers.front());
    m_offers.pop_front();
    openConnectionDialog();
    m_connectionDialog->setProfile(profile);
    m_connectionDialog->focusFirstGap();
}

void MainWindow::takeSnapshot(const management::SnapshotPointer& snapshot)
{
    std::map<std::string, std::string> names;
    for (const management::CollectionName& collection : snapshot->collections)
        names.emplace(collection.alias.toString(), collection.name.toString());
    if (!names.empty())
        m_sessions.setCollectionNames(snapshot->server, names);
    m_sessions.applySnapshot(snapshot);
    m_grace.look(*snapshot);
    tellDrains(*snapshot);
    desk::ServerLink* const link = m_servers->linkTo(snapshot->server);
    if (link != nullptr && snapshot->health == management::SnapshotHealth::Fresh)
        m_recovery->look(*link);
    updateState();
}

void MainWindow::takeLinks()
{
    m_actions->closeMenu->clear();
    for (const auto& link : links()) {
        const core::ServerId server = link->server();
        // Queued: the menu must not lose its entries while one of them is being chosen.
        connect(
            m_actions->closeMenu->addAction(serverName(link->profile())), &QAction::triggered, this,
            [this, server] { closeServer(server); }, Qt::QueuedConnection);
    }
    m_actions->closeMenu->setEnabled(!links().empty());
    m_actions->refresh->setEnabled(!links().empty());
    m_status->showServers(links());
    updateState();
}

void MainWindow::takeFilter(const models::SessionFilter& filter)
{
    m_view->startOver();
    m_sessions.setFilter(filter);
    m_places->select(filter);
    m_actions->clearFilter->setEnabled(!filter.isEmpty());
}

void MainWindow::updateState()
{
    const models::SessionCounts& counts = m_sessions.counts();
    m_filter->showCounts(counts);
    m_select->showCounts(counts);
    m_status->showCounts(counts);
    m_places->showPlaces(links());
    updateTimes();
    // What was said still holds until the rows that are on their way have come.
    if (m_sessions.isBusy() && !links().empty() && !m_message->isHidden() && counts.visible == 0 &&
        m_remedy == Remedy::None)
        return;
    const std::optional<TableState> empty = emptyTableState(links(), counts);
    m_message->setVisible(empty.has_value());
    m_remedy = empty ? empty->remedy : Remedy::None;
    if (empty)
        m_message->showMessage(empty->icon, empty->title, empty->text, empty->remedyLabel);
}

void MainWindow::updateTimes()
{
    const auto now = m_services.now();
    m_status->showAge(links(), now);
    m_trouble->showTrouble(listTrouble(links(), now));
    m_activity.countDown();
    if (++m_ticks % 60 == 0) {
        m_sessions.refreshTimes();
        showDetails();
    }
}

void MainWindow::updateSelection()
{
    const int count = m_view->selectedCount();
    m_status->showSelection(count);
    m_actions->setHasSelection(count > 0);
    m_select->setHasRow(count > 0 || m_view->currentIndex().isValid());
    showDetails();
}

void MainWindow::cure(Remedy remedy)
{
    switch (remedy) {
    case Remedy::None:
        break;
    case Remedy::Connect:
        changeConnection();
        break;
    case Remedy::Refresh:
        m_servers->refresh();
        break;
    case Remedy::ClearFilter:
        m_filter->clear();
        break;
    }
}

void MainWindow::changeConnection()
{
    openConnectionDialog();
    const auto hasFailed = [](const auto& link) {
        return link->snapshot() != nullptr && link->snapshot()->health == management::SnapshotHealth::Failed;
    };
    const auto failed = std::ranges::find_if(links(), hasFailed);
    if (failed == links().end())
        return;
    m_connectionDialog->setProfile((*failed)->profile());
    m_connectionDialog->focusFirstGap();
    if ((*failed)->snapshot()->error)
        m_connectionDialog->showFailure(*(*failed)->snapshot()->error);
}

void MainWindow::act(management::ActionKind kind)
{
    m_flow->start(kind, m_view->selectedSessions());
}

void MainWindow::submit(const std::vector<management::ActionRequest>& requests)
{
    m_activity.add(requests);
    m_sessions.noteSubmitted(requests);
    m_activityDock->show();
    m_servers->submit(requests);
}

void MainWindow::retryFailed()
{
    const std::vector<management::ActionRequest> requests = m_activity.retryable();
    if (requests.empty())
        return;
    // One kind at a time: each asks again who is hit. Messages last: most of them only went before an act.
    const auto act = std::ranges::find_if(requests, [](const management::ActionRequest& request) {
        return request.action.kind != management::ActionKind::Message;
    });
    const management::ActionKind kind = (act == requests.end() ? requests.begin() : act)->action.kind;
    std::vector<core::Session> sessions;
    for (const management::ActionRequest& request : requests) {
        if (request.action.kind == kind)
            sessions.push_back(request.confirmed);
    }
    m_flow->start(kind, sessions);
}

void MainWindow::copy()
{
    if (m_activityDock->hasTableFocus())
        m_activityDock->copyForTicket();
    else
        m_view->copySelection();
}

void MainWindow::selectAll()
{
    if (m_activityDock->hasTableFocus())
        m_activityDock->selectAll();
    else
        m_view->selectAll();
}

void MainWindow::showHelp()
{
    if (m_help == nullptr)
        m_help = new HelpWindow(this);
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

} // namespace deskwarden::ui
