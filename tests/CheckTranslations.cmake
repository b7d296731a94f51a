# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake [-DROOT=DIR] -DLUPDATE=PROGRAM -DSCRATCH=DIR -P CheckTranslations.cmake: every text of the sources is translated in
# every .ts file. lupdate adds the texts of today to a copy; one that is unfinished there was forgotten. Each language has
# all its files, and nothing but these names it. Prints one line a violation.

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

# A language is its files, and is found by them.
include("${CMAKE_CURRENT_LIST_DIR}/SourceFiles.cmake")
list_source_files("${ROOT}" sources)
file(GLOB files "${ROOT}/resources/help/*.md" "${ROOT}/resources/messages/*.json" "${ROOT}/resources/translations/*.ts")
set(languages "")
foreach(file IN LISTS files)
    cmake_path(GET file STEM LAST_ONLY name)
    string(REGEX REPLACE "^.*_" "" language "${name}")
    list(APPEND languages "${language}")
endforeach()
list(REMOVE_DUPLICATES languages)
list(REMOVE_ITEM languages en) # the language of the sources
foreach(language IN LISTS languages)
    foreach(file help/${language}.md messages/${language}.json translations/deskwarden_${language}.ts)
        if(NOT EXISTS "${ROOT}/resources/${file}")
            report("${language}: resources/${file} is missing")
        endif()
    endforeach()
    foreach(file IN LISTS sources)
        if(file MATCHES "^(src|ui|app|installer|resources)/.*(\\.(h|cpp|cmake|sh|wxs|install|in)|CMakeLists\\.txt)$")
            file(STRINGS "${ROOT}/${file}" hits REGEX "(\"|/|_)${language}(\"|\\.(md|json|ts|qm))")
            foreach(hit IN LISTS hits)
                string(STRIP "${hit}" hit)
                report("${file}: languages are found by their files: ${hit}")
            endforeach()
        endif()
    endforeach()
endforeach()

if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations; build the target update_translations, then translate what is unfinished")
endif()
