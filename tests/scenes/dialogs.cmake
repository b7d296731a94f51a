# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Pictures of the dialogs, for tests/scenes/CMakeLists.txt.

deskwarden_add_test(scenes.dialogs SOURCES DialogScenes.cpp LINKS deskwarden::ui)
# The offscreen platform's own screen has 800 x 800 points: too small for anything at 200 %.
set(screen "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_CURRENT_SOURCE_DIR}/screen.json")
set_property(TEST scenes.dialogs APPEND PROPERTY ENVIRONMENT "${screen}")
foreach(scale 2 3)
    deskwarden_add_test_run(scenes.dialogs_${scale}x OF scenes.dialogs TIMEOUT 120 LABELS scenes
        ENVIRONMENT "${screen}" QT_SCALE_FACTOR=${scale})
endforeach()
