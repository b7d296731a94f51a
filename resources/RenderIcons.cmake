# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DRSVG_CONVERT=PROGRAM -DLIST=FILE -DOUT=DIR -DQRC=FILE -P RenderIcons.cmake: renders each SVG named in LIST to
# OUT/SIZE/NAME.png and writes the resource collection that holds them.

cmake_minimum_required(VERSION 3.25)
file(STRINGS "${LIST}" sources)

set(outline_sizes 16 20 24 32 40 48 64 96 144)
set(program_sizes 16 24 32 48 64 128 256)
set(sizes_of_desktops_only 22 512) # installed beside the program, not carried in it
set(entries "")
foreach(source IN LISTS sources)
    cmake_path(GET source STEM name)
    set(sizes ${outline_sizes})
    if(name STREQUAL "deskwarden")
        set(sizes ${program_sizes} ${sizes_of_desktops_only})
    endif()
    foreach(size IN LISTS sizes)
        file(MAKE_DIRECTORY "${OUT}/${size}")
        set(picture "${OUT}/${size}/${name}.png")
        if(NOT EXISTS "${picture}" OR "${source}" IS_NEWER_THAN "${picture}")
            execute_process(
                COMMAND "${RSVG_CONVERT}" --width ${size} --height ${size} --output "${picture}" "${source}"
                COMMAND_ERROR_IS_FATAL ANY)
        endif()
        if(name STREQUAL "deskwarden" AND size IN_LIST sizes_of_desktops_only)
            continue()
        endif()
        string(APPEND entries "<file alias=\"${size}/${name}.png\">${picture}</file>\n")
    endforeach()
endforeach()
file(WRITE "${QRC}" "<RCC><qresource prefix=\"/icons\">\n${entries}</qresource></RCC>\n")
