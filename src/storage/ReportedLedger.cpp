// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/ReportedLedger.h"

#include "core/ErrorReason.h"
#include "management/seam/ActionSpec.h"
#include "storage/Preferences.h"

#include <algorithm>
#include <chrono>
#include <thread>
#include <utility>

namespace deskwarden::storage {

using management::OutcomeKind;

namespace {

/// Names come from servers: no control character of theirs may begin a line of its own.
QString oneLine(std::string_view utf8)
{
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    std::ranges::replace_if(
        text, [](QChar letter) { return !letter.isPrint() && !letter.isSurrogate(); }, QLatin1Char('?'));
    return text;
}

QString textOf(const management::ActionRequest& request, const AuditOrigin& origin)
{
    const core::Session& session = request.confirmed;
    const QString target = request.machine ? QStringLiteral("Machine: %1").arg(oneLine(session.vmName.view()))
                                           : QStringLiteral("Session: %1").arg(session.key.sessionId);
    QString text = QStringLiteral("Act: %1\nAccount: %2\n%3 on %4\nServer: %5\nOperator: %6 on %7")
                       .arg(QLatin1String(management::symbol(request.action.kind)), oneLine(core::accountName(session)),
                            target, oneLine(session.key.vmHostName.view()), oneLine(session.key.server.address.view()),
                            oneLine(origin.operatorName.toStdString()), oneLine(origin.machine.toStdString()));
    if (!request.reason.empty())
        text += QStringLiteral("\nReason: ") + oneLine(request.reason);
    return text;
}

SystemLogFields fieldsOf(const management::ActionRequest& request, const AuditOrigin& origin,
                         const management::IntentToken& token)
{
    const core::Session& session = request.confirmed;
    return {{"operator", oneLine(origin.operatorName.toStdString())},
            {"machine", oneLine(origin.machine.toStdString())},
            {"server", oneLine(session.key.server.address.view())},
            {"vmhost", oneLine(session.key.vmHostName.view())},
            {"session", QString::number(session.key.sessionId)},
            {"user", oneLine(core::accountName(session))},
            {"vm", oneLine(session.vmName.view())},
            {"action", QString::fromLatin1(management::symbol(request.action.kind))},
            {"reason", oneLine(request.reason)},
            {"record", QString::number(token.record())},
            {"hash", QString::fromStdString(token.hash())}};
}

} // namespace

ReportedLedger::ReportedLedger(management::ActLedger& ledger, std::unique_ptr<SystemLog> log, AuditOrigin origin,
                               Log need)
    : m_ledger(ledger)
    , m_log(std::move(log))
    , m_origin(std::move(origin))
    , m_need(need)
{}

core::Result<std::vector<management::IntentToken>> ReportedLedger::recordIntents(
    std::span<const management::ActionRequest> requests)
{
    auto tokens = m_ledger.recordIntents(requests);
    if (!tokens)
        return tokens;
    {
        const std::lock_guard lock(m_mutex);
        for (std::size_t index = 0; index < tokens->size(); ++index) {
            const management::ActionRequest& request = requests[index];
            const management::IntentToken& token = (*tokens)[index];
            m_acts.insert_or_assign(token.record(), Act{request.action.kind, textOf(request, m_origin),
                                                        fieldsOf(request, m_origin, token)});
        }
    }
    if (m_need == Log::Wished || announce(*tokens))
        return tokens;
    management::Outcome refused;
    refused.kind = OutcomeKind::Failed;
    refused.error = core::failure(core::ErrorKind::LedgerUnwritable, core::PolicyRefusal::SystemLogUnwritable).value();
    refused.error->delivery = core::Delivery::NotSent;
    std::vector<management::SettledAct> settled;
    for (const management::IntentToken& token : *tokens)
        settled.push_back({&token, &refused});
    (void)recordOutcomes(settled); // what cannot be written now is written later
    return tl::unexpected(*refused.error);
}

/// Whether the log knows of all of them before they are done.
bool ReportedLedger::announce(std::span<const management::IntentToken> tokens)
{
    for (const management::IntentToken& token : tokens) {
        Act act;
        {
            const std::lock_guard lock(m_mutex);
            act = m_acts.at(token.record());
        }
        act.text += QStringLiteral("\nOutcome: not yet");
        act.fields.push_back({"outcome", QStringLiteral("not_yet")});
        if (!tell(SystemLog::Level::Information, announced + management::specOf(act.kind).event, act.text, act.fields))
            return false;
    }
    return true;
}

/// A daemon that does not keep up, or is just being started anew, gets a second where it must have the entry.
bool ReportedLedger::tell(SystemLog::Level level, std::uint32_t event, const QString& text,
                          const SystemLogFields& fields)
{
    const int tries = m_need == Log::Demanded ? 20 : 1;
    for (int count = 0; m_log != nullptr && count < tries; ++count) {
        if (m_log->report(level, event, text, fields))
            return true;
        std::this_thread::sleep_for(std::chrono::milliseconds(m_need == Log::Demanded ? 50 : 0));
    }
    return false;
}

core::Result<> ReportedLedger::recordOutcome(const management::IntentToken& token, const management::Outcome& outcome)
{
    auto recorded = m_ledger.recordOutcome(token, outcome);
    report(token, outcome);
    return recorded;
}

core::Result<> ReportedLedger::recordOutcomes(std::span<const management::SettledAct> acts)
{
    auto recorded = m_ledger.recordOutcomes(acts);
    for (const management::SettledAct& act : acts)
        report(*act.token, *act.outcome);
    return recorded;
}

void ReportedLedger::report(const management::IntentToken& token, const management::Outcome& outcome)
{
    Act act;
    {
        const std::lock_guard lock(m_mutex);
        auto known = m_acts.extract(token.record());
        if (known.empty())
            return;
        act = std::move(known.mapped());
    }
    act.text += QStringLiteral("\nOutcome: ") + QLatin1String(management::symbol(outcome.kind));
    if (outcome.returnValue)
        act.text += QStringLiteral("\nReturnValue: %1").arg(*outcome.returnValue);
    if (outcome.error)
        act.text += QStringLiteral("\nStatus: %1").arg(outcome.error->status());
    act.fields.push_back({"outcome", QString::fromLatin1(management::symbol(outcome.kind))});
    if (outcome.returnValue)
        act.fields.push_back({"returnvalue", QString::number(*outcome.returnValue)});
    if (outcome.error)
        act.fields.push_back({"status", QString::number(outcome.error->status())});
    const bool isGood = outcome.kind == OutcomeKind::Done || outcome.kind == OutcomeKind::AlreadyGone;
    (void)tell(isGood ? SystemLog::Level::Information : SystemLog::Level::Warning, management::specOf(act.kind).event,
               act.text,
               act.fields); // it is done; the record has it
}

std::unique_ptr<ReportedLedger> reportedLedger(management::ActLedger& ledger, const Preferences& preferences,
                                               const management::Policy& policy, const AuditOrigin& origin)
{
    using Log = ReportedLedger::Log;
    const Log need = policy.requiresSystemLog ? Log::Demanded : Log::Wished;
    if (need == Log::Wished && !preferences.value(preference::systemLog))
        return nullptr;
    auto log = systemLog();
    if (log == nullptr && need == Log::Wished)
        return nullptr;
    return std::make_unique<ReportedLedger>(ledger, std::move(log), origin, need);
}

} // namespace deskwarden::storage
