// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/WhereClause.h"

#include <algorithm>
#include <utility>

namespace deskwarden::app {

WhereClause::WhereClause(models::FilterQuery query)
    : m_query(std::move(query))
    , m_conditions(m_query, models::Accents::Keep)
{}

tl::expected<WhereClause, QString> WhereClause::parse(const QString& text)
{
    auto query = models::parseFilter(text);
    if (!query)
        return tl::unexpected(query.error().sentence);
    for (const models::FilterTerm& term : query->terms) {
        if (term.field == models::FilterField::Gone || term.field == models::FilterField::Idle)
            return tl::unexpected(
                QStringLiteral("here times have options of their own: --disconnected-for and --idle-for."));
        if (term.field == models::FilterField::Name)
            return tl::unexpected(QStringLiteral("name: is known to the console only, which asks a directory."));
        // The state alone says which sessions are broken; the other marks come of comparing lists and of watching.
        const bool isOfState =
            std::ranges::all_of(term.marks, [](models::FilterMark mark) { return mark == models::FilterMark::Broken; });
        if (term.field == models::FilterField::Mark && !isOfState)
            return tl::unexpected(QStringLiteral(
                "of is: only is:broken is known here, the rest to the console, which watches sessions for a while."));
    }
    return WhereClause(*std::move(query));
}

bool WhereClause::matches(const core::Session& session, std::string_view collection, const QStringList& columns) const
{
    const auto isThere = [&columns](const QString& word) {
        return std::ranges::any_of(
            columns, [&word](const QString& column) { return column.contains(word, Qt::CaseInsensitive); });
    };
    return std::ranges::all_of(m_query.terms,
                               [&isThere](const models::FilterTerm& term) {
                                   return term.field != models::FilterField::Word ||
                                          isThere(term.texts.constFirst()) != term.isNegated;
                               }) &&
           m_conditions.matches({.session = session, .collection = collection});
}

} // namespace deskwarden::app
