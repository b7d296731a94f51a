// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/help/HelpKey.h"

#include "ui/help/HelpTopic.h"
#include "ui/help/HelpWindow.h"

#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace deskwarden::ui {

namespace {

/// Through windows as well: a dialog is inside the window that opened it.
bool isInside(const QWidget* widget, const QWidget& window)
{
    while (widget != nullptr && widget != &window)
        widget = widget->parentWidget();
    return widget != nullptr;
}

} // namespace

HelpKey::HelpKey(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    qApp->installEventFilter(this);
}

void HelpKey::openFor(QWidget& widget)
{
    const QWidget* const focused = widget.window()->focusWidget();
    const bool isAtFocus = focused != nullptr && isInside(focused, widget);
    HelpWindow::showFor(*widget.window(), helpMark(isAtFocus ? focused : &widget));
}

bool HelpKey::eventFilter(QObject* watched, QEvent* event)
{
    // Into a widget, not its window: the window hands it on, and a widget that wants the key takes it first.
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType())
        return false;
    const auto& key = static_cast<const QKeyEvent&>(*event);
    auto& widget = static_cast<QWidget&>(*watched);
    if (key.key() != Qt::Key_F1 || key.modifiers() != Qt::NoModifier || !isInside(&widget, m_window))
        return false;
    if (qobject_cast<HelpWindow*>(widget.window()) == nullptr)
        openFor(widget);
    return true;
}

} // namespace deskwarden::ui
