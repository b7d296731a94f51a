// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <optional>
#include <string>

namespace deskwarden::management {

/// An account as sessions name it.
struct AccountName
{
    std::string domain; ///< as Windows writes it in front of a user; empty = that of the directory
    std::string user;   ///< without domain
    friend bool operator==(const AccountName&, const AccountName&) = default;
};

/// What a directory tells of one account. Its texts were written by others: untrusted, but UTF-8, and of bounded
/// length.
struct Person
{
    std::string account; ///< without domain, as the directory writes it
    std::string fullName;
    std::string department;
    std::string title;
    std::string phone;
    std::string mail;
    std::string photo;            ///< the bytes of a JPEG or PNG; empty: none, none asked for, or one too large
    bool isPhotoTooLarge = false; ///< there is one, and it was left out
    // Nothing: the directory does not tell.
    std::optional<bool> isDisabled = {};
    std::optional<bool> isLocked = {};
    std::optional<bool> isExpired = {};
    std::optional<bool> isPasswordExpired = {};
    std::string sid; ///< "S-1-5-21-…", empty: not told

    friend bool operator==(const Person&, const Person&) = default;
};

/// What came of looking for an account.
enum class Acquaintance {
    Known,
    NotThere,      ///< the directory has no such account, or does not show it to this operator
    OfOtherDomain, ///< this directory is of another domain: it was not asked
    Ambiguous,     ///< it has several of that name
};

struct PersonAnswer
{
    Acquaintance acquaintance = Acquaintance::NotThere;
    Person person; ///< with Known
};

} // namespace deskwarden::management
