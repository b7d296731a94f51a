// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "app/cli/SessionLister.h"
#include "app/cli/TextTable.h"
#include "models/texts/JsonWriter.h"
#include "models/texts/Texts.h"

#include <array>
#include <vector>

namespace deskwarden::app {

namespace {

constexpr std::array columns{TextColumn{"STATE", 24},      TextColumn{"USER", 40},    TextColumn{"VIRTUAL MACHINE", 32},
                             TextColumn{"COLLECTION", 32}, TextColumn{"VM HOST", 64}, TextColumn{"CLIENT", 32},
                             TextColumn{"SESSION ID", 10}};

QStringList rowOf(const core::Session& session, const QString& collection)
{
    return {models::stateName(session.state),          models::accountText(session),
            models::plainText(session.vmName),         models::plainText(collection),
            models::plainText(session.key.vmHostName), models::plainText(session.clientMachineName),
            QString::number(session.key.sessionId)};
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

    std::vector<QStringList> rows;
    models::JsonWriter json;
    const auto end = lister.list(selection, [&](const core::Session& session, const core::Instance& instance) {
        if (!isJson)
            rows.push_back(rowOf(session, lister.collectionOf(session)));
        else if (!context.output.isBroken())
            context.output.gather(json.line(instance));
    });
    if (!isJson && (end || !rows.empty()))
        printTable(context.output, columns, rows);
    lister.sayIncomplete();
    if (!end)
        return sayError(context, end.error());
    const bool knowsAll = lister.knowsAllOf(selection);
    return lister.isIncomplete() || !knowsAll ? ExitCode::NotAllDone : ExitCode::Done;
}

} // namespace deskwarden::app
