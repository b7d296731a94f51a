// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/TextTable.h"

#include "app/cli/CellWidth.h"

#include <algorithm>
#include <cstddef>

namespace deskwarden::app {

void printTable(Output& output, std::span<const TextColumn> columns, const std::vector<QStringList>& rows)
{
    QStringList head;
    std::vector<int> widths;
    for (const TextColumn& column : columns) {
        head << QString::fromLatin1(column.head);
        const qsizetype place = head.size() - 1;
        int width = cellWidth(head.back());
        for (const QStringList& row : rows)
            width = std::max(width, std::min(cellWidth(row.at(place)), column.widest));
        widths.push_back(width);
    }
    const auto print = [&](const QStringList& row) {
        QString line;
        for (std::size_t column = 0; column + 1 < widths.size(); ++column)
            line += fittedToCells(row.at(static_cast<qsizetype>(column)), widths[column]) + QStringLiteral("  ");
        output.gatherText(line + row.back());
    };
    print(head);
    for (const QStringList& row : rows) {
        if (output.isBroken())
            return;
        print(row);
    }
    output.flush();
}

} // namespace deskwarden::app
