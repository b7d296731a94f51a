// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ActReporter.h"

#include "management/seam/ErrorRules.h"
#include "models/texts/JsonLines.h"
#include "models/texts/Texts.h"

#include <QStringList>

namespace deskwarden::app {

using management::OutcomeKind;

namespace {

constexpr std::array kinds{OutcomeKind::Done,          OutcomeKind::AlreadyGone, OutcomeKind::StillSigningOut,
                           OutcomeKind::StillChanging, OutcomeKind::Skipped,     OutcomeKind::Failed,
                           OutcomeKind::Unknown,       OutcomeKind::Cancelled};

} // namespace

ActReporter::ActReporter(const CliOptions& options, Output& output)
    : m_options(options)
    , m_output(output)
{}

void ActReporter::expect(const management::ActionRequest& request)
{
    m_open.emplace(request.id, request);
}

void ActReporter::take(const management::ActionReport& report)
{
    if (report.phase != management::ActionPhase::Finished)
        return;
    const auto found = m_open.find(report.id);
    if (found == m_open.end())
        return;
    print(found->second, report.outcome);
    m_open.erase(found);
}

void ActReporter::tell(const management::ActionRequest& request, const management::Outcome& outcome)
{
    print(request, outcome);
}

bool ActReporter::isSettled() const
{
    return m_open.empty();
}

void ActReporter::print(const management::ActionRequest& request, const management::Outcome& outcome)
{
    ++m_counts.at(static_cast<std::size_t>(outcome.kind));
    if (outcome.error && management::isLedgerBroken(*outcome.error))
        m_isLedgerBroken = true;
    if (m_options.isJson) {
        m_output.write(models::jsonLine(models::toJson(request, outcome)));
        return;
    }
    const core::Session& session = request.confirmed;
    const QString place = models::placeText(session.key, request.action.kind);
    m_output.print(place + QStringLiteral("  ") + models::accountText(session) + QStringLiteral("  ") +
                   models::plainText(session.vmName) + QStringLiteral("  ") + models::outcomeName(outcome.kind) +
                   QStringLiteral(": ") + models::describe(outcome, request.action.kind, session).joined());
}

QString ActReporter::summary() const
{
    std::size_t total = 0;
    QStringList parts;
    for (const OutcomeKind kind : kinds) {
        const std::size_t count = m_counts.at(static_cast<std::size_t>(kind));
        total += count;
        if (count > 0)
            parts << QStringLiteral("%1 %2").arg(count).arg(models::outcomeName(kind).toLower());
    }
    const QString head = total == 1 ? QStringLiteral("1 act") : QStringLiteral("%1 acts").arg(total);
    const QString counts = parts.isEmpty() ? QString() : QStringLiteral(": ") + parts.join(QStringLiteral(", "));
    return head + counts + QLatin1Char('.');
}

ExitCode ActReporter::exitCode() const
{
    const auto count = [this](OutcomeKind kind) { return m_counts.at(static_cast<std::size_t>(kind)); };
    if (count(OutcomeKind::Unknown) > 0)
        return ExitCode::Unknown;
    if (m_isLedgerBroken)
        return ExitCode::Refused;
    for (const OutcomeKind kind : {OutcomeKind::StillSigningOut, OutcomeKind::StillChanging, OutcomeKind::Skipped,
                                   OutcomeKind::Failed, OutcomeKind::Cancelled})
    {
        if (count(kind) > 0)
            return ExitCode::NotAllDone;
    }
    return ExitCode::Done;
}

} // namespace deskwarden::app
