// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/HeadingPainter.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOptionViewItem>

namespace deskwarden::ui {

void paintHeading(QPainter& painter, const QStyleOptionViewItem& option, const QString& heading)
{
    constexpr int headingMargin = 6;
    const auto* const view = qobject_cast<const QAbstractItemView*>(option.widget);
    if (view == nullptr)
        return;
    QRect line = option.rect;
    line.setLeft(0);
    line.setWidth(view->viewport()->width());
    painter.save();
    painter.setClipRect(option.rect);
    painter.fillRect(option.rect, option.palette.brush(QPalette::Active, QPalette::Window));
    painter.setPen(option.palette.color(QPalette::Active, QPalette::Mid));
    painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::Active, QPalette::WindowText));
    const bool isRightToLeft = option.direction == Qt::RightToLeft;
    const QString text = QFontMetrics(font).elidedText(heading, Qt::ElideRight, line.width() - 2 * headingMargin);
    painter.drawText(line.adjusted(headingMargin, 0, -headingMargin, 0),
                     static_cast<int>(isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter, text);
    painter.restore();
}

} // namespace deskwarden::ui
