// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/FitCheck.h"

#include "support/scene/ShownText.h"
#include "support/scene/ShownWidgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QGroupBox>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QTextEdit>
#include <QToolButton>
#include <QToolTip>

namespace deskwarden::support {

namespace {

constexpr int slack = 1; ///< widths are rounded
constexpr int textMargin = 2;

bool isCut(const QLabel& label)
{
    if (label.text().isEmpty())
        return false;
    if (!label.wordWrap())
        return label.sizeHint().width() > label.width() + slack || label.sizeHint().height() > label.height() + slack;
    if (label.heightForWidth(label.width()) > label.height() + slack)
        return true;
    if (label.textFormat() != Qt::PlainText)
        return false;
    const QRect room(0, 0, label.contentsRect().width(), 1 << 20);
    return label.fontMetrics().boundingRect(room, Qt::TextWordWrap, label.text()).width() > room.width() + slack;
}

int textWidth(const QWidget& widget, const QString& text)
{
    return widget.fontMetrics().size(Qt::TextShowMnemonic, text).width();
}

bool isCut(const QAbstractButton& button)
{
    if (button.text().isEmpty())
        return false;
    QStyleOptionButton option;
    option.initFrom(&button);
    const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
    const int wanted = textWidth(button, button.text()) + icon;
    const auto room = [&button, &option](QStyle::SubElement part) {
        return button.style()->subElementRect(part, &option, &button).width() + slack;
    };
    if (qobject_cast<const QCheckBox*>(&button) != nullptr)
        return wanted > room(QStyle::SE_CheckBoxContents);
    if (qobject_cast<const QRadioButton*>(&button) != nullptr)
        return wanted > room(QStyle::SE_RadioButtonContents);
    if (qobject_cast<const QPushButton*>(&button) != nullptr)
        return wanted > room(QStyle::SE_PushButtonContents);
    if (const auto* const tool = qobject_cast<const QToolButton*>(&button)) {
        const bool hasNoText = tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (hasNoText || !tool->toolTip().isEmpty())
            return false; // Qt puts an ellipsis, the tip says the rest
    }
    return button.sizeHint().width() > button.width() + slack;
}

bool isCut(const QLineEdit& line)
{
    if (!line.text().isEmpty() || line.placeholderText().isEmpty() || !line.toolTip().isEmpty())
        return false;
    QStyleOptionFrame option;
    option.initFrom(&line);
    option.lineWidth = line.style()->pixelMetric(QStyle::PM_DefaultFrameWidth, &option, &line);
    const QMargins inner = line.textMargins();
    const int room = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line).width() - inner.left() -
                     inner.right() - 2 * textMargin;
    return line.fontMetrics().horizontalAdvance(line.placeholderText()) > room + slack;
}

bool isCut(const QComboBox& combo)
{
    if (combo.isEditable() || !combo.toolTip().isEmpty())
        return false;
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    const QRect room =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    const int icon = combo.itemIcon(combo.currentIndex()).isNull() ? 0 : combo.iconSize().width() + 4;
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) + icon > room.width() + slack;
}

bool isCut(const QWidget& widget)
{
    if (const auto* const label = qobject_cast<const QLabel*>(&widget))
        return isCut(*label);
    if (const auto* const button = qobject_cast<const QAbstractButton*>(&widget))
        return isCut(*button);
    if (const auto* const line = qobject_cast<const QLineEdit*>(&widget))
        return isCut(*line);
    if (const auto* const combo = qobject_cast<const QComboBox*>(&widget))
        return isCut(*combo);
    if (const auto* const box = qobject_cast<const QGroupBox*>(&widget))
        return textWidth(*box, box->title()) > box->width() - 4 * textMargin;
    return false;
}

/// Whether a person who rests the mouse there is told the whole.
bool hasTip(QWidget& widget)
{
    const QPoint middle = widget.rect().center();
    QHelpEvent event(QEvent::ToolTip, middle, widget.mapToGlobal(middle));
    QCoreApplication::sendEvent(&widget, &event);
    const bool isTold = !QToolTip::text().isEmpty();
    QToolTip::hideText();
    return isTold;
}

/// The same of a cell.
bool hasTip(QAbstractItemView& view, const QStyleOptionViewItem& option, const QModelIndex& index)
{
    const QPoint middle = option.rect.center();
    QHelpEvent event(QEvent::ToolTip, middle, view.viewport()->mapToGlobal(middle));
    view.itemDelegateForIndex(index)->helpEvent(&event, &view, option, index);
    const bool isTold = !QToolTip::text().isEmpty();
    QToolTip::hideText();
    return isTold;
}

