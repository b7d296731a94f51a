// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFont>
#include <QStyledItemDelegate>

namespace deskwarden::ui {

/// A line of the rail; that of a server has a second, smaller one below its name (`secondLineRole`).
/// Thread: GUI.
class PlaceDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr int secondLineRole = Qt::UserRole + 1;

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

protected:
    /// The number is paler than the name.
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    mutable QFont m_font;         ///< with which the height was measured
    mutable int m_lineHeight = 0; ///< of a line with an icon; every place is as high
};

} // namespace deskwarden::ui
