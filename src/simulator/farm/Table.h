// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "management/seam/RdmsSchema.h"
#include "simulator/farm/Farm.h"

#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace deskwarden::simulator {

/// The instances of one class at one moment, in the columns of its schema. Immutable: any thread may read it.
class Table
{
public:
    Table() = default;
    Table(const Table&) = delete;
    Table& operator=(const Table&) = delete;
    virtual ~Table() = default;

    [[nodiscard]] virtual std::size_t rowCount() const noexcept = 0;
    [[nodiscard]] virtual core::Value cell(std::size_t row, std::size_t column) const = 0;
};

/// A small table, with its cells as they are.
class FlatTable final : public Table
{
public:
    explicit FlatTable(std::vector<std::vector<core::Value>> rows)
        : m_rows(std::move(rows))
    {}
    [[nodiscard]] std::size_t rowCount() const noexcept override { return m_rows.size(); }
    [[nodiscard]] core::Value cell(std::size_t row, std::size_t column) const override { return m_rows[row][column]; }

private:
    const std::vector<std::vector<core::Value>> m_rows;
};

/// Win32_VirtualDesktopSession: a hundred thousand rows share their texts with the farm.
class SessionTable final : public Table
{
public:
    SessionTable(std::shared_ptr<const FarmLayout> layout, std::vector<FarmSession> sessions)
        : m_layout(std::move(layout))
        , m_sessions(std::move(sessions))
    {}
    [[nodiscard]] std::size_t rowCount() const noexcept override { return m_sessions.size(); }
    [[nodiscard]] core::Value cell(std::size_t row, std::size_t column) const override
    {
        return valueOf(*m_layout, m_sessions[row], column);
    }
    [[nodiscard]] const std::vector<FarmSession>& sessions() const noexcept { return m_sessions; }

    [[nodiscard]] static core::Value valueOf(const FarmLayout& layout, const FarmSession& session, std::size_t column);
    /// The VM's name as the class reports it: NULL for a listener, or where the provider did not know it.
    [[nodiscard]] static core::SharedString machineName(const FarmLayout& layout, const FarmSession& session);

private:
    const std::shared_ptr<const FarmLayout> m_layout;
    const std::vector<FarmSession> m_sessions;
};

} // namespace deskwarden::simulator
