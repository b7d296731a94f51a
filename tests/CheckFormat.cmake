# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DCLANG_FORMAT=PROGRAM [-DROOT=DIR] [-DAPPLY=ON] -P CheckFormat.cmake: are all C++ files as clang-format writes them?
# APPLY rewrites them.

cmake_minimum_required(VERSION 3.25)
if(NOT DEFINED ROOT)
    cmake_path(GET CMAKE_CURRENT_LIST_DIR PARENT_PATH ROOT)
endif()
include("${CMAKE_CURRENT_LIST_DIR}/SourceFiles.cmake")
list_source_files("${ROOT}" files)
list(FILTER files INCLUDE REGEX "^(app|src|ui|tests)/.*\\.(h|cpp)$")
if(NOT files)
    return()
endif()

set(mode --dry-run --Werror -ferror-limit=1)
if(APPLY)
    set(mode -i)
endif()
execute_process(COMMAND "${CLANG_FORMAT}" --style=file ${mode} ${files} WORKING_DIRECTORY "${ROOT}" RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "some files are not formatted: ./dev format")
endif()
