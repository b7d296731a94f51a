// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/PaletteModel.h"

#include <QStringList>

#include <utility>

namespace deskwarden::ui {

namespace {

QString detailOf(const PaletteEntry& entry)
{
    const QString kind = kindName(entry.kind);
    return entry.detail.isEmpty() ? kind : kind + QStringLiteral(" · ") + entry.detail;
}

/// What is read aloud: all of it.
QString spoken(const PaletteEntry& entry)
{
    QStringList parts{entry.title, entry.muted, detailOf(entry), entry.keys};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

} // namespace

void PaletteModel::show(std::vector<PaletteEntry> entries)
{
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

int PaletteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PaletteEntry& entry = entryAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return entry.title;
    case Qt::DecorationRole:
        return entry.icon;
    case Qt::AccessibleTextRole:
        return spoken(entry);
    case MutedRole:
        return entry.muted;
    case DetailRole:
        return detailOf(entry);
    case KeysRole:
        return entry.keys;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags shown = Qt::ItemNeverHasChildren;
    return entryAt(index.row()).isEnabled ? shown | Qt::ItemIsEnabled | Qt::ItemIsSelectable : shown;
}

} // namespace deskwarden::ui
