// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/AuditVerb.h"

#include "management/acting/OpenActs.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditExport.h"

#include <QFileInfo>

#include <algorithm>

namespace deskwarden::app {

namespace {

using storage::AuditAct;
using storage::AuditDatabase;
using storage::AuditRecord;
using storage::AuditVerdict;

constexpr qsizetype longestReason = 4000; // --json has it whole

void say(Output& output, const QString& sentence)
{
    output.note(QStringLiteral("deskwarden-cli: ") + sentence);
}

ExitCode sayUnreadable(Output& output, const core::ManagementError& error)
{
    say(output, QStringLiteral("The audit log cannot be read: %1").arg(models::plainText(error.detail, 2000)));
    return ExitCode::Refused;
}

QString outcomeText(const AuditAct& act)
{
    if (!act.outcome)
        return QStringLiteral("in flight");
    QString text = models::plainText(act.outcome->outcome);
    if (act.outcome->returnValue)
        text += QStringLiteral("  ") + models::codeText(*act.outcome->returnValue);
    else if (act.outcome->status != 0)
        text += QStringLiteral("  ") + models::codeText(act.outcome->status);
    return text;
}

void print(const AuditAct& act, const CliOptions& options, Output& output)
{
    if (options.isJson) {
        output.gather(models::jsonLine(storage::toJson(act)));
        return;
    }
    const AuditRecord& intent = act.intent;
    const core::Session session = storage::sessionOf(intent);
    QString line = QString::number(intent.id);
    for (const QString& part :
         {models::plainText(intent.time), models::plainText(intent.operatorName), models::plainText(intent.action),
          models::placeText(session.key, storage::actionOf(intent)), models::accountText(session),
          models::plainText(session.vmName), outcomeText(act), models::plainText(intent.reason, longestReason)})
    {
        if (!part.isEmpty())
            line += QStringLiteral("  ") + part;
    }
    output.gatherText(line);
}

QString sentenceOf(const AuditVerdict& verdict)
{
    using enum AuditVerdict::Damage;
    switch (verdict.damage) {
    case None:
        return verdict.checked == 1
                   ? QStringLiteral("The audit log is whole: 1 record, as it was written.")
                   : QStringLiteral("The audit log is whole: %1 records, each as it was written.").arg(verdict.checked);
    case Changed:
        return QStringLiteral("The audit log is damaged: record %1 was changed.").arg(verdict.recordId);
    case Reordered:
        return QStringLiteral("The audit log is damaged: record %1 does not follow the one before it.")
            .arg(verdict.recordId);
    case Removed:
        return QStringLiteral("The audit log is damaged: records before record %1 were removed.").arg(verdict.recordId);
    case TailCut:
        return QStringLiteral("The audit log is damaged: it should go on to record %1, and ends before it.")
            .arg(verdict.recordId);
    case HeadMissing:
        return QStringLiteral("The audit log is damaged: the file with its head is missing, so that nobody can say "
                              "whether record %1 is the last.")
            .arg(verdict.recordId);
    }
    return {};
}

QString acknowledgementText(const AuditRecord& record)
{
    QString text = QStringLiteral("%1 acknowledged on %2 that the log was damaged (%3, record %4).")
                       .arg(models::plainText(record.operatorName), models::plainText(record.time),
                            models::plainText(record.outcome), QString::number(record.intentId));
    if (!record.reason.isEmpty())
        text += QStringLiteral(" Reason: ") + models::plainText(record.reason, longestReason);
    return text;
}

ExitCode verify(const AuditDatabase& database, const CliOptions& options, Output& output)
{
    const auto verdict = database.verify();
    if (!verdict)
        return sayUnreadable(output, verdict.error());
    const auto& seen = verdict->acknowledgements;
    const bool isNew = verdict->damage != AuditVerdict::Damage::None;
    const bool isWhole = !isNew && seen.empty();
    if (options.isJson) {
        // What nobody has acknowledged goes first; what somebody has stays damage.
        const auto damage = isNew || isWhole ? verdict->damage : storage::damageOf(seen.front());
        const auto record = static_cast<qint64>(isNew || isWhole ? verdict->recordId : seen.front().intentId);
        output.write(models::jsonLine(
            {{QStringLiteral("ok"), isWhole},
             {QStringLiteral("damage"),
              isWhole ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromLatin1(storage::symbol(damage)))},
             {QStringLiteral("record"), isWhole ? QJsonValue(QJsonValue::Null) : QJsonValue(record)},
             {QStringLiteral("checked"), static_cast<qint64>(verdict->checked)},
             {QStringLiteral("acknowledged"), !isWhole && !isNew}}));
    }
    if (isNew || isWhole)
        say(output, sentenceOf(*verdict));
    else
        say(output, QStringLiteral("The audit log was damaged, and that is acknowledged; since then its records are as "
                                   "they were written."));
    for (const AuditRecord& record : seen)
        say(output, acknowledgementText(record));
    return isWhole ? ExitCode::Done : ExitCode::Refused;
}

ExitCode acknowledge(const CliOptions& options, storage::AuditLog& log, Output& output)
{
    const auto found = log.acknowledge(QString::fromStdString(options.reason));
    if (!found) {
        sayUnreadable(output, found.error());
        say(output,
            QStringLiteral("Keep a copy of the log and of its head, move the log away, and acknowledge again."));
        return ExitCode::Refused;
    }
    say(output, sentenceOf(*found));
    say(output, found->damage == AuditVerdict::Damage::None
                    ? QStringLiteral("There is nothing to acknowledge.")
                    : QStringLiteral("That is acknowledged, and on record: acts can be done again. The damage stays "
                                     "to be seen by --verify."));
    return ExitCode::Done;
}

ExitCode worse(ExitCode left, ExitCode right)
{
    // Not being able to look wins, then unknown, then what is not done.
    const auto rank = [](ExitCode code) {
        switch (code) {
        case ExitCode::Done:
            return 0;
        case ExitCode::NotAllDone:
            return 1;
        case ExitCode::Unknown:
            return 2;
        case ExitCode::NoConnection:
        case ExitCode::Usage:
        case ExitCode::Refused:
            break;
        }
        return 3;
    };
    return rank(left) < rank(right) ? right : left;
}

ExitCode codeOf(management::OutcomeKind kind)
{
    using enum management::OutcomeKind;
    switch (kind) {
    case Done:
    case AlreadyGone:
        return ExitCode::Done;
    case Unknown:
        return ExitCode::Unknown;
    case StillSigningOut:
    case StillChanging:
    case Skipped:
    case Failed:
    case Cancelled:
        break;
    }
    return ExitCode::NotAllDone;
}

} // namespace

