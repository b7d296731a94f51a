// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"
#include "core/StatusCode.h"

#include <optional>

namespace deskwarden::management {

/// The account itself was refused (wrong password, locked, disabled, expired, not allowed here): trying again with the
/// same credentials can only lock it.
[[nodiscard]] bool isAccountRefused(const core::ManagementError& error) noexcept;
/// What every further act would meet as well, or would make worse: it cannot be recorded, or the account is refused.
[[nodiscard]] bool concernsEveryAct(const core::ManagementError& error) noexcept;
/// The server has forgotten the enumeration: ask anew from the beginning.
[[nodiscard]] bool isEnumerationExpired(const core::ManagementError& error) noexcept;
/// An answer did not fit the server's limit: fewer elements at a time may.
[[nodiscard]] bool isAnswerTooLarge(const core::ManagementError& error) noexcept;
/// The server has forgotten a sign-in that it had accepted. The next request signs in anew, and nothing counts towards
/// a lock-out.
[[nodiscard]] bool isSignInLost(const core::ManagementError& error) noexcept;
/// Whether a list that broke off after so many repeats may be asked for once more, from its beginning: what came of it
/// is to be forgotten. A connection asks for less at a time after an answer that was too large, down to one element.
[[nodiscard]] bool mayListAnew(const core::ManagementError& error, unsigned repeats) noexcept;
/// The server refused the call for its load, before anything acted upon it: later, and with fewer at once, it may pass.
[[nodiscard]] bool isServerBusy(const core::ManagementError& error) noexcept;
/// What a fault says about the act or the object that it answers; nothing for an error that is no fault or has no known
/// status. The inner status decides, where it is known.
[[nodiscard]] std::optional<core::StatusMeaning> meaningOf(const core::ManagementError& error) noexcept;
/// There is no such object. Holds only for a keyed Get or Invoke: without keys the same statuses say that the class or
/// the namespace is missing.
[[nodiscard]] bool isGone(const core::ManagementError& error) noexcept;

} // namespace deskwarden::management
