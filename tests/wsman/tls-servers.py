#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT

"""tls-servers.py COMMAND...: runs COMMAND, CertificateMatrixTest on Linux or under Wine, with a TLS server for each set-up of
the matrix. The folder DESKWARDEN_TLS_GROUND then holds, for each server, NAME.port, NAME.sha256 (of its certificate) and
NAME.events, where "a" stands for a connection on which something was asked, "o" for a cipher that the client offers though
it is weak, and "e" for the end of a connection; besides the authorities' certificates as NAME.pem.
All of it is made by the openssl program and Python's OpenSSL. Its configuration is made as lax as it can be, for COMMAND as well."""

import hashlib
import os
import socket
import ssl
import struct
import subprocess
import sys
import tempfile
import threading

HOST = "broker.corp.localhost"
YEAR = ("20250101000000Z", "20490101000000Z")
PAST = ("20200101000000Z", "20210101000000Z")
FUTURE = ("20480101000000Z", "20490101000000Z")

LAX = """openssl_conf = all
[all]
ssl_conf = ssl
[ssl]
system_default = lax
[lax]
MinProtocol = TLSv1
CipherString = ALL:eNULL:@SECLEVEL=0
[ca]
default_ca = own
[own]
database = index.txt
unique_subject = no
new_certs_dir = .
rand_serial = yes
default_md = sha256
policy = any
email_in_dn = no
[any]
O = optional
CN = optional
[req]
distinguished_name = names
[names]
"""

ANSWER = (
    '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body>'
    '<p:Win32_VirtualDesktopSession xmlns:p="http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/'
    'Win32_VirtualDesktopSession"><p:SessionId>1</p:SessionId></p:Win32_VirtualDesktopSession></s:Body></s:Envelope>'
).encode()


