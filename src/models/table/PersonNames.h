// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/people/Person.h"

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// The full names of accounts, by "domain\user" in lower case. What is shared does not change any more; it is handed
/// on while names still come, so those who share keep what is alike in common, in many small parts. Thread: one at a
/// time; what is shared, any.
class PersonNames final
{
public:
    PersonNames() = default;
    PersonNames(PersonNames&&) noexcept = default;
    PersonNames& operator=(PersonNames&&) noexcept = default;
    PersonNames& operator=(const PersonNames&) = delete;
    ~PersonNames() = default;

    /// Takes the place of what was known; without a name nothing is known.
    void add(const management::AccountName& account, std::string_view fullName);
    void remove(const management::AccountName& account);
    /// What is known now.
    [[nodiscard]] std::shared_ptr<const PersonNames> share();
    /// Null: not known.
    [[nodiscard]] core::SharedString nameOf(const core::Session& session) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    using Part = std::unordered_map<std::string, core::SharedString>;

    PersonNames(const PersonNames&) = default;
    [[nodiscard]] Part& ownPart(const std::string& key);

    std::vector<std::shared_ptr<Part>> m_parts; ///< by the hash of the key; empty until a name is known
    std::vector<bool> m_isOwn;                  ///< nobody else has that part
    std::size_t m_size = 0;
};

using PersonNamesPointer = std::shared_ptr<const PersonNames>;
/// As the directories of the servers name them; a server without one is missing, or has a null pointer.
using PeopleOfServers = std::map<core::ServerId, PersonNamesPointer>;

} // namespace deskwarden::models
