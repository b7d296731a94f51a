# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# The dialogs and the help, for ui/CMakeLists.txt.

set(DESKWARDEN_DIALOG_SOURCES
    AddressTexts.cpp
    CertificateDialog.cpp
    CertificateDialog.ui
    ConfirmationDialog.cpp
    ConfirmationDialog.ui
    ConnectionDialog.cpp
    ConnectionDialogCertificate.cpp
    ConnectionDialog.ui
    ContentScrollArea.cpp
    HelpWindow.cpp
    KeepPasswordPanel.cpp
    MessageDialog.cpp
    MessageDialog.ui
    MessageFirstPanel.cpp
    NoticePanel.cpp
    ProbeView.cpp
    SessionListTable.cpp
    StatusIcon.cpp
    TemplatesDialog.cpp
    Translations.cpp)
set(DESKWARDEN_DIALOG_HEADERS
    AddressTexts.h
    CertificateDialog.h
    ConfirmationDialog.h
    ConnectionDialog.h
    ContentScrollArea.h
    HelpWindow.h
    KeepPasswordPanel.h
    MessageDialog.h
    MessageFirstPanel.h
    NoticePanel.h
    ProbeView.h
    SessionListTable.h
    StatusIcon.h
    TemplatesDialog.h
    Translations.h)

# The help and the translations are part of the layer that shows them. The target update_translations collects the texts
# of the sources; what is new then waits in the .ts files to be translated. tests/CheckTranslations.cmake fails until it is.
function(deskwarden_add_texts target)
    set(help "${PROJECT_SOURCE_DIR}/resources/help")
    qt_add_resources(${target} "${target}_help" PREFIX "/help" BASE "${help}" FILES "${help}/en.md" "${help}/ru.md")
    set(translations "${PROJECT_SOURCE_DIR}/resources/translations/deskwarden_ru.ts")
    qt_add_lrelease(${target} TS_FILES ${translations} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(${target} "${target}_translations" PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}"
        FILES ${compiled})
    add_custom_target(update_translations
        COMMAND Qt6::lupdate app src ui -I . -I src -locations none -no-obsolete -ts ${translations}
        WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}" VERBATIM)
endfunction()
