// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Names.h"
#include "core/Session.h"
#include "management/people/Person.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace deskwarden::models {

/// The full names of accounts, by "domain\user" in lower case. Immutable once shown.
class PersonNames final
{
public:
    /// Takes the place of what was known; without a name nothing is known.
    void add(const management::AccountName& account, std::string_view fullName)
    {
        if (fullName.empty())
            remove(account);
        else
            m_names.insert_or_assign(keyOf(account.domain, account.user), core::SharedString(fullName));
    }
    void remove(const management::AccountName& account) { m_names.erase(keyOf(account.domain, account.user)); }
    /// Null: not known.
    [[nodiscard]] core::SharedString nameOf(const core::Session& session) const
    {
        if (!core::hasUser(session))
            return {};
        const auto found = m_names.find(keyOf(session.domainName.view(), session.userName.view()));
        return found == m_names.end() ? core::SharedString() : found->second;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_names.size(); }
    friend bool operator==(const PersonNames&, const PersonNames&) = default;

private:
    [[nodiscard]] static std::string keyOf(std::string_view domain, std::string_view user)
    {
        std::string key(domain);
        key += '\\';
        key += user;
        return core::lowered(key);
    }

    std::unordered_map<std::string, core::SharedString> m_names;
};

using PersonNamesPointer = std::shared_ptr<const PersonNames>;
/// As the directories of the servers name them; a server without one is missing, or has a null pointer.
using PeopleOfServers = std::map<core::ServerId, PersonNamesPointer>;

} // namespace deskwarden::models
