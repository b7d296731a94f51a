// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SizedTable.h"

#include "ui/sessions/ColumnSizer.h"
#include "ui/widgets/InEachLanguage.h"
#include "ui/widgets/ListTable.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>

#include <utility>

namespace deskwarden::ui {

SizedTable::SizedTable(QAbstractItemModel& model, std::unique_ptr<ColumnRules> rules, QWidget* parent)
    : QTableView(parent)
{
    setModel(&model);
    showAsList(*this);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setFrameShape(NoFrame);
    m_sizer = new ColumnSizer(*this, std::move(rules));
    setDensity(m_density);
    QHeaderView* const header = horizontalHeader();
    // It asks of each column whether all rows are selected, of each row, whenever it is painted after a change; it
    // shows none of that.
    header->setSelectionModel(new QItemSelectionModel(&model, header));
    header->setSectionsMovable(true);
    header->setTextElideMode(Qt::ElideRight);
    header->setMinimumSectionSize(fontMetrics().averageCharWidth() * 6);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QHeaderView::customContextMenuRequested, this, &SizedTable::showHeaderMenu);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, m_sizer, &ColumnSizer::measure);
    inEachLanguage(*this, [this] {
        horizontalHeader()->setAccessibleName(tr("Columns"));
        m_sizer->measureSoon();
    });
}

void SizedTable::setDensity(Density density)
{
    m_density = density;
    verticalHeader()->setDefaultSectionSize(lineHeight(fontMetrics(), density));
}

void SizedTable::fillColumnMenu(QMenu& menu)
{
    menu.clear();
    for (int column = 0; column < model()->columnCount(); ++column) {
        QAction* const action = menu.addAction(model()->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(m_sizer->isWanted(column));
        action->setEnabled(!m_sizer->isAlways(column));
        connect(action, &QAction::toggled, this, [this, column](bool isShown) { m_sizer->choose(column, isShown); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Usual columns")), &QAction::triggered, m_sizer, &ColumnSizer::reset);
}

void SizedTable::showHeaderMenu(const QPoint& position)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillColumnMenu(*menu);
    menu->popup(horizontalHeader()->viewport()->mapToGlobal(position));
}

void SizedTable::contextMenuEvent(QContextMenuEvent* event)
{
    // From the keyboard the menu opens at the current row, wherever the mouse is.
    const bool isAtRow = event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid();
    if (isAtRow)
        scrollTo(currentIndex());
    event->accept();
    emit menuRequested(isAtRow ? viewport()->mapToGlobal(visualRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void SizedTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_sizer->fit();
}

void SizedTable::changeEvent(QEvent* event)
{
    QTableView::changeEvent(event);
    if (event->type() != QEvent::FontChange || m_sizer == nullptr)
        return;
    setDensity(m_density);
    m_sizer->forgetContents();
    m_sizer->measure();
}

} // namespace deskwarden::ui
