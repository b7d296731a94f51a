// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CellWidth.h"
#include "app/cli/CliContext.h"
#include "app/cli/SessionLister.h"
#include "models/texts/JsonWriter.h"
#include "models/texts/Texts.h"

#include <array>
#include <vector>

namespace deskwarden::app {

namespace {

using Row = std::array<QString, 7>;

Row rowOf(const core::Session& session, const QString& collection)
{
    return {models::stateName(session.state),          models::accountText(session),
            models::plainText(session.vmName),         models::plainText(collection),
            models::plainText(session.key.vmHostName), models::plainText(session.clientMachineName),
            QString::number(session.key.sessionId)};
}

/// In cells. One long name must not push a whole list aside; --json has them whole.
constexpr std::array<int, 7> widest{24, 40, 32, 32, 64, 32, 10};

void printTable(Output& output, const std::vector<Row>& rows)
{
    Row head{QStringLiteral("STATE"),      QStringLiteral("USER"),    QStringLiteral("VIRTUAL MACHINE"),
             QStringLiteral("COLLECTION"), QStringLiteral("VM HOST"), QStringLiteral("CLIENT"),
             QStringLiteral("SESSION ID")};
    std::array<int, 7> widths{};
    for (std::size_t column = 0; column < head.size(); ++column) {
        widths.at(column) = cellWidth(head.at(column));
        for (const Row& row : rows)
            widths.at(column) = std::max(widths.at(column), std::min(cellWidth(row.at(column)), widest.at(column)));
    }
    const auto print = [&](const Row& row) {
        QString line;
        for (std::size_t column = 0; column + 1 < row.size(); ++column)
            line += fittedToCells(row.at(column), widths.at(column)) + QStringLiteral("  ");
        output.gatherText(line + row.back());
    };
    print(head);
    for (const Row& row : rows) {
        if (output.isBroken())
            return;
        print(row);
    }
    output.flush();
}

} // namespace

ExitCode runList(const CliContext& context)
{
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    const SessionSelection& selection = context.options.selection;
    const bool isJson = context.options.isJson;
    SessionLister lister(context, **connection);
    if (!isJson || !selection.text.isEmpty() || selection.where || !selection.collections.isEmpty())
        lister.readCollectionNames();

    std::vector<Row> rows;
    models::JsonWriter json;
    const auto end = lister.list(selection, [&](const core::Session& session, const core::Instance& instance) {
        if (!isJson)
            rows.push_back(rowOf(session, lister.collectionOf(session)));
        else if (!context.output.isBroken())
            context.output.gather(json.line(instance));
    });
    if (!isJson && (end || !rows.empty()))
        printTable(context.output, rows);
    lister.sayIncomplete();
    if (!end)
        return sayError(context, end.error());
    const bool knowsAll = lister.knowsAllOf(selection);
    return lister.isIncomplete() || !knowsAll ? ExitCode::NotAllDone : ExitCode::Done;
}

} // namespace deskwarden::app
