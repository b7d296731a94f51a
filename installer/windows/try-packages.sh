#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: try-packages.sh PACKAGES SCREENSHOTS TEST-WMI EVENT-VIEWER: installs each package silently under Wine, runs what it installed,
# upgrades, repairs, uninstalls, and demands that nothing stays. The installed console is worked with by clicks, on a demonstration and
# on WMI's test server (the DLL TEST-WMI). EVENT-VIEWER shows what the installed messages make of an event.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
# shellcheck source-path=SCRIPTDIR source=screen.sh
. "$here/screen.sh"
packages=$(cd "$1" && pwd)
mkdir -p "$2"
pictures=$(cd "$2" && pwd)
test_wmi=$(realpath "$3")
event_viewer=$(realpath "$4")

fail() { printf 'try-packages: %s\n' "$*" >&2; exit 1; }
passed() { printf 'packages: %s\n' "$*"; }

scratch=$(mktemp -d)
finish() {
    stop_wine
    stop_screen
    rm -rf "$scratch"
}
trap finish EXIT
start_screen "$scratch" || fail "Xvfb did not start"
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

# try_links FOLDER WHAT ROOT: links to deskwarden:// and Win+R find the installed console, by the keys below ROOT (HKCU or HKLM)
try_links() {
    local program=${1#"$drive"}
    program="C:${program//\//\\}\\deskwarden.exe"
    wine_quietly reg query "$3\\Software\\Classes\\deskwarden\\shell\\open\\command" /ve ||
        fail "$2: nothing opens links: $(cat "$WINEPREFIX/output.log")"
    grep -qiF "\"$program\" \"%1\"" "$WINEPREFIX/output.log" || fail "$2: links are opened otherwise: $(cat "$WINEPREFIX/output.log")"
    wine_quietly reg query "$3\\Software\\Classes\\deskwarden" /v 'URL Protocol' || fail "$2: deskwarden: is not called a scheme"
    wine_quietly reg query "$3\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\deskwarden.exe" /ve ||
        fail "$2: not in App Paths"
    grep -qiF "$program" "$WINEPREFIX/output.log" || fail "$2: App Paths names another program: $(cat "$WINEPREFIX/output.log")"
    [ -f "$1/policies/deskwarden.admx" ] || fail "$2: no templates for group policy"
    passed "$2: links and App Paths lead to it"
}

# try_events WHAT: the event viewer has sentences for what the programs report, in the languages that they speak
try_events() {
    local language word
    while read -r language word; do
        wine_quietly "$event_viewer" 1 'Outcome: done' "$language" || fail "$1: $(cat "$WINEPREFIX/output.log")"
        if ! grep -q "$word" "$WINEPREFIX/output.log" || ! grep -q 'Outcome: done' "$WINEPREFIX/output.log"; then
            fail "$1: the event viewer shows: $(cat "$WINEPREFIX/output.log")"
        fi
    done <<<$'0x409 logged\n0x407 abgemeldet\n0x419 Выход'
    passed "$1: the event viewer has its sentences"
}

# try_licences FOLDER WHAT: the licences of all that came along, and the bill of materials
try_licences() {
    local text
    for text in LICENSE.LGPL-3.0 LICENSE.GPL-3.0 LICENSE.LGPL-2.1 LICENSE.curl LICENSE.winpthreads LICENSE.GCC-exception-3.1 LICENSE.FTL; do
        [ -s "$1/licences/$text.txt" ] || fail "$2: no $text.txt"
    done
    grep -q '^PackageName: Qt$' "$1/licences/deskwarden.spdx" || fail "$2: no bill of materials that names Qt"
}

# windows_of_console NUMBER: waits until there are so many
windows_of_console() {
    local ids=
    for _ in $(seq 300); do
        ids=$(xdotool search --onlyvisible --name '^Deskwarden$' 2>/dev/null || true)
        [ "$(grep -c . <<<"$ids")" -ne "$1" ] || return 0
        sleep 0.2
    done
    return 1
}

# try_starts WHAT: a link starts the console, the next one goes to it, Win+R starts another one. Wine looks for both in the keys of the
# computer alone.
try_starts() {
    local -x WINEQT_QPA_PLATFORM=windows:fontengine=freetype
    wine_quietly start 'deskwarden://find?user=CORP%5Cbob&ticket=INC42' || fail "$1: no link is opened: $(cat "$WINEPREFIX/output.log")"
    windows_of_console 1 || fail "$1: a link started no console"
    wait_for_window 'Connect to a broker' 30 >/dev/null || fail "$1: the console that a link started is not ready"
    wine_quietly start 'deskwarden://find?user=CORP%5Canna' || fail "$1: no second link is opened"
    sleep 5
    windows_of_console 1 || fail "$1: the second link started another console"
    import -window root "$pictures/link.png"
    wine_quietly start deskwarden || fail "$1: not found by its name: $(cat "$WINEPREFIX/output.log")"
    windows_of_console 2 || fail "$1: its name started no console"
    wine_quietly taskkill /f /im deskwarden.exe || true
    passed "$1: started by a link and by its name; a second link went to the running console"
}

# What the console remembers for its user (record, window, servers) is the user's.
forget() { find "$drive/users" -ipath '*appdata*deskwarden*' -not -ipath '*programs*' -type f -delete; }

# acts_done FOLDER: how many logoffs the installed program has on record as done
acts_done() {
    wine_quietly "$1/deskwarden-cli.exe" audit --json || true
    grep -c '"action":"logoff".*"outcome":"done"' "$WINEPREFIX/output.log" || true
}

# work_with FOLDER NAME ARGUMENTS...: one try. Wine drops QT_…; its default font engine loses glyphs of fonts-liberation.
work_with() {
    local folder=$1 picture=$pictures/$2 done=0
    shift 2
    forget
    WINEDEBUG=fixme+dwmapi,fixme+shell WINEQT_QPA_PLATFORM=windows:fontengine=freetype /usr/lib/wine/wine64 "$folder/deskwarden.exe" "$@" \
        >"$scratch/console.log" 2>&1 </dev/null &
    local console=$!
    if log_off_five "$picture"; then
        for _ in $(seq 30); do
            done=$(acts_done "$folder")
            [ "$done" -lt 5 ] || break
            sleep 1
        done
        sleep 1
    fi
    import -window root "$picture.png"
    xdotool search --onlyvisible --name '^Deskwarden$' windowactivate --sync key alt+F4 2>/dev/null || true
    for _ in $(seq 50); do kill -0 $console 2>/dev/null || break; sleep 0.2; done
    kill $console 2>/dev/null || true
    wait $console 2>/dev/null || true
    [ "$done" -eq 5 ]
}

# try_console FOLDER NAME ARGUMENTS...: five people are logged off by clicks; a busy machine may lose a click, hence the tries
try_console() {
    for _ in 1 2 3; do
        if work_with "$@"; then
            # DWMWA_USE_IMMERSIVE_DARK_MODE = 0x14; Wine says that it has heard it.
            grep -q 'ExplicitAppUserModelID.*io[.]github[.]deskwarden[.]deskwarden' "$scratch/console.log" ||
                fail "$2: Windows was not told which shortcut the windows belong to"
            grep -q 'DwmSetWindowAttribute.*, 14,' "$scratch/console.log" || fail "$2: the title bar was not told its colour"
            passed "$2: five logged off by clicks; pictures in $pictures/$2*.png"
            forget
            return 0
        fi
    done
    cat "$scratch/console.log" >&2
    fail "$2: no five were logged off by clicks; see $pictures/$2*.png"
}

# The test server over CLSID_WbemLocator, for the whole prefix.
locator='HKLM\Software\Classes\CLSID\{4590F811-1D3A-11D0-891F-00AA004B2E24}\InprocServer32'
system_locator=
register_test_wmi() {
    wine_quietly reg query "$locator" /ve
    system_locator=$(sed -n 's/.*REG_SZ *//p' "$WINEPREFIX/output.log" | tr -d '\r' | head -1)
    wine_quietly reg add "$locator" /ve /d "$(windows_path "$test_wmi")" /f
}
unregister_test_wmi() { wine_quietly reg add "$locator" /ve /d "$system_locator" /f; }

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
try_licences "$drive/portable/Deskwarden" "portable ZIP"
cp -r "$drive/portable/Deskwarden" "$scratch/older-stage"
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
    if [ $mode = user ]; then root=HKCU; else root=HKLM; fi
    try_links "$place" "setup for $mode" $root
    try_licences "$place" "setup for $mode"
    if [ $mode = all ]; then
        try_events "setup for $mode"
        try_starts "setup for $mode"
        forget
    elif wine_quietly "$event_viewer" 1 x; then
        fail "setup for $mode: it has changed what belongs to everybody"
    fi
    if [ $mode = user ] && [ -f "$place/deskwarden.exe" ]; then
        [ -f "$drive/users/$user/AppData/Roaming/Microsoft/Windows/Start Menu/Programs/Deskwarden.lnk" ] ||
            fail "setup for $mode: nothing in the Start menu"
        try_console "$place" installed-demo --demo 60
        register_test_wmi
        DESKWARDEN_TEST_SESSIONS=60 try_console "$place" installed-com --server wmi://localhost
        unregister_test_wmi
    fi
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

# MSI: over an older version; the older one is refused then; a damaged installation is repaired
place="$drive/Program Files/Deskwarden"
uninstall='HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall'
# installed_versions: those that the computer lists
installed_versions() {
    wine_quietly reg query "$uninstall" /s || true
    tr -d '\r' <"$WINEPREFIX/output.log" | awk '/^HKEY/ { name = "" } $1 == "DisplayName" { name = $3 }
        $1 == "DisplayVersion" && name == "Deskwarden" { print $3 }'
}
echo 'of the older version' >"$scratch/older-stage/older-only.txt"
"$here/package.sh" "$scratch/older-stage" "$scratch/older" 0.0.9 '' msi >/dev/null
older=$(windows_path "$scratch/older/deskwarden-0.0.9-windows-x64.msi")
msi=$(windows_path "$(echo "$packages"/deskwarden-*-windows-x64.msi)")
version=${msi%-windows-x64.msi}
version=${version##*deskwarden-}
wine_quietly msiexec /i "$older" /qn || fail "msiexec /i of the older version failed with $?"
[ -f "$place/older-only.txt" ] || fail "the older MSI is not installed"
wine_quietly msiexec /i "$msi" /qn || fail "msiexec /i failed with $?"
[ ! -e "$place/older-only.txt" ] || fail "MSI: the upgrade left a file of the older version"
[ "$(installed_versions)" = "$version" ] || fail "MSI: after the upgrade these are installed: $(installed_versions)"
try_cli "$place" "MSI, upgraded"
try_links "$place" "MSI" HKLM
try_licences "$place" "MSI"
try_events "MSI"
# Wine puts it into the menu of one user, although the MSI is for everybody.
find "$drive" -path '*Start Menu*' -name Deskwarden.lnk | grep -q . || fail "MSI: nothing in the Start menu"
if wine_quietly msiexec /i "$older" /qn; then fail "MSI: the older version was installed over the newer one"; fi
[ "$(installed_versions)" = "$version" ] || fail "MSI: after the older one these are installed: $(installed_versions)"
[ ! -e "$place/older-only.txt" ] || fail "MSI: the older version left a file"
passed "MSI: an upgrade takes the older version's place, and the older one is refused"
rm "$place/deskwarden-cli.exe" "$place/sqldrivers/qsqlite.dll"
wine_quietly reg delete 'HKLM\Software\Classes\deskwarden' /f
# as /f does, which Wine knows only half
wine_quietly msiexec /i "$msi" REINSTALL=ALL REINSTALLMODE=omus /qn || fail "the repair of the MSI failed with $?"
try_cli "$place" "MSI, repaired"
try_links "$place" "MSI, repaired" HKLM
passed "MSI: what was deleted is there again after a repair"
wine_quietly msiexec /x "$msi" /qn || fail "msiexec /x failed with $?"
same_as_before "MSI"
