#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

# with-simulators.sh SIMULATOR COMMAND...: runs COMMAND, a test under Wine, and starts for it simulated brokers of Linux when it
# asks for them: the file NAME.start in the folder DESKWARDEN_TEST_GROUND holds options of deskwarden-simulator, one a line;
# what it says goes to NAME.out, and NAME.stop ends it. They know the NTLM and Basic user CORP\helpdesk and the Kerberos user
# helpdesk@EXAMPLE.TEST. The folder also holds certificates, and the keytab of a key distribution centre that runs; the
# current user has its ticket.

set -euo pipefail
simulator=$(realpath -m "$1")
shift
[ -x "$simulator" ] || { echo "with-simulators: there is no $simulator; ./dev windows builds it" >&2; exit 1; }
PATH=$PATH:/usr/sbin
ground=$(mktemp -d)
keeper=
kdc=
clean_up() {
    [ -z "$keeper" ] || kill "$keeper" 2>/dev/null || true
    [ -z "$kdc" ] || kill "$kdc" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$ground"
}
trap clean_up EXIT

# Wine does not sign with an RSA key of which one number begins with a zero byte: about one in a hundred.
is_full() {
    openssl rsa -in "$1" -traditional | openssl asn1parse |
        awk -F: '/INTEGER/ && length($NF) !~ /^(2|6|256|512)$/ { short = 1 } END { exit short }'
}

make_certificates() {
    # RSA: Wine's Schannel shows no other client certificate
    local key=(-newkey rsa:2048 -nodes)
    for name in authority foreign; do
        openssl req -x509 "${key[@]}" -keyout $name.key -out $name.pem -days 2 -subj "/CN=Test $name"
    done
    echo "extendedKeyUsage=serverAuth
subjectAltName=DNS:localhost,IP:127.0.0.1" >localhost.ext
    echo "extendedKeyUsage=serverAuth
subjectAltName=DNS:elsewhere.example.test" >elsewhere.ext
    echo "extendedKeyUsage=clientAuth
subjectAltName=otherName:1.3.6.1.4.1.311.20.2.3;UTF8:helpdesk@example.test" >client.ext
    for name in localhost elsewhere client; do
        until [ -e $name.csr ] && is_full $name.key; do
            openssl req "${key[@]}" -keyout $name.key -out $name.csr -subj "/O=Deskwarden/CN=$name" || return
        done
        openssl x509 -req -in $name.csr -CA authority.pem -CAkey authority.key -CAcreateserial -out $name.pem -days 2 \
            -extfile $name.ext
    done
    openssl pkcs12 -export -in client.pem -inkey client.key -passout pass: -out client.pfx
    openssl x509 -in localhost.pem -outform DER | sha256sum | cut -c1-64 | tr -d '\n' >localhost.sha256
}

# The same ones for all tests of a prefix: Wine imports the key of every client certificate into one and the same container
# of its user, and does not replace what is there.
certificates() {
    local kept=${WINEPREFIX:?}/test-certificates
    (
        flock 8
        [ -e "$kept/localhost.sha256" ] || { mkdir -p "$kept" && cd "$kept" && make_certificates; }
    ) 8>"$WINEPREFIX/test-certificates.lock"
    cp "$kept"/* .
}

kerberos() {
    local port=$1
    cat >krb5.conf <<CONF
[libdefaults]
 default_realm = EXAMPLE.TEST
 dns_lookup_kdc = false
 dns_lookup_realm = false
 rdns = false
 dns_canonicalize_hostname = false
 udp_preference_limit = 1
[realms]
 EXAMPLE.TEST = {
  kdc = 127.0.0.1:$port
 }
[domain_realm]
 localhost = EXAMPLE.TEST
CONF
    cat >kdc.conf <<CONF
[kdcdefaults]
 kdc_listen = 127.0.0.1:$port
 kdc_tcp_listen = 127.0.0.1:$port
[realms]
 EXAMPLE.TEST = {
  database_name = $ground/principal
  key_stash_file = $ground/stash
  acl_file = $ground/acl
  supported_enctypes = aes256-cts-hmac-sha1-96:normal aes128-cts-hmac-sha1-96:normal
 }
[logging]
 kdc = FILE:$ground/kdc.log
CONF
    kdb5_util create -s -r EXAMPLE.TEST -P master
    kadmin.local -q "addprinc -pw Correct-Horse-7 helpdesk"
    kadmin.local -q "addprinc -randkey HTTP/localhost"
    kadmin.local -q "ktadd -k $ground/keytab HTTP/localhost"
    krb5kdc -n &
    kdc=$!
    for _ in $(seq 300); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
        sleep 0.1
    done
    kinit helpdesk <<<"Correct-Horse-7"
}

# one that nobody listens on
free_port() {
    local port
    for port in $(shuf -i 20000-30000 -n 50); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

# keep_simulators PARENT: starts and ends what is asked for, until the folder or the parent is gone
keep_simulators() {
    local parent=$1 wish name options
    declare -A pids=()
    trap '[ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null; exit 0' TERM
    mkfifo "$ground/never"
    exec 9<>"$ground/never"
    while [ -p "$ground/never" ] && kill -0 "$parent" 2>/dev/null; do
        for wish in "$ground"/*.start; do
            [ -e "$wish" ] || continue
            name=$(basename "$wish" .start)
            mapfile -t options <"$wish"
            rm "$wish"
            "$simulator" --port 0 --user 'CORP\helpdesk' --password-stdin "${options[@]}" <<<"Correct-Horse-7" \
                >"$ground/$name.out" 2>&1 9>&- &
            pids[$name]=$!
        done
        for wish in "$ground"/*.stop; do
            [ -e "$wish" ] || continue
            name=$(basename "$wish" .stop)
            kill "${pids[$name]}" 2>/dev/null || true
            wait "${pids[$name]}" 2>/dev/null || true
            unset "pids[$name]"
            rm -f "$wish"
        done
        read -r -t 0.02 -u 9 _ || true
    done
    [ ${#pids[@]} -eq 0 ] || kill "${pids[@]}" 2>/dev/null || true
}

cd "$ground"
export KRB5_CONFIG=$ground/krb5.conf KRB5_KDC_PROFILE=$ground/kdc.conf KRB5CCNAME=FILE:$ground/cache
{ certificates && kerberos "$(free_port)"; } >"$ground/making.log" 2>&1 || { cat "$ground/making.log" >&2; exit 1; }
cd - >/dev/null
keep_simulators $$ >"$ground/keeper.log" 2>&1 &
keeper=$!
DESKWARDEN_TEST_GROUND=$ground "$@"
