// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::directory {

enum class LdapScope { Base, Subtree };

/// One page of one question.
struct LdapSearch
{
    std::string base;
    LdapScope scope = LdapScope::Subtree;
    std::string filter = "(objectClass=*)"; ///< RFC 4515, values escaped by LdapFilter
    std::vector<std::string> attributes;
    std::uint32_t pageSize = 0;  ///< entries of a page; 0 = all at once
    std::string cookie;          ///< of the page before; empty = the first
    std::size_t mostEntries = 0; ///< a page with more is Unreadable
};

struct LdapAttribute
{
    std::string name;
    std::vector<std::string> values; ///< bytes, untrusted
};

struct LdapEntry
{
    std::string dn;
    std::vector<LdapAttribute> attributes;

    /// The values of an attribute, without regard to the case of its name; null if it is not there.
    [[nodiscard]] const std::vector<std::string>* find(std::string_view name) const noexcept;
    /// Its first value; empty if it has none.
    [[nodiscard]] std::string_view first(std::string_view name) const noexcept;
};

struct LdapPage
{
    std::vector<LdapEntry> entries;
    std::string cookie; ///< empty: it was the last
};

} // namespace deskwarden::directory
