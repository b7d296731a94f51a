// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/CliContext.h"
#include "core/Names.h"
#include "management/access/AccessCheck.h"
#include "management/access/AccountCheck.h"
#include "models/texts/AccessTexts.h"
#include "models/texts/JsonLines.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>

namespace deskwarden::app {

namespace {

management::AccessRequest requestOf(const CliOptions& options)
{
    management::AccessRequest request;
    const std::string_view person = options.person;
    const std::size_t backslash = person.find('\\');
    request.user = core::userPart(person);
    request.domain = backslash == std::string_view::npos ? std::string_view() : person.substr(0, backslash);
    request.machine = options.machines.empty() ? std::string() : options.machines.front();
    request.collection = options.selection.collections.value(0).toStdString();
    request.broker = options.profile.address.host;
    return request;
}

/// Nothing where there is no directory.
std::optional<core::Result<management::AccessAccount>> accountOf(const CliContext& context,
                                                                 const management::AccessRequest& request)
{
    if (!context.directory)
        return std::nullopt;
    return management::readAccount(context.directory, {request.domain, request.user},
                                   management::CallContext::within(context.options.profile.timeout, context.stop));
}

void printTable(Output& output, const management::AccessReport& report)
{
    constexpr qsizetype answerWidth = 10;
    constexpr qsizetype questionWidth = 46;
    for (const management::AccessFinding& finding : report.findings) {
        const QString sentence = models::describe(finding).joined();
        QString line = models::answerText(finding.answer).leftJustified(answerWidth) + QLatin1Char(' ') +
                       models::causeQuestion(finding.cause);
        if (!sentence.isEmpty())
            line = line.leftJustified(answerWidth + 1 + questionWidth) + QLatin1Char(' ') + sentence;
        output.gatherText(line);
    }
}

void printJson(Output& output, const management::AccessReport& report, const QString& ticket)
{
    for (const management::AccessFinding& finding : report.findings)
        output.gather(models::jsonLine(models::toJson(finding)));
    const models::Sentence verdict = models::describe(report);
    QJsonObject last;
    last.insert(QStringLiteral("verdict"),
                report.verdict() ? QJsonValue(QString::fromLatin1(management::symbol(report.verdict()->cause)))
                                 : QJsonValue());
    last.insert(QStringLiteral("isAllKnown"), report.isAllKnown());
    last.insert(QStringLiteral("message"), verdict.what);
    last.insert(QStringLiteral("remedy"), verdict.nextStep);
    last.insert(QStringLiteral("ticket"), ticket);
    output.gather(models::jsonLine(last));
}

} // namespace

ExitCode runWhy(const CliContext& context)
{
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    const management::AccessRequest request = requestOf(context.options);
    const core::ServerProfile& profile = context.options.profile;
    management::AccessFacts facts =
        management::readAccessFacts(**connection, core::ServerId{core::SharedString(profile.address.text())},
                                    profile.nameSpace, request, listLimits(context), std::chrono::system_clock::now());
    // A broker of which nothing could be read was not asked at all.
    if (!facts.sessions && !facts.desktops && !facts.collections)
        return sayError(context, facts.sessions.error());
    facts.account = accountOf(context, request);
    const management::AccessReport report = management::judgeAccess(facts);
    const QString ticket = models::ticketText(report, request, profile.address, QDateTime::currentDateTimeUtc());
    if (context.options.isJson) {
        printJson(context.output, report, ticket);
    } else {
        context.output.gatherText(models::describe(report).joined());
        context.output.gatherText({});
        printTable(context.output, report);
        context.output.gatherText({});
        context.output.gatherText(QStringLiteral("For the ticket:"));
        context.output.gatherText(ticket);
    }
    context.output.flush();
    return report.verdict() || report.isAllKnown() ? ExitCode::Done : ExitCode::NotAllDone;
}

} // namespace deskwarden::app
