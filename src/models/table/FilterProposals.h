// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace deskwarden::models {

/// Names that are known now, to be offered while a filter is typed.
struct FilterNames
{
    QStringList hosts;
    QStringList collections; ///< as people call them
    QStringList servers;
};

/// What a filter could go on with.
struct FilterProposal
{
    QString text;    ///< takes the place of what is there
    QString meaning; ///< beside it; empty for a name
};

struct FilterProposals
{
    qsizetype start = 0; ///< of the part of the text that a proposal replaces
    qsizetype length = 0;
    std::vector<FilterProposal> proposals;
};

/// What the condition at the cursor could become: fields from their second letter on, and after the colon the names,
/// states, marks or times of the field. So many at most; none for plain words.
/// Thread: GUI.
[[nodiscard]] FilterProposals proposalsFor(const QString& typed, qsizetype cursor, const FilterNames& names);

} // namespace deskwarden::models
