// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionView.h"

#include "models/table/ColumnSpec.h"
#include "models/table/TableText.h"
#include "ui/sessions/ChangeFade.h"
#include "ui/sessions/ColumnSizer.h"
#include "ui/sessions/SessionColumns.h"
#include "ui/sessions/SessionDelegate.h"
#include "ui/widgets/InEachLanguage.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::ui {

namespace {

QString columnId(int column)
{
    return QString::fromLatin1(models::columnSpec(static_cast<models::SessionColumn>(column)).id);
}

} // namespace

SessionView::SessionView(models::SessionTableModel& sessions, QWidget* parent)
    : SizedTable(sessions, std::make_unique<SessionColumns>(sessions), parent)
    , m_sessions(sessions)
{
    setObjectName(QStringLiteral("sessionTable"));
    sessions.followSelection(selectionModel());
    auto* const delegate = new SessionDelegate(this);
    setItemDelegate(delegate);
    auto* const fade = new ChangeFade(*this);
    std::vector<int> times;
    for (const models::ColumnSpec& spec : models::columnSpecs()) {
        if (spec.isTime)
            times.push_back(static_cast<int>(spec.column));
    }
    fade->ignoreColumns(std::move(times));
    delegate->setFade(fade);
    connect(horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &SessionView::startOver);
    horizontalHeader()->setSortIndicator(m_sessions.sortColumn(), m_sessions.sortOrder());
    setSortingEnabled(true);
    connect(&sessions, &models::SessionTableModel::aboutToArrange, this, &SessionView::keepPlace);
    connect(&sessions, &models::SessionTableModel::arranged, this, &SessionView::restorePlace);
    // A result can come without a new list; many come in one turn.
    connect(&sessions, &QAbstractItemModel::dataChanged, &sizer(), &ColumnSizer::measureSoon);
    sizer().fit();
    inEachLanguage(*this, [this] { setAccessibleName(tr("Sessions")); });
}

std::vector<core::Session> SessionView::selectedSessions() const
{
    return m_sessions.sessionsIn(selectionModel()->selection());
}

int SessionView::selectedCount() const
{
    return m_sessions.sessionCountIn(selectionModel()->selection());
}

int SessionView::chosenRow() const
{
    int first = -1;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        const int row = m_sessions.sessionRowFrom(range.top());
        if (row >= 0 && row <= range.bottom() && (first < 0 || row < first))
            first = row;
    }
    if (first >= 0)
        return first;
    const int current = currentIndex().row();
    return current >= 0 && !m_sessions.isSection(current) ? current : -1;
}

void SessionView::setGrouping(models::SessionGrouping grouping)
{
    startOver();
    m_sessions.setGrouping(grouping);
}

void SessionView::selectGroup(int row, QItemSelectionModel::SelectionFlags how)
{
    const models::RowRange group = m_sessions.groupAround(row);
    if (group.first > group.last)
        return;
    const QModelIndex first = m_sessions.index(group.first, 0);
    const QModelIndex last = m_sessions.index(group.last, models::sessionColumnCount - 1);
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    selectionModel()->select(QItemSelection(first, last), how | QItemSelectionModel::Rows);
}

void SessionView::selectFirst()
{
    if (const int row = m_sessions.sessionRowFrom(0); row >= 0)
        selectOnly(row);
}

/// A heading cannot be selected; a click on it selects its group.
void SessionView::mousePressEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint().y());
    if (row < 0 || !m_sessions.isSection(row)) {
        SizedTable::mousePressEvent(event);
        return;
    }
    const models::RowRange group = m_sessions.groupAround(row);
    const bool isAll = m_sessions.sessionCountIn(selectionModel()->selection()) > 0 &&
                       std::ranges::any_of(selectionModel()->selection(), [&group](const QItemSelectionRange& range) {
                           return range.top() <= group.first && range.bottom() >= group.last;
                       });
    if (event->button() == Qt::LeftButton && (event->modifiers() & Qt::ControlModifier) != 0)
        selectGroup(row, isAll ? QItemSelectionModel::Deselect : QItemSelectionModel::Select);
    else if (event->button() == Qt::LeftButton && (event->modifiers() & Qt::ShiftModifier) != 0)
        selectGroup(row, QItemSelectionModel::Select);
    else if (event->button() == Qt::LeftButton || !isAll)
        selectGroup(row);
    event->accept();
}

