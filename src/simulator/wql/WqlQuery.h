// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Value.h"
#include "management/seam/RdmsSchema.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// One question of WMI's query language: SELECT * or columns FROM a class, with WHERE of comparisons (= <> != < > <=
/// >=, LIKE, IS NULL) under AND, OR, NOT and parentheses. Names and keywords have no case, nor have texts when
/// compared, as in WMI. Fails: Fault with WBEM_E_INVALID_QUERY, and what is wrong with it in the detail.
class WqlQuery final
{
public:
    /// One property of one row.
    using Cell = std::function<core::Value(std::size_t column)>;

    [[nodiscard]] static core::Result<WqlQuery> parse(std::string_view text);

    [[nodiscard]] const std::string& className() const noexcept { return m_className; }
    [[nodiscard]] bool isProjection() const noexcept { return !m_columns.empty(); }
    /// Ties the names in it to the class's properties.
    [[nodiscard]] core::Result<> bind(const management::ClassSchema& schema);
    /// The chosen properties, as places in the class's schema; after bind().
    [[nodiscard]] const std::vector<std::size_t>& boundColumns() const noexcept { return m_boundColumns; }
    [[nodiscard]] bool matches(const Cell& cell) const;

    enum class Operator {
        And,
        Or,
        Not,
        Equal,
        Different,
        Less,
        Greater,
        AtMost,
        AtLeast,
        Like,
        NotLike,
        Null,
        NotNull
    };

    struct Condition
    {
        Operator kind = Operator::And;
        std::size_t left = 0;  ///< And, Or, Not
        std::size_t right = 0; ///< And, Or
        std::string property;
        std::size_t column = 0;
        core::Value literal;
    };

private:
    friend class WqlParser;

    [[nodiscard]] bool holds(std::size_t place, const Cell& cell) const;

    std::string m_className;
    std::vector<std::string> m_columns;
    std::vector<std::size_t> m_boundColumns;
    std::vector<Condition> m_conditions; // the last one is the whole
};

/// WQL's LIKE: % any text, _ one character, [a-z] one of them, [^a-z] none of them; without regard to ASCII case.
[[nodiscard]] bool isLike(std::string_view text, std::string_view pattern);

} // namespace deskwarden::simulator
