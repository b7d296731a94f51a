// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/FactCollector.h"

#include "core/ConnectState.h"
#include "core/MachineState.h"
#include "core/Names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace deskwarden::management {

namespace {

constexpr std::uint32_t nobody = core::OpenTable::none;

core::SharedString textOf(const core::Instance& instance, std::string_view name)
{
    const core::Value* const value = instance.find(name);
    return value ? value->text() : core::SharedString();
}

std::optional<std::uint32_t> numberOf(const core::Instance& instance, std::string_view name)
{
    const core::Value* const value = instance.find(name);
    return value ? value->toUint32() : std::nullopt;
}

bool isSameUser(std::string_view left, std::string_view right)
{
    return core::isSameName(core::userPart(left), core::userPart(right));
}

std::uint64_t hashOf(std::string_view machine) noexcept
{
    return core::nameHash(core::firstLabel(machine));
}

auto isOn(std::string_view machine, std::span<const core::Session> sessions)
{
    return [machine, sessions](std::uint32_t i) { return core::isSameMachine(sessions[i].vmName.view(), machine); };
}

std::uint32_t clamped(std::int64_t seconds)
{
    return seconds > 0 && seconds < 0xFFFFFFFF ? static_cast<std::uint32_t>(seconds) : 0;
}

} // namespace

FactCollector::FactCollector(std::span<const core::Session> sessions, core::StringPool& pool,
                             std::chrono::system_clock::time_point now)
    : m_sessions(sessions)
    , m_pool(pool)
    , m_now(clamped(std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count()))
    , m_facts(sessions.size())
    , m_next(sessions.size(), nobody)
{
    m_first.reserve(sessions.size());
    for (std::uint32_t i = 0; i < sessions.size(); ++i) {
        m_facts[i].state = sessions[i].state;
        const std::string_view machine = sessions[i].vmName.view();
        if (machine.empty())
            continue;
        std::uint32_t& first = m_first.findOrInsert(hashOf(machine), i, isOn(machine, sessions));
        m_next[i] = first == i ? nobody : first;
        first = i;
    }
}

template <typename Visitor>
void FactCollector::forSessionsOn(std::string_view machine, const Visitor& visit)
{
    if (machine.empty())
        return;
    for (std::uint32_t i = m_first.find(hashOf(machine), isOn(machine, m_sessions)); i != nobody; i = m_next[i])
        visit(m_sessions[i], m_facts[i]);
}

void FactCollector::addDesktops(const std::vector<core::Instance>& desktops)
{
    for (const core::Instance& desktop : desktops)
        addDesktop(desktop);
}

void FactCollector::addDesktop(const core::Instance& desktop)
{
    const core::SharedString host = textOf(desktop, "HostName");
    const core::SharedString user = textOf(desktop, "SessionUserName");
    const core::SharedString owner = textOf(desktop, "UserName");
    const auto state = static_cast<core::MachineState>(numberOf(desktop, "VMState").value_or(0));
    forSessionsOn(textOf(desktop, "Name").view(), [&](const core::Session& session, SessionFact& fact) {
        // The same name on another host is another machine, or has just been moved: nothing is said about it.
        if (!host.isEmpty() && !core::isSameMachine(host.view(), session.key.vmHostName.view()))
            return;
        fact.machine = state;
        const auto mark = [&](GhostSign sign, const core::SharedString& other) {
            fact.ghost = sign;
            fact.other = other.isEmpty() ? other : m_pool.intern(other.view());
        };
        if (state == core::MachineState::Off || state == core::MachineState::Saved) {
            mark(state == core::MachineState::Off ? GhostSign::MachineOff : GhostSign::MachineSaved, {});
        } else if (core::hasUser(session)) {
            if (!user.isEmpty()) {
                if (!isSameUser(user.view(), session.userName.view()))
                    mark(GhostSign::OtherUser, user);
            } else if (!owner.isEmpty() && !core::isInUse(session.state) &&
                       !isSameUser(owner.view(), session.userName.view())) {
                mark(GhostSign::OtherOwner, owner);
            }
        }
    });
}

void FactCollector::addTimes(const std::vector<core::Instance>& rows)
{
    for (const core::Instance& row : rows)
        addTime(row);
}

