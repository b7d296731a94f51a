// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// Numbers the hosts or collections that the rows of one RowSet name. Thread: used on one.
class SessionGroups final
{
public:
    enum class Case { Ignored, Kept };

    SessionGroups(std::vector<Group>& groups, Case letters);

    [[nodiscard]] std::uint32_t indexOf(std::uint16_t source, const core::SharedString& name);

private:
    std::vector<Group>& m_groups;
    const Case m_letters;
    std::uint16_t m_source = 0;
    std::unordered_map<const char*, std::uint32_t> m_byBlock; ///< of m_source; quick, as texts are shared
    std::unordered_map<std::string, std::uint32_t> m_byText;  ///< of m_source
};

} // namespace deskwarden::models
