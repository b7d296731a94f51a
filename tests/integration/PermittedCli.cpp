// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The cure of the command line, under a policy that names every act: that of a computer is nobody's to change in a
// test. permitted-cli AUDITFILE VERB OPTION...

#include "app/cli/CliContext.h"
#include "app/Connectors.h"
#include "app/Interruption.h"
#include "storage/AuditLog.h"

#include <QCoreApplication>

#include <iostream>
#include <string>

using namespace deskwarden;

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    app::Output output;
    const auto options = app::parseCli(arguments.mid(2));
    if (!options) {
        output.note(options.error());
        return 2;
    }
    std::string password;
    std::getline(std::cin, password);
    app::Connectors connectors;
    const auto connector = connectors.connectorFor(options->profile, core::Secret(password));
    if (!connector)
        return 3;
    management::PlanRules rules;
    rules.policy.namedActions.set();
    storage::AuditLog log(arguments.value(1), {QStringLiteral("anna"), QStringLiteral("desk")});
    const app::Interruption interruption;
    const app::CliContext context{*options, output, *connector,           rules,
                                  log,      {},     interruption.first(), interruption.second()};
    return static_cast<int>(app::runCure(context));
}
