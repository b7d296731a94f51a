# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The tests of the dialogs, for tests/ui/CMakeLists.txt.

deskwarden_add_test(ui.connection_dialog SOURCES TestConnectionDialog.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.confirmation_dialog SOURCES TestConfirmationDialog.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.message_first SOURCES TestMessageFirst.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.keyboard SOURCES TestKeyboard.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.message_dialog SOURCES TestMessageDialog.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.certificate_dialog SOURCES TestCertificateDialog.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.help_window SOURCES TestHelpWindow.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.translations SOURCES TestTranslations.cpp LINKS deskwarden::ui)
set_source_files_properties(TestTranslations.cpp PROPERTIES COMPILE_DEFINITIONS
    "DESKWARDEN_TRANSLATION=\"${PROJECT_SOURCE_DIR}/resources/translations/deskwarden_ru.ts\"")
