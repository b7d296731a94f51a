// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace deskwarden::core {

/// How a directory is found and how the way to it is protected.
enum class DirectoryWay {
    Domain,   ///< "corp.example": the DNS names its servers; then as StartTls
    Ldaps,    ///< "ldaps://host[:636]": TLS from the first byte
    StartTls, ///< "ldap://host[:389]": TLS before anything is said
};

/// Where a directory is, as a person types it.
struct DirectoryAddress
{
    DirectoryWay way = DirectoryWay::Domain;
    std::string host;       ///< as ServerAddress::host; with Domain the domain's name in the DNS
    std::uint16_t port = 0; ///< 0 with Domain only

    /// Fails: InvalidInput with an InputProblem.
    [[nodiscard]] static Result<DirectoryAddress> parse(std::string_view typed);
    /// parse(text()) gives the same address. Default ports are left out.
    [[nodiscard]] std::string text() const;

    friend bool operator==(const DirectoryAddress&, const DirectoryAddress&) = default;
};

enum class DirectorySignIn {
    Kerberos, ///< the tickets of the operator
    Password, ///< user and password of the connection to the broker, over TLS only
};

/// The directory that tells who the people of a server's sessions are. No password is in it.
struct DirectorySettings
{
    std::string address; ///< as DirectoryAddress reads it
    DirectorySignIn signIn = DirectorySignIn::Kerberos;
    std::string base;         ///< distinguished name below which people are sought; empty = the directory's own
    std::string domain;       ///< as Windows writes it in front of a user; empty = as the directory tells
    std::string caFile;       ///< file with the authorities to trust, PEM; empty = the system's
    bool isOwnDomain = false; ///< instead of the address: the operator's domain, or the broker's (ownDomain)

    friend bool operator==(const DirectorySettings&, const DirectorySettings&) = default;
};

/// Neither an address nor the choice of the own domain: no directory is asked.
[[nodiscard]] bool isAsked(const DirectorySettings& settings) noexcept;
/// The DNS name of the domain to which the user of a sign-in belongs ("ada@corp.example", "corp.example\ada"), else of
/// that in which the host lies; empty where neither tells one. A short name, a number or a domain of one label tells
/// none.
[[nodiscard]] std::string ownDomain(std::string_view user, std::string_view host);

/// The word the command line and the profile file use ("kerberos", "password"); one that is unknown means Kerberos,
/// which sends no password anywhere.
[[nodiscard]] std::string_view name(DirectorySignIn signIn) noexcept;
[[nodiscard]] DirectorySignIn directorySignInFromName(std::string_view text) noexcept;

} // namespace deskwarden::core
