// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"
#include "models/table/FilterMatcher.h"
#include "models/table/FilterWord.h"

#include <QString>

#include <string>
#include <vector>

namespace deskwarden::models {

/// Decides which rows a SessionFilter shows. Words are looked for in what the columns show, except times, which would
/// change their answer with the clock, and the server, of which a common word would find all. Thread: any; immutable
/// after construction.
class RowMatcher final
{
public:
    RowMatcher(const SessionFilter& filter, const RowSet& rows, const TableNames& names, std::int64_t nowMs);

    /// `note` is the row's Last result.
    [[nodiscard]] bool matches(const Row& row, const QString& note, bool isStuck) const
    {
        return matchesMarks(row, isStuck) && isInPlace(row, note, isStuck);
    }
    /// Whether place, list and what was typed let it through, whatever chips are on.
    [[nodiscard]] bool isInPlace(const Row& row, const QString& note, bool isStuck) const;
    /// Whether its state, its problems and its use are those of the chips that are on, wherever it is.
    [[nodiscard]] bool matchesMarks(const Row& row, bool isStuck) const;

private:
    struct Word
    {
        FilterWord text;
        std::uint64_t states; ///< bit n: the name of state n holds the word
        bool isNegated;
    };

    void addWord(const QString& text, bool isNegated);
    [[nodiscard]] bool matchesWord(const Row& row, const QString& note, const Word& word, std::size_t number) const;
    [[nodiscard]] bool matchesQuery(const Row& row, bool isStuck) const;
    [[nodiscard]] bool matchesGroups(const Row& row) const;
    [[nodiscard]] bool matchesNames(const core::Session& session) const;

    const RowSet& m_rows;
    const SessionFilter m_filter;
    const std::int64_t m_nowMs;
    std::vector<core::ConnectState> m_states;
    const FilterMatcher m_conditions;
    std::vector<std::string> m_serverNames;            ///< as people call them
    std::vector<PersonNamesPointer> m_people;          ///< by source; null where no name is known
    std::vector<core::SharedString> m_collectionTexts; ///< as people call them
    std::vector<Word> m_words;
    bool m_hasGroupFilter = false;
    std::vector<bool> m_isServerShown;
    std::vector<bool> m_isHostShown;
    std::vector<bool> m_isCollectionShown;
    std::vector<std::vector<bool>> m_hostHits; ///< by word, by host
    std::vector<std::vector<bool>> m_collectionHits;
};

/// The name that people know for the collection, or else its id.
[[nodiscard]] core::SharedString collectionText(const TableNames& names, const core::ServerId& server,
                                                const core::SharedString& id);

/// The full name of the session's user; null if it is not known.
[[nodiscard]] core::SharedString personName(const TableNames& names, const core::Session& session);

} // namespace deskwarden::models
