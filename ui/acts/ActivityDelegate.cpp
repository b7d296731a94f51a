// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityDelegate.h"

#include "models/activity/ActivityBatches.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/Icons.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace deskwarden::ui {

namespace {

/// A breath of the colour of failures: text and icons keep their contrast.
QColor failedGround(const QPalette& palette)
{
    constexpr double share = 0.08;
    const QColor base = palette.color(QPalette::Base);
    const QColor bad = toneColor(Tone::Bad, palette);
    const auto mixed = [](int of, int with) { return static_cast<int>(of * (1 - share) + with * share); };
    return {mixed(base.red(), bad.red()), mixed(base.green(), bad.green()), mixed(base.blue(), bad.blue())};
}

} // namespace

void ActivityDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.data(models::ActivityBatches::HeadRole).toBool()) {
        option->icon =
            outlineIcon(index.data(models::ActivityBatches::OpenRole).toBool() ? "chevron-down" : "chevron-right");
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->font.setWeight(QFont::DemiBold);
        option->backgroundBrush = option->palette.brush(QPalette::Window);
        return;
    }
    const QVariant ended = index.data(models::ActivityModel::OutcomeRole);
    const bool isFailed = ended.isValid() && ended.toInt() == static_cast<int>(management::OutcomeKind::Failed);
    if (isFailed)
        option->backgroundBrush = failedGround(option->palette);
    if (index.column() != static_cast<int>(models::ActivityColumn::Result))
        return;
    const int phase = index.data(models::ActivityModel::PhaseRole).toInt();
    option->icon = ended.isValid() ? outcomeIcon(static_cast<management::OutcomeKind>(ended.toInt()))
                                   : phaseIcon(static_cast<management::ActionPhase>(phase));
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->decorationSize = QSize(16, 16);
    if (ended.isValid()) {
        const Tone tone = outcomeTone(static_cast<management::OutcomeKind>(ended.toInt()));
        option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
    }
    if (isFailed)
        option->font.setWeight(QFont::DemiBold);
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
