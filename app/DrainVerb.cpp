// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ActReporter.h"
#include "app/CliContext.h"
#include "app/PlanTalk.h"
#include "app/SessionLister.h"
#include "app/TerminalInput.h"
#include "desk/DrainRun.h"
#include "desk/GraceRuns.h"
#include "desk/ServerLink.h"
#include "management/ErrorRules.h"
#include "models/DrainTexts.h"
#include "models/JsonLines.h"

#include <QCoreApplication>

#include <memory>
#include <stop_token>
#include <unordered_set>

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
        const auto end = lister.list(onHost, [](const core::Session&, const core::Instance&) {});
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
        desk::ServerLink link(m_options.profile, m_context.connector, m_context.ledger, linkOptions);
        desk::GraceRuns grace;
        desk::DrainRun run(
            {link.server(), m_options.vmHost.toStdString(), !m_options.warning.empty(), m_options.reason}, plan,
            m_context.rules, message(), [this] { return ++m_lastId; }, [] { return std::chrono::system_clock::now(); });
        connectAll(run, grace, link);
        const std::stop_callback atFirst(m_context.stop, [this, &run] {
            QMetaObject::invokeMethod(
                &run, [this, &run] { stop(run); }, Qt::QueuedConnection);
        });
        const std::stop_callback atSecond(m_context.hurry, [&link] { link.requestStop(); });
        QMetaObject::invokeMethod(&run, &desk::DrainRun::begin, Qt::QueuedConnection);
        QCoreApplication::exec();
        return tellEnd(run.drain());
    }

    void connectAll(desk::DrainRun& run, desk::GraceRuns& grace, desk::ServerLink& link)
    {
        using desk::DrainRun;
        using desk::GraceRuns;
        using desk::ServerLink;
        using Requests = std::vector<management::ActionRequest>;
        using Reports = std::vector<management::ActionReport>;
        const auto submit = [this, &link](const Requests& requests) {
            for (const management::ActionRequest& request : requests)
                m_reporter.expect(request);
            link.submit(requests);
        };
        const auto take = [this, &run](const Reports& reports) {
            for (const management::ActionReport& report : reports)
                m_reporter.take(report);
            run.takeReports(reports);
        };
        QObject::connect(&run, &DrainRun::submitRequested, &link, submit);
        QObject::connect(
            &run, &DrainRun::warnRequested, &grace,
            [this, &grace](const std::vector<management::WarnedAct>& acts, const management::GraceOptions& options) {
                for (const management::WarnedAct& warned : acts)
                    m_reporter.expect(warned.act);
                grace.start(acts, options);
            });
        QObject::connect(&run, &DrainRun::cancelRequested, &grace,
                         [&grace, &link](const std::vector<std::uint64_t>& acts) {
                             link.cancel({acts.begin(), acts.end()});
                             grace.cancel(acts);
                         });
        QObject::connect(&run, &DrainRun::listRequested, &link, &ServerLink::refresh);
        QObject::connect(&run, &DrainRun::changed, &run, [this, &run, &grace] { follow(run, grace); });
        QObject::connect(&grace, &GraceRuns::submitRequested, &link, submit);
        QObject::connect(&grace, &GraceRuns::cancelRequested, &link, &ServerLink::cancel);
        QObject::connect(&grace, &GraceRuns::reportsArrived, &run, take);
        QObject::connect(&link, &ServerLink::reportsArrived, &run, [this, &run, &grace, take](const Reports& reports) {
            grace.take(reports); // first: nobody is to think that all has ended while more follows from it
            take(reports);
            endIfOver(run, grace);
        });
        QObject::connect(&link, &ServerLink::snapshotArrived, &run,
                         [&run, &grace](const management::SnapshotPointer& list) {
                             grace.look(*list);
                             run.takeList(*list);
                         });
    }

    void stop(desk::DrainRun& run)
    {
        if (run.drain().isOver())
            return;
        say(QStringLiteral("Stopping. What has not begun is cancelled, and who was told is told so; press again to "
                           "stop at once."));
        run.stop();
    }

    /// Says each change of phase, and ends what nobody at a terminal can help.
    void follow(desk::DrainRun& run, const desk::GraceRuns& grace)
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
        endIfOver(run, grace);
    }

    void endIfOver(const desk::DrainRun& run, const desk::GraceRuns& grace) const
    {
        if (run.drain().isOver() && !grace.isActive() && m_reporter.isSettled())
            QCoreApplication::quit();
    }

    [[nodiscard]] ExitCode tellEnd(const management::Drain& drain) const
    {
        if (m_trouble)
            say(models::describe(*m_trouble).joined());
        if (m_options.isJson)
            m_context.output.write(models::jsonLine(models::toJson(drain)));
        else
            m_context.output.note(models::drainReport(drain).trimmed());
        return exitCode(drain);
    }

    [[nodiscard]] ExitCode exitCode(const management::Drain& drain) const
    {
        bool isUnknown = false;
        bool isAnybodyThere = drain.phase() != DrainPhase::Drained;
        for (const management::DrainedSession& item : drain.sessions()) {
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
    std::uint64_t m_lastId = 0;
    bool m_isHostUnknown = false; ///< nothing on the server goes by the name
};

} // namespace

ExitCode runDrain(const CliContext& context)
{
    return DrainVerb(context).run();
}

} // namespace deskwarden::app
