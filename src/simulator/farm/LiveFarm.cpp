// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/LiveFarm.h"

#include "core/Names.h"
#include "simulator/farm/People.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <utility>

namespace deskwarden::simulator {

namespace {

using core::ConnectState;
using core::SharedString;

TimePoint::duration churnPause(double perSecond)
{
    return std::chrono::duration_cast<TimePoint::duration>(std::chrono::duration<double>(1.0 / perSecond));
}

} // namespace

LiveFarm::LiveFarm(Farm farm, const FarmOptions& options, TimePoint now)
    : m_layout(std::move(farm.layout))
    , m_options(options)
    , m_machines(m_layout->machines, options)
    , m_random(options.seed ^ 0x5EED5EED5EED5EEDU)
    , m_usualSize(farm.sessions.size())
    , m_nextPerson(farm.people)
{
    m_rows.reserve(farm.sessions.size());
    m_places.reserve(farm.sessions.size());
    m_lastId.assign(m_layout->hosts.size(), 0);
    m_users.assign(m_layout->machines.size(), 0);
    for (std::uint32_t host = 0; host < m_layout->hosts.size(); ++host)
        m_hosts.emplace(core::lowered(m_layout->hosts[host].view()), host);
    for (FarmSession& session : farm.sessions) {
        session.created = now - std::chrono::minutes(session.minutesSinceCreated);
        session.disconnected = now - std::chrono::minutes(session.minutesSinceDisconnected);
        m_lastId[session.host] = std::max(m_lastId[session.host], session.sessionId);
        if (session.machine != none)
            ++m_users[session.machine];
        m_places.emplace(keyOf(session), m_rows.size());
        m_rows.push_back({std::move(session), m_nextOccupancy++, false, false, false});
    }
    if (m_options.churnPerSecond > 0)
        m_nextChurn = now + churnPause(m_options.churnPerSecond);
}

std::uint64_t LiveFarm::keyOf(const FarmSession& session) noexcept
{
    return (std::uint64_t{session.host} << 32U) | session.sessionId;
}

const FarmSession* LiveFarm::find(std::string_view host, std::uint32_t sessionId) const
{
    const auto number = m_hosts.find(core::lowered(host));
    if (number == m_hosts.end())
        return nullptr;
    const auto place = m_places.find((std::uint64_t{number->second} << 32U) | sessionId);
    return place == m_places.end() ? nullptr : &m_rows[place->second].session;
}

LiveFarm::Row& LiveFarm::rowOf(const FarmSession& session)
{
    m_table.reset();
    return m_rows[m_places.at(keyOf(session))];
}

std::shared_ptr<const SessionTable> LiveFarm::table()
{
    if (!m_table) {
        std::vector<FarmSession> sessions;
        sessions.reserve(size());
        for (const Row& row : m_rows)
            if (!row.isGone)
                sessions.push_back(row.session);
        m_table = std::make_shared<const SessionTable>(m_layout, std::move(sessions));
    }
    return m_table;
}

void LiveFarm::advance(TimePoint now)
{
    while (!m_endings.empty() && m_endings.top().due <= now) {
        const Ending ending = m_endings.top();
        m_endings.pop();
        const auto place = m_places.find(ending.key);
        if (place != m_places.end() && m_rows[place->second].occupancy == ending.occupancy)
            removeRow(place->second);
    }
    for (const std::uint32_t machine : m_machines.advance(now))
        endSessionsOn(machine, now);
    if (m_options.churnPerSecond <= 0)
        return;
    for (const auto pause = churnPause(m_options.churnPerSecond); m_nextChurn <= now; m_nextChurn += pause)
        churnOnce(m_nextChurn);
}

const FarmSession* LiveFarm::sessionOn(std::uint32_t machine) const
{
    const auto row = std::ranges::find_if(
        m_rows, [machine](const Row& one) { return !one.isGone && one.session.machine == machine; });
    return row == m_rows.end() ? nullptr : &row->session;
}

/// With the machine that is off its sessions are gone; with one that is saved or paused nobody is connected any more.
void LiveFarm::endSessionsOn(std::uint32_t machine, TimePoint now)
{
    const core::MachineState state = m_machines.state(machine);
    if (state == core::MachineState::Running)
        return;
    while (const FarmSession* const session = sessionOn(machine)) {
        if (state != core::MachineState::Off) {
            disconnect(*session, now);
            return;
        }
        remove(*session);
    }
}

bool LiveFarm::runsMachineOf(const FarmSession& session) const
{
    return session.machine == none || m_machines.all()[session.machine].isGhost ||
           m_machines.state(session.machine) == core::MachineState::Running;
}

void LiveFarm::logOff(const FarmSession& session, TimePoint now, bool isStuck)
{
    Row& row = rowOf(session);
    row.session.state = ConnectState::Reset;
    row.isStuck = row.isStuck || isStuck;
    if (row.isStuck || row.isEnding)
        return;
    row.isEnding = true;
    const auto shortest = static_cast<std::uint32_t>(m_options.logoffShortest.count());
    const auto longest = static_cast<std::uint32_t>(m_options.logoffLongest.count());
    const std::chrono::milliseconds duration(m_random.between(shortest, longest));
    m_endings.push({now + duration, keyOf(row.session), row.occupancy});
}

void LiveFarm::disconnect(const FarmSession& session, TimePoint now)
{
    Row& row = rowOf(session);
    if (row.session.state == ConnectState::Reset || row.session.state == ConnectState::Disconnected)
        return;
    row.session.state = ConnectState::Disconnected;
    row.session.clientName = {};
    row.session.disconnected = now;
}

void LiveFarm::reconnect(const FarmSession& session)
{
    Row& row = rowOf(session);
    row.session.state = ConnectState::Active;
    if (row.session.clientName.isNull())
        row.session.clientName = SharedString(clientOfPerson(m_nextPerson));
}

void LiveFarm::reuse(const FarmSession& session, TimePoint now)
{
    Row& row = rowOf(session);
    const std::uint32_t person = m_nextPerson++;
    row.occupancy = m_nextOccupancy++;
    row.isEnding = false;
    row.isStuck = false;
    row.session.state = ConnectState::Active;
    row.session.userName = SharedString(accountOfPerson(person));
    row.session.domainName = SharedString(domainOfPerson(person));
    row.session.clientName = SharedString(clientOfPerson(person));
    row.session.created = now;
}

void LiveFarm::remove(const FarmSession& session)
{
    removeRow(m_places.at(keyOf(session)));
}

void LiveFarm::removeRow(std::size_t place)
{
    m_table.reset();
    Row& row = m_rows[place];
    m_places.erase(keyOf(row.session));
    row.isGone = true;
    ++m_gone;
    if (row.session.machine != none)
        --m_users[row.session.machine];
    if (m_gone > 64 && m_gone > m_rows.size() / 4)
        compact();
}

void LiveFarm::compact()
{
    std::erase_if(m_rows, [](const Row& row) { return row.isGone; });
    m_gone = 0;
    for (std::size_t place = 0; place < m_rows.size(); ++place)
        m_places[keyOf(m_rows[place].session)] = place;
}

void LiveFarm::churnOnce(TimePoint now)
{
    if (size() == 0 || (size() < m_usualSize && m_random.perMille(400)) || m_random.perMille(200)) {
        signIn(now);
        return;
    }
    const Row& row = m_rows[m_random.below(static_cast<std::uint32_t>(m_rows.size()))];
    if (row.isGone || row.session.userName.isNull())
        return;
    const bool isLeaving = m_random.perMille(size() > m_usualSize ? 500 : 250);
    if (row.session.state == ConnectState::Active || row.session.state == ConnectState::Disconnected) {
        if (isLeaving)
            logOff(row.session, now, false);
        else if (row.session.state == ConnectState::Active)
            disconnect(row.session, now);
        else
            reconnect(row.session);
    }
}

void LiveFarm::signIn(TimePoint now)
{
    FarmSession session;
    for (int tries = 0; tries < 16 && session.machine == none; ++tries) {
        const std::uint32_t machine = m_random.below(static_cast<std::uint32_t>(m_layout->machines.size()));
        if (m_users[machine] == 0 && m_machines.state(machine) == core::MachineState::Running)
            session.machine = machine;
    }
    if (session.machine == none)
        return;
    const std::uint32_t person = m_nextPerson++;
    session.host = m_layout->machines[session.machine].host;
    session.sessionId = ++m_lastId[session.host];
    session.userName = SharedString(accountOfPerson(person));
    session.domainName = SharedString(domainOfPerson(person));
    session.clientName = SharedString(clientOfPerson(person));
    session.created = now;
    ++m_users[session.machine];
    m_table.reset();
    m_places.emplace(keyOf(session), m_rows.size());
    m_rows.push_back({std::move(session), m_nextOccupancy++, false, false, false});
}

} // namespace deskwarden::simulator
