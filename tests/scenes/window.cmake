# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Pictures of the main window, for tests/scenes/CMakeLists.txt.

file(MAKE_DIRECTORY "${CMAKE_BINARY_DIR}/scenes")
set(screen "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_CURRENT_SOURCE_DIR}/screen.json")
foreach(scene window select audit grace drain help people tools)
    string(SUBSTRING ${scene} 0 1 initial)
    string(SUBSTRING ${scene} 1 -1 rest)
    string(TOUPPER ${initial} initial)
    deskwarden_add_test(scenes.${scene} SOURCES ${initial}${rest}Scenes.cpp
        LINKS deskwarden::scene_support deskwarden::test_support)
    set_tests_properties(scenes.${scene} PROPERTIES
        TIMEOUT 240
        LABELS "scenes"
        WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/scenes"
        ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};${screen}")
endforeach()

# scaled(SCENE SCALE FUNCTION:LOOK ...): the same at another scale, in one look: what differs between looks does not
# differ by scale.
function(scaled scene scale)
    deskwarden_add_test_run(scenes.${scene}_${scale}x OF scenes.${scene} TIMEOUT 240 LABELS scenes ARGUMENTS ${ARGN}
        ENVIRONMENT "${screen}" QT_SCALE_FACTOR=${scale})
    set_tests_properties(scenes.${scene}_${scale}x PROPERTIES WORKING_DIRECTORY "${CMAKE_BINARY_DIR}/scenes")
endfunction()
scaled(window 1.5 looks:light)
scaled(window 2 looks:ru sizes:twice-light)
scaled(window 3 sizes:laptop-light)
scaled(select 2 looks:dark)
scaled(audit 2 looks:light damage:ru)
scaled(grace 2 looks:light)
scaled(drain 2 looks:dark)
scaled(people 2 names:light hosts:ru cures:dark directories:de)
scaled(tools 1.5 looks:ru)
scaled(tools 2 looks:de about:dark)

# The pictures in the help are made here, and put where they belong by the target update_help_pictures.
add_custom_target(update_help_pictures
    COMMAND "${CMAKE_CTEST_COMMAND}" -R "^scenes\\.help$" --output-on-failure
    COMMAND "${CMAKE_COMMAND}" -E copy_directory "${CMAKE_BINARY_DIR}/scenes/help" "${PROJECT_SOURCE_DIR}/resources/help"
    WORKING_DIRECTORY "${CMAKE_BINARY_DIR}" VERBATIM)
