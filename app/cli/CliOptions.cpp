// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliOptions.h"

#include "app/cli/CliOptionTable.h"
#include "models/texts/MessageRules.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr std::array verbs{Verb::List,  Verb::Logoff, Verb::Disconnect, Verb::Message, Verb::Probe,
                           Verb::Query, Verb::Codes,  Verb::Audit,      Verb::Forget,  Verb::Drain};

tl::unexpected<QString> usageError(const QString& sentence)
{
    return tl::unexpected<QString>(sentence);
}

const CliOption* findOption(const QString& name)
{
    const auto table = cliOptionTable();
    const auto found =
        std::ranges::find_if(table, [&name](const CliOption& option) { return name == QLatin1String(option.name); });
    return found == table.end() ? nullptr : &*found;
}

tl::expected<Verb, QString> verbFrom(const QString& text)
{
    for (const Verb verb : verbs) {
        if (text == word(verb))
            return verb;
    }
    return usageError(QStringLiteral("There is no verb \"%1\". The verbs are list, logoff, disconnect, message, probe, "
                                     "drain, query, codes, audit and forget.")
                          .arg(models::plainText(text)));
}

/// Walks over the arguments; options may stand before and after the verb.
class CliReader final
{
public:
    explicit CliReader(const QStringList& arguments)
        : m_arguments(arguments)
    {}

    tl::expected<CliOptions, QString> read()
    {
        for (m_next = 0; m_next < m_arguments.size();) {
            const QString argument = m_arguments.at(m_next++);
            const QString problem = isOption(argument) ? readOption(argument) : readWord(argument);
            if (!problem.isEmpty())
                return usageError(problem);
        }
        return m_options;
    }

    [[nodiscard]] const std::set<const CliOption*>& given() const { return m_given; }

private:
    /// "-" names stdin, and "-2147217405" is a code.
    static bool isOption(const QString& argument)
    {
        return argument.size() > 1 && argument.startsWith(QLatin1Char('-')) && !argument.at(1).isDigit();
    }

    QString readWord(const QString& argument)
    {
        if (!m_options.hasVerb) {
            const auto verb = verbFrom(argument);
            if (!verb)
                return verb.error();
            m_options.verb = *verb;
            m_options.hasVerb = true;
            return {};
        }
        const bool takesWord = m_options.verb == Verb::Query || m_options.verb == Verb::Codes;
        if (!takesWord || !m_options.argument.isEmpty())
            return QStringLiteral("\"%1\" is one word too many. Put a text with blanks into quotation marks.")
                .arg(models::plainText(argument));
        m_options.argument = argument;
        return {};
    }

    QString readOption(const QString& argument)
    {
        if (argument == QLatin1String("--version")) {
            m_options.wantsVersion = true;
            return {};
        }
        const qsizetype equals = argument.indexOf(QLatin1Char('='));
        const QString name = argument == QLatin1String("-h") ? QStringLiteral("--help") : argument.left(equals);
        const CliOption* option = findOption(name);
        if (option == nullptr) {
            const QString why = whyNotOffered(name);
            return why.isEmpty() ? QStringLiteral("There is no option %1.").arg(models::plainText(name)) : why;
        }
        if (!m_given.insert(option).second && !option->isRepeatable)
            return QStringLiteral("%1 is given twice.").arg(name);
        QString value;
        if (option->valueName == nullptr) {
            if (equals >= 0)
                return QStringLiteral("%1 takes no value.").arg(name);
        } else if (equals >= 0) {
            value = argument.mid(equals + 1);
        } else {
            if (m_next >= m_arguments.size())
                return QStringLiteral("%1 needs a value: %1 %2.").arg(name, QString::fromLatin1(option->valueName));
            value = m_arguments.at(m_next++);
        }
        return option->apply(m_options, value);
    }

