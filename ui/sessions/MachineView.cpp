// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/MachineView.h"

#include "models/table/TableText.h"
#include "ui/sessions/ColumnSizer.h"
#include "ui/sessions/HeadingPainter.h"
#include "ui/sessions/MachineBar.h"
#include "ui/sessions/MachineColumns.h"
#include "ui/widgets/InEachLanguage.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <optional>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int usualSorting = static_cast<int>(models::MachineColumn::Machine);

class MachineDelegate final : public QStyledItemDelegate
{
public:
    MachineDelegate(const models::MachineTableModel& machines, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_machines(machines)
    {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const QString heading = index.data(models::MachineTableModel::HeadingRole).toString();
        if (heading.isNull())
            QStyledItemDelegate::paint(painter, option, index);
        else
            paintHeading(*painter, option, heading);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (static_cast<models::MachineColumn>(index.column()) != models::MachineColumn::State)
            return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = machineStateIcon(m_machines.machineAt(index.row()).state);
    }

private:
    const models::MachineTableModel& m_machines;
};

} // namespace

MachineView::MachineView(models::MachineTableModel& machines, QWidget* parent)
    : SizedTable(machines, std::make_unique<MachineColumns>(machines), parent)
    , m_machines(machines)
{
    setObjectName(QStringLiteral("machinesTable"));
    setItemDelegate(new MachineDelegate(machines, this));
    QHeaderView* const header = horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicatorShown(true);
    header->setSortIndicator(usualSorting, Qt::AscendingOrder);
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
        startOver();
        emit orderChanged();
    });
    inEachLanguage(*this, [this] { setAccessibleName(tr("Machines")); });
}

void MachineView::setGrouping(models::MachineGrouping grouping)
{
    if (m_grouping == grouping)
        return;
    m_grouping = grouping;
    startOver();
    emit orderChanged();
}

std::vector<core::VirtualDesktop> MachineView::chosen() const
{
    return m_machines.machinesIn(selectionModel()->selection());
}

void MachineView::setTable(std::shared_ptr<const models::MachineTable> table, const models::MachineChanges& changes)
{
    if (changes.isOther) {
        const std::vector<core::VirtualDesktop> before = chosen();
        const QModelIndex current = currentIndex();
        const int topRow = verticalScrollBar()->value() > 0 ? rowAt(0) : -1;
        const auto machineIn = [this](int row) {
            return row < 0 ? std::nullopt : std::optional<core::VirtualDesktop>(m_machines.machineAt(row));
        };
        const auto marked = machineIn(current.row());
        const auto top = machineIn(topRow);
        const QScopedValueRollback<bool> guard(m_isReplacing, true);
        setAutoScroll(false);
        m_machines.setTable(std::move(table), changes);
        if (const int row = marked ? m_machines.rowOf(*marked) : -1; row >= 0)
            selectionModel()->setCurrentIndex(m_machines.index(row, current.column()), QItemSelectionModel::NoUpdate);
        if (!before.empty())
            selectionModel()->select(m_machines.selectionOf(before), QItemSelectionModel::ClearAndSelect);
        restorePlace(top ? &*top : nullptr);
        setAutoScroll(true);
    } else {
        m_machines.setTable(std::move(table), changes);
    }
    sizer().measure();
}

void MachineView::restorePlace(const core::VirtualDesktop* top)
{
    if (std::exchange(m_startsOver, false)) {
        if (currentIndex().isValid() && selectionModel()->isRowSelected(currentIndex().row()))
            scrollTo(currentIndex(), PositionAtCenter);
        else
            scrollToTop();
        return;
    }
    const int row = top != nullptr ? m_machines.rowOf(*top) : -1;
    if (row < 0)
        return;
    const int column = horizontalScrollBar()->value();
    scrollTo(m_machines.index(row, 0), PositionAtTop);
    horizontalScrollBar()->setValue(column);
}

void MachineView::copySelection()
{
    if (selectionModel()->hasSelection()) // nothing stands for everything
        QGuiApplication::clipboard()->setText(
            models::copyTable(m_machines, selectionModel()->selection(), models::TableFormat::TabSeparated));
}

void MachineView::enter()
{
    const int first = m_machines.firstMachine();
    if (first >= 0 && !selectionModel()->hasSelection())
        selectionModel()->setCurrentIndex(m_machines.index(first, 0),
                                          QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    setFocus(Qt::TabFocusReason);
}

QByteArray MachineView::saveColumns() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream << sizer().save() << horizontalHeader()->sortIndicatorSection()
           << (horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder) << models::groupingId(m_grouping);
    return saved;
}

void MachineView::restoreColumns(const QByteArray& saved)
{
    QDataStream stream(saved);
    QByteArray columns;
    int sorted = 0;
    bool isDescending = false;
    QString grouping;
    stream >> columns >> sorted >> isDescending >> grouping;
    if (stream.status() != QDataStream::Ok || !sizer().restore(columns))
        return;
    if (sorted >= 0 && sorted < models::machineColumnCount)
        horizontalHeader()->setSortIndicator(sorted, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (const auto known = models::machineGroupingFromId(grouping))
        setGrouping(*known);
}

void MachineView::resetColumns()
{
    sizer().reset();
    horizontalHeader()->setSortIndicator(usualSorting, Qt::AscendingOrder);
    setGrouping(models::MachineGrouping::None);
}

void MachineView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    SizedTable::selectionChanged(selected, deselected);
    if (!m_isReplacing)
        emit choiceChanged();
}

/// A heading cannot be selected; a click on it selects its group.
void MachineView::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row < 0 || !m_machines.isHeading(row)) {
        SizedTable::mousePressEvent(event);
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
