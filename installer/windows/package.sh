#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: package.sh STAGE OUT VERSION [ICON [KIND…]]: makes the portable ZIP, the NSIS installer and the MSI of what lies in STAGE, or of these
# kinds (zip, exe, msi) alone. What is ours is signed, if there is a certificate (see sign.sh).

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
stage=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
version=$3
icon=${4:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

shift $(($# < 4 ? $# : 4))
[ $# -gt 0 ] || set -- zip exe msi

name=deskwarden-$version-windows-x64
# what windows of the console say they belong to, and its shortcuts, too
app_id=$(sed -n 's/^set(DESKWARDEN_APP_ID \(.*\))/\1/p' "$here/../cmake/DeskwardenInstall.cmake")

# Portable: one folder in the archive, so that unpacking it scatters nothing.
make_zip() {
    mkdir "$work/zip"
    cp -r "$stage" "$work/zip/Deskwarden"
    (cd "$work/zip" && cmake -E tar cf "$out/$name.zip" --format=zip Deskwarden)
}

# shellcheck disable=SC2016 # $INSTDIR is the installer's
instdir='$INSTDIR'

# NSIS: every file is named, so that the uninstaller removes what was installed and nothing else.
make_exe() {
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
    local size
    size=$(du -sk "$stage" | cut -f1)
    makensis -V2 -INPUTCHARSET UTF8 "-XTarget amd64-unicode" "-DVERSION=$version" "-DOUTFILE=$out/$name.exe" \
        "-DSIZE=$size" "-DAPP_ID=$app_id" "-DINSTALL_FILES=$work/install.nsh" "-DUNINSTALL_FILES=$work/uninstall.nsh" \
        "-DSIGN=$here/sign.sh" ${icon:+"-DICON=$icon"} "$here/deskwarden.nsi"
    "$here/sign.sh" "$out/$name.exe"
}

# MSI, for group policy and Intune
make_msi() {
    find "$stage" -type f | sort |
        wixl-heat --prefix "$stage/" --component-group Files --var var.Stage --directory-ref INSTALLDIR --win64 >"$work/files.wxs"
    # wixl knows relative sources only
    (cd "$stage" && wixl --arch x64 -D Stage=. -D "Version=$version" -D Win64=yes -o "$out/$name.msi" "$here/deskwarden.wxs" \
        "$work/files.wxs")
    # and no property of a shortcut
    # shellcheck disable=SC2016 # quotation marks of SQL
    msibuild "$out/$name.msi" -q 'CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL,
        `PropertyKey` CHAR(255) NOT NULL, `PropVariantValue` CHAR(255) NOT NULL PRIMARY KEY `MsiShortcutProperty`)' \
        -q "INSERT INTO \`MsiShortcutProperty\` (\`MsiShortcutProperty\`, \`Shortcut_\`, \`PropertyKey\`, \`PropVariantValue\`)
        VALUES ('AppId', 'StartMenuShortcut', 'System.AppUserModel.ID', '$app_id')"
    "$here/sign.sh" "$out/$name.msi"
}

"$here/sign.sh" "$stage"/deskwarden*.exe "$stage"/deskwarden*.dll
for kind in "$@"; do
    rm -f "$out/$name.$kind"
    "make_$kind"
done
ls -l "$out/$name".*
