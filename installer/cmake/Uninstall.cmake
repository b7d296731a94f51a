# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DMANIFEST=FILE -P Uninstall.cmake: removes what the last installation wrote into the manifest, below DESTDIR if the
# environment names one, and those of the folders then empty that are called after the program.

cmake_minimum_required(VERSION 3.25)
if(NOT EXISTS "${MANIFEST}")
    message(FATAL_ERROR "There is no ${MANIFEST}: nothing was installed from here.")
endif()
file(STRINGS "${MANIFEST}" files)
set(folders "")
foreach(file IN LISTS files)
    set(file "$ENV{DESTDIR}${file}")
    if(EXISTS "${file}" OR IS_SYMLINK "${file}")
        message(STATUS "Removing ${file}")
        file(REMOVE "${file}")
    endif()
    cmake_path(GET file PARENT_PATH folder)
    while(folder MATCHES "/deskwarden[^/]*(/|$)")
        list(APPEND folders "${folder}")
        cmake_path(GET folder PARENT_PATH folder)
    endwhile()
endforeach()
list(REMOVE_DUPLICATES folders)
list(SORT folders ORDER DESCENDING) # a folder after what is in it
foreach(folder IN LISTS folders)
    file(GLOB left "${folder}/*" "${folder}/.*")
    list(FILTER left EXCLUDE REGEX "/\\.\\.?$")
    if(IS_DIRECTORY "${folder}" AND NOT left)
        file(REMOVE_RECURSE "${folder}")
    endif()
endforeach()
