// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/FilterMatcher.h"

#include <QString>
#include <QStringList>

#include <tl/expected.hpp>

#include <memory>
#include <string_view>

namespace deskwarden::app {

/// What --where asks for, in the language of the console's filter, as far as a session's own row can tell. Accents
/// count, and every word must be there as it was typed, whatever its case: an act must never reach more people than
/// that. Thread: any; immutable.
class WhereClause final
{
public:
    /// The error is one sentence. `gone` and `idle` have options of their own, which count what is not known; marks
    /// need more than one list.
    [[nodiscard]] static tl::expected<WhereClause, QString> parse(const QString& text);

    /// `columns` are what words are looked for in.
    [[nodiscard]] bool matches(const core::Session& session, std::string_view collection,
                               const QStringList& columns) const;

private:
    explicit WhereClause(models::FilterQuery query);

    models::FilterQuery m_query;
    models::FilterMatcher m_conditions;
};

} // namespace deskwarden::app
