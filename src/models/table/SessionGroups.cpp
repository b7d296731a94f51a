// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionGroups.h"

#include "core/Names.h"

namespace deskwarden::models {

SessionGroups::SessionGroups(std::vector<Group>& groups, Case letters)
    : m_groups(groups)
    , m_letters(letters)
{}

std::uint32_t SessionGroups::indexOf(std::uint16_t source, const core::SharedString& name)
{
    if (source != m_source) {
        m_byBlock.clear();
        m_byText.clear();
        m_source = source;
    }
    const std::string_view text = name.view();
    if (const auto known = m_byBlock.find(text.data()); known != m_byBlock.end())
        return known->second;
    std::string folded = m_letters == Case::Ignored ? core::lowered(text) : std::string(text);
    const auto [place, isNew] = m_byText.try_emplace(folded, static_cast<std::uint32_t>(m_groups.size()));
    if (isNew)
        m_groups.push_back({source, name, std::move(folded)});
    m_byBlock.emplace(text.data(), place->second);
    return place->second;
}

} // namespace deskwarden::models
