// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/StateChip.h"

#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"

#include <QEnterEvent>
#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int margin = 10;
constexpr int gap = 6;
constexpr int iconSide = 16;

QColor mixed(const QColor& one, const QColor& other, double share)
{
    const auto channel = [share](float left, float right) {
        return static_cast<float>(left * (1.0 - share) + right * share);
    };
    return QColor::fromRgbF(channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

} // namespace

StateChip::StateChip(core::ConnectState state, QWidget* parent)
    : StateChip(core::name(state).data(), models::stateName(state), stateIcon(state), models::stateMeaning(state),
                parent)
{
    m_state = state;
}

StateChip::StateChip(const char* name, const QString& text, const QIcon& icon, const QString& meaning, QWidget* parent)
    : QAbstractButton(parent)
{
    setObjectName(QStringLiteral("%1StateChip").arg(QString::fromUtf8(name).toLower()));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setText(text);
    setIcon(icon);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setToolTip(meaning);
    setCount(0);
}

void StateChip::setCount(std::size_t count)
{
    m_count = count;
    //: Read aloud for the button that shows only some sessions, such as those in one state. %2 is a number.
    setAccessibleName(tr("Show only %1: %2 sessions").arg(text(), countText()));
    updateGeometry();
    update();
}

QString StateChip::countText() const
{
    return QLocale().toString(static_cast<qulonglong>(m_count));
}

QFont StateChip::countFont() const
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    return bold;
}

QSize StateChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int words = metrics.horizontalAdvance(text()) + QFontMetrics(countFont()).horizontalAdvance(countText());
    return {margin + iconSide + gap + words + gap + margin, std::max(metrics.height() + 10, iconSide + 10)};
}

void StateChip::paintEvent(QPaintEvent* /*event*/)
{
    const QPalette& colors = palette();
    const QColor accent = toneColor(Tone::Accent, colors);
    const QColor ground = colors.color(QPalette::Base);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(1, 1, -1, -1);
    const double tint = isChecked() ? 0.18 : (underMouse() || isDown() ? 0.07 : 0.0);
    const QColor edge = mixed(ground, colors.color(QPalette::Text), 0.35);
    painter.setPen(QPen(isChecked() || hasFocus() ? accent : edge, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(mixed(ground, accent, tint));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const QRect content = rect().adjusted(margin, 0, -margin, 0);
    icon().paint(&painter, QRect(content.left(), (height() - iconSide) / 2, iconSide, iconSide), Qt::AlignCenter, mode);
    const QRect words = content.adjusted(iconSide + gap, 0, 0, 0);
    painter.setPen(colors.color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(countFont());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, countText());
}

void StateChip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StateChip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace deskwarden::ui
