// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/DirectorySettings.h"
#include "core/ServerAddress.h"

#include <chrono>
#include <optional>
#include <string>

namespace deskwarden::core {

enum class AuthScheme {
    Automatic, ///< the strongest that the server offers; Basic only over TLS or to loopback
    Negotiate,
    Kerberos,
    Ntlm,
    Basic,
    Certificate,
};

/// How resource URIs are written (DSP0226 and MS-WSMV): Windows' own, or the DMTF's, which Microsoft's OMI server
/// understands.
enum class UriStyle { Wmi, Cim };

inline constexpr std::string_view rdmsNamespace = "root\\cimv2\\rdms";

/// Everything about a connection that may be written down. The password is not in it.
struct ServerProfile
{
    ServerAddress address;
    std::string name; ///< what people call it; empty = by its address
    std::string user; ///< "DOMAIN\user", "user@REALM", "user"; empty = the current user's own tickets
    AuthScheme auth = AuthScheme::Automatic;
    std::string caFile;      ///< file with the authorities to trust, PEM or DER; empty = the system's
    std::string fingerprint; ///< pinned SHA-256 of the certificate, 64 lower-case hexadecimal digits; empty = none
    std::string clientCertificate;     ///< PEM file, for AuthScheme::Certificate
    std::string clientKey;             ///< PEM file
    std::string serviceClass = "HTTP"; ///< first part of the Kerberos service name: HTTP, WSMAN or HOST
    std::string nameSpace{rdmsNamespace};
    UriStyle uriStyle = UriStyle::Wmi;
    std::chrono::seconds timeout{60};                    ///< per wire call
    std::optional<std::chrono::seconds> refreshInterval; ///< of its lists; 0 = on demand only; nothing = as usual
    DirectorySettings directory;                         ///< that tells the names of its users

    friend bool operator==(const ServerProfile&, const ServerProfile&) = default;
};

/// The directory of that server as it is to be asked: with an address, unless isAsked() is false of it.
/// Fails: InvalidInput, OwnDomainUnknown.
[[nodiscard]] Result<DirectorySettings> directoryOf(const ServerProfile& profile);

/// "AB:CD…", "abcd…", with or without colons, hyphens, spaces, unseen marks and a leading "SHA256 Fingerprint=", to 64
/// lower-case digits. Fails: InvalidInput with an InputProblem.
[[nodiscard]] Result<std::string> normalisedFingerprint(std::string_view text);
/// The word the command line and the profile file use ("negotiate"), and back. Fails: InvalidInput with an
/// InputProblem.
[[nodiscard]] std::string_view name(AuthScheme scheme) noexcept;
[[nodiscard]] Result<AuthScheme> authSchemeFromName(std::string_view text);

} // namespace deskwarden::core
