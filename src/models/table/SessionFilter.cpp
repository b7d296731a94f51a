// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionFilter.h"

#include <QStringList>

#include <algorithm>

namespace deskwarden::models {

bool SessionFilter::isAboutTime() const
{
    // What is still signing out becomes stuck as time goes by.
    return unusedFor || isStuck || std::ranges::any_of(query.terms, [](const FilterTerm& term) {
               return term.field == FilterField::Gone || term.field == FilterField::Idle ||
                      term.field == FilterField::Mark;
           });
}

bool SessionFilter::isAboutActs() const
{
    return isStuck || !text.isEmpty() || std::ranges::any_of(query.terms, [](const FilterTerm& term) {
               return term.field == FilterField::Word || term.field == FilterField::Mark;
           });
}

void setTyped(SessionFilter& filter, const FilterQuery& typed)
{
    QStringList words;
    filter.query = {};
    for (const FilterTerm& term : typed.terms) {
        const bool isPlainWord =
            term.field == FilterField::Word && !term.isNegated && !term.texts.constFirst().contains(u' ');
        if (isPlainWord)
            words << term.texts;
        else
            filter.query.terms.push_back(term);
    }
    filter.text = words.join(u' ');
}

} // namespace deskwarden::models
