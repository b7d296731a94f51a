// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/PlanPreview.h"

#include "app/cli/TerminalInput.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"

#include <QJsonObject>

#include <algorithm>

namespace deskwarden::app {

namespace {

constexpr std::size_t namesShown = 20;

} // namespace

bool canBeConfirmed(const CliContext& context)
{
    if (context.options.isDryRun || context.options.isConfirmed || isTerminal())
        return true;
    context.output.note(QStringLiteral("deskwarden-cli: Nobody has confirmed this and there is no terminal to ask on: "
                                       "give --yes, or --dry-run."));
    return false;
}

void sayLeftOut(Output& output, std::span<const management::LeftOutSession> leftOut)
{
    for (const management::LeftOutSession& left : leftOut)
        output.note(QStringLiteral("deskwarden-cli: %1 is left out: %2.")
                        .arg(models::placeText(left.session.key), models::leftOutText(left.reason)));
}

void showPlanned(const CliContext& context, management::ActionKind kind, const core::Session& session, const char* why,
                 const QString& words)
{
    if (!context.options.isJson) {
        const QString line = models::placeText(session.key) + QStringLiteral("  ") + models::accountText(session) +
                             QStringLiteral("  ") + models::plainText(session.vmName) + QStringLiteral("  ");
        context.output.gatherText(
            line + (why == nullptr ? models::stateName(session.state) : QStringLiteral("left out: ") + words));
        return;
    }
    QJsonObject object = models::toJson(session);
    object.insert(QStringLiteral("action"), QString::fromLatin1(management::symbol(kind)));
    object.insert(QStringLiteral("planned"), why == nullptr);
    object.insert(QStringLiteral("reason"),
                  why == nullptr ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromLatin1(why)));
    context.output.gather(models::jsonLine(object));
}

bool confirmPlan(const CliContext& context, const management::ActionPlan& plan)
{
    const models::Impact impact = models::describeImpact(plan.action, plan.sessions);
    context.output.note(impact.title);
    for (const QString& line : impact.lines())
        context.output.note(QStringLiteral("  ") + line);
    for (const QString& person : models::mostAffected(plan.sessions, namesShown))
        context.output.note(QStringLiteral("    ") + person);
    if (plan.sessions.size() > namesShown)
        context.output.note(
            QStringLiteral("    and %1 more; --dry-run names them all").arg(plan.sessions.size() - namesShown));
    const bool isTyped = plan.needsTypedCount(context.rules.policy);
    const QString wanted = isTyped ? QString::number(plan.sessions.size()) : QStringLiteral("yes");
    const QString question = isTyped ? QStringLiteral("Type the number of sessions, %1, to go on: ").arg(wanted)
                                     : QStringLiteral("Type yes to go on: ");
    if (answerFromTerminal(question, context.stop) == wanted)
        return true;
    context.output.note(QStringLiteral("deskwarden-cli: Nothing was done."));
    return false;
}

} // namespace deskwarden::app
