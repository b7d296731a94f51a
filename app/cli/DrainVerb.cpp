// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ActReporter.h"
#include "app/cli/CliContext.h"
#include "app/cli/CliDesk.h"
#include "app/cli/PlanPreview.h"
#include "app/cli/SessionLister.h"
#include "app/cli/TerminalInput.h"
#include "management/seam/ErrorRules.h"
#include "models/activity/DrainTexts.h"
#include "models/texts/JsonLines.h"

#include <memory>
#include <stop_token>

namespace deskwarden::app {

namespace {

using management::DrainPhase;
using management::OutcomeKind;

class DrainVerb final
{
public:
    explicit DrainVerb(const CliContext& context)
        : m_context(context)
        , m_options(context.options)
        , m_reporter(context.options, context.output)
    {}

    ExitCode run()
    {
        if (!canBeConfirmed(m_context))
            return ExitCode::Usage;
        if (const auto refusal = refusalFor(0))
            return sayRefusal(m_context.output, *refusal, m_context.rules.policy);
        const auto listed = listHost();
        if (!listed)
            return sayError(m_context, listed.error());
        if (m_isHostUnknown)
            return ExitCode::NotAllDone;
        if (listed->empty())
            say(QStringLiteral("The server lists no session on %1.").arg(models::plainText(m_options.vmHost)));
        const management::ActionPlan plan = management::planFor({}, *listed, m_context.rules);
        if (m_options.isDryRun)
            return showPlan(plan);
        sayLeftOut(m_context.output, plan.leftOut);
        if (const auto refusal = refusalFor(plan.sessions.size()))
            return sayRefusal(m_context.output, *refusal, m_context.rules.policy);
        say(models::newcomersNotice());
        if (!m_options.isConfirmed && !confirmPlan(m_context, plan))
            return ExitCode::NotAllDone;
        return carryOut(plan);
    }

private:
    void say(const QString& sentence) const { m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence); }

    [[nodiscard]] std::optional<management::PolicyRefusal> refusalFor(std::size_t sessions) const
    {
        if (m_options.isDryRun)
            return std::nullopt; // who only wants to see the plan may see it
        const management::Policy& policy = m_context.rules.policy;
        const auto refusal = policy.refusalOf(management::ActionKind::Logoff, sessions, m_options.reason);
        if (refusal || m_options.warning.empty())
            return refusal;
        return policy.refusalOf(management::ActionKind::Message, sessions, m_options.reason);
    }

    core::Result<std::vector<core::Session>> listHost()
    {
        auto connection = openConnection(m_context);
        if (!connection)
            return core::failure(std::move(connection).error());
        SessionSelection onHost;
        onHost.hosts << m_options.vmHost;
        SessionLister lister(m_context, **connection);
        const auto end = lister.list(onHost, {});
        if (!end)
            return core::failure(end.error());
        lister.sayIncomplete();
        m_isHostUnknown = !lister.isKnownHost(m_options.vmHost.toStdString());
        if (m_isHostUnknown) {
            const QString alike = models::alikeText(lister.hostsLike(m_options.vmHost.toStdString()));
            const QString sentence = QStringLiteral("The server knows no VM host \"%1\". Nothing was done. %2");
            say(sentence.arg(models::plainText(m_options.vmHost), alike).trimmed());
        }
        return lister.matching(onHost);
    }

    [[nodiscard]] ExitCode showPlan(const management::ActionPlan& plan) const
    {
        for (const core::Session& session : plan.sessions)
            showPlanned(m_context, plan.action.kind, session);
        for (const management::LeftOutSession& left : plan.leftOut)
            showPlanned(m_context, plan.action.kind, left.session, management::symbol(left.reason),
                        models::leftOutText(left.reason));
        m_context.output.flush();
        m_context.output.note(QStringLiteral("Drain: %1 planned, %2 not. Nothing was done.")
                                  .arg(plan.sessions.size())
                                  .arg(plan.leftOut.size()));
        return ExitCode::Done;
    }

