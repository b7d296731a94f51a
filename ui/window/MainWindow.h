// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConsoleLink.h"
#include "desk/Console.h"

#include <QMainWindow>

namespace deskwarden::ui {

class ActFlow;
class ActionSet;
class ActivityDock;
class CloseGuard;
class ConnectFlow;
class DetailsDock;
class LinkFlow;
class PageFlow;
class PinFlow;
class PlacesDock;
class SelectFlow;
class SessionPane;
class StatusStrip;
class WindowLayout;
class WorkPages;

/// The console's window: it puts the widgets together, and passes on what they are told. What is done then, and in
/// which order, is decided by the console and the flows. Thread: GUI. Owner: the program. Blocks: never; closing it
/// ends all calls within 300 ms, once it is known what shall become of acts that are under way.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(desk::Services services);
    ~MainWindow() override;

    /// Connects, or opens the dialog with the reason why not.
    void connectTo(const core::ServerProfile& profile, const core::Secret& password);
    void openConnectionDialog();
    /// Starts to connect to the servers of the last time. False if there are none.
    [[nodiscard]] bool reconnect();
    /// Opens the dialog with all of it filled in but the password, once earlier offers have been answered: with what is
    /// known of that address, and the user that the profile names.
    void offerConnection(const core::ServerProfile& profile);
    /// Fills in what a link asks for, without doing any of it.
    void follow(const core::ConsoleLink& link);
    /// Closes without asking what shall become of acts that are under way: they are stopped.
    void closeUnasked();
    [[nodiscard]] const desk::ConnectedServers::Links& links() const { return m_console.links(); }

signals:
    /// The program speaks the language of QLocale() from now on.
    void languageChanged();
    /// The window will not come back.
    void closed();

protected:
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void connectActions();
    void connectSessions();
    void connectActs();
    void showLinks();
    void showState();
    void showPlaces();
    void showTimes();
    void showSelection();
    void showDetails();
    void connectPins();
    void warn(const QString& what, const QString& nextStep);
    void fail(const QString& why);

    desk::Console m_console;
    ActionSet* m_actions;
    WorkPages* m_pages;
    SessionPane* m_pane;
    PlacesDock* m_places;
    ActivityDock* m_activity;
    DetailsDock* m_details;
    WindowLayout* m_layout;
    StatusStrip* m_status;
    ConnectFlow* m_connecting;
    ActFlow* m_acting;
    LinkFlow* m_linking;
    SelectFlow* m_selecting;
    PinFlow* m_pins;
    CloseGuard* m_closing;
    PageFlow* m_paging;
};

} // namespace deskwarden::ui
