// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/CopyAction.h"

#include "models/table/TableText.h"
#include "ui/widgets/CopyLabel.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>

namespace deskwarden::ui {

QAction* addCopyAction(QAbstractItemView& view)
{
    auto* const copy = new QAction(outlineIcon("copy"), QString(), &view);
    inEachLanguage(view, [copy] { copy->setText(CopyLabel::tr("Copy")); });
    copy->setObjectName(QStringLiteral("copyLinesAction"));
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, &view, [&view] {
        const QItemSelection chosen = view.selectionModel()->selection();
        if (!chosen.isEmpty()) // nothing stands for everything
            QGuiApplication::clipboard()->setText(
                models::copyTable(*view.model(), chosen, models::TableFormat::TabSeparated));
    });
    view.addAction(copy);
    view.setContextMenuPolicy(Qt::ActionsContextMenu);
    return copy;
}

} // namespace deskwarden::ui