    [[nodiscard]] std::optional<desk::DrainMessage> message() const
    {
        if (m_options.warning.empty())
            return std::nullopt;
        return desk::DrainMessage{
            models::completed(QString::fromStdString(m_options.title), QString::fromStdString(m_options.warning)),
            {m_options.graceTime, false}};
    }

    ExitCode carryOut(const management::ActionPlan& plan)
    {
        desk::LinkOptions linkOptions;
        linkOptions.interval = m_options.interval;
        linkOptions.connections = static_cast<std::size_t>(m_options.parallel);
        linkOptions.perVmHost = linkOptions.connections; // there is only one
        linkOptions.verifyPatience = m_options.verifyTimeout;
        CliDesk desk(m_context, linkOptions, m_reporter);
        QObject::connect(
            &desk.acts(), &desk::ActDesk::drainStarted, &desk, [this](const std::shared_ptr<desk::DrainRun>& run) {
                QObject::connect(run.get(), &desk::DrainRun::changed, run.get(), [this, &run = *run] { follow(run); });
            });
        const auto run = desk.acts().drain(
            {desk.server(), m_options.vmHost.toStdString(), !m_options.warning.empty(), m_options.reason}, plan,
            message());
        const std::stop_callback atFirst(m_context.stop, [this, &run = *run] {
            QMetaObject::invokeMethod(
                &run, [this, &run] { stop(run); }, Qt::QueuedConnection);
        });
        const std::stop_callback atSecond(m_context.hurry, [&desk] { desk.stop(); });
        desk.wait();
        return tellEnd(run->drain());
    }

    void stop(desk::DrainRun& run) const
    {
        if (run.drain().isOver())
            return;
        say(QStringLiteral("Stopping. What has not begun is cancelled, and who was told is told so; press again to "
                           "stop at once."));
        run.stop();
    }

    /// Says each change of phase, and ends what nobody at a terminal can help.
    void follow(desk::DrainRun& run)
    {
        const DrainPhase phase = run.drain().phase();
        if (phase != m_phase) {
            m_phase = phase;
            m_context.output.note(
                QStringLiteral("%1. %2").arg(models::phaseName(phase), models::countsText(run.drain().counts())));
            if (phase == DrainPhase::NeedsHelp || phase == DrainPhase::Paused)
                QMetaObject::invokeMethod(&run, &desk::DrainRun::stop, Qt::QueuedConnection);
        }
        if (run.drain().trouble())
            m_trouble = run.drain().trouble();
    }

    [[nodiscard]] ExitCode tellEnd(const management::Drain& ended) const
    {
        if (m_trouble)
            say(models::describe(*m_trouble).joined());
        if (m_options.isJson)
            m_context.output.write(models::jsonLine(models::toJson(ended)));
        else
            m_context.output.note(models::drainReport(ended).trimmed());
        return exitCode(ended);
    }

    [[nodiscard]] ExitCode exitCode(const management::Drain& ended) const
    {
        bool isUnknown = false;
        bool isAnybodyThere = ended.phase() != DrainPhase::Drained;
        for (const management::DrainedSession& item : ended.sessions()) {
            const bool isEnded = item.stage == management::DrainStage::Ended;
            isUnknown = isUnknown || (item.isThere && isEnded && item.report.outcome.kind == OutcomeKind::Unknown);
            isAnybodyThere = isAnybodyThere || (item.isThere && core::hasUser(item.session));
        }
        if (isUnknown)
            return ExitCode::Unknown;
        if (m_trouble)
            return management::isLedgerBroken(*m_trouble) ? ExitCode::Refused : ExitCode::NoConnection;
        return isAnybodyThere ? ExitCode::NotAllDone : ExitCode::Done;
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    ActReporter m_reporter;
    std::optional<DrainPhase> m_phase;
    std::optional<core::ManagementError> m_trouble;
    bool m_isHostUnknown = false; ///< nothing on the server goes by the name
};

} // namespace

ExitCode runDrain(const CliContext& context)
{
    return DrainVerb(context).run();
}

} // namespace deskwarden::app
