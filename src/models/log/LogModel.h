// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/log/LogEntry.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

#include <cstddef>
#include <deque>
#include <vector>

namespace deskwarden::models {

enum class LogColumn { Time, Level, Category, Text };

/// Lines of the log, the newest last. Thread: GUI.
class LogModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int levelRole = Qt::UserRole; ///< LogLevel as int

    /// Beyond so many lines the oldest go.
    explicit LogModel(std::size_t most, QObject* parent = nullptr);

    void append(std::vector<LogEntry> entries);
    void clear();
    [[nodiscard]] const LogEntry& entryAt(int row) const { return m_entries.at(static_cast<std::size_t>(row)); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    const std::size_t m_most;
    std::deque<LogEntry> m_entries;
};

/// Those lines that matter at least so much and have these words, in any case and accent. Thread: GUI.
class LogFilterModel final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeast(LogLevel level);
    void setWords(const QString& words);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    LogLevel m_least = LogLevel::Debug;
    QStringList m_words;
};

/// "Warning"
[[nodiscard]] QString logLevelName(LogLevel level);

} // namespace deskwarden::models
