// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/StateChip.h"

#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QEnterEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int margin = 10;
constexpr int gap = 6;
constexpr int iconSide = 16;
constexpr int arrowSide = 12;

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
    : StateChip(core::name(state).data(), stateIcon(state), parent)
{
    m_state = state;
    inEachLanguage(*this, [this] { setWords(models::stateName(m_state), models::stateMeaning(m_state)); });
}

StateChip::StateChip(const char* name, const QIcon& icon, QWidget* parent, Counted counted)
    : QAbstractButton(parent)
    , m_counted(counted != nullptr ? counted : models::sessionsText)
{
    setObjectName(QStringLiteral("%1StateChip").arg(QString::fromUtf8(name).toLower()));
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setIcon(icon);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCount(0);
}

void StateChip::setWords(const QString& text, const QString& meaning)
{
    setText(text);
    setToolTip(meaning);
    setCount(m_count);
    updateGeometry();
}

void StateChip::setCount(std::size_t count)
{
    m_count = count;
    if (m_menu != nullptr) {
        //: Read aloud for a button with a menu of what can be shown alone, such as Problems. %2 is such as 3 sessions.
        setAccessibleName(tr("%1: %2").arg(text(), m_counted(m_count)));
    } else {
        //: Read aloud for the button that shows only those in one state. %2 is such as 3 sessions.
        setAccessibleName(tr("Show only %1: %2").arg(text(), m_counted(m_count)));
    }
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

void StateChip::setMenu(QMenu* menu)
{
    m_menu = menu;
    m_menu->setParent(this, m_menu->windowFlags());
    connect(this, &QAbstractButton::clicked, this, &StateChip::openMenu);
    setCount(m_count);
}

void StateChip::openMenu()
{
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const QPoint corner =
        isRightToLeft ? rect().bottomRight() - QPoint(m_menu->sizeHint().width(), 0) : rect().bottomLeft();
    m_menu->popup(mapToGlobal(corner));
}

void StateChip::nextCheckState()
{
    if (m_menu == nullptr)
        QAbstractButton::nextCheckState();
}

void StateChip::setWordless(bool isWordless)
{
    if (isWordless == m_isWordless)
        return;
    m_isWordless = isWordless;
    update();
}

QSize StateChip::sizeHint() const
{
    const QFontMetrics metrics(font());
    const int word = words().isEmpty() ? 0 : metrics.horizontalAdvance(words()) + gap;
    const int count = QFontMetrics(countFont()).horizontalAdvance(countText());
    const int arrow = m_menu == nullptr ? 0 : gap + arrowSide;
    return {margin + iconSide + gap + word + count + arrow + margin, std::max(metrics.height() + 10, iconSide + 10)};
}

void StateChip::paintEvent(QPaintEvent* /*event*/)
{
    const QPalette& colors = palette();
    const QColor text = colors.color(QPalette::Text);
    const QColor ground = colors.color(QPalette::Base);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    // Colour is the icon's alone: what is on is darker and has a stronger edge.
    const double tint = isChecked() ? 0.16 : (underMouse() || isDown() ? 0.06 : 0.0);
    const double width = hasFocus() || isChecked() ? 2.0 : 1.0;
    const QColor edge = hasFocus() ? toneColor(Tone::Accent, colors) : isChecked() ? text : mixed(ground, text, 0.6);
    const QRectF pill = QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.setPen(QPen(edge, width));
    painter.setBrush(mixed(ground, text, tint));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    const QIcon::Mode mode = isEnabled() ? QIcon::Normal : QIcon::Disabled;
    const auto place = [this](int left, int wide) {
        return QStyle::visualRect(layoutDirection(), rect(), QRect(left, 0, wide, height()));
    };
    const auto square = [this, &place](int left, int side) {
        return place(left, side).adjusted(0, (height() - side) / 2, 0, (side - height()) / 2);
    };
    icon().paint(&painter, square(margin, iconSide), Qt::AlignCenter, mode);
    int end = this->width() - margin;
    if (m_menu != nullptr) {
        outlineIcon("chevron-down").paint(&painter, square(end - arrowSide, arrowSide), Qt::AlignCenter, mode);
        end -= arrowSide + gap;
    }
    painter.setPen(colors.color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::Text));
    const QRect content = place(margin + iconSide + gap, end - margin - iconSide - gap);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    painter.drawText(content, static_cast<int>(isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                     words());
    painter.setFont(countFont());
    painter.drawText(content, static_cast<int>(isRightToLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter,
                     countText());
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
