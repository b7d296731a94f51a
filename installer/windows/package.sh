#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: package.sh STAGE OUT VERSION [ICON]: makes the portable ZIP, the NSIS installer and the MSI of what lies in STAGE.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stage=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
version=$3
icon=${4:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

name=deskwarden-$version-windows-x64
rm -f "$out/$name".*

# Portable: one folder in the archive, so that unpacking it scatters nothing.
mkdir "$work/zip"
cp -r "$stage" "$work/zip/Deskwarden"
(cd "$work/zip" && cmake -E tar cf "$out/$name.zip" --format=zip Deskwarden)

# shellcheck disable=SC2016 # $INSTDIR is the installer's
instdir='$INSTDIR'

# NSIS: every file is named, so that the uninstaller removes what was installed and nothing else.
{
    (cd "$stage" && find . -type d ! -name . -printf '%P\n' | sort) | while read -r folder; do
        printf 'CreateDirectory "%s\\%s"\n' "$instdir" "${folder//\//\\}"
    done
    (cd "$stage" && find . -type f -printf '%P\n' | sort) | while read -r file; do
        printf 'File "/oname=%s\\%s" "%s/%s"\n' "$instdir" "${file//\//\\}" "$stage" "$file"
    done
} >"$work/install.nsh"
{
    (cd "$stage" && find . -type f -printf '%P\n' | sort) | while read -r file; do
        printf 'Delete "%s\\%s"\n' "$instdir" "${file//\//\\}"
    done
    (cd "$stage" && find . -depth -type d ! -name . -printf '%P\n') | while read -r folder; do
        printf 'RMDir "%s\\%s"\n' "$instdir" "${folder//\//\\}"
    done
} >"$work/uninstall.nsh"
size=$(du -sk "$stage" | cut -f1)
makensis -V2 -INPUTCHARSET UTF8 "-XTarget amd64-unicode" "-DVERSION=$version" "-DOUTFILE=$out/$name.exe" \
    "-DSIZE=$size" "-DINSTALL_FILES=$work/install.nsh" "-DUNINSTALL_FILES=$work/uninstall.nsh" \
    ${icon:+"-DICON=$icon"} "$here/deskwarden.nsi"

# MSI, for group policy and Intune
find "$stage" -type f | sort |
    wixl-heat --prefix "$stage/" --component-group Files --var var.Stage --directory-ref INSTALLDIR --win64 >"$work/files.wxs"
# wixl knows relative sources only
(cd "$stage" && wixl --arch x64 -D Stage=. -D "Version=$version" -D Win64=yes -o "$out/$name.msi" "$here/deskwarden.wxs" \
    "$work/files.wxs")
ls -l "$out/$name".*
