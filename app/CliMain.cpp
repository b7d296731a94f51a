// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/CliContext.h"
#include "app/Connectors.h"
#include "app/Interruption.h"
#include "app/ProcessSafety.h"
#include "app/TerminalInput.h"
#ifdef _WIN32
#include "wmicom/ComProcess.h"
#endif

#include <QCoreApplication>

#include <utility>

using namespace deskwarden;
using app::ExitCode;

namespace {

QString needsPassword(const core::ServerProfile& profile)
{
    return QStringLiteral("Password of %1: ").arg(QString::fromStdString(profile.user));
}

ExitCode runRemote(const app::CliOptions& options, app::Output& output)
{
    const app::Interruption interruption;
    core::Secret password;
    if (!options.profile.user.empty()) {
        auto read = options.isPasswordOnStdin
                        ? app::passwordFromStdin(interruption.first())
                        : app::passwordFromTerminal(needsPassword(options.profile), interruption.first());
        if (!read) {
            output.note(QStringLiteral("deskwarden-cli: ") + read.error());
            return ExitCode::Usage;
        }
        password = *std::move(read);
    }
    app::Connectors connectors;
    auto connector = connectors.connectorFor(options.profile, std::move(password));
    const auto failing = [&connector]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
        return core::failure(connector.error());
    };
    const app::CliContext context{options, output, connector ? *connector : management::Connector(failing),
                                  interruption.first(), interruption.second()};
    if (!connector)
        return app::sayError(context, connector.error());
    switch (options.verb) {
    case app::Verb::List:
        return app::runList(context);
    case app::Verb::Logoff:
    case app::Verb::Disconnect:
    case app::Verb::Message:
        return app::runAct(context);
    case app::Verb::Probe:
        return app::runProbe(context);
    case app::Verb::Query:
        return app::runQuery(context);
    case app::Verb::Codes:
        break;
    }
    return app::runCodes(options, output);
}

ExitCode runProgram(const QStringList& arguments)
{
    app::Output output;
    const auto options = app::parseCli(arguments);
    if (!options) {
        output.note(QStringLiteral("deskwarden-cli: ") + options.error() +
                    QStringLiteral("\nTry deskwarden-cli --help."));
        return ExitCode::Usage;
    }
    if (options->wantsVersion) {
        output.print(QStringLiteral("deskwarden-cli ") + QCoreApplication::applicationVersion());
        return ExitCode::Done;
    }
    if (options->wantsHelp) {
        output.print((options->hasVerb ? app::cliHelp(options->verb) : app::cliHelp()).trimmed());
        return ExitCode::Done;
    }
    return options->verb == app::Verb::Codes ? app::runCodes(*options, output) : runRemote(*options, output);
}

} // namespace

int main(int argc, char* argv[])
{
    app::protectProcess();
#ifdef _WIN32
    const wmicom::ComProcess com;
#endif
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("deskwarden-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DESKWARDEN_VERSION));
    return static_cast<int>(runProgram(QCoreApplication::arguments().mid(1)));
}
