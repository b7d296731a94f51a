// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace deskwarden::core {

enum class StatusFamily { Return, Win32, Wmi, HResult, WinRm };

/// What a status says about the act that it answers.
enum class StatusMeaning {
    Accepted,   ///< Windows took the request; look again whether it is done
    Failed,     ///< not done
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
};

/// All known codes, in the order in which a person would look them up.
[[nodiscard]] std::span<const StatusCode> knownStatusCodes() noexcept;
/// The known code of exactly that value, or, for an HRESULT that only wraps a Win32 code (0x8007xxxx), that Win32 code;
/// nullptr for an unknown one: it is then shown as it is.
[[nodiscard]] const StatusCode* findStatusCode(std::uint32_t value) noexcept;
/// "0x80041003"
[[nodiscard]] std::string hexText(std::uint32_t value);

} // namespace deskwarden::core
