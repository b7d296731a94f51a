// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ProblemReport.h"

#include "core/TransportSpec.h"
#include "models/log/LogRing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace deskwarden::desk {

namespace {

constexpr std::array flagKeys{storage::preference::messageFirst, storage::preference::onlyTold,
                              storage::preference::systemLog, storage::preference::notifyEnds,
                              storage::preference::detailsOpen};
constexpr std::array numberKeys{storage::preference::refreshSeconds, storage::preference::callTimeoutSeconds,
                                storage::preference::verifySeconds,  storage::preference::parallelActs,
                                storage::preference::auditDays,      storage::preference::graceMinutes};
/// One of a few words of the program's own.
constexpr std::array wordKeys{storage::preference::colorScheme, storage::preference::language,
                              storage::preference::density};
/// Anything that somebody has typed.
constexpr std::array textKeys{storage::preference::messageTitle,     storage::preference::messageText,
                              storage::preference::messageTemplates, storage::preference::recentTickets,
                              storage::preference::ticketPattern,    storage::preference::updateAddress};

QString reportLine(const char* name, const QString& value)
{
    return QString::fromLatin1(name) + QStringLiteral(" = ") + value;
}

QString yesOrNo(bool isSo)
{
    return isSo ? QStringLiteral("yes") : QStringLiteral("no");
}

/// A word that a file may have made up is told by its length, like any other text.
QString shownWord(const QString& word)
{
    const bool isWord = word.size() <= 20 && std::ranges::all_of(word, [](QChar letter) {
                            return (letter >= u'a' && letter <= u'z') || letter == u'_';
                        });
    return isWord ? word : QStringLiteral("(%1 characters)").arg(word.size());
}

QString serverLine(std::size_t number, const core::ServerProfile& profile)
{
    const char* const word = core::specOf(profile.address.transport).word;
    QStringList parts{word != nullptr ? QString::fromLatin1(word) : QStringLiteral("any way"),
                      QStringLiteral("port %1").arg(profile.address.port),
                      QStringLiteral("signs in by ") + QString::fromStdString(std::string(core::name(profile.auth)))};
    const auto add = [&parts](bool isThere, const char* what) {
        if (isThere)
            parts << QString::fromLatin1(what);
    };
    add(profile.address.transport == core::Transport::Demo, "demonstration");
    add(!profile.user.empty(), "user named");
    add(!profile.caFile.empty(), "file of authorities");
    add(!profile.fingerprint.empty(), "certificate pinned");
    add(!profile.clientCertificate.empty(), "client certificate");
    add(profile.uriStyle == core::UriStyle::Cim, "cim");
    return QStringLiteral("server %1: ").arg(number) + parts.join(QStringLiteral(", "));
}

} // namespace

QStringList settingLines(const storage::Preferences& preferences, const management::Policy& policy)
{
    QStringList lines;
    for (const storage::FlagKey& key : flagKeys)
        lines << reportLine(key.name, yesOrNo(preferences.value(key)));
    for (const storage::NumberKey& key : numberKeys)
        lines << reportLine(key.name, QString::number(preferences.value(key)));
    for (const storage::TextKey& key : wordKeys)
        lines << reportLine(key.name, shownWord(preferences.value(key)));
    for (const storage::TextKey& key : textKeys)
        lines << reportLine(key.name, preferences.value(key).isEmpty() ? QStringLiteral("empty")
                                                                       : QStringLiteral("set, not shown"));
    lines << reportLine("policy: only looking", yesOrNo(policy.isReadOnly))
          << reportLine("policy: could be read", yesOrNo(policy.problem.empty()))
          << reportLine("policy: forbidden acts", QString::number(policy.forbiddenActions.count()))
          << reportLine("policy: largest plan", QString::number(policy.largestPlan))
          << reportLine("policy: number typed from", QString::number(policy.typeNumberFrom))
          << reportLine("policy: wants a reason", yesOrNo(policy.requiresReason))
          << reportLine("policy: wants the system's log", yesOrNo(policy.requiresSystemLog))
          << reportLine("policy: patterns of tickets", QString::number(policy.ticketPatterns.size()))
          << reportLine("policy: protected accounts", QString::number(policy.protectedAccounts.size()))
          << reportLine("policy: protected hosts", QString::number(policy.protectedHosts.size()))
          << reportLine("policy: ways to a server", QString::number(policy.transports.size()));
    return lines;
}

QString reportHead(const ReportFacts& facts)
{
    QStringList lines{QStringLiteral("Deskwarden problem report, version 1"), QString(), facts.program};
    lines << facts.surroundings << QString() << QStringLiteral("== Settings ==") << facts.settings << QString()
          << QStringLiteral("== Servers ==");
    if (facts.servers.empty())
        lines << QStringLiteral("none is connected");
    for (std::size_t index = 0; index < facts.servers.size(); ++index)
        lines << serverLine(index + 1, facts.servers[index]);
    lines << QString() << QStringLiteral("== The last lines of the log ==") << models::redactedLines(facts.log);
    lines << QString() << QStringLiteral("== Conversation ==");
    if (facts.conversationWith.isEmpty())
        lines << QStringLiteral("none was asked for");
    else
        lines << QStringLiteral("with ") + facts.conversationWith;
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

ProblemReport::ProblemReport(QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_startThread(std::move(start))
{}

ProblemReport::~ProblemReport() = default;

void ProblemReport::start(ReportFacts facts, std::optional<ConversationRun> conversation)
{
    m_run.reset();
    if (facts.log.size() > logLines)
        facts.log.erase(facts.log.begin(), facts.log.end() - static_cast<std::ptrdiff_t>(logLines));
    const auto compose = [facts = std::move(facts),
                          conversation = std::move(conversation)](const std::stop_token& stop) {
        const QByteArray head = reportHead(facts).toUtf8();
        return conversation ? head + (*conversation)(stop) : head;
    };
    m_run = std::make_unique<Run>(compose, QByteArray("no thread can be started\n"), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &ProblemReport::takeReport, Qt::QueuedConnection);
    });
}

void ProblemReport::cancel()
{
    m_run.reset();
}

void ProblemReport::takeReport()
{
    // A wake of a report that was replaced finds the new one, or none: both are right.
    const auto report = m_run ? m_run->take() : std::nullopt;
    if (!report)
        return;
    m_run.reset();
    emit finished(*report);
}

} // namespace deskwarden::desk
