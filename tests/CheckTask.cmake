# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DCLI=PROGRAM -DTASK=FILE -DSCRATCH=DIR -P CheckTask.cmake: what the Task Scheduler would start is a command line that the program
# takes: the same, on a demonstration and without doing anything. It ends with 0, or with 1 at a forbidden time of the day.

cmake_minimum_required(VERSION 3.25)
file(READ "${TASK}" task)
if(NOT task MATCHES "<Arguments>(.*)</Arguments>")
    message(FATAL_ERROR "${TASK}: no arguments")
endif()
separate_arguments(arguments WINDOWS_COMMAND "${CMAKE_MATCH_1}")
list(FIND arguments --server place)
math(EXPR place "${place} + 1")
list(REMOVE_AT arguments ${place})
list(INSERT arguments ${place} demo:50)
file(MAKE_DIRECTORY "${SCRATCH}")
execute_process(COMMAND "${CMAKE_COMMAND}" -E env "XDG_CONFIG_HOME=${SCRATCH}" "XDG_DATA_HOME=${SCRATCH}" "${CLI}" ${arguments} --dry-run
    RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said TIMEOUT 100)
if(NOT status MATCHES "^[01]$")
    message(FATAL_ERROR "ended with ${status}: ${said}")
endif()
message("${said}")
