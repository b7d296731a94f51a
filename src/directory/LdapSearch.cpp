// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "directory/LdapSearch.h"

#include "core/Names.h"

namespace deskwarden::directory {

const std::vector<std::string>* LdapEntry::find(std::string_view name) const noexcept
{
    for (const LdapAttribute& attribute : attributes) {
        if (core::isSameName(attribute.name, name))
            return &attribute.values;
    }
    return nullptr;
}

std::string_view LdapEntry::first(std::string_view name) const noexcept
{
    const std::vector<std::string>* const values = find(name);
    return values == nullptr || values->empty() ? std::string_view() : std::string_view(values->front());
}

} // namespace deskwarden::directory
