// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Names.h"
#include "fuzz/Targets.h"
#include "simulator/wql/WqlQuery.h"
#include "support/WqlRow.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace deskwarden::fuzz {

using simulator::WqlQuery;
using tests::cell;

namespace {

core::Result<bool> ask(std::string_view text)
{
    auto query = WqlQuery::parse(text);
    if (!query)
        return tl::unexpected(query.error());
    const management::ClassSchema* schema = management::findClass(management::sessionClass);
    if (const auto bound = query->bind(*schema); !bound)
        return tl::unexpected(bound.error());
    demand(std::ranges::all_of(query->boundColumns(),
                               [schema](std::size_t column) { return column < schema->properties.size(); }),
           "a question names properties of the class");
    return query->matches(cell);
}

/// LIKE without sets, ASCII only, by a table instead of a walk.
bool isLikeByTable(std::string_view text, std::string_view pattern)
{
    std::vector<bool> row(text.size() + 1, false);
    row[0] = true;
    for (const char mark : pattern) {
        std::vector<bool> next(text.size() + 1, false);
        next[0] = mark == '%' && row[0];
        for (std::size_t i = 0; i < text.size(); ++i) {
            const bool isSame = mark == '_' || core::isSameName(std::string_view(&mark, 1), text.substr(i, 1));
            next[i + 1] = mark == '%' ? next[i] || row[i + 1] : isSame && row[i];
        }
        row = std::move(next);
    }
    return row.back();
}

void checkLike(std::string_view text, std::string_view pattern)
{
    const bool isLike = simulator::isLike(text, pattern);
    const auto isAscii = [](char letter) { return static_cast<unsigned char>(letter) < 0x80; };
    if (pattern.find('[') == std::string_view::npos && std::ranges::all_of(text, isAscii) &&
        std::ranges::all_of(pattern, isAscii))
        demand(isLike == isLikeByTable(text, pattern), "LIKE means the same to two readers");
}

} // namespace

/// A question; where it has a WHERE, also what comes behind that, put into NOT, AND and OR. And a text with a pattern.
void askWql(std::string_view bytes)
{
    const auto whole = ask(bytes);
    if (!whole)
        demand(whole.error().kind == core::ErrorKind::Fault && !whole.error().detail.empty(),
               "a refused question says what is wrong");
    const std::string start("SELECT * FROM Win32_VirtualDesktopSession WHERE ");
    if (const auto inner = ask(start + std::string(bytes))) {
        const std::string condition = '(' + std::string(bytes) + ')';
        // One more level may be one too many.
        if (const auto negated = ask(start + "NOT " + condition)) {
            demand(*negated != *inner, "NOT turns a condition round");
            const auto both = ask(start + condition + " AND NOT " + condition);
            demand(both && !*both, "nothing holds together with its contrary");
            const auto either = ask(start + condition + " OR NOT " + condition);
            demand(either && *either, "a condition or its contrary holds");
        }
    }
    const auto bar = bytes.find('|');
    if (bar != std::string_view::npos && bytes.size() < 512)
        checkLike(bytes.substr(0, bar), bytes.substr(bar + 1));
}

} // namespace deskwarden::fuzz
