// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/ContentScrollArea.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace deskwarden::ui {

namespace {

/// What a window frame, the buttons below and a panel of the desktop may take from the screen's height.
constexpr int reservedHeight = 180;
constexpr int reservedWidth = 60;

} // namespace

ContentScrollArea::ContentScrollArea(QWidget* parent)
    : QScrollArea(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

QSize ContentScrollArea::wanted() const
{
    if (widget() == nullptr)
        return {};
    QSize size = widget()->minimumSizeHint().expandedTo(QSize(0, 0));
    const QSize hint = widget()->sizeHint();
    const int width = std::max({size.width(), hint.width(), viewport()->width()});
    size.setWidth(std::max(size.width(), hint.width()));
    const int height = widget()->hasHeightForWidth() ? widget()->heightForWidth(width) : hint.height();
    size.setHeight(std::max(size.height(), height));
    const QSize room = screen()->availableSize() - QSize(reservedWidth, reservedHeight);
    if (size.height() > room.height())
        size.rwidth() += verticalScrollBar()->sizeHint().width() +
                         std::max(0, style()->pixelMetric(QStyle::PM_ScrollView_ScrollBarSpacing)) + 2;
    return size.boundedTo(room.expandedTo(QSize(160, 120))) + QSize(2 * frameWidth(), 2 * frameWidth());
}

QSize ContentScrollArea::sizeHint() const
{
    return wanted();
}

QSize ContentScrollArea::minimumSizeHint() const
{
    return wanted();
}

bool ContentScrollArea::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

void ContentScrollArea::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    // The height that wrapped text needs depends on the width.
    updateGeometry();
}

} // namespace deskwarden::ui
