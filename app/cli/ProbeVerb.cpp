// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "management/seam/ServerProbe.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"

namespace deskwarden::app {

ExitCode runProbe(const CliContext& context)
{
    management::ServerProbe probe(context.connector, context.options.profile.nameSpace);
    const core::ServerAddress& asked = context.options.profile.address;
    const auto sink = [&context, &asked](const management::StageReport& report) {
        if (context.options.isJson) {
            context.output.write(models::jsonLine(models::toJson(report, asked)));
            return;
        }
        const models::Sentence sentence = models::describe(report, asked);
        context.output.print((report.error ? QStringLiteral("FAILED  ") : QStringLiteral("ok      ")) +
                             models::stageName(report.stage).leftJustified(26) + QLatin1Char(' ') + sentence.joined());
    };
    const auto passed = probe.run(listLimits(context), sink);
    return passed ? ExitCode::Done : sayError(context, passed.error());
}

} // namespace deskwarden::app
