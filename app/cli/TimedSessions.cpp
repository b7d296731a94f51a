// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/TimedSessions.h"

#include "management/seam/RdmsSchema.h"
#include "management/sessions/FactCollector.h"
#include "models/texts/Texts.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <memory>

namespace deskwarden::app {

namespace {

constexpr std::uint32_t isUnknown = 0;

/// Since when, in seconds since 1970; isUnknown where it is not told.
std::uint32_t disconnectedSince(const management::SessionFact* fact)
{
    return fact == nullptr ? isUnknown : fact->disconnected;
}

/// The broker's idle time; where it tells none, a session that nobody is connected to has been idle since then.
std::uint32_t idleSince(const core::Session& session, const management::SessionFact* fact, std::uint32_t now)
{
    if (fact == nullptr)
        return isUnknown;
    if (fact->isIdleKnown)
        return fact->idleSince == 0 ? now : fact->idleSince;
    return session.state == core::ConnectState::Disconnected ? fact->disconnected : isUnknown;
}

std::shared_ptr<const management::SessionFacts> askTimes(const CliContext& context,
                                                         management::ManagementConnection& connection,
                                                         const std::vector<core::Session>& sessions,
                                                         std::chrono::system_clock::time_point now)
{
    core::StringPool pool;
    management::FactCollector collector(sessions, pool, now);
    const auto end = connection.enumerate(
        management::Query{std::string(management::directoryNameSpace),
                          management::selectAll(management::sessionDirectoryClass)},
        [&collector](std::vector<core::Instance>&& batch) { collector.addTimes(batch); }, listLimits(context));
    if (!end)
        context.output.note(
            QStringLiteral("deskwarden-cli: The broker does not tell since when sessions are as they are: ") +
            models::describe(end.error()).what);
    return collector.takeFacts();
}

} // namespace

TimedSessions chooseByTime(const CliContext& context, management::ManagementConnection& connection,
                           std::vector<core::Session> sessions)
{
    const CliOptions& options = context.options;
    TimedSessions chosen;
    if (!options.disconnectedFor && !options.idleFor) {
        chosen.sessions = std::move(sessions);
    } else {
        const auto clock = std::chrono::system_clock::now();
        const auto now = static_cast<std::uint32_t>(std::chrono::system_clock::to_time_t(clock));
        const auto facts = askTimes(context, connection, sessions, clock);
        std::vector<std::pair<std::uint32_t, core::Session>> longEnough;
        for (core::Session& session : sessions) {
            if (options.disconnectedFor && session.state != core::ConnectState::Disconnected)
                continue;
            const management::SessionFact* const fact = facts == nullptr ? nullptr : facts->find(session);
            const std::uint32_t disconnected = options.disconnectedFor ? disconnectedSince(fact) : now;
            const std::uint32_t idle = options.idleFor ? idleSince(session, fact, now) : now;
            // A time that lies ahead says that a clock is wrong, not for how long.
            if (disconnected == isUnknown || idle == isUnknown || disconnected > now || idle > now) {
                ++chosen.unknown;
                continue;
            }
            const bool isLong =
                (!options.disconnectedFor || std::chrono::seconds(now - disconnected) >= *options.disconnectedFor) &&
                (!options.idleFor || std::chrono::seconds(now - idle) >= *options.idleFor);
            if (isLong)
                longEnough.emplace_back(std::min(disconnected, idle), std::move(session));
        }
        std::ranges::stable_sort(longEnough, {}, &std::pair<std::uint32_t, core::Session>::first);
        for (auto& [since, session] : longEnough)
            chosen.sessions.push_back(std::move(session));
    }
    return chosen;
}

} // namespace deskwarden::app
