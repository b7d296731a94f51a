# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The main window, for ui/CMakeLists.txt.

set(DESKWARDEN_WINDOW_SOURCES
    AboutBox.cpp
    ActFlow.cpp
    ActionSet.cpp
    ActivityDelegate.cpp
    ActivityDock.cpp
    AuditWindow.cpp
    CloseGuard.cpp
    ClosingDialog.cpp
    ConnectedServers.cpp
    CrashRecovery.cpp
    FilterBar.cpp
    FlowLayout.cpp
    Icons.cpp
    MainWindow.cpp
    MainWindowLayout.cpp
    PlacesDock.cpp
    SessionDelegate.cpp
    SessionView.cpp
    StateChip.cpp
    StateMessage.cpp
    StatusStrip.cpp
    TableState.cpp
    Theme.cpp
    Tour.cpp
    TroubleBanner.cpp)
set(DESKWARDEN_WINDOW_HEADERS
    AboutBox.h
    ActFlow.h
    ActionSet.h
    ActivityDelegate.h
    ActivityDock.h
    AuditWindow.h
    CloseGuard.h
    ClosingDialog.h
    ConnectedServers.h
    CrashRecovery.h
    FilterBar.h
    FlowLayout.h
    Icons.h
    MainWindow.h
    PlacesDock.h
    Services.h
    SessionDelegate.h
    SessionView.h
    StateChip.h
    StateMessage.h
    StatusStrip.h
    TableState.h
    Theme.h
    Tour.h
    TroubleBanner.h)
