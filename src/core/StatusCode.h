// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace deskwarden::core {

enum class StatusFamily { Return, Win32, Wmi, HResult, WinRm };

/// What a status says where it is read: to a question, or as the value that a method returns.
enum class StatusMeaning {
    Accepted,   ///< Windows took the request; look again whether it is done
    Failed,     ///< it did not work
    Gone,       ///< there is no such session any more; confirmed by looking again
    Unknown,    ///< it may have been done or not
    Pending,    ///< it is being done already
    Incomplete, ///< an enumeration left something out
};

/// One known status. Its sentence and its next step stand in models::Texts.
struct StatusCode
{
    std::uint32_t value;
    std::string_view symbol;
    StatusFamily family;
    StatusMeaning meaning;
    /// Of acts alone: why a fault with this status proves that the act which it answers was not carried out. Empty for
    /// nearly all of them: a server can fail after it has acted, so only looking again tells.
    std::string_view whyNotDone{};
};

/// All known codes, in the order in which a person would look them up.
[[nodiscard]] std::span<const StatusCode> knownStatusCodes() noexcept;
/// The known code of exactly that value, or, for an HRESULT that only wraps a Win32 code (0x8007xxxx), that Win32 code;
/// nullptr for an unknown one: it is then shown as it is.
[[nodiscard]] const StatusCode* findStatusCode(std::uint32_t value) noexcept;
/// A fault with this status proves that the act which it answers was not carried out. An unlisted one proves nothing.
[[nodiscard]] bool provesNotDone(std::uint32_t status) noexcept;
/// "0x80041003"
[[nodiscard]] std::string hexText(std::uint32_t value);

} // namespace deskwarden::core
