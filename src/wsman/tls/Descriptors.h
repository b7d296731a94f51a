// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

namespace deskwarden::wsman {

/// Whether this program, or the whole computer, can open fewer files and sockets now than one connection needs. Then
/// what failed to open is this computer's trouble; libraries tell it as a refusal of the server's, a name that is not
/// known, or a file that is not there. Thread: any.
[[nodiscard]] bool areDescriptorsShort() noexcept;

} // namespace deskwarden::wsman
