#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: try-sign-in.sh SIMULATOR CLI: signs the Windows command line in at a Linux simulator: NTLM through Wine's SSPI
# (which asks winbind's ntlm_auth), every message sealed; and HTTPS judged by the Windows side. SIMULATOR is a Linux
# program, CLI a Windows one; its libraries are found through WINEPATH.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=wine-prefix.sh
. "$here/wine-prefix.sh"
simulator=$1
cli=$2

scratch=$(mktemp -d)
server=
finish() {
    [ -z "$server" ] || kill "$server" 2>/dev/null || true
    stop_wine
    rm -rf "$scratch"
}
trap finish EXIT
start_wine "$scratch/prefix"
password=Correct-Horse-7

# serve ARGUMENTS...: the simulator; its address in $address
serve() {
    [ -z "$server" ] || { kill "$server"; wait "$server" || true; }
    : >"$scratch/out"
    printf '%s\n' "$password" >"$scratch/password"
    "$simulator" --port 0 --sessions 40 --user 'CORP\helpdesk' --password-stdin "$@" <"$scratch/password" \
        >"$scratch/out" 2>"$scratch/simulator.log" &
    server=$!
    for _ in $(seq 100); do
        address=$(sed -n 's/^listening on //p' "$scratch/out")
        [ -z "$address" ] || return 0
        sleep 0.1
    done
    cat "$scratch/simulator.log" >&2
    return 1
}

# ask WHAT EXIT ROWS PASSWORD ARGUMENTS...: lists, and demands this exit code and so many sessions
failures=0
ask() {
    local what=$1 exit=$2 rows=$3 status=0
    printf '%s\n' "$4" >"$scratch/typed"
    shift 4
    timeout 120 /usr/lib/wine/wine64 "$cli" list --server "$address" --password-stdin --user 'CORP\helpdesk' --json "$@" \
        <"$scratch/typed" >"$scratch/rows" 2>"$scratch/errors" || status=$?
    local seen
    seen=$(grep -c '"SessionId"' "$scratch/rows" || true)
    if [ "$status" -eq "$exit" ] && [ "$seen" -eq "$rows" ]; then
        echo "sign-in: $what: as it should be"
    else
        echo "sign-in: $what: exit $status instead of $exit, $seen sessions instead of $rows" >&2
        cat "$scratch/errors" >&2
        failures=$((failures + 1))
    fi
}

serve --auth ntlm
ask 'NTLM, sealed' 0 40 "$password" --auth ntlm
ask 'the strongest that is offered, sealed' 0 40 "$password"
ask 'a wrong password' 3 0 wrong --auth ntlm

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=localhost -days 2 \
    -addext subjectAltName=DNS:localhost -keyout "$scratch/key.pem" -out "$scratch/certificate.pem" 2>/dev/null
pin=$(openssl x509 -in "$scratch/certificate.pem" -outform der | sha256sum | cut -d' ' -f1)
serve --auth basic,ntlm --tls "$scratch/certificate.pem" "$scratch/key.pem"
address=${address/127.0.0.1/localhost}
ask 'HTTPS with a pinned certificate' 0 40 "$password" --auth basic --tls-fingerprint "$pin"
ask 'HTTPS with another certificate than the pinned one' 3 0 "$password" --auth basic \
    --tls-fingerprint "${pin//[0-9]/0}"
ask 'HTTPS with its authority in a file' 0 40 "$password" --auth basic \
    --tls-ca "$(windows_path "$scratch/certificate.pem")"
ask 'HTTPS with an unknown authority' 3 0 "$password" --auth basic
ask 'HTTPS with NTLM, tied to the certificate' 0 40 "$password" --auth ntlm --tls-fingerprint "$pin"
[ "$failures" -eq 0 ]
