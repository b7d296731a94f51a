# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# list_source_files(ROOT OUT): what belongs to the project, relative to ROOT. Git says it, with files not yet added; in an
# unpacked archive (or where git refuses to answer) it is everything but build output.
function(list_source_files root out)
    find_program(GIT git)
    set(status 1)
    if(GIT)
        execute_process(COMMAND "${GIT}" -C "${root}" rev-parse --show-toplevel
            OUTPUT_VARIABLE top RESULT_VARIABLE status ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
    endif()
    file(REAL_PATH "${root}" real_root)
    if(status EQUAL 0 AND top STREQUAL real_root)
        execute_process(COMMAND "${GIT}" -C "${root}" -c core.quotePath=off ls-files --cached --others --exclude-standard
            OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY OUTPUT_STRIP_TRAILING_WHITESPACE)
        string(REPLACE "\n" ";" listed "${listing}")
    else()
        file(GLOB_RECURSE listed RELATIVE "${root}" "${root}/*")
        list(FILTER listed EXCLUDE REGEX "^(build|\\.git|\\.cache)/")
    endif()
    set(files "")
    foreach(file IN LISTS listed)
        if(EXISTS "${root}/${file}" AND NOT IS_DIRECTORY "${root}/${file}")
            list(APPEND files "${file}")
        endif()
    endforeach()
    list(REMOVE_DUPLICATES files)
    set(${out} "${files}" PARENT_SCOPE)
endfunction()
