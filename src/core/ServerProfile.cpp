// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerProfile.h"

#include "core/Value.h"

#include <array>
#include <utility>

namespace deskwarden::core {

namespace {

constexpr std::array schemeNames{
    std::pair{AuthScheme::Automatic, std::string_view("automatic")},
    std::pair{AuthScheme::Negotiate, std::string_view("negotiate")},
    std::pair{AuthScheme::Kerberos, std::string_view("kerberos")},
    std::pair{AuthScheme::Ntlm, std::string_view("ntlm")},
    std::pair{AuthScheme::Basic, std::string_view("basic")},
    std::pair{AuthScheme::Certificate, std::string_view("certificate")},
};

} // namespace

Result<std::string> normalisedFingerprint(std::string_view text)
{
    std::string digits;
    for (const char letter : text) {
        if ((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'))
            digits += letter;
        else if (letter >= 'A' && letter <= 'F')
            digits += static_cast<char>(letter - 'A' + 'a');
        else if (letter != ':' && letter != ' ')
            return failure(ErrorKind::InvalidInput, "A fingerprint has hexadecimal digits, colons and spaces only.");
    }
    if (digits.size() != 64)
        return failure(ErrorKind::InvalidInput, "A SHA-256 fingerprint has 64 hexadecimal digits; this one has " +
                                                    std::to_string(digits.size()) + '.');
    return digits;
}

std::string_view name(AuthScheme scheme) noexcept
{
    for (const auto& [value, text] : schemeNames) {
        if (value == scheme)
            return text;
    }
    return {};
}

Result<AuthScheme> authSchemeFromName(std::string_view text)
{
    for (const auto& [value, known] : schemeNames) {
        if (isSameName(known, text))
            return value;
    }
    return failure(ErrorKind::InvalidInput, "The schemes are negotiate, kerberos, ntlm, basic and certificate.");
}

} // namespace deskwarden::core
