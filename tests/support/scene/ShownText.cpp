// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/scene/ShownText.h"

#include "support/scene/ShownWidgets.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStyleOptionButton>
#include <QStyleOptionComboBox>
#include <QStyleOptionFrame>
#include <QStyleOptionGroupBox>
#include <QTabBar>
#include <QTextDocumentFragment>
#include <QToolButton>

namespace deskwarden::support {

namespace {

using From = ShownText::From;

constexpr int frame = 4;       ///< of a button, beside its text
constexpr int iconOfCell = 24; ///< at the head of a cell

class TextCollector final
{
public:
    explicit TextCollector(QWidget& root)
        : m_root(root)
    {}

    void look(QWidget& widget)
    {
        if (auto* const label = qobject_cast<QLabel*>(&widget))
            add(widget, labelText(*label), label->contentsRect());
        else if (auto* const button = qobject_cast<QAbstractButton*>(&widget))
            lookAt(*button);
        else if (auto* const line = qobject_cast<QLineEdit*>(&widget))
            lookAt(*line);
        else if (auto* const combo = qobject_cast<QComboBox*>(&widget))
            lookAt(*combo);
        else if (auto* const box = qobject_cast<QGroupBox*>(&widget))
            lookAt(*box);
        else if (auto* const tabs = qobject_cast<QTabBar*>(&widget))
            lookAt(*tabs);
        else if (auto* const header = qobject_cast<QHeaderView*>(&widget))
            lookAt(*header);
        else if (auto* const view = qobject_cast<QAbstractItemView*>(&widget))
            lookAt(*view);
        else
            lookAtActions(widget);
    }

    [[nodiscard]] std::vector<ShownText> take() { return std::move(m_texts); }

private:
    void add(QWidget& widget, const QString& text, const QRect& place, From from = From::Program, bool isEnabled = true)
    {
        const QRect part = shownPart(m_root, widget, place);
        if (!text.trimmed().isEmpty() && !part.isEmpty())
            m_texts.push_back({&widget, text, part, from, isEnabled && widget.isEnabled()});
    }

    static QString labelText(const QLabel& label)
    {
        const bool isRich = label.textFormat() == Qt::RichText ||
                            (label.textFormat() == Qt::AutoText && Qt::mightBeRichText(label.text()));
        if (isRich)
            return QTextDocumentFragment::fromHtml(label.text()).toPlainText();
        return label.buddy() != nullptr ? withoutMnemonic(label.text()) : label.text();
    }

    void lookAt(QAbstractButton& button)
    {
        const auto* const tool = qobject_cast<QToolButton*>(&button);
        if (tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull())
            return;
        QStyleOptionButton option;
        option.initFrom(&button);
        QRect place = button.rect().adjusted(frame, frame, -frame, -frame);
        if (qobject_cast<QCheckBox*>(&button) != nullptr)
            place = button.style()->subElementRect(QStyle::SE_CheckBoxContents, &option, &button);
        else if (qobject_cast<QRadioButton*>(&button) != nullptr)
            place = button.style()->subElementRect(QStyle::SE_RadioButtonContents, &option, &button);
        add(button, withoutMnemonic(button.text()), place);
    }

    void lookAt(QLineEdit& line)
    {
        QStyleOptionFrame option;
        option.initFrom(&line);
        const QRect place = line.style()->subElementRect(QStyle::SE_LineEditContents, &option, &line);
        if (line.text().isEmpty())
            add(line, line.placeholderText(), place);
        else
            add(line, line.text(), place, From::Person);
    }

    void lookAt(QComboBox& combo)
    {
        if (combo.isEditable())
            return; // its line tells
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        add(combo, combo.currentText(),
            combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo));
    }

    void lookAt(QGroupBox& box)
    {
        QStyleOptionGroupBox option;
        option.initFrom(&box);
        option.text = box.title();
        option.subControls = QStyle::SC_GroupBoxLabel;
        add(box, withoutMnemonic(box.title()),
            box.style()->subControlRect(QStyle::CC_GroupBox, &option, QStyle::SC_GroupBoxLabel, &box));
    }

