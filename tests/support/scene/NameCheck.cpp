// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/NameCheck.h"

#include "support/scene/ShownWidgets.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>

namespace deskwarden::support {

namespace {

QString nameOf(QWidget& widget)
{
    QAccessibleInterface* const told = QAccessible::queryAccessibleInterface(&widget);
    return told == nullptr ? QString() : told->text(QAccessible::Name).trimmed();
}

/// Whether a screen reader stops there.
bool isControl(const QWidget& widget)
{
    if (isPartOfAnother(widget) || widget.focusProxy() != nullptr ||
        qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
        qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr)
        return false;
    // Their parts have names: the menus, the columns, the tabs.
    if (qobject_cast<const QMenuBar*>(&widget) != nullptr || qobject_cast<const QMenu*>(&widget) != nullptr ||
        qobject_cast<const QHeaderView*>(&widget) != nullptr || qobject_cast<const QTabBar*>(&widget) != nullptr)
        return false;
    return widget.focusPolicy() != Qt::NoFocus || qobject_cast<const QAbstractButton*>(&widget) != nullptr;
}

} // namespace

QStringList NameCheck::findings(QWidget& root, const QImage& /*picture*/) const
{
    QStringList found;
    if (root.isWindow() && qobject_cast<QMenu*>(&root) == nullptr && root.windowTitle().isEmpty())
        found << describe(root) + QStringLiteral(" has no title");
    for (QWidget* const widget : shownWidgets(root)) {
        if (widget != &root && isControl(*widget) && nameOf(*widget).isEmpty())
            found << describe(*widget) + QStringLiteral(" has no accessible name");
        for (const QAction* const action : widget->actions()) {
            if (qobject_cast<QMenu*>(widget) != nullptr && action->isVisible() && !action->isSeparator() &&
                action->text().isEmpty())
                found << describe(*widget) + QStringLiteral(" has a line without words");
        }
    }
    return found;
}

} // namespace deskwarden::support
