// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "models/table/FilterQuery.h"
#include "models/table/NamePattern.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace deskwarden::models {

/// What a filter's conditions ask about one session. Times in minutes; nothing = not known.
struct FilterSubject
{
    const core::Session& session;
    std::string_view collection = {}; ///< as people call it
    std::string_view server = {};     ///< likewise
    core::SharedString name = {};     ///< the user's full name; null = not known
    std::optional<std::int64_t> gone = std::nullopt;
    std::optional<std::int64_t> idle = std::nullopt;
    bool isGhost = false;
    bool isStuck = false;
    bool isUserOnSeveral = false;
    bool isStale = false;
};

/// Decides whether a session meets the conditions of a query, all but its words (FilterField::Word), which are looked
/// for in what the columns show. What is not known meets no condition, nor the opposite of one: an act must never reach
/// more people than was typed. Thread: any; immutable.
class FilterMatcher final
{
public:
    FilterMatcher(const FilterQuery& query, Accents accents);

    [[nodiscard]] bool isEmpty() const noexcept { return m_conditions.empty(); }
    [[nodiscard]] bool matches(const FilterSubject& subject) const;

private:
    /// Alternatives of one field, or one comparison of a time.
    struct Condition
    {
        FilterTerm term;
        std::vector<NamePattern> patterns;
    };

    [[nodiscard]] static std::optional<bool> holds(const Condition& condition, const FilterSubject& subject);

    std::vector<Condition> m_conditions;
};

} // namespace deskwarden::models
