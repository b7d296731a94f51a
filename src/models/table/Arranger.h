// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"
#include "models/table/RowGrouper.h"
#include "models/table/TextRanks.h"

#include <QCollator>
#include <QLocale>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace deskwarden::models {

/// Prepares arrangements: matches the sessions of new lists with the known rows, filters, sorts, counts, and plans the
/// steps on the way. Knows no thread and no clock. Thread: used on one.
class Arranger final
{
public:
    using Stop = std::function<bool()>;

    explicit Arranger(const QLocale& locale);

    /// Nothing if it was stopped.
    [[nodiscard]] std::optional<ArrangeResult> arrange(const ArrangeRequest& request, const Stop& isStopped);

private:
    struct SortItem
    {
        std::uint64_t key;
        std::uint32_t row;
        std::uint32_t group = 0; ///< comes before the key
        friend bool operator<(const SortItem& left, const SortItem& right) noexcept
        {
            if (left.group != right.group)
                return left.group < right.group;
            return left.key != right.key ? left.key < right.key : left.row < right.row;
        }
    };

    [[nodiscard]] std::shared_ptr<const RowSet> rowSetFor(const ArrangeRequest& request);
    void addRows(RowSet& set);
    void sortBase(RowSet& set) const;
    static void place(const std::vector<SortItem>& items, std::vector<std::string> keys, SessionGrouping grouping,
                      Arrangement& next);
    [[nodiscard]] std::vector<std::uint32_t> groupOrder(const std::vector<Group>& groups) const;
    void carryOver(RowSet& set, const RowSet& before);
    static void noteChanges(RowSet& set, const RowSet& before);
    [[nodiscard]] std::vector<SortItem> sortKeys(const ArrangeRequest& request, const RowSet& set,
                                                 const std::vector<std::uint32_t>& shown,
                                                 const std::vector<const RowNote*>& notes, const Stop& isStopped);
    [[nodiscard]] std::vector<std::uint32_t> textRanks(const ArrangeRequest& request, const RowSet& set,
                                                       const std::vector<std::uint32_t>& shown,
                                                       std::vector<bool>& blank, const Stop& isStopped);

    QCollator m_collator;
    TextRanks m_ranks;
    TextRanks m_domainRanks;
    RowGrouper m_grouper;
    std::optional<SessionColumn> m_rankedColumn;
    std::uint64_t m_lastId = 0;
};

} // namespace deskwarden::models
