#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# ./dev windows: everything for Windows, on Debian. Libraries, cross-build, tests under Wine, packages, and what they do when
# they are installed. Results lie in build/windows. Arguments name stages to run instead of all.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here/../.."
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
jobs=$(nproc)
out=$PWD/build/windows
mkdir -p "$out"
version=$(sed -n 's/^project(Deskwarden VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

libraries() {
    local places
    places=$("$here/sysroot.sh") || return
    while read -r line; do export "${line?}"; done <<<"$places"
    WINEPATH="$(windows_path "$DESKWARDEN_WINDOWS_QT/bin");$(windows_path "$DESKWARDEN_WINDOWS_DEPS/bin")"
    export WINEPATH
}

build() {
    cmake --preset mingw >"$out/configure.log" 2>&1 || { cat "$out/configure.log"; return 1; }
    cmake --build --preset mingw --parallel "$jobs"
}

tests() {
    local status=0
    start_wine "$(mktemp -d)"
    # Without an own end the server would be started anew for each test.
    /usr/lib/wine/wineserver64 -p
    timeout --kill-after=60 2400 ctest --preset mingw --parallel "$jobs" </dev/null || status=$?
    stop_wine
    if [ -s build/mingw/tests/left-out.txt ]; then
        echo "Left out on Windows:"
        sed 's/^/  /' build/mingw/tests/left-out.txt
    fi
    return $status
}

sign_in() {
    local simulator=build/dev/bin/deskwarden-simulator
    [ -x $simulator ] || simulator=build/release/bin/deskwarden-simulator
    if [ ! -x $simulator ] || ! command -v ntlm_auth >/dev/null; then
        echo "sign-in: left out, because it needs ntlm_auth and a Linux simulator (./dev build)"
        return 0
    fi
    "$here/try-sign-in.sh" $simulator build/mingw/bin/deskwarden-cli.exe
}

packages() {
    "$here/stage.sh" build/mingw "$out/stage"
    local icon=build/mingw/deskwarden.ico
    [ -f "$icon" ] && icon=$PWD/$icon || icon=
    "$here/package.sh" "$out/stage" "$out/packages" "$version" ${icon:+"$icon"}
}

# Without the libraries' folders on the path: what is installed must find its own.
installed() { (unset WINEPATH; "$here/try-packages.sh" "$out/packages" "$out/screenshots"); }

stages=(build tests sign_in packages installed)
[ $# -eq 0 ] || stages=("$@")
failures=0
table=
for stage in libraries "${stages[@]}"; do
    printf '== windows: %s\n' "$stage" >&2
    started=$SECONDS
    if "$stage"; then result=ok; else result=FAILED; failures=$((failures + 1)); fi
    table+=$(printf '%-10s %6d s  %s' "$stage" $((SECONDS - started)) "$result")$'\n'
    # Nothing can be said about programs that were not built.
    [ "$result" = ok ] || [ "$stage" = tests ] || [ "$stage" = sign_in ] || break
done
printf '\n%s' "$table"
[ "$failures" -eq 0 ]
