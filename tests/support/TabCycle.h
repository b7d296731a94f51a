// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QStringList>
#include <QTest>
#include <QWidget>

namespace deskwarden::support {

/// The controls that Tab leads to in an active window, from the one that has the focus until it comes back there.
[[nodiscard]] inline QList<QWidget*> tabCycle(QWidget& window)
{
    QList<QWidget*> met;
    for (QWidget* at = window.focusWidget(); at != nullptr && !met.contains(at) && met.size() < 200;
         at = window.focusWidget())
    {
        met << at;
        QTest::keyClick(at, Qt::Key_Tab);
    }
    return met;
}

/// The names of what a person sees and cannot reach by Tab. Of exclusive buttons one is enough: arrows lead to the
/// others.
[[nodiscard]] inline QStringList beyondTab(QWidget& window)
{
    const QList<QWidget*> met = tabCycle(window);
    QStringList missed;
    for (QWidget* const widget : window.findChildren<QWidget*>()) {
        const auto* const button = qobject_cast<QAbstractButton*>(widget);
        const bool isOneOfMany = button != nullptr && button->autoExclusive() && !button->isChecked();
        const bool wantsTab = (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr;
        if (wantsTab && !isOneOfMany && widget->isVisible() && widget->isEnabled() && widget->window() == &window &&
            !met.contains(widget))
            missed << QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName();
    }
    return missed;
}

} // namespace deskwarden::support