void SessionView::selectOnly(int row)
{
    selectionModel()->setCurrentIndex(m_sessions.index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void SessionView::copySelection()
{
    if (selectedCount() == 0)
        return;
    QGuiApplication::clipboard()->setText(
        models::copyTable(m_sessions, selectionModel()->selection(), models::TableFormat::TabSeparated));
}

QByteArray SessionView::saveColumns() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream << sizer().save() << m_sessions.sortColumn() << (m_sessions.sortOrder() == Qt::DescendingOrder)
           << models::groupingId(m_sessions.grouping());
    return saved;
}

void SessionView::restoreColumns(const QByteArray& saved)
{
    QDataStream stream(saved);
    QByteArray columns;
    int sorted = 0;
    bool isDescending = false;
    stream >> columns >> sorted >> isDescending;
    if (stream.status() == QDataStream::Ok && sizer().restore(columns) && sorted >= 0 &&
        sorted < models::sessionColumnCount)
        horizontalHeader()->setSortIndicator(sorted, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QString grouping; // earlier versions have not saved it
    stream >> grouping;
    if (const auto known = models::groupingFromId(grouping))
        m_sessions.setGrouping(*known);
}

void SessionView::resetColumns()
{
    sizer().reset();
    horizontalHeader()->setSortIndicator(static_cast<int>(models::SessionColumn::User), Qt::AscendingOrder);
    setGrouping(models::SessionGrouping::None);
}

void SessionView::describe(storage::SavedView& view) const
{
    view.columns.clear();
    for (const ColumnSizer::Choice& choice : sizer().choices())
        view.columns.push_back({columnId(choice.column), choice.isShown});
    view.sortColumn = columnId(m_sessions.sortColumn());
    view.isDescending = m_sessions.sortOrder() == Qt::DescendingOrder;
    view.grouping = models::groupingId(m_sessions.grouping());
}

void SessionView::showView(const storage::SavedView& view)
{
    if (const auto grouping = models::groupingFromId(view.grouping))
        setGrouping(*grouping);
    const auto columnOf = [](const QString& id) {
        return std::ranges::find_if(models::columnSpecs(),
                                    [&id](const models::ColumnSpec& spec) { return id == QLatin1StringView(spec.id); });
    };
    std::vector<ColumnSizer::Choice> choices;
    for (const storage::ViewColumn& column : view.columns) {
        // A column that this version does not have is left out; one that is named twice stands where it is first.
        const auto spec = columnOf(column.id);
        if (spec == models::columnSpecs().end())
            continue;
        const auto number = static_cast<int>(spec->column);
        if (std::ranges::find(choices, number, &ColumnSizer::Choice::column) == choices.end())
            choices.push_back({number, column.isShown});
    }
    if (!choices.empty())
        sizer().take(choices);
    if (const auto spec = columnOf(view.sortColumn); spec != models::columnSpecs().end())
        horizontalHeader()->setSortIndicator(static_cast<int>(spec->column),
                                             view.isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

void SessionView::startOver()
{
    m_startsOver = true;
}

void SessionView::keepPlace()
{
    m_isRearranging = true;
    // A vanished current row would pull the view to the table's end otherwise.
    setAutoScroll(false);
    m_top = verticalScrollBar()->value() > 0 ? QPersistentModelIndex(indexAt(QPoint(0, 0))) : QPersistentModelIndex();
}

void SessionView::restorePlace()
{
    m_isRearranging = false;
    if (m_startsOver) {
        if (currentIndex().isValid() && selectionModel()->isRowSelected(currentIndex().row()))
            scrollTo(currentIndex(), PositionAtCenter);
        else
            scrollToTop();
    } else if (m_top.isValid()) {
        const int column = horizontalScrollBar()->value();
        scrollTo(m_top, PositionAtTop);
        horizontalScrollBar()->setValue(column);
    }
    m_top = QPersistentModelIndex();
    sizer().measure();
    m_startsOver = m_startsOver && m_sessions.isBusy();
    setAutoScroll(true);
}

void SessionView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    SizedTable::selectionChanged(selected, deselected);
    emit selectionChangedByRows();
}

void SessionView::focusInEvent(QFocusEvent* event)
{
    SizedTable::focusInEvent(event);
    // An operator who comes by keyboard starts on a row, not on nothing.
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid() && m_sessions.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_sessions.index(m_sessions.sessionRowFrom(0), 0),
                                          QItemSelectionModel::NoUpdate);
}

} // namespace deskwarden::ui
