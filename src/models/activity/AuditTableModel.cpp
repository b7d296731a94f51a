// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/AuditTableModel.h"

#include "models/table/TableText.h"

#include <algorithm>
#include <utility>

namespace deskwarden::models {

AuditTableModel::AuditTableModel(QObject* parent)
    : QAbstractTableModel(parent)
    , m_lines(std::make_shared<AuditLines>())
{}

QStringList AuditTableModel::headings()
{
    return {tr("Record"),          tr("Time (UTC)"),        tr("Operator"), tr("Computer"), tr("Action"), tr("User"),
            tr("Virtual machine"), tr("Session (host/ID)"), tr("Result"),   tr("Code"),     tr("Reason"), tr("Server"),
            tr("Address")};
}

void AuditTableModel::setLines(std::shared_ptr<const AuditLines> lines)
{
    beginResetModel();
    m_lines = std::move(lines);
    choose();
    endResetModel();
}

void AuditTableModel::setFilter(const QString& words)
{
    beginResetModel();
    m_words = words.toLower().simplified().split(u' ', Qt::SkipEmptyParts);
    choose();
    endResetModel();
}

void AuditTableModel::choose()
{
    m_shown.clear();
    for (std::size_t i = 0; i < m_lines->size(); ++i) {
        const QString& line = (*m_lines)[i].folded;
        if (std::ranges::all_of(m_words, [&line](const QString& word) { return line.contains(word); }))
            m_shown.push_back(static_cast<int>(i));
    }
}

QByteArray AuditTableModel::csv(const AuditLines& lines, const std::vector<int>& shown)
{
    QString text;
    QStringList cells;
    for (const QString& heading : headings())
        cells << csvCell(heading);
    text += cells.join(u',') + QStringLiteral("\r\n");
    for (const int line : shown) {
        cells.clear();
        for (const QString& cell : lines[static_cast<std::size_t>(line)].cells)
            cells << csvCell(cell);
        text += cells.join(u',') + QStringLiteral("\r\n");
    }
    return text.toUtf8();
}

int AuditTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int AuditTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : AuditLine::columns;
}

QVariant AuditTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || role != Qt::DisplayRole)
        return {};
    const int line = m_shown[static_cast<std::size_t>(index.row())];
    return (*m_lines)[static_cast<std::size_t>(line)].cells.at(static_cast<std::size_t>(index.column()));
}

QVariant AuditTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= AuditLine::columns)
        return {};
    return headings().at(section);
}

} // namespace deskwarden::models
