#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: try-packages.sh PACKAGES SCREENSHOTS: installs each package silently under Wine, runs what it installed, upgrades,
# uninstalls, and demands that nothing stays.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
packages=$(cd "$1" && pwd)
mkdir -p "$2"
pictures=$(cd "$2" && pwd)

fail() { printf 'try-packages: %s\n' "$*" >&2; exit 1; }
passed() { printf 'packages: %s\n' "$*"; }

scratch=$(mktemp -d)
xvfb=
finish() {
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    stop_wine
    rm -rf "$scratch"
}
trap finish EXIT
# Before Wine starts: its desktop belongs to the screen that is there at that moment.
Xvfb -displayfd 3 -screen 0 1366x850x24 -nolisten tcp 3>"$scratch/display" 2>"$scratch/xvfb.log" &
xvfb=$!
for _ in $(seq 100); do
    [ -s "$scratch/display" ] && break
    kill -0 "$xvfb" 2>/dev/null || { cat "$scratch/xvfb.log" >&2; fail "Xvfb did not start"; }
    sleep 0.1
done
DISPLAY=:$(cat "$scratch/display")
export DISPLAY
openbox >/dev/null 2>&1 &
start_wine "$scratch/prefix"
drive=$WINEPREFIX/drive_c

# Files and our registry keys; what Windows' own parts write for themselves is not ours.
state() {
    wait_for_wine
    (cd "$drive" && find . -type f ! -path './windows/*' ! -ipath './users/*/Temp/*' | LC_ALL=C sort)
    grep -aio '^\[[^]]*deskwarden[^]]*\]' "$WINEPREFIX/system.reg" "$WINEPREFIX/user.reg" | LC_ALL=C sort || true
}

# try_cli FOLDER WHAT: the installed command line lists the sessions of an embedded broker
try_cli() {
    [ -f "$1/deskwarden-cli.exe" ] || fail "$2: no deskwarden-cli.exe in $1"
    wine_quietly "$1/deskwarden-cli.exe" list --server demo:25 --json || {
        cat "$WINEPREFIX/output.log" >&2
        fail "$2: the command line failed"
    }
    local rows
    rows=$(grep -c '"SessionId"' "$WINEPREFIX/output.log" || true)
    [ "$rows" -eq 25 ] || fail "$2: $rows sessions listed instead of 25"
}

# try_console FOLDER NAME: the installed console opens on the simulated broker; its picture is kept
try_console() {
    [ -f "$1/deskwarden.exe" ] || { passed "$2: there is no console in this build"; return 0; }
    # Wine drops QT_…; its default font engine loses glyphs of fonts-liberation.
    WINEQT_QPA_PLATFORM=windows:fontengine=freetype /usr/lib/wine/wine64 "$1/deskwarden.exe" --demo 60 >"$scratch/console.log" 2>&1 </dev/null &
    local console=$! window=
    for _ in $(seq 300); do
        window=$(xdotool search --onlyvisible --name Deskwarden 2>/dev/null | head -1) && [ -n "$window" ] && break
        kill -0 $console 2>/dev/null || { cat "$scratch/console.log" >&2; fail "$2: the console ended at once"; }
        sleep 0.2
    done
    [ -n "$window" ] || fail "$2: no window appeared"
    sleep 5 # the first list
    import -window root "$pictures/$2.png"
    passed "$2: a window is there, its picture in $pictures/$2.png"
    xdotool key --window "$window" alt+F4 2>/dev/null || true
    for _ in $(seq 50); do kill -0 $console 2>/dev/null || break; sleep 0.2; done
    kill $console 2>/dev/null || true
    wait $console 2>/dev/null || true
    # What the console remembers for its user (window, recent servers) is the user's.
    find "$drive/users" -ipath '*appdata*deskwarden*' -not -ipath '*programs*' -type f -delete
}

before=$(state)

# same_as_before WHAT
same_as_before() {
    local left
    left=$(diff <(printf '%s\n' "$before") <(state) | grep '^[<>]' || true)
    [ -z "$left" ] || fail "$1 leaves behind or takes away: $left"
    passed "$1: nothing stays"
}

# ZIP: unpacked anywhere
mkdir "$drive/portable"
(cd "$drive/portable" && cmake -E tar xf "$packages"/deskwarden-*-windows-x64.zip)
try_cli "$drive/portable/Deskwarden" "portable ZIP"
rm -rf "$drive/portable"
same_as_before "portable ZIP"

# NSIS, for one user and for all; then once more over itself
user=$(basename "$(find "$drive/users" -mindepth 1 -maxdepth 1 -type d ! -name Public | head -1)")
for mode in user all; do
    setup=("$(windows_path "$(echo "$packages"/deskwarden-*-windows-x64.exe)")" /S)
    place=$drive/users/$user/AppData/Local/Programs/Deskwarden
    if [ $mode = all ]; then
        setup+=(/AllUsers)
        place="$drive/Program Files/Deskwarden"
    fi
    wine_quietly "${setup[@]}" || fail "setup for $mode failed with $?"
    try_cli "$place" "setup for $mode"
    [ $mode = all ] || try_console "$place" installed-console
    : >"$place/not-ours.txt"
    wine_quietly "${setup[@]}" || fail "the upgrade for $mode failed with $?"
    try_cli "$place" "upgrade for $mode"
    [ -f "$place/not-ours.txt" ] || fail "the upgrade took a file that is not ours"
    rm "$place/not-ours.txt"
    wait_for_wine
    wine_quietly "$place/uninstall.exe" /S
    for _ in $(seq 100); do [ -e "$place" ] || break; sleep 0.2; done # a copy of the uninstaller does the work
    same_as_before "setup for $mode"
done

msi=$(windows_path "$(echo "$packages"/deskwarden-*-windows-x64.msi)")
wine_quietly msiexec /i "$msi" /qn || fail "msiexec /i failed with $?"
try_cli "$drive/Program Files/Deskwarden" "MSI"
wine_quietly msiexec /x "$msi" /qn || fail "msiexec /x failed with $?"
same_as_before "MSI"
