// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/palette/PaletteDelegate.h"

#include "ui/palette/PaletteModel.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int margin = 8;
constexpr int iconSide = 20;

/// Draws texts side by side into a line, as far as there is room.
class LinePainter final
{
public:
    LinePainter(QPainter& painter, const QStyleOptionViewItem& option, const QRect& line)
        : m_painter(painter)
        , m_direction(option.direction)
        , m_line(line)
        , m_left(line.width())
    {}

    /// At the line's end, before anything else is drawn.
    void drawLast(const QString& text, const QColor& color)
    {
        const int width = std::min(widthOf(text), m_left / 2);
        draw(text, color, m_line.width() - width, width);
        m_left -= width + margin;
    }
    void draw(const QString& text, const QColor& color)
    {
        const int width = std::min(widthOf(text), m_left - m_used);
        draw(text, color, m_used, width);
        m_used += width + m_painter.fontMetrics().horizontalAdvance(u' ');
    }

private:
    /// With the part of a pixel that rounding takes away.
    [[nodiscard]] int widthOf(const QString& text) const
    {
        return text.isEmpty() ? 0 : m_painter.fontMetrics().horizontalAdvance(text) + 2;
    }
    void draw(const QString& text, const QColor& color, int start, int width)
    {
        if (width <= 0 || text.isEmpty())
            return;
        const QRect logical(m_line.left() + start, m_line.top(), width, m_line.height());
        m_painter.setPen(color);
        m_painter.drawText(QStyle::visualRect(m_direction, m_line, logical),
                           static_cast<int>(QStyle::visualAlignment(m_direction, Qt::AlignLeft | Qt::AlignVCenter)),
                           m_painter.fontMetrics().elidedText(text, Qt::ElideRight, width));
    }

    QPainter& m_painter;
    const Qt::LayoutDirection m_direction;
    const QRect m_line;
    int m_left;
    int m_used = 0;
};

} // namespace

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& /*index*/) const
{
    return {option.fontMetrics.averageCharWidth() * 20, 2 * option.fontMetrics.height() + 2 * margin};
}

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle& style = full.widget != nullptr ? *full.widget->style() : *QApplication::style();
    style.drawPrimitive(QStyle::PE_PanelItemViewItem, &full, painter, full.widget);

    const bool isSelected = (full.state & QStyle::State_Selected) != 0;
    const bool isEnabled = (full.state & QStyle::State_Enabled) != 0;
    const QPalette::ColorGroup group = isEnabled ? QPalette::Active : QPalette::Disabled;
    const QColor plain = full.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor quiet = isEnabled && !isSelected ? full.palette.color(QPalette::PlaceholderText) : plain;
    const QRect inner = full.rect.adjusted(margin, margin / 2, -margin, -margin / 2);
    const QRect iconPlace(inner.left(), inner.center().y() - iconSide / 2, iconSide, iconSide);
    const QIcon::Mode mode = !isEnabled ? QIcon::Disabled : isSelected ? QIcon::Selected : QIcon::Normal;
    full.icon.paint(painter, QStyle::visualRect(full.direction, inner, iconPlace), Qt::AlignCenter, mode);

    const QRect texts = QStyle::visualRect(full.direction, inner, inner.adjusted(iconSide + margin, 0, 0, 0));
    const int half = texts.height() / 2;
    painter->save();
    painter->setFont(full.font);
    LinePainter first(*painter, full, QRect(texts.left(), texts.top(), texts.width(), half));
    if (const QString keys = index.data(PaletteModel::KeysRole).toString(); !keys.isEmpty())
        first.drawLast(keys, quiet);
    first.draw(full.text, plain);
    first.draw(index.data(PaletteModel::MutedRole).toString(), quiet);
    LinePainter second(*painter, full, QRect(texts.left(), texts.top() + half, texts.width(), half));
    second.draw(index.data(PaletteModel::DetailRole).toString(), quiet);
    painter->restore();
}

} // namespace deskwarden::ui
