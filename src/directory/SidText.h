// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string>
#include <string_view>

namespace deskwarden::directory {

/// "S-1-5-21-…" of a SID in bytes (MS-DTYP 2.4.2.2); empty if it is none.
[[nodiscard]] std::string sidText(std::string_view bytes);

} // namespace deskwarden::directory
