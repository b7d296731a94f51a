# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Pictures of the dialogs, for tests/scenes/CMakeLists.txt.

deskwarden_add_test(scenes.dialogs SOURCES DialogScenes.cpp LINKS deskwarden::scene_support)
# The offscreen platform's own screen has 800 x 800 points: too small for anything at 200 %.
set(screen "QT_QPA_PLATFORM=offscreen:configfile=${CMAKE_CURRENT_SOURCE_DIR}/screen.json")
set_property(TEST scenes.dialogs APPEND PROPERTY ENVIRONMENT "${screen}")
# Each scale in one look: what differs between looks does not differ by scale.
foreach(scaled IN ITEMS 1.5:dark 2:pseudo 3:light)
    string(REPLACE ":" ";" scaled "${scaled}")
    list(GET scaled 0 scale)
    list(GET scaled 1 look)
    deskwarden_add_test_run(scenes.dialogs_${scale}x OF scenes.dialogs TIMEOUT 240 LABELS scenes ARGUMENTS dialogs:${look}
        ENVIRONMENT "${screen}" QT_SCALE_FACTOR=${scale})
endforeach()
