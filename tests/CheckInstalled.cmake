# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# cmake -DBUILD=DIR -DSCRATCH=DIR -DAPP_ID=NAME [-DDESKTOP_FILE_VALIDATE=PROGRAM] [-DAPPSTREAMCLI=PROGRAM] [-DMAN=PROGRAM]
# [-DSYSTEMD_ANALYZE=PROGRAM] -P CheckInstalled.cmake: installs the build below a DESTDIR under two prefixes. What must be
# there is there, the programs run from where they lie, the desktop's and the system's tools have no complaint, and the target
# `uninstall` leaves nothing behind.

cmake_minimum_required(VERSION 3.25)
set(violations 0)
macro(report text)
    message("${text}")
    math(EXPR violations "${violations} + 1")
endmacro()

# check_silent(COMMAND...): the program says nothing and succeeds
function(check_silent)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
    string(STRIP "${said}" said)
    if(NOT status EQUAL 0 OR NOT said STREQUAL "")
        report("${ARGN}: ended with ${status}: ${said}")
    endif()
    set(violations ${violations} PARENT_SCOPE)
endfunction()

set(wanted share/applications/${APP_ID}.desktop share/metainfo/${APP_ID}.metainfo.xml
    share/icons/hicolor/scalable/apps/deskwarden.svg share/icons/hicolor/symbolic/apps/deskwarden-symbolic.svg
    share/doc/deskwarden/LICENSE
    share/doc/deskwarden/LICENSE.tabler-icons share/doc/deskwarden/CHANGELOG.md
    share/man/man1/deskwarden.1 share/man/man1/deskwarden-cli.1 share/man/man1/deskwarden-simulator.1
    share/man/man5/deskwarden-policy.5
    lib/systemd/system/deskwarden-logoff@.service lib/systemd/system/deskwarden-logoff@.timer
    share/doc/deskwarden/examples/logoff-example.conf share/doc/deskwarden/examples/password.conf)
foreach(program deskwarden deskwarden-cli deskwarden-simulator)
    list(APPEND wanted share/bash-completion/completions/${program} share/zsh/site-functions/_${program}
        share/fish/vendor_completions.d/${program}.fish share/deskwarden/powershell/${program}.ps1)
endforeach()
file(GLOB help RELATIVE "${CMAKE_CURRENT_LIST_DIR}/../resources" "${CMAKE_CURRENT_LIST_DIR}/../resources/help/*.md")
list(TRANSFORM help PREPEND share/doc/deskwarden/)
list(APPEND wanted ${help})
foreach(size 16 22 24 32 48 64 128 256 512)
    list(APPEND wanted share/icons/hicolor/${size}x${size}/apps/deskwarden.png)
endforeach()

foreach(prefix /usr /opt/some/place)
    file(REMOVE_RECURSE "${SCRATCH}")
    set(ENV{DESTDIR} "${SCRATCH}")
    execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${prefix}"
        OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    set(root "${SCRATCH}${prefix}")
    foreach(program deskwarden deskwarden-cli deskwarden-simulator)
        execute_process(COMMAND "${root}/bin/${program}" --version OUTPUT_VARIABLE told ERROR_VARIABLE told)
        if(NOT told MATCHES "^${program} [0-9]+\\.[0-9]+\\.[0-9]+")
            report("${prefix}: ${program} --version said: ${told}")
        endif()
    endforeach()
    foreach(file IN LISTS wanted)
        if(NOT EXISTS "${root}/${file}")
            report("${prefix}: ${file} is missing")
        endif()
    endforeach()
    file(GLOB_RECURSE outside LIST_DIRECTORIES false "${SCRATCH}/*")
    list(FILTER outside EXCLUDE REGEX "^${root}/")
    if(outside)
        report("${prefix}: these lie outside of the prefix: ${outside}")
    endif()

    # Each picture and program that the desktop file names is what was installed.
    set(desktop "${root}/share/applications/${APP_ID}.desktop")
    file(STRINGS "${desktop}" commands REGEX "^Exec=")
    foreach(command IN LISTS commands)
        string(REGEX REPLACE "^Exec=([^ ]+).*" "\\1" program "${command}")
        if(NOT EXISTS "${root}/bin/${program}")
            report("${prefix}: the desktop file starts ${program}, which is not installed")
        endif()
    endforeach()
    if(DESKTOP_FILE_VALIDATE)
        check_silent("${DESKTOP_FILE_VALIDATE}" "${desktop}")
    endif()
    if(APPSTREAMCLI)
        execute_process(COMMAND "${APPSTREAMCLI}" validate --pedantic --no-net "${root}/share/metainfo/${APP_ID}.metainfo.xml"
            RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
        if(NOT status EQUAL 0 OR said MATCHES "(^|\n)[IWEP]: ")
            report("appstreamcli: ${said}")
        endif()
    endif()

    # Alone, then with the drop-in for a password. The program is looked for where it would be, so it is named whole.
    if(SYSTEMD_ANALYZE)
        set(units "${SCRATCH}/units")
        foreach(unit deskwarden-logoff@.service deskwarden-logoff@.timer)
            file(READ "${root}/lib/systemd/system/${unit}" text)
            string(REPLACE "ExecStart=deskwarden-cli " "ExecStart=${root}/bin/deskwarden-cli " text "${text}")
            string(REPLACE "@." "@x." name "${unit}")
            file(WRITE "${units}/${name}" "${text}")
        endforeach()
        check_silent("${SYSTEMD_ANALYZE}" verify --man=no "${units}/deskwarden-logoff@x.service" "${units}/deskwarden-logoff@x.timer")
        file(COPY "${root}/share/doc/deskwarden/examples/password.conf" DESTINATION "${units}/deskwarden-logoff@x.service.d")
        check_silent("${SYSTEMD_ANALYZE}" verify --man=no "${units}/deskwarden-logoff@x.service")
        file(REMOVE_RECURSE "${units}")
    endif()
    if(MAN)
        set(ENV{LC_ALL} C.UTF-8)
        set(ENV{MANWIDTH} 80)
        file(GLOB pages "${root}/share/man/man*/*")
        foreach(page IN LISTS pages)
            execute_process(COMMAND "${MAN}" --warnings -E UTF-8 -l -Tutf8 -Z "${page}"
                RESULT_VARIABLE status OUTPUT_QUIET ERROR_VARIABLE said)
            if(NOT status EQUAL 0 OR NOT said STREQUAL "")
                report("${page}: ${said}")
            endif()
        endforeach()
    endif()

    file(WRITE "${root}/share/doc/deskwarden/someones-notes" "not ours")
    execute_process(COMMAND "${CMAKE_COMMAND}" --build "${BUILD}" --target uninstall OUTPUT_VARIABLE said ERROR_VARIABLE said
        RESULT_VARIABLE status)
    file(GLOB_RECURSE left RELATIVE "${root}" LIST_DIRECTORIES false "${SCRATCH}/*")
    if(NOT status EQUAL 0 OR NOT left STREQUAL "share/doc/deskwarden/someones-notes")
        report("${prefix}: after uninstalling there is: ${left}\n${said}")
    endif()
    if(EXISTS "${root}/share/doc/deskwarden/help")
        report("${prefix}: the empty folder of the help was left")
    endif()
endforeach()
file(REMOVE_RECURSE "${SCRATCH}")
if(violations GREATER 0)
    message(FATAL_ERROR "${violations} violations")
endif()
