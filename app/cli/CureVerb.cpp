// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ActReporter.h"
#include "app/cli/CliContext.h"
#include "app/cli/CliDesk.h"
#include "app/cli/MachineLister.h"
#include "app/cli/PlanPreview.h"
#include "app/cli/SessionLister.h"
#include "app/cli/TerminalInput.h"
#include "core/Names.h"
#include "management/acting/GhostCure.h"
#include "models/texts/JsonLines.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <QCoreApplication>
#include <QJsonObject>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <stop_token>
#include <thread>
#include <utility>

namespace deskwarden::app {

namespace {

using management::ActionKind;
using management::CureItem;
using management::Ghost;
using management::GhostCure;

constexpr std::chrono::milliseconds tick{200};

class CureRun final
{
public:
    explicit CureRun(const CliContext& context)
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
        std::vector<Ghost> ghosts;
        if (const auto code = choose(ghosts))
            return *code;
        if (m_options.isDryRun)
            return showPlan(ghosts);
        if (const auto refusal = refusalFor(ghosts.size()))
            return sayRefusal(m_context.output, *refusal, m_context.rules.policy);
        if (ghosts.empty()) {
            say(QStringLiteral("There is no such ghost: no session whose machine is off or saved. Nothing was done."));
            return m_isNotAll ? ExitCode::NotAllDone : ExitCode::Done;
        }
        if (!m_options.isConfirmed && !isConfirmedNow(ghosts))
            return ExitCode::NotAllDone;
        return carryOut(std::move(ghosts));
    }

private:
    void say(const QString& sentence) const { m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence); }

    /// Each of its acts must be allowed before the first is begun.
    [[nodiscard]] std::optional<management::PolicyRefusal> refusalFor(std::size_t ghosts) const
    {
        if (m_options.isDryRun)
            return std::nullopt;
        for (const ActionKind kind : {ActionKind::Start, ActionKind::Logoff, ActionKind::Save}) {
            if (const auto refusal = m_context.rules.policy.refusalOf(kind, ghosts, m_options.reason))
                return refusal;
        }
        return std::nullopt;
    }

    /// The code to end with, if the lists are not to be had.
    [[nodiscard]] std::optional<ExitCode> choose(std::vector<Ghost>& ghosts)
    {
        auto connection = openConnection(m_context);
        if (!connection)
            return sayError(m_context, connection.error());
        SessionLister sessions(m_context, **connection);
        if (const auto end = sessions.list(m_options.selection, {}); !end)
            return sayError(m_context, end.error());
        MachineLister machines(m_context, **connection);
        if (const auto listed = machines.list(); !listed)
            return sayError(m_context, listed.error());
        sessions.sayIncomplete();
        machines.sayIncomplete();
        m_isNotAll = sessions.isIncomplete() || machines.isIncomplete() || !sessions.knowsAllOf(m_options.selection);
        std::vector<core::Session> chosen =
            m_options.isAllMatching ? sessions.matching(m_options.selection) : named(sessions.sessions());
        std::erase_if(chosen, [this](const core::Session& session) { return !isExpected(session); });
        management::Action logoff;
        logoff.kind = ActionKind::Logoff;
        ghosts = management::ghostsAmong(chosen, machines.machines());
        std::erase_if(ghosts, [this, &logoff](const Ghost& ghost) {
            const auto plan = management::planFor(logoff, {&ghost.session, 1}, m_context.rules);
            sayLeftOut(m_context.output, plan.leftOut);
            return plan.sessions.empty();
        });
        m_isNotAll = m_isNotAll || (!m_options.isAllMatching && ghosts.size() < m_options.sessions.size());
        return std::nullopt;
    }

    [[nodiscard]] std::vector<core::Session> named(const std::vector<core::Session>& sessions) const
    {
        std::vector<core::Session> found;
        std::ranges::copy_if(sessions, std::back_inserter(found), [this](const core::Session& session) {
            return std::ranges::any_of(m_options.sessions, [&session](const models::SessionName& name) {
                return name.sessionId == session.key.sessionId &&
                       core::isSameName(name.vmHostName, session.key.vmHostName.view());
            });
        });
        return found;
    }

    [[nodiscard]] bool isExpected(const core::Session& session) const
    {
        return m_options.expectedUser.empty() || core::isSameName(m_options.expectedUser, core::accountName(session)) ||
               core::isSameName(m_options.expectedUser, session.userName.view());
    }

    [[nodiscard]] static QString lineOf(const Ghost& ghost)
    {
        return models::placeText(ghost.session.key) + QStringLiteral("  ") + models::accountText(ghost.session) +
               QStringLiteral("  ") + models::plainText(ghost.machine.name) + QStringLiteral("  ") +
               models::machineStateName(ghost.machine.state);
    }

    [[nodiscard]] ExitCode showPlan(const std::vector<Ghost>& ghosts) const
    {
        for (const Ghost& ghost : ghosts) {
            if (!m_options.isJson) {
                m_context.output.gatherText(lineOf(ghost));
                continue;
            }
            QJsonObject object = models::toJson(ghost.session);
            object.insert(QStringLiteral("VMState"), static_cast<qint64>(ghost.machine.state));
            object.insert(QStringLiteral("action"), QStringLiteral("cure"));
            object.insert(QStringLiteral("planned"), true);
            m_context.output.gather(models::jsonLine(object));
        }
        m_context.output.flush();
        m_context.output.note(QStringLiteral("Cure: %1 planned. Nothing was done.").arg(ghosts.size()));
        return m_isNotAll ? ExitCode::NotAllDone : ExitCode::Done;
    }

