// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/StatusIcon.h"

#include "ui/widgets/Theme.h"

#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace deskwarden::ui {

namespace {

/// Draws the mark in a square of 24 units with a line of 2, as the icons of the window are drawn.
void paintMark(QPainter& painter, Status status)
{
    const QRectF ring(3, 3, 18, 18);
    switch (status) {
    case Status::Hint:
        painter.drawEllipse(ring);
        painter.drawLine(QPointF(12, 11), QPointF(12, 16));
        painter.drawPoint(QPointF(12, 8));
        break;
    case Status::Passed:
        painter.drawEllipse(ring);
        painter.drawPolyline(QPolygonF({QPointF(8.5, 12), QPointF(11, 14.5), QPointF(15.5, 9.8)}));
        break;
    case Status::Warning:
        painter.drawPolygon(QPolygonF({QPointF(12, 3.5), QPointF(21.5, 20), QPointF(2.5, 20)}));
        painter.drawLine(QPointF(12, 10), QPointF(12, 14));
        painter.drawPoint(QPointF(12, 17));
        break;
    case Status::Failed:
        painter.drawEllipse(ring);
        painter.drawLine(QPointF(9.2, 9.2), QPointF(14.8, 14.8));
        painter.drawLine(QPointF(14.8, 9.2), QPointF(9.2, 14.8));
        break;
    case Status::Waiting: {
        QPen pen = painter.pen();
        pen.setDashPattern({1.6, 2.2});
        painter.setPen(pen);
        painter.drawEllipse(ring);
        break;
    }
    case Status::Running:
        painter.drawArc(ring, 90 * 16, -270 * 16);
        painter.drawLine(QPointF(12, 8), QPointF(12, 12));
        painter.drawLine(QPointF(12, 12), QPointF(14.5, 14));
        break;
    case Status::NotNeeded:
        painter.drawEllipse(ring);
        painter.drawLine(QPointF(9, 12), QPointF(15, 12));
        break;
    }
}

/// Thread: GUI.
class StatusIconEngine final : public QIconEngine
{
public:
    StatusIconEngine(Status status, const QColor& color)
        : m_status(status)
        , m_color(color)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode /*mode*/, QIcon::State /*state*/) override
    {
        const qreal side = std::min(rect.width(), rect.height());
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->translate(QRectF(rect).center() - QPointF(side / 2, side / 2));
        painter->scale(side / 24, side / 24);
        painter->setPen(QPen(m_color, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter->setBrush(Qt::NoBrush);
        paintMark(*painter, m_status);
        painter->restore();
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        return pixmap;
    }

    [[nodiscard]] QIconEngine* clone() const override { return new StatusIconEngine(m_status, m_color); }

private:
    Status m_status;
    QColor m_color;
};

} // namespace

QColor statusColor(Status status, const QPalette& palette)
{
    const bool dark = isDark(palette);
    switch (status) {
    case Status::Hint:
    case Status::Waiting:
    case Status::Running:
    case Status::NotNeeded:
        return palette.color(QPalette::PlaceholderText);
    case Status::Passed:
        return dark ? QColor(0x6c, 0xc6, 0x7a) : QColor(0x1a, 0x7f, 0x37);
    case Status::Warning:
        return dark ? QColor(0xe3, 0xb3, 0x41) : QColor(0x9a, 0x67, 0x00);
    case Status::Failed:
        return dark ? QColor(0xff, 0x7b, 0x72) : QColor(0xc4, 0x2b, 0x1c);
    }
    return palette.color(QPalette::WindowText);
}

QIcon statusIcon(Status status, const QPalette& palette)
{
    return QIcon(new StatusIconEngine(status, statusColor(status, palette)));
}

} // namespace deskwarden::ui
