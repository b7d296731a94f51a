# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Languages are found by their files: help/LANG.md with its pictures in help/LANG, messages/LANG.json and
# translations/deskwarden_LANG.ts. No list names
# them; tests/CheckTranslations.cmake demands that a language has all three.

set(DESKWARDEN_RESOURCES "${PROJECT_SOURCE_DIR}/resources")

# deskwarden_add_messages(TARGET FOLDER): what is sent to users, of each language below FOLDER
function(deskwarden_add_messages target folder)
    file(GLOB messages CONFIGURE_DEPENDS "${folder}/messages/*.json")
    qt_add_resources(${target} "${target}_messages" PREFIX "/messages" BASE "${folder}/messages" FILES ${messages})
endfunction()

# deskwarden_add_texts(TARGET FOLDER): help and translations of each language below FOLDER
function(deskwarden_add_texts target folder)
    file(GLOB help CONFIGURE_DEPENDS "${folder}/help/*.md" "${folder}/help/*/*.png")
    qt_add_resources(${target} "${target}_help" PREFIX "/help" BASE "${folder}/help" FILES ${help})
    file(GLOB translations CONFIGURE_DEPENDS "${folder}/translations/deskwarden_*.ts")
    qt_add_lrelease(${target} TS_FILES ${translations} QM_FILES_OUTPUT_VARIABLE compiled)
    qt_add_resources(${target} "${target}_translations" PREFIX "/i18n" BASE "${CMAKE_CURRENT_BINARY_DIR}"
        FILES ${compiled})
endfunction()
