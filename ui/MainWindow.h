// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "desk/DrainRun.h"
#include "desk/GraceRuns.h"
#include "desk/Services.h"
#include "models/ActivityModel.h"
#include "models/SessionTableModel.h"
#include "ui/TableState.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>

#include <deque>

namespace deskwarden::desk {
class CrashRecovery;
class SeenKeeper;
} // namespace deskwarden::desk

namespace deskwarden::ui {

class ActFlow;
class CloseGuard;
class ConnectionDialog;
class NoticePanel;
class ActionSet;
class ActivityDock;
class DetailsDock;
class DrainWindow;
class FilterBar;
class HelpWindow;
class PastedListDialog;
class PlacesDock;
class SelectMenu;
class SessionView;
class StateMessage;
class StatusStrip;
class TroubleBanner;

/// The console: it shows the sessions of all connected servers and hands what a person confirms to their links.
/// Thread: GUI. Owner: the program. Blocks: never; closing it ends all calls within 300 ms, once it
/// is known what shall become of acts that are under way.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(desk::Services services);
    ~MainWindow() override;

    /// Connects, or opens the dialog with the reason why not.
    void connectTo(const core::ServerProfile& profile, const core::Secret& password);
    void openConnectionDialog();
    /// Opens the dialog with all of it filled in but the password, once earlier offers have been answered: with what is
    /// known of that address, and the user that the profile names.
    void offerConnection(const core::ServerProfile& profile);
    /// Closes without asking what shall become of acts that are under way: they are stopped.
    void closeUnasked();
    [[nodiscard]] const desk::ConnectedServers::Links& links() const { return m_servers->links(); }

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    void layOut();
    void connectActions();
    void connectData();
    void showPolicy();
    void restoreLayout();
    void saveLayout();

    void takeSnapshot(const management::SnapshotPointer& snapshot);
    void takeLinks();
    void takeFilter(const models::SessionFilter& filter);
    void updateState();
    void updateTimes();
    void updateSelection();
    void cure(Remedy remedy);

    void offerNext();
    void changeConnection();
    void act(management::ActionKind kind);
    void submit(const std::vector<management::ActionRequest>& requests);
    void connectGrace();
    void submitWarned(const std::vector<management::WarnedAct>& acts, const management::GraceOptions& options);
    void takeReports(const std::vector<management::ActionReport>& reports);
    void cancelWaiting();
    void cancel(const std::vector<std::uint64_t>& acts);
    void closeServer(const core::ServerId& server);
    void connectDrains();
    void drainHost();
    void startDrain(const management::DrainOptions& options, const management::ActionPlan& plan,
                    const std::optional<desk::DrainMessage>& message);
    void tellDrains(const std::vector<management::ActionReport>& reports);
    void tellDrains(const management::SessionSnapshot& list);
    [[nodiscard]] bool isDraining(const core::ServerId& server) const;
    void forgetDrains();
    void retryFailed();
    void copy();
    void selectAll();
    void connectSelecting();
    void selectMarked(const models::SessionFilter& marks);
    void selectPlace(bool isHost);
    void openPastedList();
    void selectChosen(const std::vector<core::Session>& sessions);
    void selectShown();
    void showDetails();
    void showHelp();

    desk::Services m_services;
    models::SessionTableModel m_sessions;
    models::ActivityModel m_activity;
    desk::GraceRuns m_grace;
    ActionSet* m_actions;
    FilterBar* m_filter;
    NoticePanel* m_policy;
    TroubleBanner* m_trouble;
    SessionView* m_view;
    StateMessage* m_message;
    PlacesDock* m_places;
    ActivityDock* m_activityDock;
    DetailsDock* m_details;
    StatusStrip* m_status;
    ActFlow* m_flow;
    desk::CrashRecovery* m_recovery;
    CloseGuard* m_closing;
    SelectMenu* m_select;
    desk::SeenKeeper* m_seen;
    std::vector<QPointer<DrainWindow>> m_drains; ///< also those that have ended, until they are closed
    QPointer<ConnectionDialog> m_connectionDialog;
    std::deque<core::ServerProfile> m_offers; ///< not shown in the dialog yet
    QPointer<HelpWindow> m_help;
    QTimer m_tick;
    int m_ticks = 0;
    bool m_selectsShown = false; ///< as soon as the filter has come to the screen
    Remedy m_remedy = Remedy::None;
    std::unique_ptr<desk::ConnectedServers> m_servers; // last: its links speak to all above until they have ended
};

} // namespace deskwarden::ui