    void lookAt(QTabBar& tabs)
    {
        for (int tab = 0; tab < tabs.count(); ++tab)
            add(tabs, withoutMnemonic(tabs.tabText(tab)), tabs.tabRect(tab).adjusted(frame, frame, -frame, -frame),
                From::Program, tabs.isTabEnabled(tab));
    }

    void lookAt(QHeaderView& header)
    {
        if (header.model() == nullptr || header.orientation() != Qt::Horizontal)
            return;
        for (int section = 0; section < header.count(); ++section) {
            if (header.isSectionHidden(section))
                continue;
            const QRect place(header.sectionViewportPosition(section), 0, header.sectionSize(section), header.height());
            add(*header.viewport(), header.model()->headerData(section, Qt::Horizontal).toString(),
                place.adjusted(2, 2, -2, -2));
        }
    }

    void lookAt(QAbstractItemView& view)
    {
        if (view.model() == nullptr)
            return;
        const QModelIndex top = view.rootIndex();
        look(view, top);
    }

    void look(QAbstractItemView& view, const QModelIndex& parent)
    {
        const QAbstractItemModel& model = *view.model();
        for (int row = 0; row < model.rowCount(parent); ++row) {
            const QRect line = view.visualRect(model.index(row, 0, parent));
            if (line.top() > view.viewport()->height())
                break; // all that comes is below it
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                QRect place = view.visualRect(index);
                if (place.isEmpty() || !isWhole(m_root, *view.viewport(), place.adjusted(0, 1, 0, -1)))
                    continue;
                const QString text = index.data().toString();
                // The icon at its head would be taken for the text.
                if (view.fontMetrics().horizontalAdvance(text) > 2 * iconOfCell && place.width() > 3 * iconOfCell)
                    place.adjust(view.isRightToLeft() ? 0 : iconOfCell, 0, view.isRightToLeft() ? -iconOfCell : 0, 0);
                add(*view.viewport(), text, place.adjusted(1, 1, -1, -1), From::Cell,
                    (index.flags() & Qt::ItemIsEnabled) != 0 || view.selectionMode() == QAbstractItemView::NoSelection);
            }
            if (!line.isEmpty() && model.hasChildren(model.index(row, 0, parent)))
                look(view, model.index(row, 0, parent));
        }
    }

    void lookAtActions(QWidget& widget)
    {
        auto* const bar = qobject_cast<QMenuBar*>(&widget);
        auto* const menu = qobject_cast<QMenu*>(&widget);
        if (bar == nullptr && menu == nullptr)
            return;
        for (const QAction* const action : widget.actions()) {
            if (!action->isVisible() || action->isSeparator())
                continue;
            const QRect place = bar != nullptr ? bar->actionGeometry(const_cast<QAction*>(action))
                                               : menu->actionGeometry(const_cast<QAction*>(action));
            add(widget, withoutMnemonic(action->text()), place.adjusted(iconOfCell, 1, -1, -1), From::Program,
                action->isEnabled());
        }
    }

    QWidget& m_root;
    std::vector<ShownText> m_texts;
};

} // namespace

std::vector<ShownText> shownTexts(QWidget& root)
{
    TextCollector collector(root);
    for (QWidget* const widget : shownWidgets(root)) {
        if (qobject_cast<QAbstractSpinBox*>(widget->parentWidget()) == nullptr)
            collector.look(*widget);
    }
    return collector.take();
}

QString withoutMnemonic(const QString& text)
{
    QString plain;
    for (qsizetype place = 0; place < text.size(); ++place) {
        if (text.at(place) == u'&' && place + 1 < text.size())
            ++place;
        plain += text.at(place);
    }
    return plain;
}

} // namespace deskwarden::support
