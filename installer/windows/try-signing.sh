#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# usage: try-signing.sh FILE...: signs copies of a program, an installer … with a certificate of its own making, and has the signatures
# judged; what was changed afterwards, a wrong password and no certificate are told apart.

set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
fail() { printf 'signing: %s\n' "$*" >&2; exit 1; }

printf 'Correct-Horse-7' >"$scratch/password"
printf 'wrong' >"$scratch/wrong"
openssl req -x509 -newkey rsa:2048 -nodes -subj '/CN=Deskwarden test' -days 2 -keyout "$scratch/key.pem" \
    -addext extendedKeyUsage=codeSigning -addext keyUsage=digitalSignature -out "$scratch/certificate.pem" 2>/dev/null
openssl pkcs12 -export -inkey "$scratch/key.pem" -in "$scratch/certificate.pem" -out "$scratch/certificate.p12" \
    -passout "file:$scratch/password"
unset DESKWARDEN_SIGN_CERTIFICATE DESKWARDEN_SIGN_PASSWORD_FILE DESKWARDEN_SIGN_TIMESTAMP

# sign PASSWORD-FILE FILE
sign() { DESKWARDEN_SIGN_CERTIFICATE=$scratch/certificate.p12 DESKWARDEN_SIGN_PASSWORD_FILE=$1 "$here/sign.sh" "$2"; }
is_good() { osslsigncode verify -CAfile "$scratch/certificate.pem" -in "$1" >"$scratch/said" 2>&1; }

for file in "$@"; do
    name=${file##*/}
    cp "$file" "$scratch/$name"
    "$here/sign.sh" "$scratch/$name"
    cmp -s "$file" "$scratch/$name" || fail "$name was changed without a certificate"
    ! sign "$scratch/wrong" "$scratch/$name" 2>/dev/null || fail "$name was signed with a wrong password"
    cmp -s "$file" "$scratch/$name" || fail "$name was changed by what failed"
    sign "$scratch/password" "$scratch/$name"
    is_good "$scratch/$name" || { cat "$scratch/said" >&2; fail "$name: the signature is not good"; }
    grep -q 'CN.*Deskwarden test' "$scratch/said" || fail "$name: somebody else's signature"
    # a few bytes in the middle
    printf 'changed' | dd of="$scratch/$name" bs=1 seek=$(($(stat -c %s "$scratch/$name") / 3)) conv=notrunc 2>/dev/null
    ! is_good "$scratch/$name" || fail "$name was changed, and its signature is still good"
    echo "signing: $name: signed, and changes are found"
done
