// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"

#include <QAbstractTableModel>
#include <QString>

#include <array>
#include <span>
#include <vector>

namespace deskwarden::bench {

/// What one would write in an afternoon, to stand below a QSortFilterProxyModel: a row is an array of texts, a new list
/// is compared row by row, each change, insertion and removal is told by itself. Thread: GUI.
class PlainTable final : public QAbstractTableModel
{
public:
    void apply(std::span<const core::Session> sessions);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    static constexpr int columns = 7;
    struct Row
    {
        core::SessionKey key;
        std::array<QString, columns> cells;
    };
    [[nodiscard]] static Row rowOf(const core::Session& session);

    std::vector<Row> m_rows;
};

} // namespace deskwarden::bench
