// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/DrainTexts.h"

#include "models/texts/DecodedText.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QJsonArray>
#include <QLocale>
#include <QStringList>

namespace deskwarden::models {

using management::DrainedSession;
using management::DrainPhase;
using management::DrainStage;

namespace {

QDateTime toQt(management::Drain::Time time)
{
    const auto since = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    return QDateTime::fromMSecsSinceEpoch(since.count(), Qt::UTC);
}

QString timeText(const std::optional<management::Drain::Time>& time)
{
    return time ? toQt(*time).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss 'UTC'")) : QString();
}

QJsonValue timeValue(const std::optional<management::Drain::Time>& time)
{
    return time ? QJsonValue(toQt(*time).toString(Qt::ISODateWithMs)) : QJsonValue(QJsonValue::Null);
}

QString nameOf(const core::Session& session)
{
    const QString account = accountText(session);
    return placeText(session.key) + QStringLiteral("  ") +
           (account.isEmpty() ? translate("DrainTexts", "nobody") : account) + QStringLiteral("  ") +
           plainText(session.vmName);
}

QString textOf(std::string_view text)
{
    return decodedText(text);
}

} // namespace

QString phaseName(DrainPhase phase)
{
    switch (phase) {
    case DrainPhase::Telling:
        return translate("DrainTexts", "Telling the users");
    case DrainPhase::Waiting:
        return translate("DrainTexts", "Giving them time");
    case DrainPhase::LoggingOff:
        return translate("DrainTexts", "Logging off");
    case DrainPhase::Watching:
        return translate("DrainTexts", "Watching for newcomers");
    case DrainPhase::NeedsHelp:
        return translate("DrainTexts", "Somebody is left");
    case DrainPhase::Paused:
        return translate("DrainTexts", "Paused");
    case DrainPhase::Offline:
        return translate("DrainTexts", "Waiting for the server");
    case DrainPhase::Stopping:
        return translate("DrainTexts", "Stopping");
    case DrainPhase::Drained:
        return translate("DrainTexts", "Drained");
    case DrainPhase::Stopped:
        return translate("DrainTexts", "Stopped");
    }
    return {};
}

Sentence describe(const management::Drain& drain)
{
    if (drain.trouble() && !drain.isOver())
        return describe(*drain.trouble());
    switch (drain.phase()) {
    case DrainPhase::Telling:
        return {translate("DrainTexts", "Messages to the users are on their way."), {}};
    case DrainPhase::Waiting:
        return {translate("DrainTexts", "Everybody has been told and has time to save."), {}};
    case DrainPhase::LoggingOff:
        return {translate("DrainTexts", "Each session is read again, then logged off, then looked for."), {}};
    case DrainPhase::Watching:
        return {translate("DrainTexts", "Two lists in a row must show nobody any more."), {}};
    case DrainPhase::NeedsHelp:
        return {translate("DrainTexts", "The users who are left could not be logged off."),
                translate("DrainTexts", "Retry, look at the sessions' virtual machines, or stop.")};
    case DrainPhase::Paused:
        return {translate("DrainTexts", "Nothing new is begun."), {}};
    case DrainPhase::Offline:
        return {translate("DrainTexts", "The server does not answer. It goes on as soon as there is a list again."),
                {}};
    case DrainPhase::Stopping:
        return {translate("DrainTexts", "Nothing new is begun; what was sent is still followed."), {}};
    case DrainPhase::Drained:
        return {drain.counts().leftOut == 0
                    ? translate("DrainTexts", "Nobody is left on the host.")
                    : translate("DrainTexts", "Only sessions that were left out remain on the host."),
                {}};
    case DrainPhase::Stopped:
        return {drain.counts().there == 0 ? translate("DrainTexts", "It was stopped.")
                                          : translate("DrainTexts", "It was stopped before the host was empty."),
                {}};
    }
    return {};
}

QString countsText(const management::DrainCounts& counts)
{
    const auto part = [](const QString& name, std::size_t count) {
        return QStringLiteral("%1: %2").arg(name, QLocale().toString(static_cast<qulonglong>(count)));
    };
    QStringList parts{part(translate("DrainTexts", "Left"), counts.there),
                      part(translate("DrainTexts", "Gone"), counts.gone),
                      part(translate("DrainTexts", "Newcomers"), counts.newcomers)};
    if (counts.stuck > 0)
        parts << part(translate("DrainTexts", "Need help"), counts.stuck);
    if (counts.leftOut > 0)
        parts << part(translate("DrainTexts", "Left out"), counts.leftOut);
    return parts.join(QStringLiteral(" · "));
}

QString stateText(const DrainedSession& session)
{
    switch (session.stage) {
    case DrainStage::LeftOut:
        return translate("DrainTexts", "Left out");
    case DrainStage::Held:
        return translate("DrainTexts", "Not begun");
    case DrainStage::Open:
        return phaseName(session.report.phase, management::ActionKind::Logoff);
    case DrainStage::Ended:
        break;
    }
    const QString outcome = outcomeName(session.report.outcome.kind);
    const bool isGoneAfterAll = !session.isThere && session.report.outcome.kind != management::OutcomeKind::Done &&
                                session.report.outcome.kind != management::OutcomeKind::AlreadyGone;
    return isGoneAfterAll ? translate("DrainTexts", "%1, gone by now").arg(outcome) : outcome;
}

QString explanationText(const DrainedSession& session)
{
    switch (session.stage) {
    case DrainStage::LeftOut:
        return leftOutText(session.leftOut);
    case DrainStage::Held:
    case DrainStage::Open:
        return {};
    case DrainStage::Ended:
        break;
    }
    return describe(session.report.outcome, management::ActionKind::Logoff, session.session).joined();
}

QString newcomersNotice()
{
    return translate("DrainTexts",
                     "Deskwarden does not keep anybody from signing in here: the broker's WMI class has no "
                     "method for it. Set the host to drain mode first where your broker offers that; "
                     "newcomers are logged off as well, after the same message and time.");
}

std::vector<ToldAct> actsOf(const management::Drain& drain)
{
    std::vector<ToldAct> acts;
    for (const DrainedSession& item : drain.sessions()) {
        if (item.stage == DrainStage::LeftOut || (item.stage == DrainStage::Held && item.report.id == 0))
            continue;
        acts.push_back({management::ActionRequest{item.report.id, item.session, {}, drain.options().reason, false},
                        item.report.outcome, item.stage == DrainStage::Ended});
    }
    return acts;
}

namespace {

/// A session that is left, and why. The outcomes of acts are explained further down.
QString remainingLine(const DrainedSession& item)
{
    const QString line = nameOf(item.session) + QStringLiteral("  ") + stateText(item);
    return item.stage == DrainStage::LeftOut ? line + QStringLiteral(": ") + explanationText(item) : line;
}

/// All but the acts.
QString reportHead(const management::Drain& drain, const QString& server)
{
    const auto line = [](const QString& name, const QString& value) {
        return QStringLiteral("%1: %2\n").arg(name, value);
    };
    QString text =
        translate("DrainTexts", "VM host %1: %2").arg(plainText(drain.options().vmHostName), phaseName(drain.phase())) +
        QLatin1Char('\n');
    if (!server.isEmpty())
        text += line(translate("Texts", "Server"), server);
    text += line(translate("DrainTexts", "Begun"), timeText(drain.started()));
    if (drain.ended())
        text += line(translate("DrainTexts", "Ended"), timeText(drain.ended()));
    text += countsText(drain.counts()) + QLatin1Char('\n');
    QStringList remaining;
    QStringList newcomers;
    for (const DrainedSession& item : drain.sessions()) {
        if (item.isNewcomer && item.stage != DrainStage::LeftOut)
            newcomers << nameOf(item.session);
        if (item.isThere)
            remaining << remainingLine(item);
    }
    const auto block = [](const QString& name, const QStringList& lines) {
        return lines.isEmpty() ? QString() : QStringLiteral("\n%1:\n").arg(name) + lines.join(u'\n') + u'\n';
    };
    text += block(translate("DrainTexts", "Still on the host"), remaining);
    text += block(translate("DrainTexts", "Came while it was drained"), newcomers);
    return text;
}

} // namespace

QString drainReport(const management::Drain& drain, const QString& server)
{
    const std::vector<ToldAct> acts = actsOf(drain);
    const QString head = reportHead(drain, server);
    return acts.empty() ? head : head + QLatin1Char('\n') + ticketText(acts);
}

QString drainReportHtml(const management::Drain& drain, const QString& server)
{
    const QString head = reportHead(drain, server).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>\n"));
    const std::vector<ToldAct> acts = actsOf(drain);
    return acts.empty() ? head : head + ticketHtml(acts);
}

QByteArray drainLines(const management::Drain& drain)
{
    return outcomeLines(actsOf(drain)) + jsonLine(toJson(drain));
}

QJsonObject toJson(const management::Drain& drain)
{
    QJsonArray remaining;
    QJsonArray leftOut;
    for (const DrainedSession& item : drain.sessions()) {
        if (!item.isThere)
            continue;
        QJsonObject session = toJson(item.session);
        const bool isLeftOut = item.stage == DrainStage::LeftOut;
        if (isLeftOut)
            session.insert(QStringLiteral("reason"), QLatin1String(management::symbol(item.leftOut)));
        else if (item.stage == DrainStage::Ended)
            session.insert(QStringLiteral("outcome"), QLatin1String(management::symbol(item.report.outcome.kind)));
        else
            session.insert(QStringLiteral("outcome"), QJsonValue(QJsonValue::Null));
        (isLeftOut ? leftOut : remaining).append(session);
    }
    const management::DrainCounts counts = drain.counts();
    return {{QStringLiteral("drain"), QLatin1String(management::symbol(drain.phase()))},
            {QStringLiteral("server"), textOf(drain.options().server.address.view())},
            {QStringLiteral("VMHostName"), textOf(drain.options().vmHostName)},
            {QStringLiteral("start"), timeValue(drain.started())},
            {QStringLiteral("end"), timeValue(drain.ended())},
            {QStringLiteral("gone"), static_cast<qint64>(counts.gone)},
            {QStringLiteral("newcomers"), static_cast<qint64>(counts.newcomers)},
            {QStringLiteral("remaining"), remaining},
            {QStringLiteral("leftOut"), leftOut}};
}

} // namespace deskwarden::models
