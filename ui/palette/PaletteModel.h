// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/palette/PaletteEntry.h"

#include <QAbstractListModel>

#include <vector>

namespace deskwarden::ui {

/// The lines of the palette. Thread: GUI.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        MutedRole = Qt::UserRole + 1, ///< QString: what stands more quietly behind the title
        DetailRole,                   ///< QString: the second line
        KeysRole,                     ///< QString
    };

    using QAbstractListModel::QAbstractListModel;

    void show(std::vector<PaletteEntry> entries);
    [[nodiscard]] const PaletteEntry& entryAt(int row) const { return m_entries[static_cast<std::size_t>(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    std::vector<PaletteEntry> m_entries;
};

} // namespace deskwarden::ui
