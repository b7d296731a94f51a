# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Windows x64 from Debian's MinGW-w64. The environment names the two trees that installer/windows/sysroot.sh has made:
# DESKWARDEN_WINDOWS_QT (Qt) and DESKWARDEN_WINDOWS_DEPS (the other libraries).

set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)
set(triple x86_64-w64-mingw32)

set(CMAKE_C_COMPILER ${triple}-gcc-posix)
set(CMAKE_CXX_COMPILER ${triple}-g++-posix)
set(CMAKE_RC_COMPILER ${triple}-windres)

# A cache entry, so that a later configuration without the environment still finds them.
foreach(tree QT DEPS)
    if(DEFINED ENV{DESKWARDEN_WINDOWS_${tree}})
        set(DESKWARDEN_WINDOWS_${tree} "$ENV{DESKWARDEN_WINDOWS_${tree}}" CACHE PATH "made by installer/windows/sysroot.sh"
            FORCE)
    endif()
    list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES DESKWARDEN_WINDOWS_${tree})
endforeach()

set(CMAKE_FIND_ROOT_PATH /usr/${triple} ${DESKWARDEN_WINDOWS_DEPS} ${DESKWARDEN_WINDOWS_QT})
list(APPEND CMAKE_PREFIX_PATH ${DESKWARDEN_WINDOWS_DEPS} ${DESKWARDEN_WINDOWS_QT})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Linux's .pc files must not be seen.
set(ENV{PKG_CONFIG_LIBDIR} "${DESKWARDEN_WINDOWS_DEPS}/lib/pkgconfig")
set(ENV{PKG_CONFIG_PATH} "")
set(ENV{PKG_CONFIG_SYSROOT_DIR} "")

# moc, uic, rcc and lrelease are Linux's, of the same version.
set(QT_HOST_PATH /usr CACHE PATH "")
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/x86_64-linux-gnu/cmake CACHE PATH "")

# Tests and the programs that a build runs go through this launcher, which finds the DLLs.
set(CMAKE_CROSSCOMPILING_EMULATOR "${CMAKE_CURRENT_LIST_DIR}/under-wine.sh")