    [[nodiscard]] bool isConfirmedNow(const std::vector<Ghost>& ghosts) const
    {
        constexpr std::size_t namesShown = 20;
        m_context.output.note(QStringLiteral("Start the machine of each of these sessions, log the session off, and "
                                             "save the machine again if it was saved?"));
        for (std::size_t ghost = 0; ghost < std::min(ghosts.size(), namesShown); ++ghost)
            m_context.output.note(QStringLiteral("    ") + lineOf(ghosts[ghost]));
        if (ghosts.size() > namesShown)
            m_context.output.note(
                QStringLiteral("    and %1 more; --dry-run names them all").arg(ghosts.size() - namesShown));
        const bool isTyped = management::needsTypedCount(ghosts.size(), false, m_context.rules.policy);
        const QString wanted = isTyped ? QString::number(ghosts.size()) : QStringLiteral("yes");
        const QString question = isTyped ? QStringLiteral("Type the number of sessions, %1, to go on: ").arg(wanted)
                                         : QStringLiteral("Type yes to go on: ");
        if (answerFromTerminal(question, m_context.stop) == wanted)
            return true;
        say(QStringLiteral("Nothing was done."));
        return false;
    }

    [[nodiscard]] ExitCode carryOut(std::vector<Ghost> ghosts)
    {
        desk::LinkOptions link;
        link.asksForLists = false;
        link.connections = static_cast<std::size_t>(m_options.parallel);
        link.verifyPatience = m_options.verifyTimeout;
        link.doubtPatience = std::min<std::chrono::milliseconds>(link.doubtPatience, m_options.verifyTimeout);
        CliDesk desk(m_context, link, m_reporter);
        GhostCure cure(std::move(ghosts), {m_options.settleTime, management::CureOptions{}.mostTries}, m_options.reason,
                       [this] { return ++m_lastId; });
        const auto submit = [&desk](const std::vector<management::ActionRequest>& acts) {
            if (!acts.empty())
                desk.acts().submit(acts);
        };
        QObject::connect(&desk.acts(), &desk::ActDesk::reported, &desk,
                         [&](const std::vector<management::ActionReport>& reports) {
                             for (const management::ActionReport& report : reports)
                                 submit(cure.take(report, std::chrono::steady_clock::now()));
                         });
        const std::stop_callback atFirst(m_context.stop, [this] {
            say(QStringLiteral("Stopping. No further step is begun; press again to stop waiting."));
        });
        const std::stop_callback atSecond(m_context.hurry, [&desk] { desk.stop(); });
        QTimer clock; // on while the loop turns: a machine's time may be over while another is still starting
        QObject::connect(&clock, &QTimer::timeout, &desk,
                         [&] { submit(cure.advance(std::chrono::steady_clock::now())); });
        clock.start(tick);
        submit(cure.begin());
        while (!cure.isOver() && !m_context.hurry.stop_requested()) {
            if (m_context.stop.stop_requested())
                cure.cancel();
            desk.wait(); // returns when no act is under way
            if (cure.isOver())
                break;
            std::this_thread::sleep_for(tick);
            QCoreApplication::processEvents();
            submit(cure.advance(std::chrono::steady_clock::now()));
        }
        return tell(cure);
    }

    [[nodiscard]] ExitCode tell(const GhostCure& cure) const
    {
        std::size_t cured = 0;
        for (const CureItem& item : cure.items()) {
            const bool isCured = item.isOver() && !item.stopped;
            cured += isCured ? 1U : 0U;
            const QString step = QString::fromLatin1(management::symbol(item.stopped.value_or(item.step)));
            if (m_options.isJson) {
                QJsonObject object = models::toJson(item.ghost.session);
                object.insert(QStringLiteral("action"), QStringLiteral("cure"));
                object.insert(QStringLiteral("outcome"), isCured ? QStringLiteral("done") : QStringLiteral("stopped"));
                object.insert(QStringLiteral("stoppedAt"), isCured ? QJsonValue(QJsonValue::Null) : QJsonValue(step));
                object.insert(QStringLiteral("isGone"), item.isGone);
                m_context.output.write(models::jsonLine(object));
            } else {
                m_context.output.print(
                    lineOf(item.ghost) + QStringLiteral("  ") +
                    (isCured ? QStringLiteral("cured") : QStringLiteral("stopped at: %1").arg(step)));
            }
        }
        m_context.output.note(
            QStringLiteral("Cured: %1 of %2. %3").arg(cured).arg(cure.items().size()).arg(m_reporter.summary()));
        const ExitCode code = m_reporter.exitCode();
        if (code == ExitCode::Unknown || code == ExitCode::Refused)
            return code;
        return cured == cure.items().size() && !m_isNotAll ? ExitCode::Done : ExitCode::NotAllDone;
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    ActReporter m_reporter;
    std::uint64_t m_lastId = 0;
    bool m_isNotAll = false; ///< a list lacks something, or a name stands for no ghost
};

} // namespace

ExitCode runCure(const CliContext& context)
{
    return CureRun(context).run();
}

} // namespace deskwarden::app
