// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ActReporter.h"
#include "app/cli/CliContext.h"
#include "app/cli/CliDesk.h"
#include "app/cli/PlanPreview.h"
#include "app/cli/PreparedActs.h"
#include "management/acting/ActionPlan.h"
#include "models/activity/WaveTexts.h"
#include "models/texts/MessageTemplate.h"
#include "models/texts/Texts.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::app {

namespace {

using management::LeftOutSession;

constexpr int waveLists = 6; ///< that come while users who come back are looked for
constexpr std::chrono::milliseconds shortestInterval{200};

class ActRun final
{
public:
    explicit ActRun(const CliContext& context)
        : m_context(context)
        , m_options(context.options)
        , m_reporter(context.options, context.output)
    {
        m_action.kind = actionOf(m_options.verb).value_or(management::ActionKind::Message);
        m_action.title = m_options.title;
        m_action.text = m_options.text;
    }

    ExitCode run()
    {
        const auto names = readNames(m_context);
        if (!names) {
            say(names.error());
            return ExitCode::Usage;
        }
        if (!canBeConfirmed(m_context))
            return ExitCode::Usage;
        // Before the server is asked for anything; the size shows only once it has been.
        if (const auto refusal = refusalFor(0))
            return sayRefusal(m_context.output, *refusal, policy());
        if (!m_options.isDryRun && isForbiddenNow())
            return ExitCode::NotAllDone;
        auto acts = prepareActs(m_context, m_action, *names);
        if (!acts)
            return sayError(m_context, acts.error());
        return confirmAndCarryOut(*acts);
    }

private:
    ExitCode confirmAndCarryOut(const PreparedActs& acts)
    {
        if (m_options.isDryRun)
            return showPlan(acts);
        sayLeftOut(m_context.output, acts.plan.leftOut);
        if (const auto refusal = refusalFor(acts.plan.sessions.size()))
            return sayRefusal(m_context.output, *refusal, policy());
        if (!m_options.isConfirmed && !acts.plan.sessions.empty() && !confirmPlan(m_context, acts.plan))
            return ExitCode::NotAllDone;
        if (isForbiddenNow()) // a person may have taken a while to confirm
            return ExitCode::NotAllDone;
        return carryOut(acts);
    }

    void say(const QString& sentence) const { m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence); }

    [[nodiscard]] const management::Policy& policy() const { return m_context.rules.policy; }

    [[nodiscard]] std::optional<management::PolicyRefusal> refusalFor(std::size_t sessions) const
    {
        // An operator who only wants to see the plan may see it.
        if (m_options.isDryRun)
            return std::nullopt;
        const auto refusal = policy().refusalOf(m_action.kind, sessions, m_options.reason);
        if (refusal || m_options.warning.empty())
            return refusal;
        return policy().refusalOf(management::ActionKind::Message, sessions, m_options.reason);
    }

    /// Now, or when those who are told first are due.
    [[nodiscard]] bool isForbiddenNow() const
    {
        const QDateTime now = QDateTime::currentDateTime();
        const auto wait =
            m_options.warning.empty() ? std::chrono::seconds(0) : std::chrono::seconds(m_options.graceTime);
        if (!m_options.notBetween || !m_options.notBetween->meets(now, now.addSecs(wait.count())))
            return false;
        say(QStringLiteral("It is %1. Nothing was done: --not-between %2.")
                .arg(now.toString(QStringLiteral("HH:mm")), m_options.notBetween->text()));
        return true;
    }

    [[nodiscard]] ExitCode showPlan(const PreparedActs& acts) const
    {
        for (const core::Session& session : acts.plan.sessions)
            showPlanned(m_context, m_action.kind, session);
        for (const LeftOutSession& left : acts.plan.leftOut)
            showPlanned(m_context, m_action.kind, left.session, management::symbol(left.reason),
                        models::leftOutText(left.reason));
        for (const SettledAct& act : acts.settled)
            showSettled(act);
        m_context.output.flush();
        m_context.output.note(QStringLiteral("%1: %2 planned, %3 not. Nothing was done.")
                                  .arg(models::actionName(m_action.kind))
                                  .arg(acts.plan.sessions.size())
                                  .arg(acts.settled.size() + acts.plan.leftOut.size()) +
                              acts.leftAlone());
        return acts.isNotAll || acts.isAnyUnknown() ? ExitCode::NotAllDone : ExitCode::Done;
    }

