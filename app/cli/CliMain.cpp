// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/AuditVerb.h"
#include "app/cli/CliContext.h"
#include "app/cli/CliOptionTable.h"
#include "app/cli/KeptPassword.h"
#include "app/cli/PolicyManual.h"
#include "app/cli/TerminalInput.h"
#include "app/Completion.h"
#include "app/Connectors.h"
#include "app/Interruption.h"
#include "app/KnownNames.h"
#include "app/ManualPage.h"
#include "app/Operator.h"
#include "app/ProcessEnd.h"
#include "app/ProcessSafety.h"
#include "app/ProgramVersion.h"
#include "management/acting/MachinePlan.h"
#include "models/texts/Texts.h"
#include "storage/AuditLog.h"
#include "storage/PolicyFile.h"
#include "storage/Preferences.h"
#include "storage/ReportedLedger.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"
#include "wsman/report/WireRecorder.h"
#ifdef _WIN32
#include "wmicom/ComProcess.h"
#endif

#include <QCoreApplication>
#include <QFileInfo>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

using namespace deskwarden;
using app::ExitCode;

namespace {

QString questionFor(const core::ServerProfile& profile)
{
    return QStringLiteral("Password of %1: ").arg(models::plainText(profile.user));
}

tl::expected<core::Secret, QString> passwordFor(const app::CliOptions& options, const std::stop_token& stop)
{
    if (options.isPasswordOnStdin)
        return app::passwordFromStdin(stop);
    if (!app::needsPassword(options.profile))
        return core::Secret();
    if (options.usesSaved || (options.isKept && !options.isToBeSaved)) {
        auto kept = app::keptPassword(options.profile, stop);
        if (!kept && options.typedAddress) { // kept by a command that knew the bare host alone
            core::ServerProfile typed = options.profile;
            typed.address = *options.typedAddress;
            if (auto older = app::keptPassword(typed, stop))
                kept = std::move(older);
        }
        if (kept || options.usesSaved)
            return kept;
    }
    return app::passwordFromTerminal(questionFor(options.profile), stop);
}

/// What nobody has typed is said.
void tellWhatIsKept(const app::CliOptions& options, app::Output& output)
{
    if (!options.isAddressKept && !options.isUserKept)
        return;
    const core::ServerProfile& profile = options.profile;
    const QString user = profile.user.empty() ? QString() : QStringLiteral(" as ") + models::plainText(profile.user);
    output.note(QStringLiteral("deskwarden-cli: The console keeps this server: %1%2. --as-typed uses nothing of that.")
                    .arg(models::plainText(profile.address.text()), user));
}

std::vector<storage::KnownServer> knownServers()
{
    const QString file = storage::StoragePlaces::standard().profileFile();
    return QFileInfo::exists(file) ? storage::ServerProfileStore(file).servers() : std::vector<storage::KnownServer>();
}

ExitCode complain(app::Output& output, const QString& sentence)
{
    output.note(QStringLiteral("deskwarden-cli: ") + sentence);
    return ExitCode::Usage;
}

ExitCode runForget(const app::CliOptions& options, app::Output& output)
{
    const app::Interruption interruption;
    auto forgotten = app::forgetPassword(options.profile, interruption.first());
    if (forgotten && options.typedAddress) {
        core::ServerProfile typed = options.profile;
        typed.address = *options.typedAddress;
        forgotten = app::forgetPassword(typed, interruption.first());
    }
    return forgotten ? ExitCode::Done : complain(output, forgotten.error());
}

management::Policy policyFor(const app::CliOptions& options)
{
    auto policy = storage::readSystemPolicy();
    return options.policyFile.isEmpty() ? policy
                                        : management::stricter(policy, storage::readPolicyFile(options.policyFile));
}

/// What an earlier run left open is not forgotten because nobody asks.
void remindOfOpenActs(const storage::AuditLog& log, app::Output& output)
{
    const auto open = log.leftBehind();
    if (open && !open->empty())
        output.note(QStringLiteral("deskwarden-cli: Acts that an earlier run left in flight: %1. Look them up: "
                                   "deskwarden-cli audit --resolve --server ADDRESS")
                        .arg(open->size()));
}

ExitCode runVerb(const app::CliContext& context, storage::AuditLog& log, wsman::WireRecorder& recorder)
{
    switch (context.options.verb) {
    case app::Verb::List:
        return app::runList(context);
    case app::Verb::Machines:
        return app::runMachines(context);
    case app::Verb::Logoff:
    case app::Verb::Disconnect:
    case app::Verb::Message:
        remindOfOpenActs(log, context.output);
        return app::runAct(context);
    case app::Verb::Start:
    case app::Verb::Save:
    case app::Verb::TurnOff:
    case app::Verb::Pause:
    case app::Verb::Assign:
    case app::Verb::Free:
        remindOfOpenActs(log, context.output);
        return app::runMachineAct(context);
    case app::Verb::Cure:
        remindOfOpenActs(log, context.output);
        return app::runCure(context);
    case app::Verb::Hosts:
        return app::runHosts(context);
    case app::Verb::Drain:
        remindOfOpenActs(log, context.output);
        return app::runDrain(context);
    case app::Verb::Probe:
        return app::runProbe(context);
    case app::Verb::Why:
        return app::runWhy(context);
    case app::Verb::Query:
        return app::runQuery(context);
    case app::Verb::Report:
        return app::runReport(context, recorder);
    case app::Verb::Audit:
        return app::runResolve(context, log);
    case app::Verb::Forget:
        return runForget(context.options, context.output);
    case app::Verb::Person:
    case app::Verb::Codes:
        break;
    }
    return app::runCodes(context.options, context.output);
}

/// An outcome that the log did not take was told as it is; that it is not on record must be told, too.
ExitCode codeOfRecord(const app::CliContext& context, ExitCode code)
{
    const auto recorded = context.ledger.recordWhatIsLeft();
    if (recorded)
        return code;
    context.output.note(
        QStringLiteral("deskwarden-cli: Outcomes that could not be recorded, number and reason: %1. The record shows "
                       "these acts in flight. Once it can be written, look them up: deskwarden-cli audit --resolve "
                       "--server ADDRESS")
            .arg(models::plainText(recorded.error().detail, 2000)));
    return code == ExitCode::Unknown ? code : ExitCode::Refused;
}

ExitCode runPeople(const app::CliOptions& options, app::Output& output, app::Connectors& connectors)
{
    const app::Interruption interruption;
    core::Secret password;
    if (options.profile.directory.signIn == core::DirectorySignIn::Password) {
        auto known = passwordFor(options, interruption.first());
        if (!known)
            return complain(output, known.error());
        password = *std::move(known);
    }
    const auto directory = connectors.directoryConnectorFor(options.profile, std::move(password));
    return directory ? app::runPerson(options, output, *directory, interruption.first())
                     : app::sayError(output, directory.error());
}

ExitCode runRemote(app::CliOptions options, app::Output& output, app::Connectors& connectors)
{
    tellWhatIsKept(options, output);
    const core::ServerId server = options.profile.address.id();
    management::PlanRules rules = management::rulesOn({&server, 1}, {policyFor(options), {}});
    if (const auto refusal = rules.policy.refusalOf(options.profile.address.transport))
        return app::sayRefusal(output, *refusal, rules.policy);
    const app::Interruption interruption;
    const auto password = passwordFor(options, interruption.first());
    if (!password)
        return complain(output, password.error());
    connectors.setPolicy(rules.policy);
    const auto recorder = std::make_shared<wsman::WireRecorder>();
    auto connector = options.verb == app::Verb::Report
                         ? connectors.recordedConnectorFor(options.profile, *password, recorder)
                         : connectors.connectorFor(options.profile, *password);
    const auto directory = connectors.directoryConnectorFor(options.profile, *password);
    if (!directory)
        return app::sayError(output, directory.error());
    const auto failing = [&connector]() -> core::Result<std::unique_ptr<management::ManagementConnection>> {
        return core::failure(connector.error());
    };
    const storage::AuditOrigin origin = app::auditOrigin();
    rules.ownAccounts = app::ownAccounts(origin, options.profile.user);
    const auto places = storage::StoragePlaces::standard();
    storage::AuditLog log(places.auditFile(), origin);
    const auto reported =
        storage::reportedLedger(log, storage::Preferences(places.preferencesFile()), rules.policy, origin);
    const app::CliContext context{options,
                                  output,
                                  connector ? *connector : management::Connector(failing),
                                  rules,
                                  reported ? static_cast<management::ActLedger&>(*reported) : log,
                                  *directory,
                                  interruption.first(),
                                  interruption.second()};
    if (!connector)
        return app::sayError(context, connector.error());
    const ExitCode code = codeOfRecord(context, runVerb(context, log, *recorder));
    // A password that the server does not take is not worth keeping.
    if (options.isToBeSaved && code != ExitCode::NoConnection) {
        if (const auto kept = app::keepPassword(options.profile, *password, interruption.first()); !kept)
            output.note(QStringLiteral("deskwarden-cli: ") + kept.error());
    }
    return code;
}

/// The code of a run whose results did not arrive: a question has no answer, of an act nobody knows what came of it.
ExitCode codeWithoutOutput(const app::CliOptions& options, ExitCode code)
{
    switch (options.verb) {
    case app::Verb::Logoff:
    case app::Verb::Disconnect:
    case app::Verb::Message:
    case app::Verb::Start:
    case app::Verb::Save:
    case app::Verb::TurnOff:
    case app::Verb::Pause:
    case app::Verb::Assign:
    case app::Verb::Free:
    case app::Verb::Cure:
    case app::Verb::Drain:
        if (!options.wantsHelp && !options.wantsVersion && !options.isDryRun)
            return code == ExitCode::Done ? ExitCode::Unknown : code;
        break;
    case app::Verb::List:
    case app::Verb::Machines:
    case app::Verb::Hosts:
    case app::Verb::Probe:
    case app::Verb::Why:
    case app::Verb::Person:
    case app::Verb::Query:
    case app::Verb::Report:
    case app::Verb::Codes:
    case app::Verb::Audit:
    case app::Verb::Forget:
        break;
    }
    return ExitCode::NoConnection;
}

ExitCode run(const tl::expected<app::CliOptions, QString>& options, app::Output& output, app::Connectors& connectors)
{
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
    if (options->verb == app::Verb::Forget)
        return runForget(*options, output);
    if (options->verb == app::Verb::Codes)
        return app::runCodes(*options, output);
    if (options->verb == app::Verb::Person)
        return runPeople(*options, output, connectors);
    if (options->verb == app::Verb::Audit && (options->isAcknowledge || options->rotateDays > 0)) {
        storage::AuditLog log(storage::StoragePlaces::standard().auditFile(), app::auditOrigin());
        return app::changeAudit(*options, log, output);
    }
    if (options->verb == app::Verb::Audit && !options->isResolve)
        return app::runAudit(*options, storage::StoragePlaces::standard().auditFile(), output);
    return runRemote(*options, output, connectors);
}

/// What builds and shells ask for.
std::optional<QString> answerFor(const QStringList& arguments)
{
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    if (arguments == QStringList{QStringLiteral("--print-man"), QStringLiteral("policy")})
        return QString::fromStdString(app::manualPage(app::policyManual()));
    if (const auto printed = app::printedFor(app::cliText(), words))
        return QString::fromStdString(*printed);
    if (arguments.value(0) == QLatin1String("--complete"))
        return app::completionAnswer(arguments).join(QLatin1Char('\n'));
    return std::nullopt;
}

ExitCode runProgram(const QStringList& arguments, app::Connectors& connectors)
{
    app::Output output;
    if (const auto answer = answerFor(arguments)) {
        if (!answer->isEmpty())
            output.print(answer->trimmed());
        return output.isLost() ? ExitCode::NoConnection : ExitCode::Done;
    }
    const auto options = app::parseCli(arguments, knownServers);
    const ExitCode code = run(options, output, connectors);
    output.flush();
    if (!output.isLost())
        return code;
    output.note(
        QStringLiteral("deskwarden-cli: Not all results could be written to stdout: is the disk full, or stdout "
                       "closed? Acts are in the record all the same (deskwarden-cli audit)."));
    return options ? codeWithoutOutput(*options, code) : code;
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
    QCoreApplication::setApplicationVersion(QString::fromLatin1(app::programVersion()));
    app::Connectors connectors;
    const ExitCode code = runProgram(QCoreApplication::arguments().mid(1), connectors);
    return app::leave(static_cast<int>(code), connectors.haveLeftCallsBehind());
}
