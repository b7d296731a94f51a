// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionDelegate.h"

#include "models/table/ColumnSpec.h"
#include "models/table/SessionTableModel.h"
#include "models/texts/Texts.h"
#include "ui/sessions/ChangeFade.h"
#include "ui/widgets/Icons.h"

#include <QAbstractItemView>
#include <QHelpEvent>
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
    // Numbers stand at the right edge: a wide space keeps them off the next column.
    if (models::columnSpec(static_cast<SessionColumn>(index.column())).isNumber)
        option->text += QChar(0x2003);
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

bool SessionDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                                const QModelIndex& index)
{
    if (event == nullptr || event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
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
