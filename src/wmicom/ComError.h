// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"
#include "wmicom/WindowsHeaders.h"

namespace deskwarden::wmicom {

/// What COM says beside an HRESULT, which the thread forgets with its next call.
/// Thread: the one that made the failing call, directly after it.
[[nodiscard]] core::ManagementError comError(HRESULT status, core::Delivery delivery = core::Delivery::NotSent);

/// The same for a method call: whether the act may have been carried out is told from the status. Few of them prove
/// that it was not (management::provesNotDone, and what COM says of its own calls); every other one leaves it open.
[[nodiscard]] core::ManagementError methodError(HRESULT status);

/// The same for signing in: a refusal there is about the credentials, not about an object.
[[nodiscard]] core::ManagementError signInError(HRESULT status);

/// The kind of a failing status, as far as the number alone tells.
[[nodiscard]] core::ErrorKind kindOf(HRESULT status) noexcept;

} // namespace deskwarden::wmicom
