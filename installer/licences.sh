#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# licences.sh SCRATCH [FILE]: whether each file that belongs to the project says whose it is and under which licence, by reuse lint; and, into
# FILE, all of them as an SPDX document. Works on a copy, as our fixed top level has no room for the folder LICENSES that REUSE wants;
# .reuse/dep5 speaks for files that cannot carry a line. Prints complaints only.

set -euo pipefail
scratch=$1
sbom=${2:+$(realpath "$2")}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rm -rf "$scratch"
mkdir -p "$scratch/LICENSES"
git ls-files -z --cached --others --exclude-standard | tar --null -T - -c | tar -x -C "$scratch"
cp LICENSE "$scratch/LICENSES/MIT.txt"
cd "$scratch"
# A repository of its own: below a folder that the project's ignores, reuse would find nothing.
git init -q
status=0
said=$(reuse lint 2>&1) || status=$?
complaints=$(grep -vE 'could not find supported VCS|^$' <<<"$said" | sed -n '/ERROR\|WARNING/p')
if [ $status -ne 0 ] || [ -n "$complaints" ]; then
    printf '%s\n' "$said"
    exit 1
fi
if [ -n "$sbom" ]; then
    reuse spdx --output "$sbom" 2>/dev/null
fi
