# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# What `cmake --install` puts where, and the target that takes it away again. DESTDIR and --prefix are CMake's own.

include(GNUInstallDirs)
if("$CACHE{CMAKE_INSTALL_DOCDIR}" STREQUAL "") # CMake would write the name with a capital letter
    set(CMAKE_INSTALL_DOCDIR "${CMAKE_INSTALL_DATAROOTDIR}/doc/deskwarden")
endif()
# The app id: name of the desktop file, of the AppStream component, and what windows say they belong to.
set(DESKWARDEN_APP_ID io.github.deskwarden.deskwarden)

# Layers as shared libraries lie in a folder of their own, where the programs look for them relative to themselves.
if(BUILD_SHARED_LIBS)
    set(CMAKE_INSTALL_RPATH "\$ORIGIN/../${CMAKE_INSTALL_LIBDIR}/deskwarden;\$ORIGIN")
endif()

# deskwarden_install_program(TARGET), deskwarden_install_library(TARGET)
function(deskwarden_install_program target)
    install(TARGETS ${target} RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
endfunction()
function(deskwarden_install_library target)
    if(BUILD_SHARED_LIBS)
        install(TARGETS ${target} LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}/deskwarden")
    endif()
endfunction()

install(FILES LICENSE README.md CHANGELOG.md DESTINATION "${CMAKE_INSTALL_DOCDIR}")
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(systemd "${PROJECT_SOURCE_DIR}/installer/systemd")
    install(FILES "${systemd}/deskwarden-logoff@.service" "${systemd}/deskwarden-logoff@.timer" DESTINATION lib/systemd/system)
    install(FILES "${systemd}/logoff-example.conf" "${systemd}/password.conf" DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples")
endif()
add_custom_target(uninstall
    COMMAND "${CMAKE_COMMAND}" "-DMANIFEST=${CMAKE_BINARY_DIR}/install_manifest.txt"
        -P "${CMAKE_CURRENT_LIST_DIR}/Uninstall.cmake"
    VERBATIM)
