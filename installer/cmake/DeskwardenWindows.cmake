# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# What a Windows program carries in itself. Does nothing on other systems.

if(WIN32)
    enable_language(RC)
    find_program(DESKWARDEN_RSVG_CONVERT rsvg-convert)
    find_program(DESKWARDEN_ICON_CONVERT convert)
    mark_as_advanced(DESKWARDEN_RSVG_CONVERT DESKWARDEN_ICON_CONVERT)
    set(deskwarden_icon_source "${PROJECT_SOURCE_DIR}/resources/icons/deskwarden.svg")
    if(EXISTS "${deskwarden_icon_source}" AND DESKWARDEN_RSVG_CONVERT AND DESKWARDEN_ICON_CONVERT)
        set(DESKWARDEN_ICON "${PROJECT_BINARY_DIR}/deskwarden.ico")
        set(pictures "")
        set(commands "")
        foreach(size 16 20 24 32 40 48 64 256)
            set(picture "${PROJECT_BINARY_DIR}/deskwarden-${size}.png")
            list(APPEND pictures "${picture}")
            list(APPEND commands COMMAND "${DESKWARDEN_RSVG_CONVERT}" -w ${size} -h ${size} -o "${picture}"
                "${deskwarden_icon_source}")
        endforeach()
        add_custom_command(OUTPUT "${DESKWARDEN_ICON}" ${commands}
            COMMAND "${DESKWARDEN_ICON_CONVERT}" ${pictures} "${DESKWARDEN_ICON}"
            DEPENDS "${deskwarden_icon_source}" VERBATIM)
        add_custom_target(deskwarden_icon_file DEPENDS "${DESKWARDEN_ICON}")
    endif()
endif()

# deskwarden_add_windows_resources(TARGET DESCRIPTION): manifest (per-monitor DPI, long paths, UTF-8), version and icon
function(deskwarden_add_windows_resources target description)
    if(NOT WIN32)
        return()
    endif()
    set(icon_line "")
    if(DESKWARDEN_ICON)
        set(icon_line "1 ICON \"${DESKWARDEN_ICON}\"")
        add_dependencies(${target} deskwarden_icon_file)
    endif()
    configure_file("${PROJECT_SOURCE_DIR}/installer/windows/program.rc.in" "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc" @ONLY)
    target_sources(${target} PRIVATE "${CMAKE_CURRENT_BINARY_DIR}/${target}.rc")
endfunction()

# deskwarden_add_event_messages(TARGET DEFINITIONS): a library of nothing but the sentences that the event viewer shows, compiled from
# DEFINITIONS. A library of its own, as the viewer holds it open.
function(deskwarden_add_event_messages target definitions)
    if(NOT WIN32)
        return()
    endif()
    find_program(DESKWARDEN_MESSAGE_COMPILER NAMES ${CMAKE_SYSTEM_PROCESSOR}-w64-mingw32-windmc windmc mc REQUIRED)
    mark_as_advanced(DESKWARDEN_MESSAGE_COMPILER)
    cmake_path(ABSOLUTE_PATH definitions BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    cmake_path(GET definitions STEM name)
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/events")
    file(MAKE_DIRECTORY "${folder}")
    add_custom_command(OUTPUT "${folder}/${name}.rc"
        COMMAND "${DESKWARDEN_MESSAGE_COMPILER}" -C 65001 -U -h "${folder}" -r "${folder}" "${definitions}"
        DEPENDS "${definitions}" VERBATIM)
    add_library(${target} MODULE "${folder}/${name}.rc")
    target_include_directories(${target} PRIVATE "${folder}")
    target_link_options(${target} PRIVATE -nostdlib -Wl,--entry=0)
    set_target_properties(${target} PROPERTIES
        PREFIX "" LINKER_LANGUAGE CXX LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
endfunction()
