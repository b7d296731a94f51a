// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionDelegate.h"

#include "models/table/SessionColumn.h"
#include "models/table/SessionTableModel.h"
#include "models/texts/Texts.h"
#include "ui/sessions/ChangeFade.h"
#include "ui/sessions/HeadingPainter.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace deskwarden::ui {

using models::SessionColumn;
using models::SessionTableModel;

SessionDelegate::SessionDelegate(QObject* parent)
    : QStyledItemDelegate(parent)
    , m_problem(outlineIcon("alert-triangle", Tone::Bad))
    , m_busy(outlineIcon("loader-2", Tone::Accent))
    , m_ghost(outlineIcon("ghost", Tone::Warning))
{}

QIcon SessionDelegate::iconFor(const QModelIndex& index) const
{
    if (index.column() == static_cast<int>(SessionColumn::State)) {
        if (index.data(SessionTableModel::IsGhostRole).toBool())
            return m_ghost;
        const auto state = static_cast<core::ConnectState>(index.data(SessionTableModel::StateRole).toUInt());
        const auto known = m_stateIcons.find(state);
        return known != m_stateIcons.end() ? known->second
                                           : m_stateIcons.emplace(state, stateIcon(state)).first->second;
    }
    if (index.column() != static_cast<int>(SessionColumn::LastResult))
        return {};
    if (!index.data(SessionTableModel::ProblemRole).toString().isEmpty())
        return m_problem;
    return index.data(SessionTableModel::BusyRole).toBool() ? m_busy : QIcon();
}

void SessionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (const QString painted = index.data(SessionTableModel::PaintedRole).toString(); !painted.isNull())
        option->text = painted;
    if (const double strength = m_fade != nullptr ? m_fade->strength(index) : 0.0; strength > 0.0) {
        QColor tint = toneColor(Tone::Accent, option->palette);
        tint.setAlphaF(static_cast<float>(0.22 * strength));
        option->backgroundBrush = tint;
    }
    option->icon = iconFor(index);
    if (!option->icon.isNull()) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
    }
    if (index.data(SessionTableModel::StaleRole).toBool())
        option->palette.setColor(QPalette::Text, option->palette.color(QPalette::PlaceholderText));
}

QSize SessionDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QSize size = QStyledItemDelegate::sizeHint(option, index);
    if (const QString muted = index.data(SessionTableModel::MutedRole).toString(); !muted.isEmpty())
        size.rwidth() += option.fontMetrics.horizontalAdvance(u' ' + muted);
    return size;
}

void SessionDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    if (const QString heading = index.data(SessionTableModel::SectionRole).toString(); !heading.isNull()) {
        paintHeading(*painter, option, heading);
        return;
    }
    QStyledItemDelegate::paint(painter, option, index);
    const QString muted = index.data(SessionTableModel::MutedRole).toString();
    if (muted.isEmpty())
        return;
    QStyleOptionViewItem full = option;
    initStyleOption(&full, index);
    const QStyle& style = *full.widget->style();
    const int margin = style.pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, full.widget) + 1;
    const int used = full.fontMetrics.horizontalAdvance(full.text + u' ');
    QRect rest = style.subElementRect(QStyle::SE_ItemViewItemText, &full, full.widget).adjusted(margin, 0, -margin, 0);
    const bool isRightToLeft = full.direction == Qt::RightToLeft;
    isRightToLeft ? rest.setRight(rest.right() - used) : rest.setLeft(rest.left() + used);
    if (rest.width() <= 0)
        return;
    const bool isSelected = (full.state & QStyle::State_Selected) != 0;
    painter->save();
    painter->setFont(full.font);
    painter->setPen(full.palette.color(isSelected ? QPalette::HighlightedText : QPalette::PlaceholderText));
    painter->setOpacity(isSelected ? 0.85 : 1.0);
    painter->drawText(rest, static_cast<int>(isRightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                      full.fontMetrics.elidedText(muted, Qt::ElideRight, rest.width()));
    painter->restore();
}

bool SessionDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event == nullptr || event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    if (!index.data(SessionTableModel::SectionRole).isNull())
        return true;
    QString text = index.data(Qt::ToolTipRole).toString();
    if (text.isEmpty() && index.column() == static_cast<int>(SessionColumn::State))
        text = models::stateMeaning(static_cast<core::ConnectState>(index.data(SessionTableModel::StateRole).toUInt()));
    if (text.isEmpty() && option.rect.width() < sizeHint(option, index).width())
        text = index.data().toString();
    QToolTip::showText(event->globalPos(), plainToolTip(text), view);
    return true;
}

QString plainToolTip(const QString& text)
{
    return text.isEmpty() ? QString() : QStringLiteral("<p>") + text.toHtmlEscaped() + QStringLiteral("</p>");
}

} // namespace deskwarden::ui
