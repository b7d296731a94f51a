// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

// Windows' headers depend on the order in which they come: everything here includes them through this one.
// clang-format off
#include <winsock2.h>
#include <windows.h>
#include <ws2tcpip.h>
#include <oleauto.h>
#include <objbase.h>
#include <objidl.h>
#include <wbemcli.h>
#include <wrl/client.h>
// clang-format on
