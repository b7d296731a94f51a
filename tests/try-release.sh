#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# try-release.sh SCRATCH: what must not be released is refused before anything is built. Works on a copy of what is tracked, in a repository
# of its own.

set -euo pipefail
scratch=$1
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf "$scratch"
mkdir -p "$scratch/tree"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -c | tar -x -C "$scratch/tree"
cd "$scratch/tree"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_DIR="$scratch/tree/.git" GIT_WORK_TREE="$scratch/tree"
as_somebody=(-c user.name=somebody -c user.email=somebody@example.invalid)
version=$(sed -n 's/^project(Deskwarden VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)

# A tree as it would be released: nothing is unreleased, and the version has a section with a date.
{
    printf '# Changelog\n\n## [Unreleased]\n\n## [%s] - 2026-11-29\n\n### Added\n\n- A thing.\n' "$version"
} >CHANGELOG.md
git init -q
git add -A
git "${as_somebody[@]}" commit -qm start

# refused WORD WHAT: what was changed since is refused, with that word; then it is undone
refused() {
    local said
    said=$(installer/release.sh "${3:-$version}" --check-only 2>&1) && { echo "not refused: $2"; exit 1; }
    [[ $said == *"$1"* ]] || { echo "$2: $said"; exit 1; }
    git reset -q --hard "$start"
    git clean -qfd
}
commit() { git "${as_somebody[@]}" commit -qam change; }
start=$(git rev-parse HEAD)

installer/release.sh "$version" --check-only
wanted='{"version": "'$version'", "date": "2026-11-29", "page": "https://github.com/deskwarden/deskwarden/releases/tag/v'$version'"}'
latest=$(installer/release.sh "$version" --latest)
[ "$latest" = "$wanted" ] || { echo "latest.json: $latest"; exit 1; }
refused "say which version" "no version" "next"
refused "is of version" "another version" 9.9.9
echo x >>README.md
refused "not clean" "a changed file"
touch new-file
refused "not clean" "a file that git does not know"
sed -i "s/ - 2026-11-29//" CHANGELOG.md && commit
refused "with a date" "no date"
sed -i "s/^- A thing.//; s/^### Added//" CHANGELOG.md && commit
refused "says nothing" "no notes"
sed -i "s/^## \[Unreleased\]/&\n\n- Left out./" CHANGELOG.md && commit
refused "Left out" "entries of no version"
sed -i "1s/(.*)/(9.9.9)/" installer/debian/changelog && commit
refused "CheckSources" "another version in Debian's changelog"
