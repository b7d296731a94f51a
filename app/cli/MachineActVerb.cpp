// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ActReporter.h"
#include "app/cli/CliContext.h"
#include "app/cli/CliDesk.h"
#include "app/cli/MachineLister.h"
#include "app/cli/PlanPreview.h"
#include "app/cli/TerminalInput.h"
#include "core/Names.h"
#include "management/acting/MachinePlan.h"
#include "management/seam/ActionSpec.h"
#include "models/texts/JsonLines.h"
#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"

#include <QJsonObject>

#include <algorithm>
#include <stop_token>
#include <utility>

namespace deskwarden::app {

namespace {

using core::VirtualDesktop;
using management::ActionKind;
using management::SkipReason;

/// An act for which looking at the list was enough.
struct SettledMachine
{
    VirtualDesktop machine;
    management::Outcome outcome;
};

SettledMachine skippedMachine(VirtualDesktop machine, SkipReason reason)
{
    management::Outcome outcome;
    outcome.kind = management::OutcomeKind::Skipped;
    outcome.skipReason = reason;
    return {std::move(machine), std::move(outcome)};
}

std::pair<std::string_view, std::string_view> partsOfAccount(std::string_view account)
{
    const std::size_t backslash = account.find('\\');
    return backslash == std::string_view::npos ? std::pair(std::string_view(), account)
                                               : std::pair(account.substr(0, backslash), account.substr(backslash + 1));
}

class MachineActRun final
{
public:
    explicit MachineActRun(const CliContext& context)
        : m_context(context)
        , m_options(context.options)
        , m_reporter(context.options, context.output)
    {
        m_action.kind = actionOf(m_options.verb).value_or(ActionKind::Start);
        const auto [domain, user] = partsOfAccount(m_options.owner);
        m_action.account = user;
        m_action.accountDomain = domain;
    }

    ExitCode run()
    {
        if (!canBeConfirmed(m_context))
            return ExitCode::Usage;
        // Before the server is asked for anything; the size shows only once it has been.
        if (const auto refusal = refusalFor(0))
            return sayRefusal(m_context.output, *refusal, policy(), m_action.kind);
        auto connection = openConnection(m_context);
        if (!connection)
            return sayError(m_context, connection.error());
        MachineLister lister(m_context, **connection);
        if (const auto listed = lister.list(); !listed)
            return sayError(m_context, listed.error());
        lister.sayIncomplete();
        m_isNotAll = lister.isIncomplete() || !lister.knowsAllSelected();
        choose(lister);
        connection->reset(); // the acts have connections of their own
        return m_options.isDryRun ? showPlan() : confirmAndCarryOut();
    }

private:
    [[nodiscard]] const management::Policy& policy() const { return m_context.rules.policy; }

    [[nodiscard]] std::optional<management::PolicyRefusal> refusalFor(std::size_t machines) const
    {
        // An operator who only wants to see the plan may see it.
        return m_options.isDryRun ? std::nullopt : policy().refusalOf(m_action.kind, machines, m_options.reason);
    }

    void choose(const MachineLister& lister)
    {
        std::vector<VirtualDesktop> chosen;
        if (m_options.isAllMatching) {
            std::ranges::copy_if(lister.machines(), std::back_inserter(chosen),
                                 [&lister](const VirtualDesktop& machine) { return lister.isSelected(machine); });
        }
        for (const std::string& name : m_options.machines) {
            const auto found = std::ranges::find_if(lister.machines(), [&name](const VirtualDesktop& machine) {
                return core::isSameName(machine.name.view(), name);
            });
            if (found != lister.machines().end()) {
                if (std::ranges::find(chosen, *found) == chosen.end())
                    chosen.push_back(*found);
                continue;
            }
            VirtualDesktop unknown;
            unknown.server = m_options.profile.address.id();
            unknown.name = core::SharedString(name);
            m_settled.push_back(skippedMachine(std::move(unknown), SkipReason::MachineGone));
        }
        std::erase_if(chosen, [this](const VirtualDesktop& machine) {
            const bool isOther = !isExpected(machine);
            if (isOther)
                m_settled.push_back(skippedMachine(
                    machine, m_action.kind == ActionKind::Free ? SkipReason::OwnerChanged : SkipReason::UserChanged));
            return isOther;
        });
        m_plan = management::planFor(m_action, chosen, m_context.rules);
    }

    /// Whether --expect-user is who has it: the owner of a desktop that is freed, else the user of its session.
    [[nodiscard]] bool isExpected(const VirtualDesktop& machine) const
    {
        if (m_options.expectedUser.empty())
            return true;
        const auto [domain, user] = partsOfAccount(m_options.expectedUser);
        const core::Session occupant = management::occupantOf(machine, m_action);
        const bool isDomainKnown = !domain.empty() && !occupant.domainName.isEmpty();
        return core::isSameName(occupant.userName.view(), user) &&
               (!isDomainKnown || core::isSameName(occupant.domainName.view(), domain));
    }

