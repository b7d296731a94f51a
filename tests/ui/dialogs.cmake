# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The tests of the dialogs, for tests/ui/CMakeLists.txt.

deskwarden_add_test(ui.connection_dialog SOURCES connect/ConnectionDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.confirmation_dialog SOURCES acts/ConfirmationDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.message_first SOURCES acts/MessageFirstTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.keyboard SOURCES window/KeyboardTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.message_dialog SOURCES acts/MessageDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.certificate_dialog SOURCES connect/CertificateDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.preferences_dialog SOURCES preferences/PreferencesDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.help_key SOURCES help/HelpKeyTest.cpp LINKS deskwarden::ui deskwarden::test_support)
deskwarden_add_test(ui.help_window SOURCES help/HelpWindowTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.licences_dialog SOURCES help/LicencesDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.log_window SOURCES help/LogWindowTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.report_dialog SOURCES help/ReportDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.update_dialog SOURCES help/UpdateDialogTest.cpp LINKS deskwarden::ui)
deskwarden_add_test(ui.translations SOURCES widgets/TranslationsTest.cpp LINKS deskwarden::ui)
set_source_files_properties(widgets/TranslationsTest.cpp PROPERTIES COMPILE_DEFINITIONS
    "DESKWARDEN_TRANSLATIONS=\"${PROJECT_SOURCE_DIR}/resources/translations\"")

# A third language, in files alone: what the programs do to offer their own is done for this one.
deskwarden_add_test(ui.languages SOURCES widgets/LanguagesTest.cpp LINKS deskwarden::ui OWN_PROGRAM)
deskwarden_add_messages(test_ui.languages "${CMAKE_CURRENT_SOURCE_DIR}/languages")
deskwarden_add_texts(test_ui.languages "${CMAKE_CURRENT_SOURCE_DIR}/languages")
