// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace deskwarden::simulator {

/// The HRESULTs with which WMI refuses a call (wbemcli.h).
enum class WmiStatus : std::uint32_t {
    NotFound = 0x80041002,
    TypeMismatch = 0x80041005,
    InvalidNamespace = 0x8004100E,
    InvalidClass = 0x80041010,
    InvalidQuery = 0x80041017,
    InvalidMethod = 0x8004102E,
    InvalidMethodParameters = 0x8004102F,
    InvalidProperty = 0x80041031,
    InvalidObjectPath = 0x8004103A,
};

[[nodiscard]] inline tl::unexpected<core::ManagementError> refuse(WmiStatus status, std::string detail)
{
    core::ManagementError error;
    error.kind = core::ErrorKind::Fault;
    error.code = static_cast<std::uint32_t>(status);
    error.detail = std::move(detail);
    return core::failure(std::move(error));
}

} // namespace deskwarden::simulator
