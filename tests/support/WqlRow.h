// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"

#include <cstddef>
#include <cstdint>

namespace deskwarden::tests {

/// One session as queries see it: VMHostName, SessionId, VMName, ConnectState, UserName, DomainName; the other columns
/// are null.
[[nodiscard]] inline core::Value cell(std::size_t column)
{
    switch (column) {
    case 0:
        return core::Value("HOST-01");
    case 1:
        return core::Value(std::uint32_t{12});
    case 2:
        return core::Value("VM_1%");
    case 3:
        return core::Value(std::uint32_t{4});
    case 4:
        return core::Value("jörg.o'brien");
    case 5:
        return core::Value("A\\B");
    default:
        return {};
    }
}

} // namespace deskwarden::tests
