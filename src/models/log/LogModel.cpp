// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/log/LogModel.h"

#include "models/log/LogRing.h"
#include "models/texts/FoldedText.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <utility>

namespace deskwarden::models {

LogModel::LogModel(std::size_t most, QObject* parent)
    : QAbstractTableModel(parent)
    , m_most(most)
{}

void LogModel::append(std::vector<LogEntry> entries)
{
    if (entries.size() > m_most)
        entries.erase(entries.begin(), entries.end() - static_cast<std::ptrdiff_t>(m_most));
    if (entries.empty())
        return;
    const std::size_t all = m_entries.size() + entries.size();
    if (all > m_most) {
        const auto gone = static_cast<std::ptrdiff_t>(all - m_most);
        beginRemoveRows({}, 0, static_cast<int>(gone) - 1);
        m_entries.erase(m_entries.begin(), m_entries.begin() + gone);
        endRemoveRows();
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    std::ranges::move(entries, std::back_inserter(m_entries));
    endInsertRows();
}

void LogModel::clear()
{
    beginResetModel();
    m_entries.clear();
    endResetModel();
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int LogModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(LogColumn::Text) + 1;
}

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const LogEntry& entry = entryAt(index.row());
    if (role == levelRole)
        return static_cast<int>(entry.level);
    if (role == Qt::AccessibleTextRole && index.column() == 0)
        return logLine(entry);
    if (role == Qt::ToolTipRole && index.column() == static_cast<int>(LogColumn::Text))
        return plainText(entry.text, LogRing::longestText).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (static_cast<LogColumn>(index.column())) {
    case LogColumn::Time:
        return entry.when.toString(QStringLiteral("HH:mm:ss.zzz"));
    case LogColumn::Level:
        return logLevelName(entry.level);
    case LogColumn::Category:
        return plainText(entry.category);
    case LogColumn::Text:
        return plainText(entry.text, LogRing::longestText);
    }
    return {};
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (static_cast<LogColumn>(section)) {
    case LogColumn::Time:
        return translate("LogModel", "Time");
    case LogColumn::Level:
        return translate("LogModel", "Level");
    case LogColumn::Category:
        return translate("LogModel", "Part");
    case LogColumn::Text:
        return translate("LogModel", "What it says");
    }
    return {};
}

void LogFilterModel::setLeast(LogLevel level)
{
    m_least = level;
    invalidateFilter();
}

void LogFilterModel::setWords(const QString& words)
{
    m_words = withoutAccents(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool LogFilterModel::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto text = [&](LogColumn column) {
        return sourceModel()->index(row, static_cast<int>(column), parent).data().toString();
    };
    const int level = sourceModel()->index(row, 0, parent).data(LogModel::levelRole).toInt();
    if (level < static_cast<int>(m_least))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString said = withoutAccents(text(LogColumn::Category) + QLatin1Char(' ') + text(LogColumn::Text));
    return std::ranges::all_of(m_words, [&said](const QString& word) { return said.contains(word); });
}

QString logLevelName(LogLevel level)
{
    switch (level) {
    case LogLevel::Debug:
        return translate("LogModel", "Detail");
    case LogLevel::Information:
        return translate("LogModel", "Information");
    case LogLevel::Warning:
        return translate("LogModel", "Warning");
    case LogLevel::Error:
        return translate("LogModel", "Error");
    }
    return {};
}

} // namespace deskwarden::models
