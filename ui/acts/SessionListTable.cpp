// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/acts/SessionListTable.h"

#include "models/table/SessionListModel.h"
#include "ui/widgets/CopyAction.h"
#include "ui/widgets/ListTable.h"

#include <QHeaderView>
#include <QStyle>
#include <QTableView>

#include <algorithm>

namespace deskwarden::ui {

int setUpSessionTable(QTableView& view, models::SessionListModel& model)
{
    view.setModel(&model);
    view.horizontalHeader()->setSortIndicator(models::SessionListModel::StateColumn, Qt::AscendingOrder);
    view.setSortingEnabled(true);
    showAsList(view);
    view.setSelectionMode(QAbstractItemView::ExtendedSelection);
    const QFontMetrics metrics = view.fontMetrics();

    view.setColumnHidden(models::SessionListModel::NameColumn, !model.hasNames());
    view.setColumnHidden(models::SessionListModel::ServerColumn, !model.hasSeveralServers());
    QHeaderView* header = view.horizontalHeader();
    header->setStretchLastSection(false); // the last one has the width of its text as well
    // Looking at the rows that are seen first is enough, however many there are; but they may all be of one state.
    header->setResizeContentsPrecision(20);
    view.resizeColumnsToContents();
    for (const int row : model.rowsOfAllWords()) {
        for (const int column : {models::SessionListModel::StateColumn, models::SessionListModel::ReasonColumn}) {
            const int wanted = view.sizeHintForIndex(model.index(row, column)).width() + 1;
            if (wanted > view.columnWidth(column))
                view.setColumnWidth(column, wanted);
        }
    }
    const int room = metrics.horizontalAdvance(QLatin1Char('n'));
    int needed = view.style()->pixelMetric(QStyle::PM_ScrollBarExtent) + 2 * view.frameWidth() + room;
    for (int column = 0; column < model.columnCount(); ++column) {
        if (view.isColumnHidden(column))
            continue;
        view.setColumnWidth(column, std::min(view.columnWidth(column) + 2 * room, 32 * room));
        needed += view.columnWidth(column);
    }
    header->setStretchLastSection(true);

    addCopyAction(view);
    return needed;
}

int showNamesIn(QTableView& view, const models::SessionListModel& model)
{
    constexpr int column = models::SessionListModel::NameColumn;
    if (!view.isColumnHidden(column) || !model.hasNames())
        return 0;
    const int room = view.fontMetrics().horizontalAdvance(QLatin1Char('n'));
    view.setColumnHidden(column, false);
    view.resizeColumnToContents(column);
    view.setColumnWidth(column, std::min(view.columnWidth(column) + 2 * room, 32 * room));
    return view.columnWidth(column);
}

} // namespace deskwarden::ui
