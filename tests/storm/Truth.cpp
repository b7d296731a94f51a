// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/Truth.h"

#include "support/ProgramRun.h"

#include <algorithm>

namespace deskwarden::storm {

using support::field;

namespace {

constexpr qsizetype mostLies = 40;

QString sessionOf(const QJsonObject& line, const QString& server)
{
    return server + QLatin1Char(' ') + support::nameOf(line);
}

bool isOneOf(const QString& outcome, std::initializer_list<const char*> outcomes)
{
    return std::ranges::any_of(outcomes, [&](const char* one) { return outcome == QLatin1String(one); });
}

} // namespace

void Tally::add(const Tally& other)
{
    for (auto outcome = other.outcomes.constBegin(); outcome != other.outcomes.constEnd(); ++outcome)
        outcomes[outcome.key()] += outcome.value();
    acts += other.acts;
    carriedOut += other.carriedOut;
    twice += other.twice;
    falselyDone += other.falselyDone;
    falselyFailed += other.falselyFailed;
    unrecorded += other.unrecorded;
    lies += other.lies.mid(0, std::max<qsizetype>(0, mostLies - lies.size()));
}

Truth::Act& Truth::actOf(const QJsonObject& line, const QString& server)
{
    const QString session = sessionOf(line, server);
    const QString action = field(line, "action");
    Act& act = m_acts[action + QLatin1Char(' ') + session];
    act.action = action;
    act.session = session;
    act.host = field(line, "VMHostName");
    act.sessionId = line.value(QLatin1String("SessionId")).toInteger();
    return act;
}

void Truth::tell(const QJsonObject& line, const QString& server)
{
    Act& act = actOf(line, server);
    const QString outcome = field(line, "outcome");
    act.isContradicted = act.isContradicted || (act.tellings > 0 && act.told != outcome);
    act.told = outcome;
    ++act.tellings;
}

void Truth::record(const QJsonObject& line, const QString& server)
{
    Act& act = actOf(line, server);
    act.recorded = field(line, "outcome");
    ++act.intents;
}

void Truth::carryOut(const QJsonObject& line, const QString& server)
{
    ++actOf(line, server).times;
}

void Truth::remain(const QJsonObject& line, const QString& server)
{
    m_remaining.insert(sessionOf(line, server));
}

bool Truth::isExcused(const Act& act) const
{
    return std::ranges::any_of(m_repeated, [&act](const std::string& request) {
        return request.find('>' + act.host.toStdString() + '<') != std::string::npos &&
               request.find('>' + std::to_string(act.sessionId) + '<') != std::string::npos;
    });
}

Tally Truth::judge() const
{
    Tally tally;
    for (const Act& act : m_acts)
        judge(act, tally);
    return tally;
}

void Truth::judge(const Act& act, Tally& tally) const
{
    const auto lie = [&](int& count, const char* what) {
        ++count;
        if (tally.lies.size() < mostLies)
            tally.lies << QStringLiteral(
                              "%1%2: %3 (told \"%4\", recorded \"%5\"; %6 times told, %7 recorded, %8 carried out)")
                              .arg(act.action, act.session, QLatin1String(what), act.told, act.recorded)
                              .arg(act.tellings)
                              .arg(act.intents)
                              .arg(act.times);
    };
    const bool isTold = act.tellings > 0;
    const QString& outcome = isTold ? act.told : act.recorded;
    ++tally.acts;
    ++tally.outcomes[outcome.isEmpty() ? QStringLiteral("in flight") : outcome];
    tally.carriedOut += act.times > 0 ? 1 : 0;
    if (act.times > 1 && !isExcused(act))
        lie(tally.twice, "carried out twice");
    if (act.intents > 1)
        lie(tally.twice, "was recorded twice");
    if (act.isContradicted)
        lie(tally.unrecorded, "was told in two ways");
    const auto isSaid = [&act](std::initializer_list<const char*> outcomes) {
        return isOneOf(act.told, outcomes) || isOneOf(act.recorded, outcomes);
    };
    if (act.times == 0 && isSaid({"done", "still_signing_out"}))
        lie(tally.falselyDone, "was not carried out");
    else if (act.times == 0 && isSaid({"already_gone"}) && m_remaining.contains(act.session))
        lie(tally.falselyDone, "is not gone");
    if (act.times > 0 && isSaid({"failed", "skipped", "cancelled"}))
        lie(tally.falselyFailed, "was carried out");
    if (act.times > 0 && act.intents == 0)
        lie(tally.unrecorded, "there is no intent");
    const bool isDoubted = isOneOf(act.told, {"unknown"}) || isOneOf(act.recorded, {"unknown"});
    if (act.intents > 0 && isTold && act.told != act.recorded && (m_record == Record::Complete || !isDoubted))
        lie(tally.unrecorded, "was told otherwise than recorded");
    if (act.intents == 0 && isOneOf(act.told, {"done", "still_signing_out", "unknown"}))
        lie(tally.unrecorded, "was told and not recorded");
}

} // namespace deskwarden::storm
