// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/WordFit.h"

#include <QEvent>
#include <QLayout>
#include <QScopedValueRollback>
#include <QToolButton>

#include <utility>

namespace deskwarden::ui {

WordFit::WordFit(QWidget& line, Groups groups)
    : QObject(&line)
    , m_line(line)
    , m_groups(std::move(groups))
{
    line.installEventFilter(this);
}

bool WordFit::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        fit();
    return QObject::eventFilter(watched, event);
}

void WordFit::fit()
{
    if (m_isFitting || m_line.layout() == nullptr)
        return;
    const QScopedValueRollback<bool> guard(m_isFitting, true);
    const auto show = [](const std::vector<QToolButton*>& buttons, Qt::ToolButtonStyle style) {
        for (QToolButton* const button : buttons) {
            if (button->toolButtonStyle() != style)
                button->setToolButtonStyle(style);
            // An icon alone says what it means when it is asked.
            if (button->toolTip().isEmpty())
                button->setToolTip(button->text());
        }
    };
    for (const std::vector<QToolButton*>& group : m_groups)
        show(group, Qt::ToolButtonTextBesideIcon);
    for (const std::vector<QToolButton*>& group : m_groups) {
        m_line.layout()->invalidate();
        if (m_line.layout()->sizeHint().width() <= m_line.width())
            return;
        show(group, Qt::ToolButtonIconOnly);
    }
    m_line.layout()->invalidate();
}

} // namespace deskwarden::ui
