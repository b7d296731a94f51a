// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace deskwarden::management {

/// The rows of one list, in the order of the server. Copies share the rows: what is learnt later about a list (names of
/// its collections, who is a ghost, that asking again failed) costs no second list.
/// Thread: any; the rows never change.
template <typename Row>
class SharedRows final
{
public:
    SharedRows() = default;
    explicit SharedRows(std::vector<Row> rows)
        : m_rows(std::make_shared<const std::vector<Row>>(std::move(rows)))
    {}

    /// Valid while any copy of the list is there.
    [[nodiscard]] std::span<const Row> rows() const noexcept
    {
        return m_rows ? std::span<const Row>(*m_rows) : std::span<const Row>();
    }
    [[nodiscard]] std::size_t size() const noexcept { return rows().size(); }
    [[nodiscard]] bool empty() const noexcept { return rows().empty(); }
    [[nodiscard]] auto begin() const noexcept { return rows().begin(); }
    [[nodiscard]] auto end() const noexcept { return rows().end(); }
    [[nodiscard]] const Row& operator[](std::size_t row) const noexcept { return rows()[row]; }
    friend bool operator==(const SharedRows& left, const SharedRows& right)
    {
        return left.m_rows == right.m_rows || std::ranges::equal(left.rows(), right.rows());
    }

private:
    std::shared_ptr<const std::vector<Row>> m_rows;
};

} // namespace deskwarden::management
