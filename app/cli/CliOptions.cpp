// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptions.h"

#include "app/cli/CliOptionTable.h"
#include "app/cli/KeptServer.h"
#include "core/HiddenLetters.h"
#include "management/seam/ActionSpec.h"
#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace deskwarden::app {

namespace {

tl::unexpected<QString> usageError(const QString& sentence)
{
    return tl::unexpected<QString>(sentence);
}

using GivenOptions = std::set<const CliOption*>;

bool isGiven(const GivenOptions& given, std::string_view name)
{
    return std::ranges::any_of(given, [name](const CliOption* option) { return option->name == name; });
}

/// What is no option of the table: the verb, the word of a query or a code, and --version. "-" and "-2147217405" are
/// words.
std::string readOther(CliOptions& options, const std::string& argument)
{
    if (argument == "--version") {
        options.wantsVersion = true;
        return {};
    }
    if (optionNameIn(argument) == "--password")
        return "A password is never taken from the command line, where others can read it: use --password-stdin.";
    if (argument.size() > 1 && argument[0] == '-' && !(argument[1] >= '0' && argument[1] <= '9'))
        return noSuchOption(argument);
    if (!options.hasVerb) {
        const auto verb = verbFrom(argument);
        options.hasVerb = verb.has_value();
        options.verb = verb.value_or(options.verb);
        return verb ? std::string()
                    : "There is no verb \"" + core::shownText(argument) + "\". The verbs are " + allVerbs("and") + '.';
    }
    if (options.verb == Verb::Person) {
        options.people << QString::fromStdString(argument);
        return {};
    }
    const bool takesWord = options.verb == Verb::Query || options.verb == Verb::Codes;
    if (!takesWord || !options.argument.isEmpty())
        return '"' + core::shownText(argument) +
               "\" is one word too many. Put a text with blanks into quotation marks.";
    options.argument = QString::fromStdString(argument);
    return {};
}

/// The console's rules for messages, which are the server's.
QString problemOfMessage(const CliOptions& options)
{
    const QString title = QString::fromStdString(options.title);
    const QString text = QString::fromStdString(options.verb == Verb::Message ? options.text : options.warning);
    if (options.verb == Verb::Message) {
        if (const QString gap = models::messageGap(title, text); !gap.isEmpty())
            return gap;
    } else if (!options.warning.empty()) {
        const bool hasTitle = !options.title.empty(); // there is a usual one
        if (const QString gap = models::messageGap(hasTitle ? title : QStringLiteral("-"), text); !gap.isEmpty())
            return gap;
    }
    return models::messageProblem(title, text);
}

QString problemOfAct(const CliOptions& options)
{
    const int ways =
        (options.sessions.empty() ? 0 : 1) + (options.isAllMatching ? 1 : 0) + (options.sessionsFile.isEmpty() ? 0 : 1);
    const QString verb = word(options.verb);
    if (ways == 0)
        return QStringLiteral("%1 needs to know for whom: --session HOST/ID, --sessions-from FILE or --all-matching.")
            .arg(verb);
    if (options.isAllMatching && ways > 1)
        return QStringLiteral("--all-matching does not go together with --session or --sessions-from.");
    if (!options.isAllMatching && !options.selection.isEmpty())
        return QStringLiteral("--filter, --where, --state, --host and --collection need --all-matching here.");
    if (!options.isAllMatching && (options.disconnectedFor || options.idleFor || options.atMost > 0))
        return QStringLiteral("--disconnected-for, --idle-for and --at-most need --all-matching.");
    if (options.verb == Verb::Message && (options.title.empty() || options.text.empty()))
        return QStringLiteral("message needs --title T and --text T.");
    if (options.verb != Verb::Message && options.warning.empty() && !options.title.empty())
        return QStringLiteral("%1 takes --title only with --message TEXT.").arg(verb);
    if (options.sessionsFile == QLatin1String("-") && options.isPasswordOnStdin)
        return QStringLiteral("--sessions-from - and --password-stdin cannot both read stdin.");
    if (options.whenDisconnectedFor.has_value() != options.until.has_value())
        return QStringLiteral("--when-disconnected-for TIME and --until TIME need each other.");
    if (options.whenDisconnectedFor && (options.isInWaves || !options.warning.empty()))
        return QStringLiteral("--when-disconnected-for does not go together with --waves or --message.");
    return problemOfMessage(options);
}

QString problemOfDrain(const CliOptions& options)
{
    if (options.vmHost.isEmpty())
        return QStringLiteral("drain needs to know which host: --vm-host NAME.");
    if (options.warning.empty() && !options.title.empty())
        return QStringLiteral("drain takes --title only with --message TEXT.");
    return problemOfMessage(options);
}

QString problemOfSignIn(const CliOptions& options)
{
    const core::ServerProfile& profile = options.profile;
    const QString userOption =
        options.verb == Verb::Why ? QStringLiteral("--sign-in-as U") : QStringLiteral("--user U");
    if (profile.user.empty()) {
        if (options.isPasswordOnStdin)
            return QStringLiteral("--password-stdin needs %1.").arg(userOption);
        if (options.usesSaved || options.isToBeSaved)
            return QStringLiteral("--saved and --save need %1: whose password is it?").arg(userOption);
        if (options.verb == Verb::Forget)
            return QStringLiteral("forget needs --user U: whose password is it?");
        if (profile.auth == core::AuthScheme::Basic)
            return QStringLiteral("--auth basic needs %1.").arg(userOption);
    }
    if (options.usesSaved && (options.isPasswordOnStdin || options.isToBeSaved))
        return QStringLiteral("--saved takes the password from the keychain: it does not go together with "
                              "--password-stdin or --save.");
    if (profile.auth == core::AuthScheme::Certificate && profile.clientCertificate.empty())
        return QStringLiteral("--auth certificate needs --client-cert FILE.");
    if (profile.clientCertificate.empty() && !profile.clientKey.empty())
        return QStringLiteral("--client-key needs --client-cert FILE.");
    const bool isByCertificate =
        profile.auth == core::AuthScheme::Certificate || profile.auth == core::AuthScheme::Automatic;
    if (!profile.clientCertificate.empty() && !isByCertificate)
        return QStringLiteral("--client-cert goes together with --auth certificate only.");
    return {};
}

/// Everything that does not concern the connection.
bool isOfAuditAlone(const CliOption& option)
{
    return (option.verbs & ~(setOf(Verb::Audit) | setOf(Verb::Codes))) == 0;
}

QString problemOfWhy(const CliOptions& options)
{
    if (options.person.empty())
        return QStringLiteral("why needs to know who does not get in: --user DOMAIN\\user.");
    if (options.selection.collections.size() > 1)
        return QStringLiteral("why takes one --collection.");
    if (options.machines.size() > 1)
        return QStringLiteral("why takes one --machine.");
    return {};
}

QString problemOfMachineAct(const CliOptions& options)
{
    const QString verb = word(options.verb);
    if (options.verb == Verb::Assign) {
        if (options.machines.size() != 1 || options.isAllMatching || !options.selection.isEmpty() ||
            !options.machineStates.empty())
            return QStringLiteral("assign takes one --machine NAME.");
        return options.owner.empty() ? QStringLiteral("assign needs to know to whom: --owner DOMAIN\\user.")
                                     : QString();
    }
    if (options.machines.empty() != options.isAllMatching)
        return QStringLiteral("%1 needs to know which machines: either --machine NAME or --all-matching.").arg(verb);
    if (!options.isAllMatching && (!options.selection.isEmpty() || !options.machineStates.empty()))
        return QStringLiteral("--state, --host and --collection need --all-matching here.");
    return {};
}

QString problemOfCure(const CliOptions& options)
{
    if (options.sessions.empty() != options.isAllMatching)
        return QStringLiteral("cure needs to know for whom: either --session HOST/ID or --all-matching.");
    if (!options.isAllMatching && !options.selection.isEmpty())
        return QStringLiteral("--host and --collection need --all-matching here.");
    return {};
}

QString problemOfState(const CliOptions& options)
{
    const auto act = actionOf(options.verb);
    const bool isOfMachines = options.verb == Verb::Machines || (act && management::isOfMachines(*act));
    const std::string& name = isOfMachines ? options.noMachineState : options.noSessionState;
    if (name.empty())
        return {};
    return QStringLiteral("--state does not know \"%1\": the states are %2, or a number.")
        .arg(models::plainText(name),
             isOfMachines ? QStringLiteral("Running, Off, Paused, Saved, Starting, Saving, Stopping, Pausing, Resuming "
                                           "and Unknown")
                          : QStringLiteral("Active, Connected, ConnectQuery, Shadow, Disconnected, Idle, Listen, "
                                           "Reset, Down and Init"));
}

QString problemOfRemote(const CliOptions& options, const GivenOptions& given)
{
    const QString verb = word(options.verb);
    if (!isGiven(given, "--server"))
        return QStringLiteral("%1 needs --server ADDRESS.").arg(verb);
    if (options.verb == Verb::Query && options.argument.trimmed().isEmpty())
        return QStringLiteral("query needs a WQL question, such as \"SELECT * FROM Win32_VirtualDesktopSession\".");
    if (options.verb == Verb::Report && options.profile.address.transport == core::Transport::Dcom)
        return QStringLiteral("report keeps conversations over WS-Management: a wmi:// address has none.");
    if (const QString problem = problemOfSignIn(options); !problem.isEmpty())
        return problem;
    if (!options.profile.caFile.empty() && !options.profile.fingerprint.empty())
        return QStringLiteral(
            "--tls-ca and --tls-fingerprint do not go together: a fingerprint trusts one certificate, "
            "whatever authority signed it.");
    if (const QString problem = problemOfState(options); !problem.isEmpty())
        return problem;
    if ((isGiven(given, "--wave-limit") || isGiven(given, "--wave-watch")) && !options.isInWaves)
        return QStringLiteral("--wave-limit and --wave-watch need --waves.");
    if (isGiven(given, "--grace") && options.warning.empty())
        return QStringLiteral("--grace needs --message TEXT.");
    if (options.verb == Verb::Drain)
        return problemOfDrain(options);
    if (options.verb == Verb::Why)
        return problemOfWhy(options);
    if (options.verb == Verb::Cure)
        return problemOfCure(options);
    const auto act = actionOf(options.verb);
    if (act && management::isOfMachines(*act))
        return problemOfMachineAct(options);
    return act ? problemOfAct(options) : QString();
}

/// Only --resolve speaks with a server.
QString problemOfAudit(const CliOptions& options, const GivenOptions& given)
{
    const std::array ways{options.isResolve, options.isVerify, options.isAcknowledge, options.rotateDays > 0};
    if (std::ranges::count(ways, true) > 1)
        return QStringLiteral("--verify, --resolve, --acknowledge and --rotate do not go together.");
    if (!options.since.isEmpty() && !options.isVerify && std::ranges::count(ways, true) > 0)
        return QStringLiteral("--since goes with the list of acts alone.");
    if (!options.reason.empty() && !options.isAcknowledge)
        return QStringLiteral("audit takes --reason only with --acknowledge.");
    if (options.isVerify && !options.since.isEmpty())
        return QStringLiteral("--verify looks at the whole log: it takes no --since.");
    if (options.isResolve)
        return problemOfRemote(options, given);
    for (const CliOption* option : given) {
        if ((option->verbs & setOf(Verb::Codes)) == 0 && !isOfAuditAlone(*option) &&
            std::string_view(option->name) != "--reason")
            return QStringLiteral("audit takes %1 only with --resolve.").arg(QString::fromLatin1(option->name));
    }
    return {};
}

/// It speaks with a directory alone; of a server only what is kept of it counts.
QString problemOfPerson(const CliOptions& options)
{
    const core::DirectorySettings& directory = options.profile.directory;
    if (options.people.isEmpty())
        return QStringLiteral("person needs to know whom: DOMAIN\\user.");
    if (!core::isAsked(directory) && !options.typedServer.empty() && !options.isKept)
        return QStringLiteral("No server called \"%1\" is kept here. Give --directory ADDRESS, or a server whose "
                              "directory the console keeps.")
            .arg(models::plainText(options.typedServer));
    if (!core::isAsked(directory))
        return QStringLiteral("person needs --directory ADDRESS, or --server with a server whose directory the console "
                              "keeps.");
    const bool isByPassword = directory.signIn == core::DirectorySignIn::Password;
    if (isByPassword && options.profile.user.empty())
        return QStringLiteral("--directory-sign-in password needs --user U.");
    if (!isByPassword && (options.isPasswordOnStdin || options.usesSaved))
        return QStringLiteral("A password goes to the directory only with --directory-sign-in password.");
    return {};
}

QString problemOf(const CliOptions& options, const GivenOptions& given)
{
    const QString verb = word(options.verb);
    for (const CliOption* option : given) {
        if ((option->verbs & setOf(options.verb)) == 0)
            return QStringLiteral("%1 takes no %2.").arg(verb, QString::fromLatin1(option->name));
    }
    if (options.verb == Verb::Audit)
        return problemOfAudit(options, given);
    if (options.verb == Verb::Codes)
        return {};
    if (options.verb == Verb::Person)
        return problemOfPerson(options);
    return problemOfRemote(options, given);
}

/// What is wrong with --server, or with what is kept of it.
QString completeServer(CliOptions& options, const GivenOptions& given, const AskKnownServers& askKnown)
{
    if (options.typedServer.empty())
        return {};
    const bool isDemo = options.serverProblem.empty() && options.profile.address.transport == core::Transport::Demo;
    const bool mayBeKept = askKnown && !options.isAsTyped && !isDemo;
    return useKeptServer(options, mayBeKept ? askKnown() : std::vector<storage::KnownServer>(),
                         [&given](std::string_view name) { return isGiven(given, name); });
}

} // namespace