    void showSettled(const SettledAct& act) const
    {
        const management::Outcome& outcome = act.outcome;
        const bool isOther = outcome.skipReason == management::SkipReason::UserChanged;
        const char* const why = outcome.skipReason ? management::symbol(*outcome.skipReason)
                                : outcome.kind == management::OutcomeKind::AlreadyGone
                                    ? "not_listed"
                                    : management::symbol(outcome.kind);
        showPlanned(m_context, m_action.kind, act.session, why,
                    isOther ? QStringLiteral("somebody else is signed in")
                            : models::describe(outcome, m_action.kind, act.session).joined());
    }

    [[nodiscard]] management::ActionRequest requestFor(const core::Session& session)
    {
        return {++m_lastId, session, m_action, m_options.reason};
    }

    ExitCode carryOut(const PreparedActs& acts)
    {
        for (const SettledAct& act : acts.settled)
            m_reporter.tell(requestFor(act.session), act.outcome);
        if (!acts.plan.sessions.empty())
            actOn(acts.plan.sessions);
        m_context.output.note(m_reporter.summary() + acts.leftAlone());
        const ExitCode code = m_reporter.exitCode();
        return code == ExitCode::Done && acts.isNotAll ? ExitCode::NotAllDone : code;
    }

    [[nodiscard]] desk::LinkOptions linkOptions() const
    {
        desk::LinkOptions options;
        options.asksForLists = m_options.isInWaves || m_options.whenDisconnectedFor; // to see what happens
        options.interval = std::max<std::chrono::milliseconds>(m_options.waveWatch / waveLists, shortestInterval);
        options.connections = static_cast<std::size_t>(m_options.parallel);
        options.verifyPatience = m_options.verifyTimeout;
        options.doubtPatience = std::min<std::chrono::milliseconds>(options.doubtPatience, m_options.verifyTimeout);
        return options;
    }

    void actOn(const std::vector<core::Session>& sessions)
    {
        const bool isWarned = !m_options.warning.empty();
        CliDesk desk(m_context, linkOptions(), m_reporter);
        const std::stop_callback atFirst(m_context.stop, [this, &desk, isWarned] {
            say(isWarned ? QStringLiteral("Stopping. What has not begun is cancelled, and who was told is told so; "
                                          "press again to stop at once.")
                         : QStringLiteral("Stopping. What has not begun is cancelled; press again to stop waiting."));
            desk.cancelWaiting();
        });
        const std::stop_callback atSecond(m_context.hurry, [&desk] { desk.stop(); });
        if (m_context.stop.stop_requested()) { // nobody has been told
            for (const core::Session& session : sessions)
                m_reporter.tell(requestFor(session), {});
        } else if (m_options.whenDisconnectedFor) {
            await(sessions, desk.acts().standing());
        } else if (isWarned) {
            warn(sessions, desk.acts());
        } else {
            submit(sessions, desk.acts());
        }
        std::jthread guard;
        try {
            guard = cancelAtForbiddenTimes([&desk] { desk.cancelWaiting(); });
        } catch (const std::system_error&) { // nobody would look at the clock
            say(QStringLiteral("What has not begun is cancelled: no thread can be started to keep --not-between %1.")
                    .arg(m_options.notBetween->text()));
            desk.cancelWaiting();
        }
        desk.wait();
    }

    /// Looks at the clock each second, as a clock may be set.
    template <typename Cancel>
    [[nodiscard]] std::jthread cancelAtForbiddenTimes(Cancel cancel) const
    {
        if (!m_options.notBetween)
            return {};
        return std::jthread([this, cancel](const std::stop_token& stop) {
            std::mutex mutex;
            std::condition_variable_any ended;
            std::unique_lock lock(mutex);
            while (!stop.stop_requested() && !m_options.notBetween->contains(QTime::currentTime()))
                ended.wait_for(lock, stop, std::chrono::seconds(1), [] { return false; });
            if (stop.stop_requested())
                return;
            say(QStringLiteral("What has not begun is cancelled: --not-between %1.").arg(m_options.notBetween->text()));
            cancel();
        });
    }