def openssl(*arguments):
    done = subprocess.run(["openssl", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    if done.returncode != 0:
        sys.exit("tls-servers: openssl " + " ".join(arguments) + ":\n" + done.stderr.decode(errors="replace"))
    return done.stdout


def make_key(name, bits=2048):
    openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", f"rsa_keygen_bits:{bits}", "-out", name + ".key")
    openssl("req", "-new", "-config", "openssl.cnf", "-key", name + ".key", "-subj", "/CN=any", "-out", name + ".csr")


def write(name, content):
    with open(name, "wb") as file:
        file.write(content)


def read(name):
    with open(name, "rb") as file:
        return file.read()


def certify(name, issuer, *, key="leaf", subject="/O=Deskwarden/CN=some server", extensions="", when=YEAR, digest="sha256"):
    """NAME.pem, signed by the authority issuer; by itself if that is None."""
    write(name + ".ext", extensions.encode())
    by = ["-selfsign", "-keyfile", key + ".key"] if issuer is None else ["-cert", issuer + ".pem", "-keyfile", KEYS[issuer] + ".key"]
    openssl("ca", "-batch", "-notext", "-config", "openssl.cnf", "-in", key + ".csr", *by, "-subj", subject, "-startdate", when[0],
            "-enddate", when[1], "-md", digest, "-extfile", name + ".ext", "-out", name + ".pem", "-utf8")
    KEYS[name] = key


KEYS = {}  # of which key each certificate is
SERVERS = {}  # the chain that each server shows, its own certificate first

IS_CA = "basicConstraints=critical,CA:TRUE{}\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n"


def authority(name, issuer="authority", *, more="", path="", **options):
    certify(name, issuer, subject="/O=Deskwarden/CN=Test " + name, extensions=IS_CA.format(path) + more, **options)


def server(name, *sent, issuer=None, san="DNS:" + HOST, use="serverAuth", more="", **options):
    """A server with a certificate of its own, which sends the chain `sent` along."""
    extensions = "basicConstraints=critical,CA:FALSE\n" if "basicConstraints" not in more else ""
    extensions += f"subjectAltName={san}\n" if san else ""
    extensions += f"extendedKeyUsage={use}\n" if use else ""
    certify(name, issuer or (sent[0] if sent else "authority"), extensions=extensions + more, **options)
    SERVERS[name] = [name, *sent]


def der(tag, *content):
    whole = b"".join(content)
    assert len(whole) < 128
    return bytes([tag, len(whole)]) + whole


def alternative(*names):
    return "DER:" + der(0x30, *(der(0x82, name) for name in names)).hex(":")


def make_authorities():
    for name, bits in (("leaf", 2048), ("root", 2048), ("middle", 2048), ("short", 1024), ("alien", 2048)):
        make_key(name, bits)
    authority("authority", None, key="root")
    authority("foreign", None, key="alien")
    authority("short-root", None, key="short")
    authority("intermediate", key="middle")
    authority("expired-intermediate", key="middle", when=PAST)
    authority("shorter-lived", key="middle", when=("20250101000000Z", "20400101000000Z"))
    authority("last-intermediate", key="middle", path=",pathlen:0")
    authority("below-the-last", "last-intermediate", key="alien")
    authority("for-corp-alone", key="middle", more="nameConstraints=critical,permitted;DNS:corp.localhost\n")
    authority("not-for-corp", key="middle", more="nameConstraints=critical,excluded;DNS:corp.localhost\n")
    authority("sha1-intermediate", key="middle", digest="sha1")
    authority("short-intermediate", key="short")
    authority("for-clients-alone", key="middle", more="extendedKeyUsage=clientAuth\n")
    certify("no-authority", "authority", key="middle", subject="/CN=Test no authority",
            extensions="basicConstraints=critical,CA:FALSE\n")
    certify("signs-no-certificates", "authority", key="middle", subject="/CN=Test signs no certificates",
            extensions="basicConstraints=critical,CA:TRUE\nkeyUsage=critical,cRLSign\n")


def make_servers():
    server("good")
    server("expired", when=PAST)
    server("future", when=FUTURE)
    server("by-another-authority", "foreign")
    server("broken-signature")
    text = read("broken-signature.pem").decode()
    broken = bytearray(ssl.PEM_cert_to_DER_cert(text))
    broken[-1] ^= 1
    write("broken-signature.pem", ssl.DER_cert_to_PEM_cert(bytes(broken)).encode())
    for name, digest in (("self-signed", "sha256"), ("sha1-self-signed", "sha1")):
        certify(name, None, digest=digest, extensions=f"subjectAltName=DNS:{HOST}\n")
        SERVERS[name] = [name]

    # names
    server("upper-case", san="DNS:" + HOST.upper())
    server("other-name", san="DNS:elsewhere.corp.localhost", subject="/CN=" + HOST)
    server("name-below", san="DNS:corp.localhost")
    server("name-above", san="DNS:a." + HOST)
    server("common-name", san="", subject="/CN=" + HOST)
    server("other-common-name", san="", subject="/CN=elsewhere.corp.localhost")
    server("wildcard-common-name", san="", subject="/CN=*.corp.localhost")
    server("wildcard", san="DNS:*.corp.localhost")
    server("part-of-a-label", san="DNS:br*.corp.localhost")
    server("wildcard-amid", san="DNS:broker.*.localhost")
    server("two-wildcards", san="DNS:*.*.localhost")
    server("wildcard-of-a-suffix", san="DNS:*.localhost")
    server("wildcard-alone", san="DNS:*")
    server("address", san="IP:127.0.0.1")
    server("address-beside-common-name", san="IP:127.0.0.1", subject="/CN=" + HOST)
    server("other-address", san="IP:127.0.0.2")
    server("address-as-name", san="DNS:127.0.0.1")
    server("address-as-common-name", san="", subject="/CN=127.0.0.1")
    server("wildcard-for-addresses", san="DNS:*.0.0.1")
    server("nul-in-the-name", san=alternative(HOST.encode() + b"\0.evil.test"))
    server("nul-before-a-good-name", san=alternative(b"x\0.evil.test", HOST.encode()))
    server("nul-in-the-common-name", san="", subject="/CN=" + HOST + "N.evil.test")
    # The openssl program takes no NUL on its command line: the letter N is replaced, and the certificate signed anew.
    plain = ssl.PEM_cert_to_DER_cert(read("nul-in-the-common-name.pem").decode())
    body_size = struct.unpack(">H", plain[6:8])[0]
    body = plain[4:8 + body_size].replace(HOST.encode() + b"N", HOST.encode() + b"\0")
    write("body", body)
    openssl("dgst", "-sha256", "-sign", "root.key", "-out", "body.signature", "body")
    write("nul-in-the-common-name.pem",
          ssl.DER_cert_to_PEM_cert(plain[:4] + body + plain[8 + body_size:-256] + read("body.signature")).encode())

    # uses
    server("any-server", use="")
    server("for-clients", use="clientAuth")
    server("for-code", use="codeSigning")
    server("for-all-uses", use="anyExtendedKeyUsage")
    server("key-for-revocations", more="keyUsage=critical,cRLSign\n")
    server("an-authority-itself", more="basicConstraints=critical,CA:TRUE\nkeyUsage=digitalSignature,keyCertSign\n")
    server("unknown-critical", more="1.2.3.4.5=critical,ASN1:NULL\n")

    # chains
    server("chain", "intermediate")
    certify("chain-not-sent", "intermediate", extensions=f"subjectAltName=DNS:{HOST}\nextendedKeyUsage=serverAuth\n")
    SERVERS["chain-not-sent"] = ["chain-not-sent"]
    server("expired-chain", "expired-intermediate")
    server("outlives-its-authority", "shorter-lived")
    server("path-too-long", "below-the-last", "last-intermediate")
    server("path-long-enough", "last-intermediate")
    server("constraint-kept", "for-corp-alone")
    server("constraint-broken", "for-corp-alone", san="DNS:broker.other.localhost")
    server("constraint-broken-by-common-name", "for-corp-alone", san="", subject="/CN=broker.other.localhost")
    server("constraint-kept-by-common-name", "for-corp-alone", san="", subject="/CN=" + HOST)
    server("constraint-excludes", "not-for-corp")
    server("signed-by-no-authority", "no-authority")
    server("signed-by-no-signer", "signs-no-certificates")
    server("signed-for-clients", "for-clients-alone")

    # strength
    server("sha1", digest="sha1")
    server("md5", digest="md5")
    server("sha1-in-the-chain", "sha1-intermediate")
    server("rsa-1024", key="short")
    server("rsa-1024-in-the-chain", "short-intermediate")
    server("rsa-1024-root", issuer="short-root")


VERSIONS = {"tls-1.0": ssl.TLSVersion.TLSv1, "tls-1.1": ssl.TLSVersion.TLSv1_1, "tls-1.2": ssl.TLSVersion.TLSv1_2,
            "tls-1.3": ssl.TLSVersion.TLSv1_3}

# Servers that know nothing else. Debian's OpenSSL has lost most of these ciphers, so that the client's offer decides.
CIPHERS = {
    "no-cipher": {0x0001, 0x0002, 0x003B, 0xC006, 0xC010},
    "anonymous": {0x0018, 0x001B, 0x0034, 0x003A, 0x006C, 0x006D, 0x00A6, 0x00A7, 0xC015, 0xC016, 0xC017, 0xC018, 0xC019},
    "export-ciphers": {0x0003, 0x0006, 0x0008, 0x000B, 0x000E, 0x0011, 0x0014, 0x0017, 0x0019},
    "rc4": {0x0004, 0x0005, 0x0018, 0xC007, 0xC011},
    "des": {0x0009, 0x000C, 0x000F, 0x0012, 0x0015},
    "triple-des": {0x000A, 0x000D, 0x0010, 0x0013, 0x0016, 0xC008, 0xC012},
}


def note(name, event):
    with open(name + ".events", "a", encoding="ascii") as file:
        file.write(event)


def context_of(name, chain, version=None, ciphers="ALL:@SECLEVEL=0"):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = version or ssl.TLSVersion.TLSv1
    context.maximum_version = version or ssl.TLSVersion.MAXIMUM_SUPPORTED
    context.set_ciphers(ciphers)
    write(name + ".chain", b"".join(read(one + ".pem") for one in chain))
    context.load_cert_chain(name + ".chain", KEYS[chain[0]] + ".key")
    return context


def answer_over(context):
    def serve(name, connection):
        with context.wrap_socket(connection, server_side=True) as tls:
            received = b""
            while part := tls.recv(65536):
                if not received:
                    note(name, "a")
                received += part
                if received.rstrip().endswith(b"Envelope>"):
                    tls.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml;charset=UTF-8\r\nContent-Length: "
                                + str(len(ANSWER)).encode() + b"\r\n\r\n" + ANSWER)
                    received = b" "
    return serve


def refuse_all_but(ciphers):
    def serve(name, connection):
        hello = b""
        while len(hello) < 5 or len(hello) < 5 + struct.unpack(">H", hello[3:5])[0]:
            part = connection.recv(65536)
            if not part:
                return
            hello += part
        at = 5 + 4 + 2 + 32
        at += 1 + hello[at]
        count = struct.unpack(">H", hello[at:at + 2])[0] // 2
        if ciphers & set(struct.unpack(f">{count}H", hello[at + 2:at + 2 + 2 * count])):
            note(name, "o")
        connection.sendall(bytes([21, 3, 3, 0, 2, 2, 40]))  # handshake_failure
    return serve


def listen(name, serve):
    def one(connection):
        with connection:
            try:
                connection.settimeout(60)
                serve(name, connection)
            except OSError:
                pass  # so it goes where a certificate is refused
        note(name, "e")

    def accept():
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=one, args=(connection,), daemon=True).start()

    listener = socket.create_server(("127.0.0.1", 0))
    write(name + ".port", str(listener.getsockname()[1]).encode())
    threading.Thread(target=accept, daemon=True).start()


