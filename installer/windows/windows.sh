#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# ./dev windows: everything for Windows, on Debian. Libraries, cross-build, tests under Wine, packages, and what they do when
# they are installed. Results lie in build/windows. Arguments name stages to run instead of all.
#
# --minutes N is for CI: what cannot be done there (no compiler, no Wine, no libraries, no time) is said plainly and is no
# failure, Qt is not built from source, what fails under Wine is run once more, and after N minutes nothing goes on.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
jobs=$(nproc)
out=$PWD/build/windows
mkdir -p "$out"
version=$(sed -n 's/^project(Deskwarden VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

# The simulator of Linux to which tests sign in: other libraries than Windows' own at the other end.
if [ -f build/dev/build.ninja ]; then native=$PWD/build/dev; else native=$PWD/build/native; fi
simulator=$native/bin/deskwarden-simulator

# The trees of libraries, as lines for the environment, in build/windows/libraries.
libraries() { "$here/sysroot.sh" >"$out/libraries"; }

simulator() {
    [ -f "$native/build.ninja" ] ||
        cmake -S . -B "$native" -G Ninja -DDESKWARDEN_QT=OFF -DBUILD_TESTING=OFF -DCMAKE_BUILD_TYPE=RelWithDebInfo \
            >"$out/configure-native.log" 2>&1 || { cat "$out/configure-native.log"; return 1; }
    cmake --build "$native" --target deskwarden-simulator --parallel "$jobs"
}

build() {
    cmake --preset mingw "-DDESKWARDEN_NATIVE_SIMULATOR=$simulator" >"$out/configure.log" 2>&1 ||
        { cat "$out/configure.log"; return 1; }
    cmake --build --preset mingw --parallel "$jobs"
}

# not_run: names of tests that exist in the tree, but neither here nor in the list of those that are left out
not_run() {
    local text='\((NAME )?(core|management|wsman|simulator|storage|models|desk|ui|app|integration|scenes|support)\.[a-z0-9_]+'
    comm -23 <(grep -rhoE "(deskwarden_add_test|add_test)$text" tests --include=CMakeLists.txt --include='*.cmake' |
        sed -E 's/.*\((NAME )?//' | grep -v '_$' | LC_ALL=C sort -u) \
        <({ ctest --test-dir build/mingw -N | sed -nE 's/.*Test +#[0-9]+: ([a-z]+\.[a-z0-9_]+).*/\1/p'; sed 's/:.*//' build/mingw/tests/left-out.txt; } |
            LC_ALL=C sort -u)
}

# run_tests CTEST-ARGUMENTS...: in a prefix of their own
run_tests() {
    local status=0
    start_wine "$(mktemp -d)"
    # Without an own end the server would be started anew for each test.
    /usr/lib/wine/wineserver64 -p
    ctest --preset mingw "$@" </dev/null || status=$?
    stop_wine
    return $status
}

tests() {
    local status=0 missing
    trap stop_wine EXIT
    run_tests --parallel "$jobs" || status=$?
    if [ $status -ne 0 ] && [ -n "${DESKWARDEN_IN_CI:-}" ]; then
        echo "windows: the tests that failed, once more, one by one and in a new prefix:"
        cp build/mingw/Testing/Temporary/LastTest.log "$out/tests-first.log"
        status=0
        run_tests --parallel 1 --rerun-failed || status=$?
    fi
    echo "Left out on Windows:"
    sed 's/^/  /' build/mingw/tests/left-out.txt
    grep -ahE '^SKIP' build/mingw/Testing/Temporary/LastTest.log | sed 's/^/  /' || true
    missing=$(not_run)
    if [ -n "$missing" ]; then
        printf 'Neither run nor left out for a reason (see deskwarden_leave_out):\n%s\n' "$missing"
        [ -n "${DESKWARDEN_IN_CI:-}" ] || status=1
    fi
    return $status
}

sign_in() {
    if ! command -v ntlm_auth >/dev/null; then
        echo "sign-in: left out, because it needs ntlm_auth (package winbind)"
        return 0
    fi
    "$here/try-sign-in.sh" "$simulator" build/mingw/bin/deskwarden-cli.exe
}

command_line() {
    "$here/try-command-line.sh" build/mingw/bin/deskwarden-cli.exe build/mingw/tests/bin/test-wmi.dll \
        build/mingw/tests/bin/event-viewer.exe build/mingw/bin/deskwarden-events.dll
}

packages() {
    "$here/stage.sh" build/mingw "$out/stage"
    local icon=build/mingw/deskwarden.ico
    [ -f "$icon" ] && icon=$PWD/$icon || icon=
    rm -rf "$out/packages"
    "$here/package.sh" "$out/stage" "$out/packages" "$version" "$icon"
    "$here/winget.sh" "$out/packages" "$version"
    if ! command -v osslsigncode >/dev/null; then
        echo "signing: left out, because osslsigncode is not installed"
        return 0
    fi
    "$here/try-signing.sh" "$out/stage/deskwarden-cli.exe" "$out/packages/deskwarden-$version-windows-x64.msi"
}

# Without the libraries' folders on the path: what is installed must find its own.
installed() {
    unset WINEPATH
    "$here/try-packages.sh" "$out/packages" "$out/screenshots" build/mingw/tests/bin/test-wmi.dll \
        build/mingw/tests/bin/event-viewer.exe
}

use_libraries() {
    [ -s "$out/libraries" ] || return 0
    while read -r line; do export "${line?}"; done <"$out/libraries"
    WINEPATH="$(windows_path "$DESKWARDEN_WINDOWS_QT/bin");$(windows_path "$DESKWARDEN_WINDOWS_DEPS/bin")"
    export WINEPATH
}

# what_lacks: why nothing of this can be done on this computer; empty if it can
what_lacks() {
    local tool place
    for tool in x86_64-w64-mingw32-g++-posix x86_64-w64-mingw32-windres /usr/lib/wine/wine64 makensis wixl wixl-heat Xvfb \
        openbox xdotool import openssl msibuild krb5kdc kadmin.local; do
        PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || { echo "$tool is not installed"; return 0; }
    done
    place=$(mktemp -d)
    if ! WINEPREFIX=$place WINEDEBUG=-all WINEDLLOVERRIDES=$wine_without WINEARCH=win64 timeout --kill-after=10 180 \
        /usr/lib/wine/wine64 wineboot --init >/dev/null 2>&1 </dev/null; then
        echo "Wine does not start"
    fi
    WINEPREFIX=$place timeout 20 /usr/lib/wine/wineserver64 -k >/dev/null 2>&1 || true
    rm -rf "$place"
}

# the most that a stage may take, in seconds: far above what is measured, against hanging
limit_of() {
    case $1 in
    libraries) [ -n "${DESKWARDEN_IN_CI:-}" ] && echo 720 || echo 10800 ;;
    build) echo 7200 ;;
    tests) echo 2400 ;;
    *) echo 1200 ;;
    esac
}

