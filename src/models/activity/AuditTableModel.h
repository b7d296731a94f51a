// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractTableModel>
#include <QByteArray>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace deskwarden::models {

/// One act as it is shown, worded. Made on any thread.
struct AuditLine
{
    static constexpr int columns = 13;
    std::array<QString, columns> cells;
    QString folded; ///< all cells in small letters, for the filter
};
using AuditLines = std::vector<AuditLine>;

/// The acts of the log that match the filter. Thread: GUI.
class AuditTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit AuditTableModel(QObject* parent = nullptr);

    void setLines(std::shared_ptr<const AuditLines> lines);
    /// Words; each must occur in some cell, in any case.
    void setFilter(const QString& words);
    [[nodiscard]] const std::shared_ptr<const AuditLines>& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<int>& shown() const { return m_shown; }

    [[nodiscard]] static QStringList headings();
    /// Those lines with a heading, as CSV. Thread: any.
    [[nodiscard]] static QByteArray csv(const AuditLines& lines, const std::vector<int>& shown);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void choose();

    std::shared_ptr<const AuditLines> m_lines;
    QStringList m_words;
    std::vector<int> m_shown;
};

} // namespace deskwarden::models
