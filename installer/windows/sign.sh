#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: sign.sh FILE...: signs programs, libraries and installers (Authenticode, SHA-256) in place. The environment names the certificate:
# DESKWARDEN_SIGN_CERTIFICATE, a PKCS #12 file; DESKWARDEN_SIGN_PASSWORD_FILE, a file with its password, which is on no command line;
# DESKWARDEN_SIGN_TIMESTAMP, if wanted, the address of a time stamp server (RFC 3161). Without a certificate nothing is signed.

set -euo pipefail
[ -n "${DESKWARDEN_SIGN_CERTIFICATE:-}" ] || exit 0
command -v osslsigncode >/dev/null || { echo "sign.sh: osslsigncode is not installed" >&2; exit 1; }
[ -r "$DESKWARDEN_SIGN_CERTIFICATE" ] || { echo "sign.sh: cannot read $DESKWARDEN_SIGN_CERTIFICATE" >&2; exit 1; }

options=(-pkcs12 "$DESKWARDEN_SIGN_CERTIFICATE" -h sha256 -n Deskwarden -i https://github.com/deskwarden/deskwarden)
[ -z "${DESKWARDEN_SIGN_PASSWORD_FILE:-}" ] || options+=(-readpass "$DESKWARDEN_SIGN_PASSWORD_FILE")
[ -z "${DESKWARDEN_SIGN_TIMESTAMP:-}" ] || options+=(-ts "$DESKWARDEN_SIGN_TIMESTAMP")
for file in "$@"; do
    signed=$file.signed
    rm -f "$signed"
    said=$(osslsigncode sign "${options[@]}" -in "$file" -out "$signed" 2>&1) || {
        printf 'sign.sh: %s: %s\n' "$file" "$said" >&2
        rm -f "$signed"
        exit 1
    }
    chmod --reference="$file" "$signed"
    mv "$signed" "$file"
done
