// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/tls/TlsFailure.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace deskwarden::wsman {

namespace {

using core::TlsProblem;
using enum core::TlsProblem;

// Alerts (RFC 8446, section 6; RFC 6066, section 3).
constexpr int handshakeFailure = 40;
constexpr int badCertificate = 42;
constexpr int accessDenied = 49;
constexpr int protocolVersion = 70;
constexpr int insufficientSecurity = 71;
constexpr int unrecognisedName = 112;
constexpr int certificateRequired = 116;

struct LibraryCode
{
    std::uint32_t code;
    TlsProblem problem;
};

/// OpenSSL's reasons (openssl/sslerr.h), which stand in the lower bits of its codes.
constexpr std::array openSslReasons{
    LibraryCode{156, NotTls},         // HTTP_REQUEST
    LibraryCode{198, NotTls},         // PACKET_LENGTH_TOO_LONG
    LibraryCode{252, NotTls},         // UNKNOWN_PROTOCOL
    LibraryCode{258, VersionTooOld},  // UNSUPPORTED_PROTOCOL
    LibraryCode{261, NoCommonCipher}, // WRONG_CIPHER_RETURNED
    LibraryCode{266, VersionTooOld},  // WRONG_SSL_VERSION
    LibraryCode{267, NotTls},         // WRONG_VERSION_NUMBER
    LibraryCode{370, NoCommonCipher}, // WRONG_SIGNATURE_TYPE
    LibraryCode{394, NoCommonCipher}, // DH_KEY_TOO_SMALL
};

/// Schannel's (winerror.h).
constexpr std::array schannelCodes{
    LibraryCode{0x80090302, VersionTooOld},            // SEC_E_UNSUPPORTED_FUNCTION
    LibraryCode{0x80090308, NotTls},                   // SEC_E_INVALID_TOKEN
    LibraryCode{0x80090320, ClientCertificateMissing}, // SEC_E_INCOMPLETE_CREDENTIALS
    LibraryCode{0x80090327, ClientCertificateRefused}, // SEC_E_CERT_UNKNOWN
    LibraryCode{0x80090331, NoCommonCipher},           // SEC_E_ALGORITHM_MISMATCH
};

constexpr std::uint32_t openSslLibrary = 20; // ERR_LIB_SSL
constexpr std::uint32_t firstAlertReason = 1000;

/// The hexadecimal number after "error:" (OpenSSL) or "(0x" (Schannel); 0 = there is none.
std::uint32_t numberAfter(std::string_view words, std::string_view mark)
{
    const auto at = words.rfind(mark);
    if (at == std::string_view::npos)
        return 0;
    const std::string_view digits = words.substr(at + mark.size(), 8);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

template <std::size_t size>
std::optional<TlsProblem> problemIn(const std::array<LibraryCode, size>& codes, std::uint32_t code)
{
    const auto* const found = std::ranges::find(codes, code, &LibraryCode::code);
    return found == codes.end() ? std::nullopt : std::optional(found->problem);
}

std::optional<TlsProblem> certificateProblem(const TlsSigns& signs)
{
    if (!signs.isCertificateWanted)
        return std::nullopt;
    return signs.isCertificateShown ? ClientCertificateRefused : ClientCertificateMissing;
}

std::optional<TlsProblem> problemOfAlert(const TlsSigns& signs)
{
    if (signs.alert >= badCertificate && signs.alert <= accessDenied)
        return certificateProblem(signs);
    switch (signs.alert) {
    case handshakeFailure: // before TLS 1.3 a missing certificate is answered so, too
        return signs.isCertificateWanted ? certificateProblem(signs) : NoCommonCipher;
    case protocolVersion: // it may as well want TLS 1.3
        return signs.isTls12Only ? std::nullopt : std::optional(VersionTooOld);
    case insufficientSecurity:
        return NoCommonCipher;
    case unrecognisedName:
        return NameUnknown;
    case certificateRequired:
        return signs.isCertificateShown ? ClientCertificateRefused : ClientCertificateMissing;
    default:
        return std::nullopt;
    }
}

} // namespace

std::optional<TlsProblem> tlsProblem(const TlsSigns& signs, std::string_view words)
{
    TlsSigns known = signs;
    const std::uint32_t openSsl = numberAfter(words, "error:");
    const bool isOfTls = ((openSsl >> 23U) & 0xFFU) == openSslLibrary;
    const std::uint32_t reason = openSsl & 0x7FFFFFU;
    if (isOfTls && known.alert < 0 && reason >= firstAlertReason && reason < firstAlertReason + 256)
        known.alert = static_cast<int>(reason - firstAlertReason);
    if (known.alert >= 0)
        return problemOfAlert(known);
    if (isOfTls)
        return problemIn(openSslReasons, reason);
    if (const auto problem = problemIn(schannelCodes, numberAfter(words, "(0x")))
        return problem;
    // Such a server closes without a word, or its word is lost with the connection.
    return signs.isCertificateShown ? std::nullopt : certificateProblem(signs);
}

} // namespace deskwarden::wsman
