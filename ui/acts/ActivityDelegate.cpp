// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityDelegate.h"

#include "models/activity/ActivityModel.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace deskwarden::ui {

void ActivityDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() != static_cast<int>(models::ActivityColumn::Result))
        return;
    const QVariant outcome = index.data(models::ActivityModel::OutcomeRole);
    const int phase = index.data(models::ActivityModel::PhaseRole).toInt();
    option->icon = outcome.isValid() ? outcomeIcon(static_cast<management::OutcomeKind>(outcome.toInt()))
                                     : phaseIcon(static_cast<management::ActionPhase>(phase));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
}

bool ActivityDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (event == nullptr || event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const bool isCut = option.rect.width() < sizeHint(option, index).width();
    QToolTip::showText(event->globalPos(), isCut ? plainToolTip(index.data().toString()) : QString(), view);
    return true;
}

} // namespace deskwarden::ui
