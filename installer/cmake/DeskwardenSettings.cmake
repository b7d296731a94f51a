# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Settings that hold for every target. Warnings are turned into errors by the presets only, so that packagers are free.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_LINK_DEPENDS_NO_SHARED ON)

# Eight sources at a time read the headers once: a quarter of the time of a build from nothing. Preset clang compiles each
# source alone, so that each still includes what it uses, and linters see each.
set(CMAKE_UNITY_BUILD ${DESKWARDEN_UNITY})
set(CMAKE_UNITY_BUILD_BATCH_SIZE 8)

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")

# The launcher carries its settings along, so that clones of the project in different folders share one cache and
# precompiled headers stay cacheable.
find_program(DESKWARDEN_CCACHE ccache)
find_program(DESKWARDEN_ENV env)
mark_as_advanced(DESKWARDEN_CCACHE DESKWARDEN_ENV)
if(DESKWARDEN_CCACHE AND DESKWARDEN_ENV AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER
        "${DESKWARDEN_ENV}" "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" "${DESKWARDEN_CCACHE}")
endif()

include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)
