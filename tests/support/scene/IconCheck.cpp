// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/IconCheck.h"

#include "support/scene/ShownWidgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QHeaderView>
#include <QIcon>
#include <QImage>
#include <QLabel>
#include <QMenu>
#include <QPixmap>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>

namespace deskwarden::support {

namespace {

constexpr int side = 16;
constexpr int mostRows = 40;

bool isBlank(const QPixmap& pixmap)
{
    if (pixmap.isNull())
        return true;
    const QImage image = pixmap.toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 40)
                return false;
        }
    }
    return true;
}

bool isBlank(const QIcon& icon)
{
    return isBlank(icon.pixmap(QSize(side, side)));
}

bool isMissing(const QAbstractButton& button)
{
    if (!button.icon().isNull())
        return isBlank(button.icon());
    const auto* const tool = qobject_cast<const QToolButton*>(&button);
    const bool hasArrow = tool != nullptr && tool->arrowType() != Qt::NoArrow;
    const bool isIconOnly = tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly &&
                            qobject_cast<const QToolBar*>(tool->parentWidget()) != nullptr;
    const bool isDrawnByItself = QLatin1String(button.metaObject()->className()) != QLatin1String("QToolButton") &&
                                 QLatin1String(button.metaObject()->className()) != QLatin1String("QPushButton");
    return !hasArrow && (isIconOnly || (button.text().isEmpty() && !isDrawnByItself));
}

/// A label that is there for a picture, and has none.
bool isMissing(const QLabel& label)
{
    const QPixmap picture = label.pixmap(Qt::ReturnByValue);
    if (!picture.isNull())
        return isBlank(picture);
    return label.text().isEmpty() && label.objectName().contains(QLatin1String("icon"), Qt::CaseInsensitive);
}

bool isAnyMissing(const QAbstractItemView& view)
{
    const QAbstractItemModel* const model = view.model();
    if (model == nullptr)
        return false;
    const QModelIndex top = view.rootIndex();
    for (int row = 0; row < std::min(model->rowCount(top), mostRows); ++row) {
        for (int column = 0; column < model->columnCount(top); ++column) {
            const QVariant decoration = model->index(row, column, top).data(Qt::DecorationRole);
            const auto icon = decoration.value<QIcon>();
            if (decoration.typeId() == QMetaType::QIcon && !icon.isNull() && isBlank(icon))
                return true;
        }
    }
    return false;
}

} // namespace

QStringList IconCheck::findings(QWidget& root, const QImage& /*picture*/) const
{
    QStringList found;
    const auto say = [&found](const QWidget& widget, const QString& what = {}) {
        found << describe(widget, what) + QStringLiteral(" shows no icon");
    };
    for (QWidget* const widget : shownWidgets(root)) {
        const auto* const label = qobject_cast<QLabel*>(widget);
        const auto* const button = qobject_cast<QAbstractButton*>(widget);
        const auto* const view = qobject_cast<QAbstractItemView*>(widget);
        if (label != nullptr && isMissing(*label))
            say(*widget);
        if (button != nullptr && !isPartOfAnother(*widget) && isMissing(*button))
            say(*widget, button->text());
        if (view != nullptr && qobject_cast<QHeaderView*>(widget) == nullptr && isAnyMissing(*view))
            say(*widget);
        if (qobject_cast<QMenu*>(widget) == nullptr && qobject_cast<QToolBar*>(widget) == nullptr)
            continue;
        for (const QAction* const action : widget->actions()) {
            if (action->isVisible() && !action->icon().isNull() && isBlank(action->icon()))
                say(*widget, action->text());
        }
    }
    return found;
}

} // namespace deskwarden::support
