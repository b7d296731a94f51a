# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The tests of the main window, for tests/ui/CMakeLists.txt.

deskwarden_add_test(ui.main_window SOURCES TestMainWindow.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.safety_window SOURCES TestSafetyWindow.cpp LINKS deskwarden::ui deskwarden::test_support Qt6::Sql
    TIMEOUT 300)
deskwarden_add_test(ui.responsiveness SOURCES TestResponsiveness.cpp
    LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.audit_window SOURCES TestAuditWindow.cpp LINKS deskwarden::ui deskwarden::test_support Qt6::Sql)
deskwarden_add_test(ui.grace_window SOURCES TestGraceWindow.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.drain_window SOURCES TestDrainWindow.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.offered_servers SOURCES TestOfferedServers.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.closing SOURCES TestClosing.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.selecting SOURCES TestSelecting.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.hostile_names SOURCES TestHostileNames.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.change_fade SOURCES TestChangeFade.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.first_paint SOURCES TestFirstPaint.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.theme SOURCES TestTheme.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.tour SOURCES TestTour.cpp LINKS deskwarden::ui deskwarden::test_support)
