# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
# shellcheck shell=bash

# Sourced: a Wine prefix of the run's own, gone when the run ends.

# neither .NET nor a browser; and nothing gets into the menus of the person who runs it
wine_without=mscoree,mshtml,winemenubuilder.exe=

# start_wine FOLDER: makes the prefix there; everything after it runs in it
start_wine() {
    export WINEPREFIX=$1 WINEDEBUG=-all WINEDLLOVERRIDES=$wine_without WINEARCH=win64
    mkdir -p "$WINEPREFIX"
    wine_quietly wineboot --init
    wait_for_wine
}

# wine_quietly PROGRAM [ARGUMENTS]: output goes to a file, because a child that stays would hold our pipe
wine_quietly() {
    local status=0
    /usr/lib/wine/wine64 "$@" >"$WINEPREFIX/output.log" 2>&1 </dev/null || status=$?
    return $status
}

# until the registry is written and nothing runs any more
wait_for_wine() { /usr/lib/wine/wineserver64 -w; }

stop_wine() {
    [ -n "${WINEPREFIX:-}" ] || return 0
    /usr/lib/wine/wineserver64 -k >/dev/null 2>&1 || true
    rm -rf "$WINEPREFIX"
}

# windows_path PATH: as programs under Wine see it
windows_path() { printf 'Z:%s' "${1//\//\\}"; }
