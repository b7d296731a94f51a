// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "management/seam/ListAnew.h"
#include "management/seam/RdmsSchema.h"
#include "models/texts/JsonWriter.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr qsizetype longestValue = 4000; // --json has it whole

/// "Name = value" lines, as wmic shows them, and an empty line between instances.
void printInstance(Output& output, const core::Instance& instance)
{
    for (const core::Property& property : instance.properties())
        output.gatherText(models::plainText(property.name) + QStringLiteral(" = ") +
                          models::plainText(models::valueText(property.value), longestValue));
    output.gatherText({});
}

/// Which rows of a list that is asked for anew have not been printed yet. Two rows may be alike: they are counted.
class Printed final
{
public:
    void beginAnew() { m_seen.clear(); }
    [[nodiscard]] bool isNew(const core::Instance& instance)
    {
        std::size_t hash = 0;
        for (const core::Property& property : instance.properties())
            hash = hash * 31 + std::hash<std::string_view>()(property.value.text().view());
        const std::size_t times = ++m_seen[hash];
        return times > std::exchange(m_printed[hash], std::max(m_printed[hash], times));
    }

private:
    std::unordered_map<std::size_t, std::size_t> m_seen; ///< since the list was asked for last, by their hash
    std::unordered_map<std::size_t, std::size_t> m_printed;
};

} // namespace

ExitCode runQuery(const CliContext& context)
{
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    Printed printed;
    models::JsonWriter json;
    const auto sink = [&context, &printed, &json](std::vector<core::Instance>&& batch) {
        for (core::Instance& instance : batch) {
            if (const auto* schema = management::findClass(instance.className().view()))
                management::applySchema(instance, *schema);
            if (context.output.isBroken())
                return;
            if (!printed.isNew(instance))
                continue;
            if (context.options.isJson)
                context.output.gather(json.line(instance));
            else
                printInstance(context.output, instance);
        }
        context.output.flush(); // the server is asked for the next ones
    };
    const management::Query query{context.options.profile.nameSpace, context.options.argument.toStdString()};
    const auto end = management::listAnew([&] { return (*connection)->enumerate(query, sink, listLimits(context)); },
                                          [&printed] { printed.beginAnew(); });
    if (!end)
        return sayError(context, end.error());
    if (end->incomplete) {
        context.output.note(QStringLiteral("deskwarden-cli: ") + models::codeMeaning(*end->incomplete));
        return ExitCode::NotAllDone;
    }
    return ExitCode::Done;
}

} // namespace deskwarden::app
