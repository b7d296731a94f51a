# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake [-DROOT=DIR] -P CheckSources.cmake: licence lines, forbidden words, length of files, paths of a particular machine,
# the fixed top level, and the version, which is the same everywhere. Prints one line a violation.

cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/SourceFiles.cmake")
list_source_files("${ROOT}" files)

set(top_level "^(app|src|ui|resources|tests|installer)/")
set(top_files CMakeLists.txt CMakePresets.json README.md ARCHITECTURE.md CONTRIBUTING.md CHANGELOG.md SECURITY.md LICENSE dev)
set(line_limit 500)

# spelled apart, so that this file does not contain what it forbids
set(words "TO" "FIX" "HA" "XX")
set(endings "DO" "ME" "CK" "X")
set(marks "")
foreach(word ending IN ZIP_LISTS words endings)
    list(APPEND marks "${word}${ending}")
endforeach()
list(JOIN marks "|" marks)
set(marks "(^|[^A-Za-z0-9_])(${marks})([^A-Za-z0-9_]|$)")

# a sentence that begins with a pronoun instead of a subject, or names nobody in particular
set(nobody_in_particular "who")
string(APPEND nobody_in_particular "ever")
set(nobody "((^|[.;:!-] |// |\"|# )Who(ever|m|se)?|[^a-zA-Z]${nobody_in_particular}) [a-z]")

string(REGEX REPLACE "([][+.*()^$?|\\\\])" "\\\\\\1" own_place "${ROOT}")
set(slash "/")
set(home "${slash}home/")
set(root_home "${slash}root/")
set(machine_path "(${own_place}/|${home}[a-z]|(^|[^A-Za-z0-9_.*}>/-])${root_home}|[A-Z]:\\\\+Users\\\\+[A-Za-z])")

set(violations 0)
macro(report text)
    message("${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# forbid(FILE PATTERN WHY): reports each line of the file that matches
function(forbid file pattern why)
    file(STRINGS "${ROOT}/${file}" hits REGEX "${pattern}")
    foreach(hit IN LISTS hits)
        string(STRIP "${hit}" hit)
        report("${file}: ${why}: ${hit}")
    endforeach()
    set(violations ${violations} PARENT_SCOPE)
endfunction()

foreach(file IN LISTS files)
    if(NOT file MATCHES "${top_level}|^\\." AND NOT file IN_LIST top_files)
        report("${file}: does not belong to the fixed top level")
    endif()
    if(file MATCHES "\\.(png|ico|icns|jpg|qm|ttf|bin|der|p12|sqlite)$" OR IS_SYMLINK "${ROOT}/${file}")
        continue()
    endif()

    if(file MATCHES "\\.(h|cpp|cmake|sh|in|rc|py|supp|ps1|nsi|mof)$|(^|/)(CMakeLists\\.txt|dev|run)$|^\\.(clang|editor)")
        # REUSE-IgnoreStart
        file(READ "${ROOT}/${file}" head LIMIT 400)
        if(NOT head MATCHES "SPDX-FileCopyrightText: 20[0-9][0-9] The Deskwarden authors"
            OR NOT head MATCHES "SPDX-License-Identifier: MIT")
            # REUSE-IgnoreEnd
            report("${file}: lacks the two SPDX lines")
        endif()
    endif()

    if(NOT file MATCHES "/LICENSE[^/]*$") # words of others, left as they are
        forbid("${file}" "${marks}" "finish it or file an issue")
    endif()
    if(file MATCHES "\\.(h|cpp|md|sh|cmake|ui)$")
        forbid("${file}" "${nobody}" "name the subject: the operator, the user, the server …")
    endif()
    if(NOT file MATCHES "^tests/.*\\.(xml|txt|json)$")
        forbid("${file}" "${machine_path}" "path of a particular machine")
    endif()

    if(file MATCHES "^(src|ui|app)/.*\\.(h|cpp)$")
        file(READ "${ROOT}/${file}" text)
        string(REGEX MATCHALL "\n" newlines "${text}")
        list(LENGTH newlines count)
        if(count GREATER line_limit)
            report("${file}: has ${count} lines, more than ${line_limit}")
        endif()
        forbid("${file}" "(::|->|[.])instance\\(\\)" "no singletons, pass it in")
    endif()
    if(file MATCHES "^(src|ui|app|tests)/.*\\.(h|cpp)$")
        forbid("${file}" "ranges::(equal_range|find_end|partition|remove|remove_if|rotate|search|search_n|stable_partition|unique)\\("
               "what returns a subrange does not compile with clang 14, take the one of two iterators")
    endif()
    if(file MATCHES "^ui/.*\\.(h|cpp)$")
        forbid("${file}" "(->|[.])exec\\(" "dialogs are opened with open()")
    endif()
endforeach()

# the map leads only to files that are there
if(EXISTS "${ROOT}/ARCHITECTURE.md")
    file(READ "${ROOT}/ARCHITECTURE.md" map)
    string(REGEX MATCHALL "`[A-Za-z/]+[.](cpp|h|txt|sh|md)`" named "${map}")
    foreach(name IN LISTS named)
        string(REPLACE "`" "" name "${name}")
        string(REPLACE "." "[.]" pattern "${name}")
        if(NOT "${files}" MATCHES "(^|[;/])${pattern}(;|$)")
            report("ARCHITECTURE.md: no such file: ${name}")
        endif()
    endforeach()
endif()

# one version, wherever it stands; the first one of a file is its newest
function(check_version file pattern)
    if(NOT EXISTS "${ROOT}/${file}")
        return()
    endif()
    file(STRINGS "${ROOT}/${file}" lines REGEX "${pattern}" LIMIT_COUNT 1)
    string(REGEX REPLACE "^.*${pattern}.*$" "\\1" told "${lines}")
    if(NOT told STREQUAL version)
        report("${file}: is of version ${told}, CMakeLists.txt of ${version}")
    endif()
    set(violations ${violations} PARENT_SCOPE)
endfunction()
if(EXISTS "${ROOT}/CMakeLists.txt")
    file(STRINGS "${ROOT}/CMakeLists.txt" version REGEX "^project\\(")
    string(REGEX REPLACE "^.*VERSION ([0-9.]+).*$" "\\1" version "${version}")
    check_version(CHANGELOG.md "^## .([0-9.]+)")
    check_version(installer/debian/changelog "^deskwarden .([0-9.]+)")
    check_version(resources/io.github.deskwarden.deskwarden.metainfo.xml "<release version=.([0-9.]+)")
endif()

if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations")
endif()
