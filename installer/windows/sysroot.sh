#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# Makes the libraries that a Windows build links, in a cache outside the tree, and prints where they are:
#     DESKWARDEN_WINDOWS_QT=…
#     DESKWARDEN_WINDOWS_DEPS=…
# Sources are Debian's, fetched by apt into the cache without touching the machine's own lists. Each tree lies in a folder
# named after the hash of what made it. A Qt tree made elsewhere by the same steps is taken if its hash is the known one.
# With DESKWARDEN_NO_QT_BUILD set, Qt is not built from source where there is none: that takes 20 minutes.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/deskwarden/windows
qt_tarball=${DESKWARDEN_TOOLCHAIN:-$here/../../../shared/toolchain}/qt-mingw64-6.4.2.tar.xz
qt_sha256=fe0e3ab4ad07fc2ef63cc73e9b46bc67bac059b210a518e99382aafd4deb7beb
mkdir -p "$cache"
exec 3>&1 1>&2 # what is said goes to stderr; the answer to descriptor 3

# made_by FILE...: the first 16 digits of the hash of these files
made_by() { cat "$@" | sha256sum | cut -c1-16; }

# apt_source DIRECTORY PACKAGE...: unpacks Debian's sources there, security patches applied
apt_source() {
    local into=$1 apt=$cache/apt uri
    shift
    mkdir -p "$apt/lists/partial" "$apt/archives/partial" "$into"
    # shellcheck disable=SC2016 # apt expands it
    uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$' || true)
    [ -n "$uri" ] || { echo "apt knows no archive of Debian: no sources of libraries" >&2; return 1; }
    local signed='[signed-by=/usr/share/keyrings/debian-archive-keyring.gpg]'
    printf 'deb-src %s %s %s main\n' "$signed" "$uri" bookworm "$signed" "$uri" bookworm-updates \
        "$signed" "${uri%/}-security" bookworm-security >"$apt/sources.list"
    local options=(-q -o Acquire::Retries=3 -o "Dir::Etc::SourceList=$apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$apt/lists" -o "Dir::Cache=$apt" -o APT::Sandbox::User=root)
    apt-get "${options[@]}" update
    (cd "$into" && apt-get "${options[@]}" source "$@")
}

# finish TREE: the half-made tree becomes the finished one in one step
finish() { touch "$1.partial/.complete" && rm -rf "$1" && mv "$1.partial" "$1"; }

make_qt() {
    local tree=$1
    rm -rf "$tree.partial"
    mkdir -p "$tree.partial"
    if [ -f "$qt_tarball" ] && echo "$qt_sha256  $qt_tarball" | sha256sum --check --quiet; then
        echo "sysroot: unpacking the Qt tree that is here"
        tar -xf "$qt_tarball" -C "$tree.partial" --strip-components=1
    elif [ -n "${DESKWARDEN_NO_QT_BUILD:-}" ]; then
        echo "sysroot: there is no Qt for Windows here, and no time to build it"
        return 1
    else
        echo "sysroot: building Qt from Debian's source; this takes about 20 minutes on 2 cores"
        local work=$cache/qt-work
        rm -rf "$work"
        apt_source "$work" qt6-base sqlite3
        "$here/build-qt.sh" "$work" "$tree.partial"
        rm -rf "$work"
    fi
    finish "$tree"
}

make_deps() {
    local tree=$1 work=$cache/deps-work
    rm -rf "$tree.partial" "$work"
    mkdir -p "$tree.partial"
    apt_source "$work" curl pugixml libmicrohttpd
    "$here/build-deps.sh" "$work" "$tree.partial"
    # pkg-config files and CMake packages name the tree's final place
    grep -rlF "$tree.partial" "$tree.partial" --include='*.pc' --include='*.cmake' | xargs -r sed -i "s|$tree\.partial|$tree|g"
    rm -rf "$work"
    finish "$tree"
}

qt=$cache/qt-$(made_by "$here/build-qt.sh" <(echo "$qt_sha256"))
[ -e "$qt/.complete" ] || make_qt "$qt"
deps=$cache/deps-$(made_by "$here/build-deps.sh" "$here/toolchain.cmake")
export DESKWARDEN_WINDOWS_QT=$qt DESKWARDEN_WINDOWS_DEPS=$deps.partial
[ -e "$deps/.complete" ] || make_deps "$deps"
printf 'DESKWARDEN_WINDOWS_QT=%s\nDESKWARDEN_WINDOWS_DEPS=%s\n' "$qt" "$deps" >&3
