// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/TableText.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace deskwarden::models {

namespace {

bool startsFormula(const QString& text)
{
    for (const QChar character : text) {
        switch (character.unicode()) {
        case u'=':
        case u'+':
        case u'-':
        case u'@':
        case u'\t':
        case u'\r':
        case u'\n':
        case u'\uFF1D': // full-width forms of = + - @ are formulas to East Asian editions
        case u'\uFF0B':
        case u'\uFF0D':
        case u'\uFF20':
            return true;
        case u' ':
        case u'\u00A0':
            continue;
        default:
            return false;
        }
    }
    return false;
}

std::vector<int> selectedRows(const QAbstractItemModel& model, const QItemSelection& selection)
{
    std::vector<int> rows;
    if (!selection.isEmpty()) {
        rows = rowsOf(selection);
    } else {
        rows.resize(static_cast<std::size_t>(model.rowCount()));
        std::iota(rows.begin(), rows.end(), 0);
    }
    // Headings stand among the rows, and cannot be selected.
    std::erase_if(rows, [&model](int row) { return (model.index(row, 0).flags() & Qt::ItemIsSelectable) == 0; });
    return rows;
}

} // namespace

QString csvCell(const QString& text)
{
    QString cell = startsFormula(text) ? u'\'' + text : text;
    const bool isQuoted = std::ranges::any_of(
        cell, [](QChar c) { return c == u'"' || c == u',' || c == u';' || c == u'\n' || c == u'\r' || c == u'\t'; });
    if (!isQuoted)
        return cell;
    cell.replace(u'"', QStringLiteral("\"\""));
    return u'"' + cell + u'"';
}

QString tabCell(const QString& text)
{
    return inOneLine(startsFormula(text) ? u'\'' + text : text);
}

QString inOneLine(QString text)
{
    for (QChar& character : text) {
        if (character == u'\t' || character == u'\n' || character == u'\r')
            character = u' ';
    }
    return text;
}

std::vector<int> rowsOf(const QItemSelection& selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString copyTable(const QAbstractItemModel& model, const QItemSelection& selection, TableFormat format)
{
    const auto cell = [format](const QVariant& value) {
        return format == TableFormat::Csv ? csvCell(value.toString()) : tabCell(value.toString());
    };
    const QChar separator = format == TableFormat::Csv ? u',' : u'\t';
    const QString lineEnd = format == TableFormat::Csv ? QStringLiteral("\r\n") : QStringLiteral("\n");
    const int columns = model.columnCount();
    QString table;
    for (int column = 0; column < columns; ++column) {
        if (column > 0)
            table += separator;
        table += cell(model.headerData(column, Qt::Horizontal));
    }
    table += lineEnd;
    for (const int row : selectedRows(model, selection)) {
        for (int column = 0; column < columns; ++column) {
            if (column > 0)
                table += separator;
            table += cell(model.index(row, column).data());
        }
        table += lineEnd;
    }
    return table;
}

} // namespace deskwarden::models