/// The first cut cell of each column that does not tell the whole in a tip.
QStringList cutCells(QAbstractItemView& view)
{
    QStringList cut;
    const QAbstractItemModel* const model = view.model();
    if (model == nullptr || !view.isVisible())
        return cut;
    const QModelIndex top = view.rootIndex();
    for (int column = 0; column < model->columnCount(top); ++column) {
        for (int row = 0; row < model->rowCount(top); ++row) {
            const QModelIndex index = model->index(row, column, top);
            QStyleOptionViewItem option;
            option.initFrom(&view);
            option.widget = &view;
            option.rect = view.visualRect(index);
            if (option.rect.top() > view.viewport()->height())
                break;
            if (option.rect.isEmpty() || index.data().toString().isEmpty())
                continue;
            const QAbstractItemDelegate& delegate = *view.itemDelegateForIndex(index);
            if (delegate.sizeHint(option, index).width() <= option.rect.width() + slack)
                continue;
            if (!hasTip(view, option, index))
                cut << describe(view, index.data().toString()) + QStringLiteral(" is cut without a tip");
            break;
        }
    }
    return cut;
}

/// A section's name that is cut, without its tip.
QStringList cutSections(const QHeaderView& header)
{
    QStringList cut;
    if (header.model() == nullptr || header.orientation() != Qt::Horizontal)
        return cut;
    for (int section = 0; section < header.count(); ++section) {
        const QString text = header.model()->headerData(section, Qt::Horizontal).toString();
        const int room = header.sectionSize(section) - 2 * textMargin;
        const bool isTold = !header.model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty();
        if (!header.isSectionHidden(section) && !isTold && header.fontMetrics().horizontalAdvance(text) > room + slack)
            cut << describe(header, text) + QStringLiteral(" is wider than its column");
    }
    return cut;
}

/// Whether people have to scroll sideways to read.
bool isWiderThanItsArea(const QWidget& widget)
{
    if (const auto* const area = qobject_cast<const QScrollArea*>(&widget)) {
        return area->widget() != nullptr && area->widget()->width() > area->viewport()->width() + slack;
    }
    const auto* const text = qobject_cast<const QTextEdit*>(&widget);
    return text != nullptr && text->horizontalScrollBar()->isVisible();
}

/// Whether the parent, which does not scroll, cuts it off.
bool isBeyondItsParent(const QWidget& root, const QWidget& widget)
{
    if (&widget == &root || widget.parentWidget() == nullptr || widget.isWindow())
        return false;
    const QWidget& parent = *widget.parentWidget();
    const auto* const area = qobject_cast<const QAbstractScrollArea*>(parent.parentWidget());
    if (area != nullptr && area->viewport() == &parent)
        return false;
    return !parent.rect().adjusted(-slack, -slack, slack, slack).contains(widget.geometry());
}

} // namespace

QStringList FitCheck::findings(QWidget& root, const QImage& /*picture*/) const
{
    QStringList found;
    for (QWidget* const widget : shownWidgets(root)) {
        if (isPartOfAnother(*widget))
            continue;
        const auto* const button = qobject_cast<QAbstractButton*>(widget);
        const auto* const label = qobject_cast<QLabel*>(widget);
        const QString text = button != nullptr ? button->text() : label != nullptr ? label->text() : QString();
        if (isCut(*widget) && !(label != nullptr && !label->wordWrap() && hasTip(*widget)))
            found << describe(*widget, text) + QStringLiteral(" does not fit: %1 x %2, wants %3 x %4")
                                                   .arg(widget->width())
                                                   .arg(widget->height())
                                                   .arg(widget->sizeHint().width())
                                                   .arg(widget->sizeHint().height());
        if (isWiderThanItsArea(*widget))
            found << describe(*widget) + QStringLiteral(" has to be scrolled sideways");
        if (widget->focusPolicy() != Qt::NoFocus && isBeyondItsParent(root, *widget))
            found << describe(*widget, text) + QStringLiteral(" is cut off by what it stands in");
        if (const auto* const header = qobject_cast<QHeaderView*>(widget))
            found += cutSections(*header);
        else if (auto* const view = qobject_cast<QAbstractItemView*>(widget))
            found += cutCells(*view);
    }
    return found;
}

} // namespace deskwarden::support
