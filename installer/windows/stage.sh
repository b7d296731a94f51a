#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: stage.sh BUILD STAGE: gathers in the folder STAGE what a Windows machine needs to run the programs of BUILD, with the licences of
# all of it and a bill of materials (SPDX). The environment names the two library trees (see sysroot.sh).

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
build=$1
stage=$2
qt=$DESKWARDEN_WINDOWS_QT
deps=$DESKWARDEN_WINDOWS_DEPS

rm -rf "$stage"
mkdir -p "$stage"
for program in deskwarden deskwarden-cli deskwarden-simulator; do
    [ ! -f "$build/bin/$program.exe" ] || cp "$build/bin/$program.exe" "$stage/"
done
cp "$build/bin/deskwarden-events.dll" "$stage/"

# plugins that Qt finds by their folders beside the program
plugins=(platforms/qwindows styles/qwindowsvistastyle sqldrivers/qsqlite imageformats/qico)
for plugin in "${plugins[@]}"; do
    mkdir -p "$stage/${plugin%/*}"
    cp "$qt/plugins/$plugin.dll" "$stage/$plugin.dll"
done

# needed_by FILE...: the DLLs that their import tables name
needed_by() { x86_64-w64-mingw32-objdump -p "$@" | sed -n 's/^[[:space:]]*DLL Name: //p' | sort -u; }

# Everything that is imported, by what was imported before, until nothing new comes; the system's own DLLs are not ours.
while :; do
    added=0
    while read -r library; do
        [ ! -e "$stage/$library" ] || continue
        for place in "$qt/bin" "$deps/bin"; do
            if [ -f "$place/$library" ]; then
                cp "$place/$library" "$stage/"
                added=1
                break
            fi
        done
    done < <(needed_by "$stage"/*.exe "$stage"/*.dll "$stage"/*/*.dll 2>/dev/null)
    [ "$added" -eq 1 ] || break
done

cp "$here/../../LICENSE" "$stage/LICENSE.txt"
cp "$here/../../README.md" "$stage/README.md"
# For group policy: an administrator copies them into PolicyDefinitions.
cp -r "$here/policies" "$stage/policies"
mkdir "$stage/examples"
cp "$here/deskwarden-logoff.xml" "$stage/examples/"
printf '[Paths]\r\nPlugins=.\r\n' >"$stage/qt.conf"

# The bill has the project's own files, as git knows them, and what came along.
sbom=
if command -v reuse >/dev/null && git -C "$here/../.." rev-parse --git-dir >/dev/null 2>&1; then
    sbom=$stage/licences/deskwarden.spdx
    mkdir "$stage/licences"
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    "$here/../licences.sh" "$scratch/tree" "$sbom"
fi
[ -n "$sbom" ] || echo "stage: no bill of materials, which needs reuse and a working tree of git" >&2
cmake "-DSTAGE=$stage" "-DQT=$qt" "-DDEPS=$deps" "-DSBOM=$sbom" -P "$here/licences.cmake"
