// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/ActivityTable.h"

#include "ui/acts/ActivityDelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

constexpr int lettersOfColumn[models::activityColumnCount] = {24, 26, 14, 26, 60, 20, 12, 10, 20};

} // namespace

ActivityTable::ActivityTable(models::ActivityBatches& batches, QWidget* parent)
    : QTableView(parent)
    , m_batches(batches)
{
    setModel(&m_batches);
    setItemDelegate(new ActivityDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(fontMetrics().height() + 8, 24));
    layOutColumns();
    connect(selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_isChosenByHand = m_isChosenByHand || !m_isChoosing; });
    connect(this, &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (isHead(index))
            m_batches.toggle(m_batches.batchAt(index.row()));
    });
    connect(&m_batches, &models::ActivityBatches::arranged, this, &ActivityTable::showBatches);
    showBatches();
}

void ActivityTable::layOutColumns()
{
    QHeaderView* const header = horizontalHeader();
    header->setHighlightSections(false);
    header->setTextElideMode(Qt::ElideRight);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int digit = fontMetrics().horizontalAdvance(QLatin1Char('0'));
    for (int column = 0; column < models::activityColumnCount; ++column)
        setColumnWidth(column, std::max(header->sectionSizeHint(column), digit * lettersOfColumn[column]));
    // The next step stands beside the list.
    setColumnHidden(static_cast<int>(models::ActivityColumn::NextStep), true);
}

bool ActivityTable::isHead(const QModelIndex& index) const
{
    return index.isValid() && m_batches.lineAt(index.row()) < 0;
}

void ActivityTable::keyPressEvent(QKeyEvent* event)
{
    if (isHead(currentIndex())) {
        const int row = currentIndex().row();
        const int key = event->key();
        const bool isOpen = m_batches.index(row, 0).data(models::ActivityBatches::OpenRole).toBool();
        const bool isToggle = key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space;
        if (isToggle || (key == Qt::Key_Left && isOpen) || (key == Qt::Key_Right && !isOpen)) {
            m_batches.toggle(m_batches.batchAt(row));
            return;
        }
    }
    QTableView::keyPressEvent(event);
}

/// Heads reach over all columns. A new batch is seen from its beginning.
void ActivityTable::showBatches()
{
    clearSpans();
    for (int row = 0; row < m_batches.rowCount(); ++row) {
        if (m_batches.lineAt(row) < 0)
            setSpan(row, 0, 1, models::activityColumnCount);
    }
    const std::uint64_t newest = m_batches.batches().empty() ? 0 : m_batches.batches().front().id;
    if (std::exchange(m_newest, newest) < newest) {
        m_isChosenByHand = false;
        scrollToTop();
    }
    chooseWorst();
}

/// Why it failed is to be read without a click: the first line, which is the worst, as soon as that one has ended
/// badly.
void ActivityTable::chooseWorst()
{
    if (m_isChosenByHand || m_batches.rowCount() < 2 || m_batches.lineAt(1) < 0)
        return;
    const QVariant ended = m_batches.index(1, 0).data(models::ActivityModel::OutcomeRole);
    using enum management::OutcomeKind;
    const bool isBad =
        ended.isValid() && ended.toInt() != static_cast<int>(Done) && ended.toInt() != static_cast<int>(AlreadyGone);
    m_isChoosing = true;
    selectionModel()->setCurrentIndex(isBad ? m_batches.index(1, 0) : QModelIndex(), QItemSelectionModel::NoUpdate);
    m_isChoosing = false;
}

/// Of the chosen line, else the newest.
std::uint64_t ActivityTable::currentBatch() const
{
    if (const QModelIndex current = currentIndex(); current.isValid())
        return m_batches.batchAt(current.row());
    return m_batches.batches().empty() ? 0 : m_batches.batches().front().id;
}

/// Lines of the model of acts; a head stands for all of its batch. By ranges: asked row by row, thousands of scattered
/// rows would take a second.
std::vector<int> ActivityTable::selectedLines() const
{
    std::vector<bool> isChosen(static_cast<std::size_t>(m_batches.rowCount()));
    for (const QItemSelectionRange& range : selectionModel()->selection())
        std::fill_n(isChosen.begin() + range.top(), range.height(), true);
    std::vector<int> lines;
    std::uint64_t whole = 0;
    bool hasWhole = false;
    for (int row = 0; row < m_batches.rowCount(); ++row) {
        if (!isChosen[static_cast<std::size_t>(row)])
            continue;
        const std::uint64_t batch = m_batches.batchAt(row);
        if (m_batches.lineAt(row) < 0) {
            const std::vector<int> all = m_batches.linesOf(batch);
            lines.insert(lines.end(), all.begin(), all.end());
            whole = batch;
            hasWhole = true;
        } else if (!hasWhole || whole != batch) {
            lines.push_back(m_batches.lineAt(row));
        }
    }
    return lines;
}

} // namespace deskwarden::ui
