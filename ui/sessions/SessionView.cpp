// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionView.h"

#include "models/table/ColumnSpec.h"
#include "models/table/TableText.h"
#include "ui/sessions/ChangeFade.h"
#include "ui/sessions/SessionDelegate.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <algorithm>
#include <utility>
#include <vector>

namespace deskwarden::ui {

namespace {

constexpr int headerVersion = 2;

} // namespace

SessionView::SessionView(models::SessionTableModel& sessions, QWidget* parent)
    : QTableView(parent)
    , m_sessions(sessions)
{
    setObjectName(QStringLiteral("sessionTable"));
    setAccessibleName(tr("Sessions"));
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
    setUpHeaders();
    connect(&sessions, &models::SessionTableModel::aboutToArrange, this, &SessionView::keepPlace);
    connect(&sessions, &models::SessionTableModel::arranged, this, &SessionView::restorePlace);
}

void SessionView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 10, 26));
    QHeaderView* const header = horizontalHeader();
    header->setAccessibleName(tr("Columns"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &SessionView::showHeaderMenu);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &SessionView::startOver);
    resetColumns();
    header->setSortIndicator(m_sessions.sortColumn(), m_sessions.sortOrder());
    setSortingEnabled(true);
}

void SessionView::resetColumns()
{
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (const models::ColumnSpec& spec : models::columnSpecs()) {
        const int column = static_cast<int>(spec.column);
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), column);
        setColumnHidden(column, spec.use == models::ColumnUse::OnDemand);
        const int heading = horizontalHeader()->sectionSizeHint(column);
        const int usual = digit * spec.digits;
        setColumnWidth(column, std::clamp(heading, usual, std::max(usual, digit * 18)));
    }
}

std::vector<core::Session> SessionView::selectedSessions() const
{
    return m_sessions.sessionsIn(selectionModel()->selection());
}

int SessionView::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        if (range.left() == 0)
            count += range.height();
    }
    return count;
}

void SessionView::copySelection()
{
    if (!selectionModel()->hasSelection())
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
        action->setChecked(!isColumnHidden(column));
        action->setEnabled(spec.use != models::ColumnUse::Always);
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { setColumnHidden(column, !isShown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Usual columns")), &QAction::triggered, this, &SessionView::resetColumns);
}

QByteArray SessionView::saveColumns() const
{
    return QByteArray::number(headerVersion) + ' ' + horizontalHeader()->saveState();
}

void SessionView::restoreColumns(const QByteArray& saved)
{
    const QByteArray version = QByteArray::number(headerVersion) + ' ';
    if (!saved.startsWith(version))
        return;
    if (!horizontalHeader()->restoreState(saved.mid(version.size())))
        resetColumns();
    for (const models::ColumnSpec& spec : models::columnSpecs()) {
        if (spec.use == models::ColumnUse::Always)
            setColumnHidden(static_cast<int>(spec.column), false);
    }
    m_sessions.sort(horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder());
}

void SessionView::startOver()
{
    m_startsOver = true;
}

void SessionView::keepPlace()
{
    // A vanished current row would pull the view to the table's end otherwise.
    setAutoScroll(false);
    m_top = verticalScrollBar()->value() > 0 ? QPersistentModelIndex(indexAt(QPoint(0, 0))) : QPersistentModelIndex();
}

void SessionView::restorePlace()
{
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
        selectionModel()->setCurrentIndex(m_sessions.index(0, 0), QItemSelectionModel::NoUpdate);
}

void SessionView::showHeaderMenu(const QPoint& position)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

} // namespace deskwarden::ui