bool needsPassword(const core::ServerProfile& profile)
{
    return !profile.user.empty() && profile.clientCertificate.empty() &&
           profile.address.transport != core::Transport::Demo;
}

tl::expected<CliOptions, QString> parseCli(const QStringList& arguments, const AskKnownServers& askKnown)
{
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    auto line = readArguments(cliOptionTable(), words, GivenTwice::IsRefused, readOther);
    if (!line.problem.empty())
        return usageError(QString::fromStdString(line.problem));
    if (line.options.wantsHelp || line.options.wantsVersion)
        return std::move(line.options);
    if (!line.options.hasVerb)
        return usageError(QStringLiteral("A verb is missing: %1.").arg(QString::fromStdString(allVerbs("or"))));
    if (line.options.verb == Verb::Why) { // --user is the person there
        line.options.person = std::exchange(line.options.profile.user, line.options.signInUser);
    }
    if (const QString problem = completeServer(line.options, line.given, askKnown); !problem.isEmpty())
        return usageError(problem);
    const QString problem = problemOf(line.options, line.given);
    if (!problem.isEmpty())
        return usageError(problem);
    return std::move(line.options);
}

tl::expected<models::SessionName, QString> parseSessionName(const QString& text)
{
    auto name = models::readSessionName(text);
    if (!name)
        return usageError(
            QStringLiteral("\"%1\" is not HOST/ID, such as vmhost1.example.com/17.").arg(models::plainText(text)));
    return *std::move(name);
}

} // namespace deskwarden::app
