// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/Arrangement.h"
#include "models/table/TextRanks.h"

#include <QCollator>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace deskwarden::models {

/// Puts rows into groups, and groups into the order in which their headings stand: names in natural order, what has
/// none last. Hosts and collections of two servers are two groups, whatever they are called; a person is one, wherever
/// the sessions are. Thread: used on one.
class RowGrouper final
{
public:
    using Stop = std::function<bool()>;
    struct Groups
    {
        std::vector<std::uint32_t> ofRow; ///< the group of each row, by its place in `shown`
        std::vector<std::string> keys;    ///< by group: what it is in any arrangement
    };

    explicit RowGrouper(const QCollator& collator);

    /// Nothing is in `ofRow` if it was stopped, or if rows are not grouped.
    [[nodiscard]] Groups groupsOf(const ArrangeRequest& request, const RowSet& set,
                                  const std::vector<std::uint32_t>& shown, const Stop& isStopped);

private:
    [[nodiscard]] Groups byHost(const RowSet& set, const std::vector<std::uint32_t>& shown) const;
    [[nodiscard]] Groups byCollection(const ArrangeRequest& request, const RowSet& set,
                                      const std::vector<std::uint32_t>& shown) const;
    [[nodiscard]] static Groups byState(const RowSet& set, const std::vector<std::uint32_t>& shown);
    [[nodiscard]] Groups byUser(const RowSet& set, const std::vector<std::uint32_t>& shown, const Stop& isStopped);

    QCollator m_collator;
    TextRanks m_users;
    TextRanks m_domains;
};

} // namespace deskwarden::models
