// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

namespace deskwarden::management {

/// The account itself was refused (wrong password, locked, disabled, expired, not allowed here): trying again with the
/// same credentials can only lock it.
[[nodiscard]] bool isAccountRefused(const core::ManagementError& error) noexcept;
/// Acts cannot be recorded, and so are not carried out.
[[nodiscard]] bool isLedgerBroken(const core::ManagementError& error) noexcept;
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
/// The fault says by its status that the act which it answers was not carried out. Every other fault proves nothing,
/// and is looked up like a lost answer. The inner status decides; an outer one by which the call was lost contradicts
/// it.
[[nodiscard]] bool provesNotDone(const core::ManagementError& fault) noexcept;
/// There is no such object. The inner status decides, where it is known. Holds only for a keyed Get or Invoke: without
/// keys the same statuses say that the class or the namespace is missing.
[[nodiscard]] bool isGone(const core::ManagementError& error) noexcept;

} // namespace deskwarden::management
