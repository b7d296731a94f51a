#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# try-packages.sh FOLDER: in a bare Debian 12, installs the packages of FOLDER, runs the tests that they come with, upgrades them from an
# older version, removes and purges them. Nothing may be left behind, and a person's files must be as they were. Needs root,
# debootstrap and the network. KEEP=DIR makes and keeps the bare root in DIR, and goes on with one that is there.

set -euo pipefail
folder=$(cd "$1" && pwd)
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck disable=SC2016 # apt expands it
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$' || true)}
[ -n "$mirror" ] || { echo "try-packages.sh: apt knows no archive of Debian; name one: MIRROR=ADDRESS" >&2; exit 1; }
[ "$(id -u)" -eq 0 ] || { echo "try-packages.sh: must be root, to chroot" >&2; exit 1; }
place=${KEEP:-$(mktemp -d)}
root=$place/root

# everything happens in mount and process namespaces of its own, which vanish with this script
if [ -z "${DESKWARDEN_BARE:-}" ]; then
    status=0
    DESKWARDEN_BARE=1 KEEP=$place unshare --mount --pid --fork --kill-child bash "${BASH_SOURCE[0]}" "$folder" || status=$?
    [ -n "${KEEP:-}" ] || rm -rf "$place"
    exit "$status"
fi

say() { printf 'deb: %s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv/person LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        "$@" </dev/null
}
quietly() { "$@" >"$place/log" 2>&1 || { tail -n 40 "$place/log" >&2; die "failed: $*"; }; }

mkdir -p "$place"
[ -e "$root/etc/debian_version" ] || quietly debootstrap --variant=minbase bookworm "$root" "$mirror"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
rm -rf "$root/srv/packages" "$root/srv/older" "$root/srv/person" "$root/etc/deskwarden"
mkdir -p "$root/srv/packages" "$root/srv/person"
cp "$folder"/deskwarden*.deb "$root/srv/packages"
cp -r "$here/tests" "$root/srv/packages/tests"
rm -f "$root"/srv/packages/*dbgsym*

# The same packages as an older version, for the upgrade.
for package in "$root"/srv/packages/*.deb; do
    dpkg-deb -R "$package" "$place/unpacked"
    sed -i 's/^Version: .*/Version: 0.0.1/' "$place/unpacked/DEBIAN/control"
    mkdir -p "$root/srv/older"
    dpkg-deb --root-owner-group -b "$place/unpacked" "$root/srv/older/${package##*/}" >/dev/null
    rm -rf "$place/unpacked"
done

# What they depend on, and what their tests need, is there before: what is there afterwards is then theirs.
quietly inside apt-get -q update
needs=$(for package in "$root"/srv/packages/*.deb; do dpkg-deb -f "$package" Depends; done | paste -sd,)
quietly inside apt-get satisfy -qy --no-install-recommends "$needs, gss-ntlmssp, xvfb, x11-utils, man-db, zsh, bash-completion"
tree() {
    (cd "$root" && find . -xdev \( -path ./proc -o -path ./sys -o -path ./dev -o -path ./srv -o -path ./tmp -o -path ./run \
        -o -path ./var/cache -o -path ./var/log -o -path './var/lib/apt' -o -path ./var/lib/dpkg -o -path ./root \) -prune -o -print |
        LC_ALL=C sort)
}
tree >"$place/before"

say "install"
quietly inside sh -c 'apt-get install -qy --no-install-recommends /srv/packages/*.deb'
for test in "$root"/srv/packages/tests/*; do
    [ -x "$test" ] || continue
    quietly inside "/srv/packages/tests/${test##*/}"
    say "test ${test##*/}: $(tail -n 1 "$place/log")"
done

say "a person's files outlive upgrade, removal and purge"
quietly inside deskwarden-cli disconnect --server demo:40 --all-matching --state active --yes --verify-timeout 0 || true
quietly inside sh -c 'mkdir -p /srv/person/.config/deskwarden /etc/deskwarden && echo "{\"version\":1,\"servers\":[]}" \
    >/srv/person/.config/deskwarden/servers.json && echo "{\"largestPlan\": 50}" >/etc/deskwarden/policy.json'
sums() { (cd "$root" && find srv/person etc/deskwarden -type f -exec sha256sum {} + | LC_ALL=C sort); }
sums >"$place/files"
[ "$(wc -l <"$place/files")" -ge 4 ] || die "there are no files of a person: $(cat "$place/files")"
quietly inside sh -c 'dpkg --purge deskwarden deskwarden-cli deskwarden-simulator && apt-get install -qy --no-install-recommends /srv/older/*.deb'
quietly inside sh -c 'apt-get install -qy --no-install-recommends /srv/packages/*.deb'
! inside dpkg -l deskwarden deskwarden-cli deskwarden-simulator | grep -F 0.0.1 || die "was not upgraded"
sums | diff "$place/files" - || die "the upgrade changed a person's files"
quietly inside deskwarden-cli audit --verify
sums >"$place/files"
quietly inside apt-get remove -qy deskwarden deskwarden-cli deskwarden-simulator
quietly inside dpkg --purge deskwarden deskwarden-cli deskwarden-simulator
sums | diff "$place/files" - || die "the removal changed a person's files"
rm -r "$root/etc/deskwarden"
tree | diff "$place/before" - || die "this is the difference after the purge"
say "removed and purged: nothing is left, nothing is missing"
rm -rf "$root/srv/packages" "$root/srv/older" "$root/srv/person"
