#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# bare-machine.sh [COMMAND...]: proves that a machine with only git and bash is enough. Makes a minimal Debian 12 in a
# temporary folder, clones the committed state of this repository into it and runs COMMAND there (./dev test if none is
# given). Needs root, debootstrap and the network. KEEP=DIR makes and keeps the machine in DIR, and goes on with one that is there.

set -euo pipefail
repository=$(git -C "$(dirname "${BASH_SOURCE[0]}")" rev-parse --show-toplevel)
# the archive that this machine's apt uses
# shellcheck disable=SC2016 # apt expands it
mirror=${MIRROR:-$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 -E '/debian/?$' || true)}
[ -n "$mirror" ] || { echo "bare-machine.sh: apt knows no archive of Debian; name one: MIRROR=ADDRESS" >&2; exit 1; }
place=${KEEP:-$(mktemp -d)}
root=$place/root
[ "$(id -u)" -eq 0 ] || { echo "bare-machine.sh: must be root, to chroot" >&2; exit 1; }
[ $# -gt 0 ] || set -- ./dev test

# everything happens in mount and process namespaces of its own, which vanish with this script
if [ -z "${DESKWARDEN_BARE:-}" ]; then
    status=0
    DESKWARDEN_BARE=1 KEEP=$place unshare --mount --pid --fork --kill-child bash "${BASH_SOURCE[0]}" "$@" || status=$?
    [ -n "${KEEP:-}" ] || rm -rf "$place"
    exit "$status"
fi

mkdir -p "$place"
[ -e "$root/etc/debian_version" ] || debootstrap --variant=minbase bookworm "$root" "$mirror"
cp /etc/resolv.conf "$root/etc/resolv.conf"
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
rm -rf "$root/srv/repository" "$root/srv/deskwarden"
git clone -q --bare "$repository" "$root/srv/repository"

inside() {
    chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv LANG=C.UTF-8 CI=true "$@" </dev/null
}
inside apt-get -q update
inside env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends git
inside git clone -q /srv/repository /srv/deskwarden
inside bash -c 'cd /srv/deskwarden && exec "$@"' bash "$@"
