#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# under-wine.sh PROGRAM [ARGUMENTS]: runs a Windows program under Wine, in the prefix that WINEPREFIX names.

set -u
: "${WINEPREFIX:?under-wine.sh needs a WINEPREFIX of the run\'s own}"
export WINEDEBUG=${WINEDEBUG:--all} WINEDLLOVERRIDES=${WINEDLLOVERRIDES:-mscoree,mshtml,winemenubuilder.exe=} LC_ALL=C.UTF-8
# Wine drops every QT_* variable; Qt Test prints nothing without the second one.
export WINEQT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} WINEQT_FORCE_STDERR_LOGGING=1
# The offscreen platform takes its fonts from a folder.
export WINEQT_QPA_FONTDIR='Z:\usr\share\fonts\truetype\dejavu'
# As the programs do it for themselves: see app/ProcessSafety.cpp.
export WINEQT_ENABLE_REGEXP_JIT=0
# A child that outlives the program must not hold the caller's pipe: output goes through a file.
output=$(mktemp)
trap 'rm -f "$output"' EXIT
/usr/lib/wine/wine64 "$@" >"$output" 2>&1 </dev/null
status=$?
cat "$output"
exit $status
