// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/PageSwitch.h"

#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/Theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr int partMargin = 12;
constexpr int partIcon = 16;
constexpr double partCorner = 5;

QColor between(const QColor& one, const QColor& other, double share)
{
    const auto channel = [share](float left, float right) {
        return static_cast<float>(left * (1.0 - share) + right * share);
    };
    return QColor::fromRgbF(channel(one.redF(), other.redF()), channel(one.greenF(), other.greenF()),
                            channel(one.blueF(), other.blueF()));
}

/// One part; its neighbours cover each other's edge.
class PagePart final : public QAbstractButton
{
public:
    PagePart(QAction& action, QWidget* parent)
        : QAbstractButton(parent)
        , m_action(action)
    {
        setObjectName(action.objectName().replace(QStringLiteral("Action"), QStringLiteral("Part")));
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(this, &QAbstractButton::clicked, &m_action, &QAction::trigger);
        connect(&m_action, &QAction::changed, this, [this] { read(); });
        read();
    }

    void setWordless(bool isWordless)
    {
        m_isWordless = isWordless;
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override
    {
        if (m_isWordless)
            return {partIcon + 2 * partMargin, std::max(fontMetrics().height() + 10, 26)};
        const QFontMetrics metrics(shownFont());
        return {metrics.horizontalAdvance(text()) + 2 * partMargin, std::max(fontMetrics().height() + 10, 26)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        const QColor ink = palette().color(QPalette::Text);
        const QColor ground = palette().color(QPalette::Base);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        // What is on is darker, its words are stronger, and it has a line below: colour is not the only sign.
        const double tint = isChecked() ? 0.16 : (underMouse() || isDown() ? 0.06 : 0.0);
        const QColor edge = hasFocus() ? toneColor(Tone::Accent, palette()) : between(ground, ink, 0.6);
        const double width = hasFocus() ? 2.0 : 1.0;
        painter.setPen(QPen(edge, width));
        painter.setBrush(between(ground, ink, tint));
        painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), partCorner,
                                partCorner);
        if (isChecked())
            painter.fillRect(QRectF(partMargin, height() - 4.0, this->width() - 2.0 * partMargin, 2.0),
                             toneColor(Tone::Accent, palette()));
        if (m_isWordless) {
            icon().paint(&painter,
                         QRect((this->width() - partIcon) / 2, (height() - partIcon) / 2, partIcon, partIcon));
            return;
        }
        painter.setPen(ink);
        painter.setFont(isChecked() ? shownFont() : font());
        painter.drawText(rect(), Qt::AlignCenter, text());
    }
    void enterEvent(QEnterEvent* event) override
    {
        QAbstractButton::enterEvent(event);
        update();
    }
    void leaveEvent(QEvent* event) override
    {
        QAbstractButton::leaveEvent(event);
        update();
    }

private:
    [[nodiscard]] QFont shownFont() const
    {
        QFont strong = font();
        strong.setWeight(QFont::DemiBold);
        return strong;
    }
    void read()
    {
        const QString words = withoutMnemonic(m_action.text());
        const QString keys = m_action.shortcut().toString(QKeySequence::NativeText);
        setText(words);
        setIcon(m_action.icon());
        setAccessibleName(words);
        setAccessibleDescription(m_action.statusTip());
        setToolTip(keys.isEmpty() ? m_action.statusTip() : QStringLiteral("%1 (%2)").arg(m_action.statusTip(), keys));
        setChecked(m_action.isChecked());
        updateGeometry();
        update();
    }

    QAction& m_action;
    bool m_isWordless = false;
};

} // namespace

PageSwitch::PageSwitch(QWidget* parent)
    : QWidget(parent)
    , m_line(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("pageSwitch"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_line->setContentsMargins(8, 0, 4, 0);
    m_line->setSpacing(2);
}

void PageSwitch::add(QAction& action)
{
    m_line->addWidget(new PagePart(action, this));
}

void PageSwitch::setWordless(bool isWordless)
{
    for (QObject* const child : children()) {
        if (auto* const part = dynamic_cast<PagePart*>(child))
            part->setWordless(isWordless);
    }
}

} // namespace deskwarden::ui
