// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

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
class SessionList final
{
public:
    SessionList() = default;
    explicit SessionList(std::vector<core::Session> rows)
        : m_rows(std::make_shared<const std::vector<core::Session>>(std::move(rows)))
    {}

    /// Valid while any copy of the list is there.
    [[nodiscard]] std::span<const core::Session> rows() const noexcept
    {
        return m_rows ? std::span<const core::Session>(*m_rows) : std::span<const core::Session>();
    }
    [[nodiscard]] std::size_t size() const noexcept { return rows().size(); }
    [[nodiscard]] bool empty() const noexcept { return rows().empty(); }
    [[nodiscard]] auto begin() const noexcept { return rows().begin(); }
    [[nodiscard]] auto end() const noexcept { return rows().end(); }
    [[nodiscard]] const core::Session& operator[](std::size_t row) const noexcept { return rows()[row]; }
    friend bool operator==(const SessionList& left, const SessionList& right)
    {
        return left.m_rows == right.m_rows || std::ranges::equal(left.rows(), right.rows());
    }

private:
    std::shared_ptr<const std::vector<core::Session>> m_rows;
};

} // namespace deskwarden::management