ExitCode runAudit(const CliOptions& options, const QString& file, Output& output)
{
    if (!QFileInfo::exists(file)) {
        // No log and no head: nothing was ever done. A head alone is what is left of a removed log.
        if (!QFileInfo::exists(storage::AuditHead::fileOf(file))) {
            say(output, QStringLiteral("There is no audit log yet: nothing was done."));
            return ExitCode::Done;
        }
        say(output,
            QStringLiteral("The audit log is damaged: %1 is missing, its head is there.").arg(models::plainText(file)));
        return ExitCode::Refused;
    }
    const auto database = AuditDatabase::open(file, AuditDatabase::Access::ReadOnly);
    if (!database)
        return sayUnreadable(output, database.error());
    if (options.isVerify)
        return verify(**database, options, output);
    const auto shown = (*database)->eachAct(options.since, [&](const AuditAct& act) {
        print(act, options, output);
        return !output.isBroken();
    });
    output.flush();
    return shown ? ExitCode::Done : sayUnreadable(output, shown.error());
}

ExitCode changeAudit(const CliOptions& options, storage::AuditLog& log, Output& output)
{
    if (options.isAcknowledge)
        return acknowledge(options, log, output);
    const auto removed = log.rotate(std::chrono::days(options.rotateDays));
    if (!removed) {
        const auto sentence = models::describe(removed.error());
        say(output, sentence.joined());
        return ExitCode::Refused;
    }
    say(output, QStringLiteral("Records removed from the audit log by age: %1.").arg(*removed));
    return ExitCode::Done;
}

ExitCode runResolve(const CliContext& context, storage::AuditLog& log)
{
    auto open = log.leftBehind();
    if (!open)
        return sayUnreadable(context.output, open.error());
    const core::SharedString address = context.options.profile.address.id().address;
    const QString server = QString::fromStdString(address.toString());
    const auto others = std::erase_if(*open, [&](const AuditRecord& intent) { return intent.server != server; });
    if (others > 0)
        say(context.output, QStringLiteral("Acts in flight on other servers: %1.").arg(others));
    if (open->empty()) {
        say(context.output, QStringLiteral("Nothing is in flight on this server."));
        return ExitCode::Done;
    }
    auto connection = openConnection(context);
    if (!connection)
        return sayError(context, connection.error());
    management::OpenActs acts(**connection, context.options.profile.nameSpace);
    ExitCode code = ExitCode::Done;
    for (AuditRecord& intent : *open) {
        const auto kind = storage::actionOf(intent);
        if (!kind || context.stop.stop_requested()) {
            code = worse(code, ExitCode::NotAllDone);
            continue;
        }
        const auto outcome =
            acts.lookUp(*kind, storage::sessionOf(intent),
                        management::CallContext::within(context.options.profile.timeout, context.stop));
        if (!outcome) {
            code = worse(code, sayError(context, outcome.error()));
            continue;
        }
        auto recorded = log.resolve(intent, *outcome);
        if (!recorded) {
            sayError(context, recorded.error());
            return ExitCode::Refused;
        }
        print({std::move(intent), *std::move(recorded)}, context.options, context.output);
        context.output.flush();
        code = worse(code, codeOf(outcome->kind));
    }
    say(context.output, QStringLiteral("Acts that an earlier run left open were looked up: %1.").arg(open->size()));
    return code;
}

} // namespace deskwarden::app
