# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DSOURCE=DIR -DVERSION=X -DCOMMIT=HASH -DIN=FILE -DOUT=FILE -P WriteVersion.cmake: writes which version and commit
# this is. The commit is COMMIT if given; in an archive that git made it stands in commit.txt; in a clone git is asked.
# Elsewhere it is not known, and the text is empty.

cmake_minimum_required(VERSION 3.25)
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/commit.txt" archived LIMIT_COUNT 1)
if(NOT COMMIT AND archived MATCHES "^[0-9a-f]+$")
    set(COMMIT "${archived}")
endif()
find_program(GIT git)
if(NOT COMMIT AND GIT)
    execute_process(COMMAND "${GIT}" -C "${SOURCE}" rev-parse --show-toplevel HEAD
        OUTPUT_VARIABLE answer RESULT_VARIABLE status ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    file(REAL_PATH "${SOURCE}" real_source)
    # A folder that merely lies inside somebody else's repository has no commit of that.
    if(status EQUAL 0 AND answer MATCHES "^(.*)\n([0-9a-f]+)$" AND CMAKE_MATCH_1 STREQUAL real_source)
        set(COMMIT "${CMAKE_MATCH_2}")
    endif()
endif()
string(SUBSTRING "${COMMIT}" 0 12 COMMIT)
configure_file("${IN}" "${OUT}" @ONLY)