    const QStringList& m_arguments;
    qsizetype m_next = 0;
    CliOptions m_options;
    std::set<const CliOption*> m_given;
};

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
        return QStringLiteral("--filter, --state, --host and --collection need --all-matching here.");
    if (!options.isAllMatching && (options.disconnectedFor || options.idleFor || options.atMost > 0))
        return QStringLiteral("--disconnected-for, --idle-for and --at-most need --all-matching.");
    if (options.verb == Verb::Message && (options.title.empty() || options.text.empty()))
        return QStringLiteral("message needs --title T and --text T.");
    if (options.verb != Verb::Message && options.warning.empty() && !options.title.empty())
        return QStringLiteral("%1 takes --title only with --message TEXT.").arg(verb);
    if (options.sessionsFile == QLatin1String("-") && options.isPasswordOnStdin)
        return QStringLiteral("--sessions-from - and --password-stdin cannot both read stdin.");
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
    if (profile.user.empty()) {
        if (options.isPasswordOnStdin)
            return QStringLiteral("--password-stdin needs --user U.");
        if (options.usesSaved || options.isToBeSaved)
            return QStringLiteral("--saved and --save need --user U: whose password is it?");
        if (options.verb == Verb::Forget)
            return QStringLiteral("forget needs --user U: whose password is it?");
        if (profile.auth == core::AuthScheme::Basic)
            return QStringLiteral("--auth basic needs --user U.");
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

QString problemOfRemote(const CliOptions& options, const std::set<const CliOption*>& given)
{
    const QString verb = word(options.verb);
    if (!given.contains(findOption(QStringLiteral("--server"))))
        return QStringLiteral("%1 needs --server ADDRESS.").arg(verb);
    if (options.verb == Verb::Query && options.argument.trimmed().isEmpty())
        return QStringLiteral("query needs a WQL question, such as \"SELECT * FROM Win32_VirtualDesktopSession\".");
    if (const QString problem = problemOfSignIn(options); !problem.isEmpty())
        return problem;
    if (!options.profile.caFile.empty() && !options.profile.fingerprint.empty())
        return QStringLiteral(
            "--tls-ca and --tls-fingerprint do not go together: a fingerprint trusts one certificate, "
            "whatever authority signed it.");
    if (given.contains(findOption(QStringLiteral("--grace"))) && options.warning.empty())
        return QStringLiteral("--grace needs --message TEXT.");
    if (options.verb == Verb::Drain)
        return problemOfDrain(options);
    return actionOf(options.verb) ? problemOfAct(options) : QString();
}

/// Only --resolve speaks with a server.
QString problemOfAudit(const CliOptions& options, const std::set<const CliOption*>& given)
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

QString problemOf(const CliOptions& options, const std::set<const CliOption*>& given)
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
    return problemOfRemote(options, given);
}

} // namespace

QString word(Verb verb)
{
    switch (verb) {
    case Verb::List:
        return QStringLiteral("list");
    case Verb::Logoff:
        return QStringLiteral("logoff");
    case Verb::Disconnect:
        return QStringLiteral("disconnect");
    case Verb::Message:
        return QStringLiteral("message");
    case Verb::Probe:
        return QStringLiteral("probe");
    case Verb::Query:
        return QStringLiteral("query");
    case Verb::Codes:
        return QStringLiteral("codes");
    case Verb::Drain:
        return QStringLiteral("drain");
    case Verb::Forget:
        return QStringLiteral("forget");
    case Verb::Audit:
        return QStringLiteral("audit");
    }
    return {};
}

std::optional<management::ActionKind> actionOf(Verb verb)
{
    switch (verb) {
    case Verb::Logoff:
        return management::ActionKind::Logoff;
    case Verb::Disconnect:
        return management::ActionKind::Disconnect;
    case Verb::Message:
        return management::ActionKind::Message;
    case Verb::List:
    case Verb::Probe:
    case Verb::Query:
    case Verb::Codes:
    case Verb::Forget:
    case Verb::Audit:
    case Verb::Drain:
        break;
    }
    return std::nullopt;
}

bool needsPassword(const core::ServerProfile& profile)
{
    return !profile.user.empty() && profile.clientCertificate.empty() &&
           profile.address.transport != core::Transport::Demo;
}

tl::expected<CliOptions, QString> parseCli(const QStringList& arguments)
{
    CliReader reader(arguments);
    auto options = reader.read();
    if (!options || options->wantsHelp || options->wantsVersion)
        return options;
    if (!options->hasVerb)
        return usageError(
            QStringLiteral("A verb is missing: list, logoff, disconnect, message, drain, probe, query, codes, audit or "
                           "forget."));
    const QString problem = problemOf(*options, reader.given());
    if (!problem.isEmpty())
        return usageError(problem);
    return options;
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
