// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/ServerProfile.h"

#include "core/CopiedText.h"
#include "core/Names.h"

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

constexpr std::string_view fingerprintSeparators = ": -\t\r\n";

/// Without the "SHA256 Fingerprint=" that openssl prints, or the "SHA-256:" of others.
std::string_view withoutAlgorithm(std::string_view text)
{
    const std::string lower = lowered(text.substr(0, 32));
    for (const std::string_view name : {"sha256", "sha-256", "sha1", "sha-1"}) {
        if (!lower.starts_with(name))
            continue;
        const auto end = lower.find_first_of("=:");
        return end == std::string::npos ? text : text.substr(end + 1);
    }
    return text;
}

} // namespace

Result<DirectorySettings> directoryOf(const ServerProfile& profile)
{
    DirectorySettings directory = profile.directory;
    if (!directory.isOwnDomain)
        return directory;
    directory.isOwnDomain = false;
    directory.address = ownDomain(profile.user, profile.address.host);
    if (directory.address.empty())
        return failure(ErrorKind::InvalidInput, InputProblem::OwnDomainUnknown);
    return directory;
}

Result<std::string> normalisedFingerprint(std::string_view text)
{
    const std::string seen = withoutUnseenMarks(text);
    std::string digits;
    for (const char letter : withoutAlgorithm(seen)) {
        if ((letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'f'))
            digits += letter;
        else if (letter >= 'A' && letter <= 'F')
            digits += static_cast<char>(letter - 'A' + 'a');
        else if (fingerprintSeparators.find(letter) == std::string_view::npos)
            return failure(ErrorKind::InvalidInput, InputProblem::FingerprintLetters);
    }
    if (digits.size() == 64)
        return digits;
    auto refused = failure(ErrorKind::InvalidInput,
                           digits.size() == 40 ? InputProblem::FingerprintIsSha1 : InputProblem::FingerprintLength);
    refused.value().code = static_cast<std::uint32_t>(digits.size());
    return refused;
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
    return failure(ErrorKind::InvalidInput, InputProblem::SchemeNameUnknown);
}

} // namespace deskwarden::core
