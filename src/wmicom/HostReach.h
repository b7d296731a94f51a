// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

#include <string>

namespace deskwarden::wmicom {

/// The steps below DCOM, which RPC's one status does not tell apart: the host's name, and its port 135.
/// Thread: any. Blocks: like a name lookup and a connection attempt. Fails: NameNotResolved, ConnectionRefused,
/// HostUnreachable.
[[nodiscard]] core::Result<std::string> resolveName(const std::string& host);
[[nodiscard]] core::Result<std::string> knockAtEndpointMapper(const std::string& host);

} // namespace deskwarden::wmicom