# with less time than this, in seconds, it is not worth while to begin
need_of() {
    case $1 in
    tests | installed) echo 240 ;;
    *) echo 60 ;;
    esac
}

# counts STAGE: whether its failure is one of the whole run. In CI a click that a busy machine loses is told, no more.
counts() { [ -z "$deadline" ] || [ "$1" != installed ]; }

# run_stage STAGE: in a process of its own; sets result
run_stage() {
    local stage=$1 limit left status=0
    limit=$(limit_of "$stage")
    left=$((${deadline:-1000000} - SECONDS))
    [ "$limit" -le "$left" ] || limit=$left
    if [ "$limit" -lt "$(need_of "$stage")" ]; then
        result='LEFT OUT: no time'
        return
    fi
    timeout --kill-after=30 "$limit" "$here/windows.sh" --one "$stage" </dev/null || status=$?
    case $status in
    0) result=ok ;;
    124 | 137) if [ -n "$deadline" ]; then result="LEFT OUT: not done after $limit s"; else result=FAILED; fi ;;
    *) if [ "$stage" = libraries ] && [ -n "$deadline" ]; then result='LEFT OUT: cannot be had here'; else result=FAILED; fi ;;
    esac
}

deadline=
case ${1:-} in
--one) # one stage, in a process of its own, so that its time can be limited
    use_libraries
    "$2"
    exit
    ;;
--minutes)
    deadline=$((SECONDS + $2 * 60))
    shift 2
    export DESKWARDEN_IN_CI=1 DESKWARDEN_NO_QT_BUILD=1
    lacks=$(what_lacks)
    if [ -n "$lacks" ]; then
        echo "windows: LEFT OUT on this computer: $lacks"
        exit 0
    fi
    ;;
esac

stages=(simulator build tests sign_in command_line packages installed)
[ $# -eq 0 ] || stages=("$@")
failures=0
is_whole=yes
table=
for stage in libraries "${stages[@]}"; do
    printf '== windows: %s\n' "$stage" >&2
    started=$SECONDS
    run_stage "$stage"
    case $stage in
    sign_in | command_line | packages | installed)
        if [ "$result" = FAILED ] && [ -n "$deadline" ]; then
            printf '== windows: %s, once more\n' "$stage" >&2
            run_stage "$stage"
            case $result in
            ok) result='ok at the second try' ;;
            LEFT*) result="FAILED once, then $result" ;;
            esac
        fi
        ;;
    esac
    case $result in
    ok*) ;;
    FAILED) if counts "$stage"; then failures=$((failures + 1)); else result='FAILED, told only'; fi ;;
    esac
    table+=$(printf '%-12s %6d s  %s' "$stage" $((SECONDS - started)) "$result")$'\n'
    [[ $result == ok* ]] && continue
    is_whole=
    # Nothing can be said about programs that were not built.
    case $stage in libraries | simulator | build | packages) break ;; esac
done
printf '\n%s' "$table"
[ -n "$is_whole" ] || echo "windows: not all of it was done on this computer, see above"
[ "$failures" -eq 0 ]
