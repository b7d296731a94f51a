// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ChipLine.h"

#include "ui/sessions/StateChip.h"
#include "ui/widgets/Icons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <numeric>

namespace deskwarden::ui {

namespace {

constexpr int gap = 6;
constexpr int sideMargin = 8;
constexpr int lineMargin = 5;

} // namespace

ChipLine::ChipLine(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_sum(new QLabel(this))
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setObjectName(name + QStringLiteral("Bar"));
    m_sum->setObjectName(name + QStringLiteral("SummaryLabel"));
    m_sum->setForegroundRole(QPalette::PlaceholderText);
    m_sum->setTextFormat(Qt::PlainText);
    m_sum->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
}

QToolButton* ChipLine::textButton(const char* icon, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setIcon(outlineIcon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->hide();
    return button;
}

void ChipLine::setSum(const QString& text)
{
    m_sum->setText(text);
}

void ChipLine::forget(const QWidget& widget)
{
    if (m_tabStop == &widget)
        m_tabStop = nullptr;
}

int ChipLine::widthOfLine() const
{
    const std::vector<QWidget*> widgets = line();
    return std::accumulate(widgets.begin(), widgets.end(), 2 * sideMargin - gap, [](int sum, const QWidget* widget) {
        return widget->isHidden() ? sum : sum + widget->sizeHint().width() + gap;
    });
}

void ChipLine::arrange()
{
    const std::vector<QWidget*> widgets = line();
    const auto setWordless = [&widgets](bool isWordless) {
        for (QWidget* const widget : widgets) {
            if (auto* const chip = qobject_cast<StateChip*>(widget))
                chip->setWordless(isWordless);
        }
    };
    setWordless(false);
    if (widthOfLine() > width())
        setWordless(true);
    int tooMuch = std::max(widthOfLine() - width(), 0);
    int x = sideMargin;
    for (QWidget* const widget : widgets) {
        if (widget->isHidden())
            continue;
        QSize size = widget->sizeHint();
        const auto* const button = qobject_cast<const QToolButton*>(widget);
        if (button != nullptr && button->toolButtonStyle() != Qt::ToolButtonIconOnly) {
            const int cut = std::min(tooMuch, std::max(size.width() - 3 * size.height(), 0));
            size.rwidth() -= cut;
            tooMuch -= cut;
        }
        const QRect place(x, (height() - size.height()) / 2, size.width(), size.height());
        widget->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
        x += size.width() + gap;
    }
    const int rest = width() - x - sideMargin;
    const QSize sum = m_sum->sizeHint();
    m_sum->setVisible(sum.width() <= rest);
    m_sum->setGeometry(QStyle::visualRect(
        layoutDirection(), rect(),
        QRect(width() - sideMargin - sum.width(), (height() - sum.height()) / 2, sum.width(), sum.height())));
    keepOneTabStop();
}

QSize ChipLine::sizeHint() const
{
    int height = 0;
    for (const QWidget* const widget : line()) {
        if (qobject_cast<const StateChip*>(widget) != nullptr)
            height = std::max(height, widget->sizeHint().height());
    }
    return {widthOfLine() + gap + m_sum->sizeHint().width(), height + 2 * lineMargin};
}

QSize ChipLine::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

void ChipLine::keepOneTabStop()
{
    const std::vector<QWidget*> widgets = line();
    if (m_tabStop == nullptr || m_tabStop->isHidden())
        m_tabStop = widgets.front();
    for (QWidget* const widget : widgets)
        widget->setFocusPolicy(widget == m_tabStop ? Qt::TabFocus : Qt::NoFocus);
}

void ChipLine::step(const QWidget* from, int direction)
{
    std::vector<QWidget*> widgets = line();
    std::erase_if(widgets, [](const QWidget* widget) { return widget->isHidden(); });
    const auto place = std::ranges::find(widgets, from);
    const auto next = place - widgets.begin() + direction;
    if (place == widgets.end() || next < 0 || next >= std::ssize(widgets))
        return;
    m_tabStop = widgets[static_cast<std::size_t>(next)];
    keepOneTabStop();
    m_tabStop->setFocus(Qt::TabFocusReason);
}

bool ChipLine::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::LayoutDirectionChange)
        arrange();
    return QWidget::event(event);
}

bool ChipLine::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Left || key == Qt::Key_Right) {
            const bool isForward = (key == Qt::Key_Right) == (layoutDirection() == Qt::LeftToRight);
            step(qobject_cast<QWidget*>(watched), isForward ? 1 : -1);
            return true;
        }
        if (auto* const button = qobject_cast<QAbstractButton*>(watched);
            button != nullptr && (key == Qt::Key_Return || key == Qt::Key_Enter))
        {
            button->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ChipLine::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

} // namespace deskwarden::ui
