// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PlaceDelegate.h"

#include <QApplication>
#include <QPainter>

namespace deskwarden::ui {

namespace {

QFont smallFont(const QFont& font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * 0.86);
    return small;
}

QString secondLine(const QModelIndex& index)
{
    return index.data(PlaceDelegate::secondLineRole).toString();
}

} // namespace

void PlaceDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() > 0)
        option->palette.setBrush(QPalette::Text, option->palette.brush(QPalette::PlaceholderText));
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    // A tree asks for it at each number that changes, and the style would lay out the text.
    const bool hasIcon = index.data(Qt::DecorationRole).isValid();
    if (m_lineHeight == 0 || m_font != option.font) {
        const QSize measured = QStyledItemDelegate::sizeHint(option, index);
        if (!hasIcon)
            return measured; // its icon comes next
        m_font = option.font;
        m_lineHeight = measured.height();
    }
    const QStyle* const style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    const int beside = 2 * (style->pixelMetric(QStyle::PM_FocusFrameHMargin, &option, option.widget) + 1);
    const int text = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    QSize size(text + beside + (hasIcon ? option.decorationSize.width() + beside : 0), m_lineHeight);
    // As high from the start as it is later: no line below moves when a server has answered.
    if (index.data(secondLineRole).isValid())
        size.rheight() += QFontMetrics(smallFont(option.font)).height();
    return size;
}

void PlaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isDouble = index.data(secondLineRole).isValid() ||
                          (index.column() > 0 && index.siblingAtColumn(0).data(secondLineRole).isValid());
    if (!isDouble) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem whole = option;
    initStyleOption(&whole, index);
    const QFont font = smallFont(whole.font);
    const int below = QFontMetrics(font).height();
    const QStyle* const style = whole.widget != nullptr ? whole.widget->style() : QApplication::style();
    QStyleOptionViewItem background = whole;
    background.text.clear();
    background.icon = {};
    background.features = QStyleOptionViewItem::None;
    style->drawControl(QStyle::CE_ItemViewItem, &background, painter, whole.widget);
    // The name and the number stand in the upper line, as those of other places do.
    QStyleOptionViewItem upper = whole;
    upper.rect.setBottom(upper.rect.bottom() - below);
    upper.backgroundBrush = {};
    upper.state &= ~QStyle::State_HasFocus;
    style->drawControl(QStyle::CE_ItemViewItem, &upper, painter, whole.widget);
    if (index.column() > 0)
        return;
    const QRect name = style->subElementRect(QStyle::SE_ItemViewItemText, &upper, whole.widget);
    const QRect line(name.left(), upper.rect.bottom() + 1 - 2, whole.rect.right() - name.left(), below);
    painter->save();
    painter->setFont(font);
    painter->setPen(whole.palette.color((whole.state & QStyle::State_Selected) != 0 ? QPalette::HighlightedText
                                                                                    : QPalette::PlaceholderText));
    painter->drawText(line, Qt::AlignLeft | Qt::AlignTop,
                      QFontMetrics(font).elidedText(secondLine(index), Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace deskwarden::ui
