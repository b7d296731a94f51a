#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 The Deskwarden authors
# SPDX-License-Identifier: MIT
#
# pywinrm (Debian's python3-winrm) against the simulator: NTLM, every message sealed. It wants a shell, which a broker's
# simulator has not, and so gets a fault; that it can read it shows that both sides seal alike.
#   ntlm-sealing.py URL USER    with the password on standard input

import sys

from winrm.exceptions import WinRMError
from winrm.protocol import Protocol

client = Protocol(endpoint=sys.argv[1], transport="ntlm", username=sys.argv[2],
                  password=sys.stdin.readline().rstrip("\n"), message_encryption="always")
try:
    client.open_shell()
except WinRMError as error:
    print("fault", error)
