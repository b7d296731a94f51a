// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/UsualKeys.h"

#include <QApplication>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QRadioButton>
#include <QToolButton>

namespace deskwarden::ui {

namespace {

bool isEnter(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
}

/// The one that a person would press, were it clicked.
QAbstractButton* buttonToPress(QWidget& focused)
{
    if (qobject_cast<QCheckBox*>(&focused) != nullptr || qobject_cast<QRadioButton*>(&focused) != nullptr)
        return nullptr;
    return qobject_cast<QAbstractButton*>(&focused);
}

void press(QAbstractButton& button)
{
    auto* const tool = qobject_cast<QToolButton*>(&button);
    if (tool != nullptr && tool->popupMode() == QToolButton::InstantPopup)
        tool->showMenu();
    else
        button.click();
}

} // namespace

UsualKeys::UsualKeys(QObject* parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool UsualKeys::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !watched->isWidgetType() || watched != QApplication::focusWidget() ||
        QApplication::activePopupWidget() != nullptr)
        return false;
    auto& focused = *static_cast<QWidget*>(watched);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier)
        return openContextMenu(focused, key);
    const Qt::KeyboardModifiers held = key.modifiers() & ~Qt::KeypadModifier;
    QAbstractButton* const button = isEnter(key) && held == Qt::NoModifier ? buttonToPress(focused) : nullptr;
    if (button == nullptr)
        return false;
    if (!key.isAutoRepeat())
        press(*button);
    return true;
}

/// As QWidgetWindow does for the key Menu. Windows asks for the menu by itself.
bool UsualKeys::openContextMenu(QWidget& focused, const QKeyEvent& key)
{
    if (QGuiApplication::platformName() == QLatin1String("windows"))
        return false;
    if (key.isAutoRepeat())
        return true;
    const QPoint place = focused.inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
    QContextMenuEvent asked(QContextMenuEvent::Keyboard, place, focused.mapToGlobal(place), Qt::NoModifier);
    QCoreApplication::sendEvent(&focused, &asked);
    return true;
}

} // namespace deskwarden::ui
