# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The tests of the main window, for tests/ui/CMakeLists.txt.

deskwarden_add_test(ui.main_window SOURCES window/MainWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.safety_window SOURCES window/SafetyWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support Qt6::Sql
    TIMEOUT 300)
deskwarden_add_test(ui.responsiveness SOURCES window/ResponsivenessTest.cpp
    LINKS deskwarden::stall_watchdog deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.audit_window SOURCES audit/AuditWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support Qt6::Sql)
deskwarden_add_test(ui.grace_window SOURCES acts/GraceWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.keys_and_clicks SOURCES acts/KeysAndClicksTest.cpp LINKS deskwarden::ui deskwarden::test_support
    TIMEOUT 300)
deskwarden_add_test(ui.waves_window SOURCES acts/WavesWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.as_soon_as SOURCES acts/AsSoonAsTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.hand_off_menu SOURCES window/HandOffMenuTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.drain_window SOURCES acts/DrainWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.last_servers SOURCES connect/LastServersTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.offered_servers SOURCES connect/OfferedServersTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.followed_links SOURCES window/FollowedLinksTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.connecting SOURCES connect/ConnectingTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.closing SOURCES window/ClosingTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.filter_field SOURCES sessions/FilterFieldTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.selecting SOURCES sessions/SelectingTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.grouping SOURCES sessions/GroupingTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.servers SOURCES window/ServersTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.pins SOURCES window/PinsTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.machines SOURCES sessions/MachinesTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.pages SOURCES window/PagesTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.machine_acts SOURCES acts/MachineActsTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.cure SOURCES acts/CureTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.hosts SOURCES sessions/HostsTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.changes SOURCES sessions/ChangesTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.details SOURCES sessions/DetailsTest.cpp
    LINKS deskwarden::stall_watchdog deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.person_photo SOURCES sessions/PersonPhotoTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.views SOURCES window/ViewsTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.language_switch SOURCES window/LanguageSwitchTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.colour_switch SOURCES window/ColourSwitchTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.program_flow SOURCES window/ProgramFlowTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.list_menu SOURCES window/ListMenuTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.palette SOURCES palette/PaletteTest.cpp
    LINKS deskwarden::stall_watchdog deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.palette_names SOURCES palette/PaletteNamesTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.hostile_names SOURCES window/HostileNamesTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.why_dialog SOURCES sessions/WhyDialogTest.cpp LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
deskwarden_add_test(ui.background_work SOURCES widgets/BackgroundWorkTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.change_fade SOURCES sessions/ChangeFadeTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.first_paint SOURCES widgets/FirstPaintTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.word_fit SOURCES widgets/WordFitTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.mirrored_window SOURCES window/MirroredWindowTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.mnemonics SOURCES widgets/MnemonicsTest.cpp LINKS deskwarden::ui deskwarden::test_support)
set_source_files_properties(widgets/MnemonicsTest.cpp PROPERTIES COMPILE_DEFINITIONS
    "DESKWARDEN_UI=\"${PROJECT_SOURCE_DIR}/ui\"")
deskwarden_add_test(ui.usual_keys SOURCES widgets/UsualKeysTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.theme SOURCES widgets/ThemeTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.tour SOURCES window/TourTest.cpp LINKS deskwarden::ui deskwarden::test_support)
# The offscreen platform's own screen has 800 x 800 points: smaller than what is to be shown.
set(screen "QT_QPA_PLATFORM=offscreen:configfile=${PROJECT_SOURCE_DIR}/tests/scenes/screen.json")
deskwarden_add_test(ui.window_sizes SOURCES window/WindowSizesTest.cpp
    LINKS deskwarden::ui deskwarden::test_support TIMEOUT 300)
set_property(TEST ui.machines APPEND PROPERTY ENVIRONMENT "${screen}")
set_property(TEST ui.window_sizes APPEND PROPERTY ENVIRONMENT "${screen}")
foreach(scale 1.5 2 3)
    deskwarden_add_test_run(ui.window_sizes_${scale}x OF ui.window_sizes TIMEOUT 300
        ENVIRONMENT "${screen}" QT_SCALE_FACTOR=${scale})
endforeach()