def main():
    with tempfile.TemporaryDirectory() as ground:
        start = os.getcwd()
        os.chdir(ground)
        write("openssl.cnf", LAX.encode())
        write("index.txt", b"")
        make_authorities()
        make_servers()
        openssl("genpkey", "-genparam", "-algorithm", "DH", "-pkeyopt", "group:modp_1536", "-out", "dh.pem")
        for name, chain in SERVERS.items():
            listen(name, answer_over(context_of(name, chain)))
        for name, version in VERSIONS.items():
            listen(name, answer_over(context_of(name, ["good"], version)))
        small = context_of("small-group", ["good"], ssl.TLSVersion.TLSv1_2, "DHE:@SECLEVEL=0")
        small.load_dh_params("dh.pem")
        listen("small-group", answer_over(small))
        for name, ciphers in CIPHERS.items():
            listen(name, refuse_all_but(ciphers))
        for name in [*SERVERS, *VERSIONS, *CIPHERS, "small-group"]:
            shown = SERVERS[name][0] if name in SERVERS else "good"
            print_of = hashlib.sha256(ssl.PEM_cert_to_DER_cert(read(shown + ".pem").decode())).hexdigest()
            write(name + ".sha256", print_of.encode())
        environment = dict(os.environ, DESKWARDEN_TLS_GROUND=ground, OPENSSL_CONF=ground + "/openssl.cnf")
        status = subprocess.run(sys.argv[1:], cwd=start, env=environment, check=False).returncode
        os.chdir(start)
    sys.exit(status if status >= 0 else 128 - status)


main()