    void submit(const std::vector<core::Session>& sessions, desk::ActDesk& acts)
    {
        if (m_options.isInWaves) {
            std::vector<management::WarnedAct> untold;
            for (const core::Session& session : sessions)
                untold.push_back({requestFor(session), {}, {}});
            submitInWaves(std::move(untold), std::nullopt, acts);
            return;
        }
        std::vector<management::ActionRequest> requests;
        requests.reserve(sessions.size());
        for (const core::Session& session : sessions)
            requests.push_back(requestFor(session));
        acts.submit(requests);
    }

    void warn(const std::vector<core::Session>& sessions, desk::ActDesk& acts)
    {
        const models::MessageFacts facts{static_cast<int>(m_options.graceTime.count()),
                                         QString::fromStdString(m_options.reason)};
        const models::MessageTemplate message =
            models::completed(QString::fromStdString(m_options.title), QString::fromStdString(m_options.warning));
        say(facts.minutes == 0
                ? QStringLiteral("The users are told, and logged off at once. Ctrl-C cancels what has not begun.")
                : QStringLiteral("The users are told; each is logged off %1 min after that. Ctrl-C cancels it.")
                      .arg(facts.minutes));
        auto warned = models::warnedActs(sessions, m_action, message, facts, [this] { return ++m_lastId; });
        const management::GraceOptions grace{m_options.graceTime, false};
        if (m_options.isInWaves)
            submitInWaves(std::move(warned), grace, acts);
        else
            acts.warn(std::move(warned), grace);
    }

    void await(const std::vector<core::Session>& sessions, desk::StandingRun& standing)
    {
        QObject::connect(&standing, &desk::StandingRun::ended, &standing,
                         [this, &standing](std::uint64_t order) { tellOf(*standing.orders().find(order)); });
        std::size_t refused = 0;
        for (const core::Session& session : sessions) {
            management::StandingOrder order;
            order.session = session;
            order.duration = *m_options.whenDisconnectedFor;
            order.action = m_action;
            order.reason = m_options.reason;
            order.until = *m_options.until;
            if (standing.add(std::move(order)))
                continue;
            ++refused;
            m_reporter.tell(requestFor(session), {});
        }
        say(QStringLiteral("Waiting for %1 sessions. Each is logged off as soon as it has been disconnected for so "
                           "long; Ctrl-C cancels it.")
                .arg(sessions.size() - refused));
    }

    /// One that has acted has its outcome already.
    void tellOf(const management::OrderState& state)
    {
        if (state.outcome)
            return;
        management::Outcome outcome;
        if (state.end == management::OrderEnd::SessionGone)
            outcome.kind = management::OutcomeKind::AlreadyGone;
        if (state.end == management::OrderEnd::OtherUser) {
            outcome.kind = management::OutcomeKind::Skipped;
            outcome.skipReason = management::SkipReason::UserChanged;
        }
        m_reporter.tell(requestFor(state.order.session), outcome);
    }

    /// Nobody is there who could look and go on: a pause is the end.
    void submitInWaves(std::vector<management::WarnedAct> sessions,
                       const std::optional<management::GraceOptions>& grace, desk::ActDesk& acts)
    {
        management::WaveOptions options;
        options.limit = static_cast<std::size_t>(m_options.waveLimit);
        options.watch = m_options.waveWatch;
        QObject::connect(&acts, &desk::ActDesk::wavesStarted, &acts,
                         [this](const std::shared_ptr<desk::WaveRun>& started) { follow(*started); });
        acts.submitInWaves(std::move(sessions), grace, options);
    }

    void follow(desk::WaveRun& run)
    {
        const auto tell = [this, &run, told = std::pair(std::size_t{0}, management::WavePhase::Over)]() mutable {
            const management::Waves& waves = run.waves();
            if (waves.isOver() ||
                std::exchange(told, {waves.wave(), waves.phase()}) == std::pair(waves.wave(), waves.phase()))
                return;
            say(models::describe(waves).what);
        };
        QObject::connect(&run, &desk::WaveRun::changed, &run, tell);
        // Later: the run is still speaking.
        QObject::connect(&run, &desk::WaveRun::paused, &run, &desk::WaveRun::stop, Qt::QueuedConnection);
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    management::Action m_action;
    ActReporter m_reporter;
    std::uint64_t m_lastId = 0;
};

} // namespace

ExitCode runAct(const CliContext& context)
{
    return ActRun(context).run();
}

} // namespace deskwarden::app
