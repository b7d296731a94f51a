// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace deskwarden::core {

/// A value, or the reason why there is none. The only way in which a failure leaves a function of ours.
template <typename T = void>
using Result = tl::expected<T, ManagementError>;

/// `return failure(ErrorKind::Malformed, "…");` in any function that returns a Result.
[[nodiscard]] inline tl::unexpected<ManagementError> failure(ManagementError error)
{
    return tl::unexpected<ManagementError>(std::move(error));
}

[[nodiscard]] inline tl::unexpected<ManagementError> failure(ErrorKind kind, std::string detail = {},
                                                             Delivery delivery = Delivery::NotSent)
{
    ManagementError error;
    error.kind = kind;
    error.detail = std::move(detail);
    error.delivery = delivery;
    return tl::unexpected<ManagementError>(std::move(error));
}

/// A failure of which more is known than its kind.
[[nodiscard]] inline tl::unexpected<ManagementError> failure(ErrorKind kind, ErrorReason reason,
                                                             std::string detail = {})
{
    ManagementError error;
    error.kind = kind;
    error.reason = reason;
    error.detail = std::move(detail);
    return tl::unexpected<ManagementError>(std::move(error));
}

} // namespace deskwarden::core
