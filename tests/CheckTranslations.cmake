# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake [-DROOT=DIR] -DLUPDATE=PROGRAM -DSCRATCH=DIR -P CheckTranslations.cmake: every text of the sources is translated in
# every .ts file. lupdate adds the texts of today to a copy; one that is unfinished there was forgotten. Prints one line a
# violation.

cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()

set(violations 0)
macro(report text)
    message("${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# read_ts(FILE OUT): its text without what would break a CMake list
function(read_ts file out)
    file(READ "${file}" text)
    foreach(pair "&apos;|'" "&quot;|\"" "&lt;|(" "&gt;|)" "&amp;|&" "[|(" "]|)")
        string(REGEX MATCH "^(.*)\\|(.*)$" pair "${pair}")
        string(REPLACE "${CMAKE_MATCH_1}" "${CMAKE_MATCH_2}" text "${text}")
    endforeach()
    string(REPLACE ";" "," text "${text}")
    set(${out} "${text}" PARENT_SCOPE)
endfunction()

file(GLOB translations "${ROOT}/resources/translations/*.ts")
if(NOT translations)
    message(FATAL_ERROR "no translations found")
endif()
file(REMOVE_RECURSE "${SCRATCH}")
file(MAKE_DIRECTORY "${SCRATCH}")
foreach(translation IN LISTS translations)
    cmake_path(GET translation FILENAME name)
    file(COPY "${translation}" DESTINATION "${SCRATCH}")
    # The folders are those of the target update_translations.
    execute_process(COMMAND "${LUPDATE}" -silent app src ui -I . -I src -locations none -no-obsolete -ts "${SCRATCH}/${name}"
        WORKING_DIRECTORY "${ROOT}" COMMAND_ERROR_IS_FATAL ANY)
    read_ts("${SCRATCH}/${name}" text)
    set(more "[^<]*(<[a-z]+>[^<]*</[a-z]+>[^<]*)*")
    string(REGEX MATCHALL "<source>[^<]*</source>${more}<translation type=\"unfinished\"" forgotten "${text}")
    foreach(message IN LISTS forgotten)
        string(REGEX MATCH "<source>([^<]*)<" message "${message}")
        report("${name}: not translated: ${CMAKE_MATCH_1}")
    endforeach()
    # No translation is loaded for English: "(s)" would be shown as it stands.
    string(REGEX MATCHALL "<source>[^<]*\\(s\\)[^<]*<" lazy "${text}")
    foreach(source IN LISTS lazy)
        string(REGEX MATCH "<source>([^<]*)<" source "${source}")
        report("English has no plural forms here, word one and many apart: ${CMAKE_MATCH_1}")
    endforeach()
endforeach()

if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations; build the target update_translations, then translate what is unfinished")
endif()
