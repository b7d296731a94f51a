// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/ShownWidgets.h"

#include <QScrollBar>

namespace deskwarden::support {

std::vector<QWidget*> shownWidgets(QWidget& root)
{
    std::vector<QWidget*> shown{&root};
    for (QWidget* const widget : root.findChildren<QWidget*>()) {
        if (widget->window() == root.window() && widget->isVisibleTo(&root) && !widget->size().isEmpty())
            shown.push_back(widget);
    }
    return shown;
}

QRect shownPart(const QWidget& root, const QWidget& widget, const QRect& place)
{
    QRect part = place;
    for (const QWidget* at = &widget; at != nullptr; at = at->parentWidget()) {
        part &= at->rect();
        if (at == &root)
            break;
        part.translate(at->pos());
    }
    return part;
}

bool isWhole(const QWidget& root, const QWidget& widget, const QRect& place)
{
    return shownPart(root, widget, place).size() == place.size();
}

bool isPartOfAnother(const QWidget& widget)
{
    return widget.objectName().startsWith(QLatin1String("qt_")) || qobject_cast<const QScrollBar*>(&widget) != nullptr;
}

QString describe(const QWidget& widget, const QString& text)
{
    QString line = QString::fromLatin1(widget.metaObject()->className()).section(QStringLiteral("::"), -1);
    const QWidget* named = &widget;
    while (named->objectName().isEmpty() && named->parentWidget() != nullptr)
        named = named->parentWidget();
    line += (named == &widget ? QLatin1String(" ") : QLatin1String(" in ")) + named->objectName();
    return text.isEmpty() ? line : line + QStringLiteral(" \"") + text.left(80) + u'"';
}

} // namespace deskwarden::support