    void showPlanned(const VirtualDesktop& machine, const char* why = nullptr, const QString& words = {}) const
    {
        if (!m_options.isJson) {
            const QString line = models::mostAffected({&machine, 1}, 1).value(0);
            m_context.output.gatherText(why == nullptr ? line : line + QStringLiteral("  left out: ") + words);
            return;
        }
        QJsonObject object = models::toJson(machine);
        object.insert(QStringLiteral("action"), QString::fromLatin1(management::symbol(m_action.kind)));
        object.insert(QStringLiteral("planned"), why == nullptr);
        object.insert(QStringLiteral("reason"),
                      why == nullptr ? QJsonValue(QJsonValue::Null) : QJsonValue(QString::fromLatin1(why)));
        m_context.output.gather(models::jsonLine(object));
    }

    [[nodiscard]] ExitCode showPlan() const
    {
        for (const VirtualDesktop& machine : m_plan.machines)
            showPlanned(machine);
        for (const management::LeftOutMachine& left : m_plan.leftOut)
            showPlanned(left.machine, management::symbol(left.reason), models::leftOutText(left.reason));
        for (const SettledMachine& act : m_settled)
            showPlanned(act.machine, management::symbol(*act.outcome.skipReason),
                        models::describe(*act.outcome.skipReason).what);
        m_context.output.flush();
        m_context.output.note(QStringLiteral("%1: %2 planned, %3 not. Nothing was done.")
                                  .arg(models::actionName(m_action.kind))
                                  .arg(m_plan.machines.size())
                                  .arg(m_plan.leftOut.size() + m_settled.size()));
        return m_isNotAll || !m_settled.empty() ? ExitCode::NotAllDone : ExitCode::Done;
    }

    [[nodiscard]] ExitCode confirmAndCarryOut()
    {
        for (const management::LeftOutMachine& left : m_plan.leftOut)
            m_context.output.note(QStringLiteral("deskwarden-cli: %1 is left out: %2.")
                                      .arg(models::plainText(left.machine.name), models::leftOutText(left.reason)));
        if (const auto refusal = refusalFor(m_plan.machines.size()))
            return sayRefusal(m_context.output, *refusal, policy(), m_action.kind);
        if (!m_options.isConfirmed && !m_plan.machines.empty() && !isConfirmedNow())
            return ExitCode::NotAllDone;
        for (const SettledMachine& act : m_settled)
            m_reporter.tell(requestFor(act.machine), act.outcome);
        if (!m_plan.machines.empty())
            carryOut();
        m_context.output.note(m_reporter.summary());
        const ExitCode code = m_reporter.exitCode();
        return code == ExitCode::Done && m_isNotAll ? ExitCode::NotAllDone : code;
    }

    [[nodiscard]] bool isConfirmedNow() const
    {
        constexpr std::size_t namesShown = 20;
        const models::MachineImpact impact = models::describeImpact(m_plan);
        for (const QString& line : {impact.title, impact.consequence, impact.inUse}) {
            if (!line.isEmpty())
                m_context.output.note(line);
        }
        for (const QString& machine : models::mostAffected(m_plan.machines, namesShown))
            m_context.output.note(QStringLiteral("    ") + machine);
        if (m_plan.machines.size() > namesShown)
            m_context.output.note(
                QStringLiteral("    and %1 more; --dry-run names them all").arg(m_plan.machines.size() - namesShown));
        const bool isTyped = m_plan.needsTypedCount(policy());
        const QString wanted = isTyped ? QString::number(m_plan.machines.size()) : QStringLiteral("yes");
        const QString question = isTyped ? QStringLiteral("Type the number of machines, %1, to go on: ").arg(wanted)
                                         : QStringLiteral("Type yes to go on: ");
        if (answerFromTerminal(question, m_context.stop) == wanted)
            return true;
        m_context.output.note(QStringLiteral("deskwarden-cli: Nothing was done."));
        return false;
    }

    [[nodiscard]] management::ActionRequest requestFor(const VirtualDesktop& machine)
    {
        return management::machineRequest(++m_lastId, machine, m_action, m_options.reason);
    }

    void carryOut()
    {
        desk::LinkOptions options;
        options.asksForLists = false;
        options.connections = static_cast<std::size_t>(m_options.parallel);
        options.verifyPatience = m_options.verifyTimeout;
        options.doubtPatience = std::min<std::chrono::milliseconds>(options.doubtPatience, m_options.verifyTimeout);
        CliDesk desk(m_context, options, m_reporter);
        const std::stop_callback atFirst(m_context.stop, [this, &desk] {
            m_context.output.note(QStringLiteral(
                "deskwarden-cli: Stopping. What has not begun is cancelled; press again to stop waiting."));
            desk.cancelWaiting();
        });
        const std::stop_callback atSecond(m_context.hurry, [&desk] { desk.stop(); });
        std::vector<management::ActionRequest> requests;
        for (const VirtualDesktop& machine : m_plan.machines)
            requests.push_back(requestFor(machine));
        if (m_context.stop.stop_requested()) {
            for (const management::ActionRequest& request : requests)
                m_reporter.tell(request, {});
        } else {
            desk.acts().submit(requests);
        }
        desk.wait();
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    management::Action m_action;
    management::MachinePlan m_plan;
    std::vector<SettledMachine> m_settled;
    ActReporter m_reporter;
    std::uint64_t m_lastId = 0;
    bool m_isNotAll = false; ///< the list lacks something, or a name stands for nothing
};

} // namespace

ExitCode runMachineAct(const CliContext& context)
{
    return MachineActRun(context).run();
}

} // namespace deskwarden::app
