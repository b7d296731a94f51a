# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Pictures of the dialogs, for tests/scenes/CMakeLists.txt.

deskwarden_add_test(scenes.dialogs SOURCES DialogScenes.cpp LINKS deskwarden::ui)
add_test(NAME scenes.dialogs_2x COMMAND test_scenes.dialogs)
set_tests_properties(scenes.dialogs_2x PROPERTIES
    TIMEOUT 120
    LABELS "scenes"
    ENVIRONMENT "${DESKWARDEN_TEST_ENVIRONMENT};QT_SCALE_FACTOR=2")
