// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineView.h"

#include "ui/sessions/HeadingPainter.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/ListTable.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMouseEvent>
#include <QStyledItemDelegate>

#include <array>
#include <optional>
#include <utility>

namespace deskwarden::ui {

namespace {

class MachineDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString heading = index.data(models::MachineTableModel::HeadingRole).toString();
        if (heading.isNull())
            QStyledItemDelegate::paint(painter, option, index);
        else
            paintHeading(*painter, option, heading);
    }
};

} // namespace

MachineView::MachineView(models::MachineTableModel& machines, QWidget* parent)
    : QTableView(parent)
    , m_machines(machines)
{
    setObjectName(QStringLiteral("machinesTable"));
    setModel(&m_machines);
    setItemDelegate(new MachineDelegate(this));
    showAsList(*this);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    QHeaderView* const header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(static_cast<int>(models::MachineColumn::Machine), Qt::AscendingOrder);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    constexpr std::array digits{15, 26, 25, 19, 22, 20, 20}; // that of the last one that is shown grows
    for (int column = 0; column < models::machineColumnCount; ++column)
        header->resizeSection(column, digit * digits.at(static_cast<std::size_t>(column)));
    addCopyAction(*this);
    setContextMenuPolicy(Qt::DefaultContextMenu);
}

std::vector<core::VirtualDesktop> MachineView::chosen() const
{
    return m_machines.machinesIn(selectionModel()->selection());
}

void MachineView::setTable(std::shared_ptr<const models::MachineTable> table)
{
    const QModelIndex current = currentIndex();
    const auto marked =
        current.isValid() ? std::optional(m_machines.machineAt(current.row())) : std::optional<core::VirtualDesktop>();
    const std::vector<core::VirtualDesktop> before = chosen();
    m_machines.setTable(std::move(table));
    if (const int row = marked ? m_machines.rowOf(*marked) : -1; row >= 0 && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(m_machines.index(row, current.column()), QItemSelectionModel::NoUpdate);
    if (!before.empty() && !selectionModel()->hasSelection())
        selectionModel()->select(m_machines.selectionOf(before), QItemSelectionModel::ClearAndSelect);
    emit choiceChanged();
}

void MachineView::enter()
{
    const int first = m_machines.firstMachine();
    if (first >= 0 && !selectionModel()->hasSelection())
        selectionModel()->setCurrentIndex(m_machines.index(first, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    setFocus(Qt::TabFocusReason);
}

void MachineView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit choiceChanged();
}

void MachineView::contextMenuEvent(QContextMenuEvent* event)
{
    // From the keyboard the menu opens at the current row, wherever the mouse is.
    const bool isAtRow = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    if (isAtRow)
        scrollTo(currentIndex());
    event->accept();
    emit menuRequested(isAtRow ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

/// A heading cannot be selected; a click on it selects its group.
void MachineView::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row < 0 || !m_machines.isHeading(row)) {
        QTableView::mousePressEvent(event);
        return;
    }
    const auto [first, last] = m_machines.groupAround(row);
    const bool isMore = (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) != 0;
    selectionModel()->setCurrentIndex(m_machines.index(first, 0), QItemSelectionModel::NoUpdate);
    selectionModel()->select(
        QItemSelection(m_machines.index(first, 0), m_machines.index(last, models::machineColumnCount - 1)),
        isMore ? QItemSelectionModel::Select : QItemSelectionModel::ClearAndSelect);
    event->accept();
}

} // namespace deskwarden::ui
