// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "app/cli/MachineLister.h"
#include "app/cli/TextTable.h"
#include "models/texts/JsonWriter.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <array>
#include <vector>

namespace deskwarden::app {

namespace {

constexpr std::array machineColumns{TextColumn{"STATE", 24},   TextColumn{"VIRTUAL MACHINE", 32},
                                    TextColumn{"VM HOST", 64}, TextColumn{"COLLECTION", 32},
                                    TextColumn{"OWNER", 40},   TextColumn{"SESSION", 60}};

QStringList rowOf(const core::VirtualDesktop& machine, const QString& collection)
{
    return {
        models::machineStateName(machine.state), models::plainText(machine.name), models::plainText(machine.hostName),
        models::plainText(collection),           models::ownerText(machine),      models::machineSessionText(machine)};
}

void printJson(Output& output, const MachineLister& lister)
{
    models::JsonWriter json;
    for (std::size_t row = 0; row < lister.machines().size() && !output.isBroken(); ++row) {
        if (lister.isSelected(lister.machines()[row]))
            output.gather(json.line(lister.instance(row)));
    }
    output.flush();
}

} // namespace

ExitCode runMachines(const CliContext& context)
{
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    MachineLister lister(context, **connection);
    if (const auto listed = lister.list(); !listed)
        return sayError(context, listed.error());
    if (context.options.isJson) {
        printJson(context.output, lister);
    } else {
        std::vector<QStringList> rows;
        for (const core::VirtualDesktop& machine : lister.machines()) {
            if (lister.isSelected(machine))
                rows.push_back(rowOf(machine, lister.collectionOf(machine)));
        }
        printTable(context.output, machineColumns, rows);
    }
    lister.sayIncomplete();
    const bool knowsAll = lister.knowsAllSelected();
    return lister.isIncomplete() || !knowsAll ? ExitCode::NotAllDone : ExitCode::Done;
}

} // namespace deskwarden::app
