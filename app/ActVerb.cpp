// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/ActReporter.h"
#include "app/CliContext.h"
#include "app/GraceWait.h"
#include "app/PlanTalk.h"
#include "app/SessionLister.h"
#include "app/TerminalInput.h"
#include "management/ActionPlan.h"
#include "models/MessageTemplate.h"
#include "models/SessionChoice.h"
#include "models/Texts.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <stop_token>

namespace deskwarden::app {

namespace {

using management::LeftOutSession;

constexpr qint64 longestList = 64 << 20;

/// What was asked for, compared with what the server lists.
struct PreparedActs
{
    management::ActionPlan plan;
    std::vector<core::Session> otherUser;      ///< not the one of --expect-user
    std::vector<models::SessionName> unlisted; ///< named, and not there
    bool isNameLeftOut = false;                ///< a session that was named cannot be acted upon
};

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
        const auto names = readNames();
        if (!names) {
            say(names.error());
            return ExitCode::Usage;
        }
        if (!canBeConfirmed(m_context))
            return ExitCode::Usage;
        // Before the server is asked for anything; the size shows only once it has been.
        if (const auto refusal = refusalFor(0))
            return sayRefusal(m_context.output, *refusal, policy());
        auto listed = listSessions();
        if (!listed)
            return sayError(m_context, listed.error());
        const PreparedActs acts = prepare(*listed, *names);
        if (m_options.isDryRun)
            return showPlan(acts);
        sayLeftOut(m_context.output, acts.plan.leftOut);
        if (const auto refusal = refusalFor(acts.plan.sessions.size()))
            return sayRefusal(m_context.output, *refusal, policy());
        if (!m_options.isConfirmed && !acts.plan.sessions.empty() && !confirmPlan(m_context, acts.plan))
            return ExitCode::NotAllDone;
        return carryOut(acts);
    }

private:
    void say(const QString& sentence) const { m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence); }

    [[nodiscard]] const management::Policy& policy() const { return m_context.rules.policy; }

    [[nodiscard]] std::optional<management::PolicyRefusal> refusalFor(std::size_t sessions) const
    {
        // Who only wants to see the plan may see it.
        if (m_options.isDryRun)
            return std::nullopt;
        const auto refusal = policy().refusalOf(m_action.kind, sessions, m_options.reason);
        if (refusal || m_options.warning.empty())
            return refusal;
        return policy().refusalOf(management::ActionKind::Message, sessions, m_options.reason);
    }

    [[nodiscard]] tl::expected<models::SessionNames, QString> readNames() const
    {
        models::SessionNames names;
        if (!m_options.sessionsFile.isEmpty()) {
            QFile file(m_options.sessionsFile);
            const bool isOpen = m_options.sessionsFile == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly)
                                                                             : file.open(QIODevice::ReadOnly);
            if (!isOpen)
                return tl::unexpected<QString>(
                    QStringLiteral("--sessions-from: \"%1\" cannot be read.").arg(m_options.sessionsFile));
            names = models::readSessionNames(QString::fromUtf8(file.read(longestList)), models::BareUsers::Refused);
            if (const QString problem = models::problemOf(names); !problem.isEmpty())
                return tl::unexpected<QString>(QStringLiteral("--sessions-from: ") + problem);
        }
        names.keys.insert(names.keys.end(), m_options.sessions.begin(), m_options.sessions.end());
        return names;
    }

    core::Result<std::vector<core::Session>> listSessions()
    {
        auto connection = openConnection(m_context);
        if (!connection)
            return core::failure(std::move(connection).error());
        SessionLister lister(m_context, **connection);
        const SessionSelection& selection = m_options.selection;
        if (!selection.text.isEmpty() || !selection.collections.isEmpty())
            lister.readCollectionNames();
        std::vector<core::Session> sessions;
        const auto end = lister.list(selection, [&sessions](const core::Session& session, const core::Instance&) {
            if (!session.key.vmHostName.isNull())
                sessions.push_back(session);
        });
        if (!end)
            return core::failure(end.error());
        m_isIncomplete = end->incomplete.has_value();
        if (m_isIncomplete)
            say(models::codeMeaning(*end->incomplete));
        return sessions;
    }

    [[nodiscard]] PreparedActs prepare(const std::vector<core::Session>& listed,
                                       const models::SessionNames& names) const
    {
        PreparedActs acts;
        models::SessionChoice choice;
        if (m_options.isAllMatching)
            choice.found = listed;
        else
            choice = models::choose(listed, names);
        for (const QString& account : choice.accountsWithoutSession)
            say(QStringLiteral("%1 has no session.").arg(models::plainText(account)));
        acts.unlisted = std::move(choice.unlisted);
        acts.plan = management::planFor(m_action, choice.found, m_context.rules);
        acts.isNameLeftOut = !m_options.isAllMatching && !acts.plan.leftOut.empty();
        if (!m_options.expectedUser.empty()) {
            const QString expected = QString::fromStdString(m_options.expectedUser);
            auto& sessions = acts.plan.sessions;
            const auto others =
                std::stable_partition(sessions.begin(), sessions.end(), [&expected](const core::Session& session) {
                    return models::isSignedIn(session, expected);
                });
            acts.otherUser.assign(others, sessions.end());
            sessions.erase(others, sessions.end());
        }
        return acts;
    }

    [[nodiscard]] ExitCode showPlan(const PreparedActs& acts) const
    {
        for (const core::Session& session : acts.plan.sessions)
            showPlanned(m_context, m_action.kind, session);
        for (const core::Session& session : acts.otherUser)
            showPlanned(m_context, m_action.kind, session, management::symbol(management::SkipReason::UserChanged),
                        QStringLiteral("somebody else is signed in"));
        for (const LeftOutSession& left : acts.plan.leftOut)
            showPlanned(m_context, m_action.kind, left.session, management::symbol(left.reason),
                        models::leftOutText(left.reason));
        for (const models::SessionName& name : acts.unlisted)
            showPlanned(m_context, m_action.kind, sessionOf(name), "not_listed",
                        QStringLiteral("the server lists no such session"));
        m_context.output.note(QStringLiteral("%1: %2 planned, %3 not. Nothing was done.")
                                  .arg(models::actionName(m_action.kind))
                                  .arg(acts.plan.sessions.size())
                                  .arg(acts.otherUser.size() + acts.plan.leftOut.size() + acts.unlisted.size()));
        return ExitCode::Done;
    }

    [[nodiscard]] core::Session sessionOf(const models::SessionName& name) const
    {
        core::Session session;
        session.key.server = m_options.profile.address.id();
        session.key.vmHostName = core::SharedString(name.vmHostName);
        session.key.sessionId = name.sessionId;
        return session;
    }

    [[nodiscard]] management::ActionRequest requestFor(const core::Session& session)
    {
        return {++m_lastId, session, m_action, m_options.reason};
    }

    /// What looking alone has settled already.
    void tellSettled(const PreparedActs& acts)
    {
        for (const models::SessionName& name : acts.unlisted) {
            management::Outcome outcome;
            // A list with gaps proves nothing about what it does not show.
            outcome.kind = m_isIncomplete ? management::OutcomeKind::Unknown : management::OutcomeKind::AlreadyGone;
            m_reporter.tell(requestFor(sessionOf(name)), outcome);
        }
        for (const core::Session& session : acts.otherUser) {
            management::Outcome outcome;
            outcome.kind = management::OutcomeKind::Skipped;
            outcome.skipReason = management::SkipReason::UserChanged;
            outcome.found = session;
            m_reporter.tell(requestFor(session), outcome);
        }
    }

    ExitCode carryOut(const PreparedActs& acts)
    {
        tellSettled(acts);
        if (!acts.plan.sessions.empty() && m_options.warning.empty())
            runAll(acts.plan.sessions);
        else if (!acts.plan.sessions.empty())
            warnThenRun(acts.plan.sessions);
        m_context.output.note(m_reporter.summary());
        const ExitCode code = m_reporter.exitCode();
        return code == ExitCode::Done && acts.isNameLeftOut ? ExitCode::NotAllDone : code;
    }

    [[nodiscard]] management::ActionRunnerOptions runnerOptions() const
    {
        management::ActionRunnerOptions options;
        options.nameSpace = m_options.profile.nameSpace;
        options.connections = static_cast<std::size_t>(m_options.parallel);
        options.callTimeout = m_options.profile.timeout;
        options.verifyPatience = m_options.verifyTimeout;
        options.doubtPatience = std::min<std::chrono::milliseconds>(options.doubtPatience, m_options.verifyTimeout);
        return options;
    }

    void runAll(const std::vector<core::Session>& sessions)
    {
        std::vector<management::ActionRequest> requests;
        for (const core::Session& session : sessions) {
            requests.push_back(requestFor(session));
            m_reporter.expect(requests.back());
        }
        management::ActionRunner runner(m_context.connector, m_context.ledger, runnerOptions(),
                                        [this](const management::ActionReport& report) { m_reporter.take(report); });
        runner.submit(std::move(requests));
        const std::stop_callback atFirst(m_context.stop, [this, &runner] {
            say(QStringLiteral("Stopping. What has not begun is cancelled; press again to stop waiting."));
            runner.cancelQueued();
        });
        const std::stop_callback atSecond(m_context.hurry, [&runner] { runner.requestStop(); });
        m_reporter.waitForAll();
    }

    void warnThenRun(const std::vector<core::Session>& sessions)
    {
        const models::MessageFacts facts{static_cast<int>(m_options.graceTime.count()),
                                         QString::fromStdString(m_options.reason)};
        const models::MessageTemplate message =
            models::completed(QString::fromStdString(m_options.title), QString::fromStdString(m_options.warning));
        auto acts = models::warnedActs(sessions, m_action, message, facts, [this] { return ++m_lastId; });
        for (const management::WarnedAct& act : acts)
            m_reporter.expect(act.act);
        GraceWait grace(std::move(acts), m_options.graceTime, m_reporter);
        management::ActionRunner runner(m_context.connector, m_context.ledger, runnerOptions(),
                                        [&grace](const management::ActionReport& report) { grace.take(report); });
        const std::stop_callback atFirst(m_context.stop, [this, &grace] {
            say(QStringLiteral("Stopping. What has not begun is cancelled, and who was told is told so; press again to "
                               "stop at once."));
            grace.cancel();
        });
        const std::stop_callback atSecond(m_context.hurry, [&runner] { runner.requestStop(); });
        say(facts.minutes == 0
                ? QStringLiteral("The users are told, and logged off at once. Ctrl-C cancels what has not begun.")
                : QStringLiteral("The users are told; each is logged off %1 min after that. Ctrl-C cancels it.")
                      .arg(facts.minutes));
        grace.run(runner);
        m_reporter.waitForAll();
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    management::Action m_action;
    ActReporter m_reporter;
    std::uint64_t m_lastId = 0;
    bool m_isIncomplete = false;
};

} // namespace

ExitCode runAct(const CliContext& context)
{
    return ActRun(context).run();
}

} // namespace deskwarden::app
