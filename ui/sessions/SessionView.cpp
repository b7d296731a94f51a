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
#include <QContextMenuEvent>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>
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
    : QTableView(parent)
    , m_sessions(sessions)
{
    setObjectName(QStringLiteral("sessionTable"));
    setModel(&sessions);
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
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setAlternatingRowColors(true);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    m_sizer = new ColumnSizer(*this, std::make_unique<SessionColumns>(sessions));
    setUpHeaders();
    connect(&sessions, &models::SessionTableModel::aboutToArrange, this, &SessionView::keepPlace);
    connect(&sessions, &models::SessionTableModel::arranged, this, &SessionView::restorePlace);
    // A result can come without a new list; many come in one turn.
    connect(&sessions, &QAbstractItemModel::dataChanged, m_sizer, &ColumnSizer::measureSoon);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_sizer, &ColumnSizer::measure);
    m_sizer->fit();
    inEachLanguage(*this, [this] {
        setAccessibleName(tr("Sessions"));
        horizontalHeader()->setAccessibleName(tr("Columns"));
        m_sizer->measureSoon();
    });
}

void SessionView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setDensity(m_density);
    QHeaderView* const header = horizontalHeader();
    // It asks of each column whether all rows are selected, of each row, whenever it is painted after a change; it
    // shows none of that.
    header->setSelectionModel(new QItemSelectionModel(&m_sessions, header));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &SessionView::showHeaderMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &SessionView::startOver);
    header->setSortIndicator(m_sessions.sortColumn(), m_sessions.sortOrder());
    setSortingEnabled(true);
}

void SessionView::setDensity(Density density)
{
    m_density = density;
    verticalHeader()->setDefaultSectionSize(lineHeight(fontMetrics(), density));
}

void SessionView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_sizer->fit();
}

void SessionView::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange || m_sizer == nullptr)
        return;
    setDensity(m_density);
    m_sizer->forgetContents();
    m_sizer->measure();
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
        QTableView::mousePressEvent(event);
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

void SessionView::fillColumnMenu(QMenu& menu)
{
    menu.clear();
    for (const models::ColumnSpec& spec : models::columnSpecs()) {
        const int column = static_cast<int>(spec.column);
        QAction* const action = menu.addAction(m_sessions.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(m_sizer->isWanted(column));
        action->setEnabled(spec.use != models::ColumnUse::Always);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { m_sizer->choose(column, isShown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Usual columns")), &QAction::triggered, m_sizer, &ColumnSizer::reset);
}

QByteArray SessionView::saveColumns() const
{
    QByteArray saved;
    QDataStream stream(&saved, QIODevice::WriteOnly);
    stream << m_sizer->save() << m_sessions.sortColumn() << (m_sessions.sortOrder() == Qt::DescendingOrder)
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
    if (stream.status() == QDataStream::Ok && m_sizer->restore(columns) && sorted >= 0 &&
        sorted < models::sessionColumnCount)
        horizontalHeader()->setSortIndicator(sorted, isDescending ? Qt::DescendingOrder : Qt::AscendingOrder);
    QString grouping; // earlier versions have not saved it
    stream >> grouping;
    if (const auto known = models::groupingFromId(grouping))
        m_sessions.setGrouping(*known);
}

void SessionView::resetColumns()
{
    m_sizer->reset();
    horizontalHeader()->setSortIndicator(static_cast<int>(models::SessionColumn::User), Qt::AscendingOrder);
    setGrouping(models::SessionGrouping::None);
}

void SessionView::describe(storage::SavedView& view) const
{
    view.columns.clear();
    for (const ColumnSizer::Choice& choice : m_sizer->choices())
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
        m_sizer->take(choices);
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
    m_sizer->measure();
    m_startsOver = m_startsOver && m_sessions.isBusy();
    setAutoScroll(true);
}

void SessionView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectionChangedByRows();
}

void SessionView::contextMenuEvent(QContextMenuEvent* event)
{
    // From the keyboard the menu opens at the current row, wherever the mouse is.
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid()) {
        scrollTo(currentIndex());
        emit menuRequested(viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()));
    } else {
        emit menuRequested(event->globalPos());
    }
    event->accept();
}

void SessionView::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    // An operator who comes by keyboard starts on a row, not on nothing.
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid() && m_sessions.rowCount() > 0)
        selectionModel()->setCurrentIndex(m_sessions.index(m_sessions.sessionRowFrom(0), 0),
                                          QItemSelectionModel::NoUpdate);
}

void SessionView::showHeaderMenu(const QPoint& position)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

} // namespace deskwarden::ui
