#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# release.sh VERSION [--check-only | --latest]: everything of a version in build/release-VERSION: source archive, packages for Debian and Windows,
# notes, and the checksums of all of it. Before anything is built: the tree is clean, every file is of that version, and
# CHANGELOG.md has a section of it with a date, and nothing above it that would be left out. --check-only stops there,
# --latest then prints latest.json.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
say() { printf 'release: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

version=${1:-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || die "say which version, as 1.2.3"
[ $# -eq 1 ] || [ "${2:-}" = --check-only ] || [ "${2:-}" = --latest ] || die "unknown argument $2"

# notes: what CHANGELOG.md says of that version, without its heading
notes() { awk -v heading="## [$version] - " 'index($0, "## [") == 1 { is_inside = index($0, heading) == 1; next } is_inside' CHANGELOG.md; }

# latest: what Help > Look for a newer version of the console reads; it goes beside the packages of the release under that very name
latest() {
    local date home
    date=$(sed -n "s/^## \\[${version//./\\.}\\] - //p" CHANGELOG.md)
    home=$(sed -n 's:.*<url type="homepage">\(.*\)</url>.*:\1:p' resources/*.metainfo.xml)
    printf '{"version": "%s", "date": "%s", "page": "%s/releases/tag/v%s"}\n' "$version" "$date" "$home" "$version"
}

[ -z "$(git status --porcelain)" ] || die "the tree is not clean: $(git status --porcelain | head -3)"
wanted=$(sed -n 's/^project(Deskwarden VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
[ "$wanted" = "$version" ] || die "CMakeLists.txt is of version $wanted"
cmake -P tests/CheckSources.cmake >/dev/null 2>&1 || die "tests/CheckSources.cmake has complaints; it also holds the versions of all files together"
grep -qE "^## \[${version//./\\.}\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" CHANGELOG.md || die "CHANGELOG.md has no section [$version] with a date"
unreleased=$(awk 'index($0, "## [") == 1 { is_inside = $0 == "## [Unreleased]"; next } is_inside && /^- /' CHANGELOG.md)
[ -z "$unreleased" ] || die "CHANGELOG.md has entries that no version has: ${unreleased%%$'\n'*}"
[ -n "$(notes | tr -d '[:space:]')" ] || die "CHANGELOG.md says nothing of $version"
[ "${2:-}" != --check-only ] || exit 0
[ "${2:-}" != --latest ] || { latest; exit 0; }

out=build/release-$version
rm -rf "$out"
mkdir -p "$out"
./dev deb --check
./dev windows
cp build/deb/deskwarden*_"$version"_amd64.deb "$out"
cp build/windows/packages/deskwarden-"$version"-windows-x64.* "$out"
cp -r build/windows/packages/winget "$out"
git archive --format=tar.gz --prefix="deskwarden-$version/" -o "$out/deskwarden-$version.tar.gz" HEAD
notes >"$out/NOTES.md"
latest >"$out/latest.json"
installer/licences.sh "build/licences" "$out/deskwarden-$version.spdx"
sums=$(cd "$out" && find . -type f -printf '%P\n' | LC_ALL=C sort | xargs -d '\n' sha256sum)
printf '%s\n' "$sums" >"$out/SHA256SUMS"
(cd "$out" && sha256sum --quiet --check SHA256SUMS)
say "made: $(cd "$out" && echo *)"
say "to sign: gpg --armor --detach-sign $out/SHA256SUMS; then git tag -s v$version"
