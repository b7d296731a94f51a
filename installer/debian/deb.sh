#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# deb.sh [--check] [--twice]: makes the Debian packages of the committed state in build/deb. --check lets lintian judge them and tries
# them in a bare root (as root, with debootstrap and the network): install, use, upgrade, remove, purge. --twice builds them
# once more, elsewhere and without a cache, and compares byte for byte.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
say() { printf 'deb: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

is_checked=0 is_twice=0
for argument in "$@"; do
    case $argument in
    --check) is_checked=1 ;;
    --twice) is_twice=1 ;;
    *) die "unknown argument $argument" ;;
    esac
done
out=$PWD/build/deb
version=$(sed -n '1s/.*(\(.*\)).*/\1/p' installer/debian/changelog)
wanted=$(sed -n 's/^project(Deskwarden VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
[ "$version" = "$wanted" ] || die "installer/debian/changelog is of version $version, CMakeLists.txt of $wanted"
commit=$(git rev-parse HEAD) # one for all builds, whatever is committed meanwhile
[ -z "$(git status --porcelain)" ] || say "what is not committed is left out"

# build FOLDER: the packages of that commit, made in FOLDER/deskwarden-VERSION
build() {
    local tree=$1/deskwarden-$version
    rm -rf "$1"
    mkdir -p "$tree"
    git archive --format=tar "$commit" | tar -x -C "$tree"
    cp -r installer/debian "$tree/debian"
    rm "$tree"/debian/{deb.sh,try-packages.sh,README.md}
    (cd "$tree" && DEB_BUILD_OPTIONS="${DEB_BUILD_OPTIONS:-} parallel=$(nproc)" dpkg-buildpackage -us -uc) >"$1/build.log" 2>&1 || {
        tail -n 60 "$1/build.log" >&2
        die "the build failed; all of its log is in $1/build.log"
    }
    rm -rf "$tree"
}

# The build has a home of its own, and would find no cache there. What the cache gives is what the compiler wrote in this folder.
if [ -d /usr/lib/ccache ] && command -v ccache >/dev/null; then
    CCACHE_DIR=${CCACHE_DIR:-$(ccache --get-config cache_dir)}
    PATH=/usr/lib/ccache:$PATH
    export CCACHE_DIR PATH
fi
build "$out"
say "made: $(cd "$out" && echo *.deb)"

if [ $is_twice -eq 1 ]; then
    again=$(mktemp -d) # without a blank: for such folders dpkg-buildflags maps no paths
    trap 'rm -rf "$again"' EXIT
    CCACHE_DISABLE=1 build "$again/another-place"
    for package in "$out"/*.deb "$out"/*.dsc "$out"/*.tar.xz; do
        cmp "$package" "$again/another-place/${package##*/}" || die "${package##*/} is not the same when built again"
    done
    say "built again elsewhere, without a cache: the same, byte for byte"
fi

if [ $is_checked -eq 1 ]; then
    complaints=$(lintian --allow-root --pedantic --tag-display-limit 0 "$out"/*.changes 2>&1 || true)
    [ -z "$complaints" ] || die "lintian: $complaints"
    say "lintian --pedantic: nothing"
    installer/debian/try-packages.sh "$out"
fi
