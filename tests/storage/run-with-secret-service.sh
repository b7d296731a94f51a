#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
#
# Runs a program in a home and on a session bus of its own. With "service" a real Secret Service (gnome-keyring) is there,
# unlocked; with "none" there is no bus at all.
#   run-with-secret-service.sh service|none PROGRAM [ARGUMENT...]
set -eu
kind=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run"
mkdir -m 700 -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_RUNTIME_DIR"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS || true
if [ "$kind" = service ]; then
    export DESKWARDEN_TEST_SECRET_SERVICE=1
    dbus-run-session -- sh -c '
        printf keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
        exec "$@"' sh "$@"
else
    export DBUS_SESSION_BUS_ADDRESS=disabled:
    "$@"
fi
