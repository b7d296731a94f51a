# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Pictures of the main window, for tests/scenes/CMakeLists.txt.

file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/scenes")
set(screen "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_CURRENT_SOURCE_DIR}/screen.json")
deskwarden_add_test(scenes.window SOURCES WindowScenes.cpp LINKS deskwarden::stall_watchdog deskwarden::ui deskwarden::test_support)
deskwarden_add_test_run(scenes.window_2x OF scenes.window LABELS scenes)
set_tests_properties(scenes.window scenes.window_2x PROPERTIES
    TIMEOUT 240
    LABELS "scenes"
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/scenes"
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen}")
set_tests_properties(scenes.window_2x PROPERTIES
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen};QT_SCALE_FACTOR=2")

deskwarden_add_test(scenes.select SOURCES SelectScenes.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test_run(scenes.select_2x OF scenes.select LABELS scenes)
deskwarden_add_test(scenes.audit SOURCES AuditScenes.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test_run(scenes.audit_2x OF scenes.audit LABELS scenes)
deskwarden_add_test(scenes.grace SOURCES GraceScenes.cpp OfficeScene.h LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test_run(scenes.grace_2x OF scenes.grace LABELS scenes)
deskwarden_add_test(scenes.drain SOURCES DrainScenes.cpp OfficeScene.h LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test_run(scenes.drain_2x OF scenes.drain LABELS scenes)
set_tests_properties(scenes.select scenes.select_2x scenes.audit scenes.audit_2x scenes.grace scenes.grace_2x
    scenes.drain scenes.drain_2x PROPERTIES
    TIMEOUT 240
    LABELS "scenes"
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/scenes"
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen}")
set_tests_properties(scenes.select_2x scenes.audit_2x scenes.grace_2x scenes.drain_2x PROPERTIES
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen};QT_SCALE_FACTOR=2")

# The pictures in the help are made here, and put where they belong by the target update_help_pictures.
deskwarden_add_test(scenes.help SOURCES HelpScenes.cpp OfficeScene.h LINKS deskwarden::ui deskwarden::test_support)
set_tests_properties(scenes.help PROPERTIES
    TIMEOUT 240
    LABELS "scenes"
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/scenes"
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen}")
add_custom_target(update_help_pictures
    COMMAND "${CMAKE_CTEST_COMMAND}" -R "^scenes\\.help$" --output-on-failure
    COMMAND "${CMAKE_COMMAND}" -E copy_directory "${CMAKE_BINARY_DIR}/scenes/help" "${PROJECT_SOURCE_DIR}/resources/help"
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}" VERBATIM)
