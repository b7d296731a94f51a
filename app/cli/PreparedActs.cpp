// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/PreparedActs.h"

#include "app/cli/SessionLister.h"
#include "app/cli/TerminalInput.h"
#include "app/cli/TimedSessions.h"
#include "management/acting/ActionRules.h"
#include "management/sessions/SessionMapping.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr qint64 longestList = 64 << 20;

SettledAct skippedAct(core::Session session, management::SkipReason reason)
{
    SettledAct act{std::move(session), {}};
    act.outcome.kind = management::OutcomeKind::Skipped;
    act.outcome.skipReason = reason;
    return act;
}

/// Fills one PreparedActs.
class ActPreparation final
{
public:
    ActPreparation(const CliContext& context, const management::Action& action)
        : m_context(context)
        , m_options(context.options)
        , m_action(action)
    {}

    core::Result<PreparedActs> prepare(const models::SessionNames& names)
    {
        auto connection = openConnection(m_context);
        if (!connection)
            return core::failure(std::move(connection).error());
        SessionLister lister(m_context, **connection);
        const SessionSelection& selection = m_options.selection;
        if (!selection.text.isEmpty() || selection.where || !selection.collections.isEmpty())
            lister.readCollectionNames();
        const auto end = lister.list(selection, {});
        if (!end)
            return core::failure(end.error());
        lister.sayIncomplete();
        PreparedActs acts;
        acts.isNotAll = lister.isIncomplete();
        std::vector<core::Session> chosen;
        if (m_options.isAllMatching) {
            chosen = chosenByTime(lister.matching(selection), **connection, acts);
            acts.isNotAll = !lister.knowsAllOf(selection) || acts.isNotAll;
        } else {
            chosen = chooseByName(lister, **connection, names, acts);
        }
        acts.plan = management::planFor(m_action, chosen, m_context.rules);
        acts.isNotAll = acts.isNotAll || (!m_options.isAllMatching && !acts.plan.leftOut.empty());
        leaveOutOtherUsers(acts);
        keepAtMost(acts);
        return acts;
    }

private:
    void say(const QString& sentence) const { m_context.output.note(QStringLiteral("deskwarden-cli: ") + sentence); }

    [[nodiscard]] std::vector<core::Session> chosenByTime(std::vector<core::Session> sessions,
                                                          management::ManagementConnection& connection,
                                                          PreparedActs& acts) const
    {
        TimedSessions timed = chooseByTime(m_context, connection, std::move(sessions));
        acts.untold = timed.unknown;
        acts.isNotAll = acts.isNotAll || timed.unknown > 0;
        return std::move(timed.sessions);
    }

    void keepAtMost(PreparedActs& acts) const
    {
        const auto most = static_cast<std::size_t>(m_options.atMost);
        auto& sessions = acts.plan.sessions;
        if (most == 0 || sessions.size() <= most)
            return;
        acts.beyond = sessions.size() - most;
        sessions.erase(sessions.begin() + m_options.atMost, sessions.end());
        acts.isNotAll = true;
    }

    [[nodiscard]] std::vector<core::Session> chooseByName(SessionLister& lister,
                                                          management::ManagementConnection& connection,
                                                          const models::SessionNames& names, PreparedActs& acts)
    {
        models::SessionChoice choice = models::choose(lister.sessions(), names);
        for (const QString& account : choice.accountsWithoutSession)
            say(QStringLiteral("%1 has no session.").arg(models::plainText(account)));
        for (const models::SessionName& name : choice.unlisted)
            lookUp(name, lister, connection, choice.found, acts);
        return std::move(choice.found);
    }

