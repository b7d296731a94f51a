// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ListText.h"

#include "models/table/ColumnSpec.h"
#include "models/table/TableText.h"
#include "models/texts/JsonWriter.h"
#include "models/texts/PowerShellText.h"
#include "models/texts/Translate.h"

#include <QStringList>

#include <algorithm>
#include <string>

namespace deskwarden::models {

namespace {

QString heading(SessionColumn column)
{
    return translate("SessionTableModel", columnSpec(column).title);
}

QString separated(const QStringList& cells, ListFormat format)
{
    if (format == ListFormat::Tabs)
        return cells.join(u'\t') + u'\n';
    return cells.join(u',') + QStringLiteral("\r\n");
}

QStringList harmless(QStringList cells, ListFormat format)
{
    for (QString& cell : cells)
        cell = format == ListFormat::Csv ? csvCell(cell) : tabCell(cell);
    return cells;
}

QString jsonObject(const ListPart& part, const QStringList& cells)
{
    std::string line = "{";
    for (std::size_t index = 0; index < part.columns.size(); ++index) {
        if (index > 0)
            line += ',';
        appendJsonText(line, columnSpec(part.columns[index]).id);
        line += ':';
        appendJsonText(line, cells[static_cast<qsizetype>(index)].toStdString());
    }
    return QString::fromStdString(line) + u'}';
}

QString powerShellObject(const ListPart& part, const QStringList& cells)
{
    QStringList members;
    for (std::size_t index = 0; index < part.columns.size(); ++index)
        members << quotedForPowerShell(QString::fromLatin1(columnSpec(part.columns[index]).id)) +
                       QStringLiteral(" = ") + quotedForPowerShell(cells[static_cast<qsizetype>(index)]);
    return QStringLiteral("    [pscustomobject]@{ ") + members.join(QStringLiteral("; ")) + QStringLiteral(" }");
}

QString aligned(const QList<QStringList>& lines)
{
    std::vector<qsizetype> widths(static_cast<std::size_t>(lines.front().size()), 0);
    for (const QStringList& line : lines) {
        for (qsizetype column = 0; column < line.size(); ++column)
            widths[static_cast<std::size_t>(column)] =
                std::max(widths[static_cast<std::size_t>(column)], line[column].size());
    }
    QString text;
    for (const QStringList& line : lines) {
        QString padded;
        for (qsizetype column = 0; column < line.size(); ++column)
            padded += line[column].leftJustified(widths[static_cast<std::size_t>(column)] + 2);
        while (padded.endsWith(u' '))
            padded.chop(1);
        text += padded + u'\n';
    }
    return text;
}

/// What comes before the rows, and after them.
std::pair<QString, QString> around(const ListPart& part, ListFormat format)
{
    QStringList headings;
    for (const SessionColumn column : part.columns)
        headings << heading(column);
    switch (format) {
    case ListFormat::Csv:
        return {QChar(0xFEFF) + separated(harmless(headings, format), format), {}};
    case ListFormat::Tabs:
        return {separated(harmless(headings, format), format), {}};
    case ListFormat::Json:
        return {QStringLiteral("[\n"), QStringLiteral("\n]\n")};
    case ListFormat::PowerShell:
        return {QStringLiteral("@(\n"), QStringLiteral("\n)\n")};
    case ListFormat::Aligned:
        return {};
    }
    return {};
}

} // namespace

QByteArray listText(const ListPart& part, ListFormat format, const std::stop_token& stop)
{
    const auto [before, after] = around(part, format);
    QString text = before;
    QList<QStringList> lines;
    if (format == ListFormat::Aligned) {
        QStringList headings;
        for (const SessionColumn column : part.columns)
            headings << heading(column);
        lines << headings;
    }
    bool isFirst = true;
    for (const int row : part.rows) {
        if (stop.stop_requested())
            return {};
        QStringList cells;
        for (const SessionColumn column : part.columns)
            cells << part.table.text(row, column);
        switch (format) {
        case ListFormat::Csv:
        case ListFormat::Tabs:
            text += separated(harmless(cells, format), format);
            break;
        case ListFormat::Json:
            text += (isFirst ? QString() : QStringLiteral(",\n")) + jsonObject(part, cells);
            break;
        case ListFormat::PowerShell:
            text += (isFirst ? QString() : QStringLiteral("\n")) + powerShellObject(part, cells);
            break;
        case ListFormat::Aligned:
            for (QString& cell : cells)
                cell = inOneLine(cell);
            lines << cells;
            break;
        }
        isFirst = false;
    }
    return format == ListFormat::Aligned ? aligned(lines).toUtf8() : QString(text + after).toUtf8();
}

} // namespace deskwarden::models
