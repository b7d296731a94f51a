// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ManagementError.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace deskwarden::simulator {

/// The codes of WS-Management that the listener itself gives (wsmerror.h).
namespace wsmanCode {
inline constexpr std::uint32_t resourceNotFound = 0x80338000;
inline constexpr std::uint32_t invalidUri = 0x80338002;
inline constexpr std::uint32_t pullInProgress = 0x80338006;
inline constexpr std::uint32_t soapVersion = 0x8033800D;
inline constexpr std::uint32_t mustUnderstand = 0x80338010;
inline constexpr std::uint32_t headerRequired = 0x80338011;
inline constexpr std::uint32_t actionNotSupported = 0x80338013;
inline constexpr std::uint32_t dialectUnavailable = 0x80338019;
inline constexpr std::uint32_t cannotProcessFilter = 0x8033801A;
inline constexpr std::uint32_t invalidContext = 0x8033801B;
inline constexpr std::uint32_t invalidBody = 0x80338027;
inline constexpr std::uint32_t unsupportedEncoding = 0x8033802C;
inline constexpr std::uint32_t schemaValidation = 0x80338041;
inline constexpr std::uint32_t invalidXml = 0x80338043;
inline constexpr std::uint32_t envelopeExceeded = 0x80338048;
inline constexpr std::uint32_t serverEnvelopeLimit = 0x80338049;
inline constexpr std::uint32_t invalidXmlNamespace = 0x80338058;
inline constexpr std::uint32_t missingSelectors = 0x8033805A;
inline constexpr std::uint32_t unexpectedSelectors = 0x8033805B;
inline constexpr std::uint32_t selectorType = 0x8033805C;
inline constexpr std::uint32_t minEnvelopeSize = 0x8033807E;
inline constexpr std::uint32_t enumerationModeUnsupported = 0x80338086;
inline constexpr std::uint32_t localeMustUnderstand = 0x80338087;
inline constexpr std::uint32_t noSelectors = 0x803380FA;
inline constexpr std::uint32_t wqlNeedsStar = 0x803380FB;
inline constexpr std::uint32_t enumerateWithKeys = 0x80338108;
inline constexpr std::uint32_t tooManyOperations = 0x803381A6;
inline constexpr std::uint32_t pullParametersDiffer = 0x803381AD;
} // namespace wsmanCode

/// A refusal as WS-Management words it ([MS-WSMV] 2.2.4.43), or in the form of newer WMI providers.
struct SoapFault
{
    std::uint32_t code = 0;
    std::string text{};          ///< empty = Windows' text for the code
    std::uint32_t innerCode = 0; ///< of the WSManFault inside the ProviderFault; 0 = no ProviderFault
    std::string operation{};     ///< of the __ExtendedStatus inside the ProviderFault; empty = none
    bool isWmiError = false;     ///< Detail holds an MSFT_WmiError, `code` being its error_Code

    /// What stands in the s:Body.
    [[nodiscard]] std::string body(std::string_view machine) const;
    /// The a:Action of the answer.
    [[nodiscard]] std::string_view action() const;
};

/// How WinRM passes on what WMI said to a query.
[[nodiscard]] SoapFault faultOfQuery(const core::ManagementError& error);
/// How WinRM passes on what WMI said to a Get ("GetObject") or a method ("ExecMethod").
[[nodiscard]] SoapFault faultOfCall(const core::ManagementError& error, std::string_view operation);

} // namespace deskwarden::simulator
