#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
#
# A second client for the simulator's Kerberos sealing, written apart from the program's own, on python3-gssapi.
#   kerberos-sealing.py HOST PORT    with a ticket in the cache: asks for the sessions, prints the plain answer

import base64
import http.client
import struct
import sys

import gssapi
from gssapi.raw import IOV, IOVBufferType, unwrap_iov, wrap_iov

PROTOCOL = "application/HTTP-Kerberos-session-encrypted"
SOAP = "application/soap+xml;charset=UTF-8"
CLASSES = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/rdms/*"
ENUMERATE = f"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
 xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:n="http://schemas.xmlsoap.org/ws/2004/09/enumeration"
 xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><s:Header><a:To>http://host/wsman</a:To>
<w:ResourceURI s:mustUnderstand="true">{CLASSES}</w:ResourceURI>
<a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>
<a:Action s:mustUnderstand="true">http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate</a:Action>
<a:MessageID>uuid:11111111-2222-3333-4444-555555555555</a:MessageID></s:Header><s:Body><n:Enumerate>
<w:OptimizeEnumeration/><w:MaxElements>50</w:MaxElements><w:Filter
 Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">SELECT * FROM Win32_VirtualDesktopSession</w:Filter>
</n:Enumerate></s:Body></s:Envelope>""".encode()


def seal(context, plain):
    message = IOV(IOVBufferType.header, (IOVBufferType.data, True, plain), IOVBufferType.padding, std_layout=False)
    if not wrap_iov(context, message, confidential=True):
        sys.exit("the message was not encrypted")
    header, data, padding = (part.value or b"" for part in message)
    return (
        f"--Encrypted Boundary\r\n\tContent-Type: {PROTOCOL}\r\n"
        f"\tOriginalContent: type={SOAP};Length={len(plain) + len(padding)}\r\n"
        "--Encrypted Boundary\r\n\tContent-Type: application/octet-stream\r\n"
    ).encode() + struct.pack("<i", len(header)) + header + data + padding + b"--Encrypted Boundary--\r\n"


def unseal(context, body):
    length = int(body.split(b"Length=")[1].split(b"\r\n")[0])
    sealed = body.split(b"application/octet-stream\r\n", 1)[1]
    size = struct.unpack("<i", sealed[:4])[0]
    header, data = sealed[4:4 + size], sealed[4 + size:4 + size + length]
    message = IOV((IOVBufferType.header, False, header), (IOVBufferType.data, False, data), IOVBufferType.data,
                  std_layout=False)
    if not unwrap_iov(context, message).encrypted:
        sys.exit("the answer was not encrypted")
    return message[1].value


def main(host, port):
    name = gssapi.Name(f"HTTP@{host}", gssapi.NameType.hostbased_service)
    flags = gssapi.RequirementFlag
    context = gssapi.SecurityContext(
        name=name, mech=gssapi.MechType.kerberos, usage="initiate",
        flags=flags.mutual_authentication | flags.replay_detection | flags.out_of_sequence_detection
        | flags.confidentiality | flags.integrity)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)  # no resolver needed
    token = context.step()
    connection.request("POST", "/wsman", b"", {
        "Authorization": "Kerberos " + base64.b64encode(token).decode(), "Content-Type": SOAP, "Content-Length": "0"})
    answer = connection.getresponse()
    answer.read()
    context.step(base64.b64decode(answer.getheader("WWW-Authenticate").split()[1]))
    connection.request("POST", "/wsman", seal(context, ENUMERATE), {
        "Content-Type": f'multipart/encrypted;protocol="{PROTOCOL}";boundary="Encrypted Boundary"'})
    answer = connection.getresponse()
    print(answer.status, unseal(context, answer.read()).decode())


main(sys.argv[1], int(sys.argv[2]))
