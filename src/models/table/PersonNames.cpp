// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/PersonNames.h"

#include "core/Names.h"

#include <functional>

namespace deskwarden::models {

namespace {

/// Of 100,000 names some 25 are in each: few to copy when one of them comes to one that is shared.
constexpr std::size_t nameParts = 4096;

std::string nameKey(std::string_view domain, std::string_view user)
{
    std::string key(domain);
    key += '\\';
    key += user;
    return core::lowered(key);
}

std::size_t namePart(const std::string& key)
{
    return std::hash<std::string>()(key) % nameParts;
}

} // namespace

PersonNames::Part& PersonNames::ownPart(const std::string& key)
{
    if (m_parts.empty()) {
        m_parts.resize(nameParts);
        m_isOwn.resize(nameParts, false);
    }
    const std::size_t place = namePart(key);
    std::shared_ptr<Part>& part = m_parts[place];
    if (!m_isOwn[place])
        part = part == nullptr ? std::make_shared<Part>() : std::make_shared<Part>(*part);
    m_isOwn[place] = true;
    return *part;
}

void PersonNames::add(const management::AccountName& account, std::string_view fullName)
{
    if (fullName.empty()) {
        remove(account);
        return;
    }
    const std::string key = nameKey(account.domain, account.user);
    if (ownPart(key).insert_or_assign(key, core::SharedString(fullName)).second)
        ++m_size;
}

void PersonNames::remove(const management::AccountName& account)
{
    const std::string key = nameKey(account.domain, account.user);
    m_size -= ownPart(key).erase(key);
}

std::shared_ptr<const PersonNames> PersonNames::share()
{
    m_isOwn.assign(m_parts.size(), false);
    return std::shared_ptr<const PersonNames>(new PersonNames(*this));
}

core::SharedString PersonNames::nameOf(const core::Session& session) const
{
    if (m_size == 0 || !core::hasUser(session))
        return {};
    const std::string key = nameKey(session.domainName.view(), session.userName.view());
    const std::shared_ptr<Part>& part = m_parts[namePart(key)];
    if (part == nullptr)
        return {};
    const auto found = part->find(key);
    return found == part->end() ? core::SharedString() : found->second;
}

} // namespace deskwarden::models