    /// What was named and is not in the list: if its host is known, the server is asked for it by its key. Only then
    /// can it be called gone; what is there after all is acted upon like the others.
    void lookUp(const models::SessionName& name, SessionLister& lister, management::ManagementConnection& connection,
                std::vector<core::Session>& found, PreparedActs& acts)
    {
        const core::Session session = sessionOf(name);
        if (!lister.isKnownHost(name.vmHostName)) {
            acts.settled.push_back(skippedAct(session, management::SkipReason::HostUnknown));
            acts.settled.back().outcome.alike = lister.hostsLike(name.vmHostName);
            return;
        }
        const auto limits = management::CallContext::within(m_options.profile.timeout, m_context.stop);
        const management::Look look = management::lookFrom(
            connection.get(management::pathOf(session.key, m_options.profile.nameSpace), limits), session.key, m_pool);
        if (look && *look)
            found.push_back(std::get<core::Session>(**look));
        else
            acts.settled.push_back(
                {session, management::decideBeforeAct(session, look).value_or(management::Outcome())});
    }

    void leaveOutOtherUsers(PreparedActs& acts) const
    {
        if (m_options.expectedUser.empty())
            return;
        const QString expected = QString::fromStdString(m_options.expectedUser);
        auto& sessions = acts.plan.sessions;
        const auto others =
            std::stable_partition(sessions.begin(), sessions.end(), [&expected](const core::Session& session) {
                return models::isSignedIn(session, expected);
            });
        for (auto other = others; other != sessions.end(); ++other) {
            acts.settled.push_back(skippedAct(*other, management::SkipReason::UserChanged));
            acts.settled.back().outcome.found = *other;
        }
        sessions.erase(others, sessions.end());
    }

    [[nodiscard]] core::Session sessionOf(const models::SessionName& name) const
    {
        core::Session session;
        session.key.server = m_options.profile.address.id();
        session.key.vmHostName = core::SharedString(name.vmHostName);
        session.key.sessionId = name.sessionId;
        return session;
    }

    const CliContext& m_context;
    const CliOptions& m_options;
    const management::Action& m_action;
    core::StringPool m_pool;
};

} // namespace

QString PreparedActs::leftAlone() const
{
    QString text;
    if (untold > 0)
        text += QStringLiteral(" Left alone, because the broker does not tell for how long: %1.").arg(untold);
    if (beyond > 0)
        text += QStringLiteral(" Left for another time by --at-most: %1.").arg(beyond);
    return text;
}

bool PreparedActs::isAnyUnknown() const
{
    return std::ranges::any_of(settled, [](const SettledAct& act) {
        return act.outcome.kind != management::OutcomeKind::AlreadyGone &&
               act.outcome.skipReason != management::SkipReason::UserChanged;
    });
}

tl::expected<models::SessionNames, QString> readNames(const CliContext& context)
{
    const CliOptions& options = context.options;
    models::SessionNames names;
    if (!options.sessionsFile.isEmpty()) {
        const auto content = contentOfFile(options.sessionsFile, longestList + 1, context.stop);
        if (context.stop.stop_requested())
            return tl::unexpected<QString>(QStringLiteral("Cancelled."));
        if (!content)
            return tl::unexpected<QString>(
                QStringLiteral("--sessions-from: \"%1\" cannot be read.").arg(models::plainText(options.sessionsFile)));
        const QByteArray& list = *content;
        if (list.size() > longestList)
            return tl::unexpected<QString>(QStringLiteral("--sessions-from: The list is longer than %1 MB; nothing "
                                                          "of it was used.")
                                               .arg(longestList >> 20));
        names = models::readSessionList(std::string_view(list.constData(), static_cast<std::size_t>(list.size())),
                                        models::BareUsers::Refused);
        if (const QString problem = models::problemOf(names); !problem.isEmpty())
            return tl::unexpected<QString>(QStringLiteral("--sessions-from: ") + problem);
    }
    names.keys.insert(names.keys.end(), options.sessions.begin(), options.sessions.end());
    return names;
}

core::Result<PreparedActs> prepareActs(const CliContext& context, const management::Action& action,
                                       const models::SessionNames& names)
{
    return ActPreparation(context, action).prepare(names);
}

} // namespace deskwarden::app