void FactCollector::addTime(const core::Instance& row)
{
    const core::SharedString user = textOf(row, "UserName");
    const core::SharedString host = textOf(row, "HostServer");
    const auto id = numberOf(row, "UnifiedSessionId");
    if (user.isEmpty())
        return;
    forSessionsOn(textOf(row, "ServerName").view(), [&](const core::Session& session, SessionFact& fact) {
        if (!isSameUser(user.view(), session.userName.view()))
            return;
        // Where the directory tells the host and the id on it, they must agree: one person may have two sessions.
        if (!host.isEmpty() && id && *id != 0 &&
            (*id != session.key.sessionId || !core::isSameMachine(host.view(), session.key.vmHostName.view())))
            return;
        fact.loggedOn = secondsOf(row.find("CreateTime"));
        if (session.state == core::ConnectState::Disconnected)
            fact.disconnected = secondsOf(row.find("DisconnectTime"));
        const auto idle = numberOf(row, "IdleTime"); // milliseconds
        fact.isIdleKnown = idle.has_value();
        if (idle && *idle > 0)
            fact.idleSince = m_now - std::min(m_now, *idle / 1000);
    });
}

std::shared_ptr<const SessionFacts> FactCollector::takeFacts()
{
    const auto isKnown = [](const SessionFact& fact) {
        return fact.ghost != GhostSign::None || fact.machine != core::MachineState::Unknown || fact.loggedOn != 0 ||
               fact.disconnected != 0 || fact.isIdleKnown;
    };
    const auto known = static_cast<std::size_t>(std::ranges::count_if(m_facts, isKnown));
    if (known == 0)
        return nullptr;
    auto facts = std::make_shared<SessionFacts>();
    facts->reserve(known);
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        if (isKnown(m_facts[i]))
            facts->add(m_sessions[i], std::move(m_facts[i]));
    }
    m_facts.clear();
    return facts;
}

std::uint32_t secondsOf(const core::Value* time) noexcept
{
    if (time == nullptr)
        return 0;
    const auto* const dateTime = std::get_if<core::DateTime>(&time->variant());
    const core::SharedString shared = dateTime ? dateTime->text : time->text();
    const std::string_view text = shared.view();
    const bool isXml = text.size() >= 19 && text[4] == '-' && text[10] == 'T';
    if (!isXml && text.size() != 25)
        return 0;
    const auto number = [text](std::size_t from, std::size_t length) {
        int value = 0;
        for (const char digit : text.substr(from, length)) {
            if (digit < '0' || digit > '9')
                return -1;
            value = value * 10 + (digit - '0');
        }
        return value;
    };
    using Places = std::array<std::size_t, 6>;
    const Places from = isXml ? Places{0, 5, 8, 11, 14, 17} : Places{0, 4, 6, 8, 10, 12};
    std::array<int, 6> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i)
        parts.at(i) = number(from.at(i), i == 0 ? 4 : 2);
    const auto month = static_cast<unsigned>(std::max(parts[1], 0));
    const auto dayOfMonth = static_cast<unsigned>(std::max(parts[2], 0));
    const std::chrono::year_month_day day{std::chrono::year{parts[0]}, std::chrono::month{month},
                                          std::chrono::day{dayOfMonth}};
    if (!day.ok() || std::ranges::min(parts) < 0 || parts[0] < 1971)
        return 0;
    int offset = 0; // minutes east of Greenwich
    if (!isXml) {
        offset = number(22, 3);
        if (offset < 0)
            return 0;
    } else if (const char sign = text[text.size() - 6]; sign == '+' || sign == '-') {
        offset = number(text.size() - 5, 2) * 60 + number(text.size() - 2, 2);
    }
    const bool isWest = isXml ? text[text.size() - 6] == '-' : text[21] == '-';
    const std::int64_t seconds =
        std::chrono::duration_cast<std::chrono::seconds>(std::chrono::sys_days(day).time_since_epoch()).count() +
        std::int64_t{parts[3]} * 3600 + std::int64_t{parts[4]} * 60 + parts[5] -
        std::int64_t{isWest ? -offset : offset} * 60;
    return clamped(seconds);
}

} // namespace deskwarden::management
