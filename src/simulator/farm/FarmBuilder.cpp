// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/FarmBuilder.h"

#include "simulator/farm/People.h"
#include "simulator/farm/TroubleMaker.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace deskwarden::simulator {

namespace {

using core::ConnectState;
using core::SharedString;

struct CollectionName
{
    std::string_view alias;
    std::string_view name;
    std::string_view prefix;
    std::uint32_t type;
};
constexpr std::array<CollectionName, 10> collectionNames{{
    {"Office_Standard", "Office desktops", "OFF", 1},
    {"Accounting", "Accounting & payroll", "ACC", 3},
    {"Engineering", "Engineering (CAD)", "CAD", 2},
    {"Call_Centre", "Call centre", "CALL", 1},
    {"Development", "Developers' desktops", "DEV", 3},
    {"Vertrieb_Sued", "Vertrieb Süd", "VTS", 1},
    {"Sklad", "Склад", "SKL", 1},
    {"Training", "Training room", "TRN", 1},
    {"Contractors", "External contractors", "EXT", 2},
    {"Test_Ring", "Windows test ring", "TST", 1},
}};

struct StateShare
{
    ConnectState state;
    std::uint32_t perMille;
};
// Active takes the rest. The first of a small farm come first here.
constexpr std::array<StateShare, 12> stateShares{{
    {ConnectState::Disconnected, 310},
    {ConnectState::Idle, 40},
    {ConnectState::Connected, 20},
    {ConnectState::Listen, 12},
    {ConnectState::Reset, 8},
    {ConnectState::Shadow, 8},
    {ConnectState::ConnectQuery, 5},
    {ConnectState::Init, 4},
    {ConnectState::Down, 4},
    {ConnectState{11}, 1},
    {ConnectState::Absent, 1},
    {ConnectState::Active, 0},
}};
constexpr std::size_t everyStateFrom = 30; // rows from which a farm has each state at least once

std::string padded(std::uint32_t number, std::size_t width)
{
    const std::string digits = std::to_string(number);
    return std::string(digits.size() < width ? width - digits.size() : 0, '0') + digits;
}

bool isWithoutUser(ConnectState state)
{
    return state == ConnectState::Connected || state == ConnectState::ConnectQuery || state == ConnectState::Idle ||
           state == ConnectState::Listen || state == ConnectState::Init;
}

bool isWithoutClient(ConnectState state)
{
    return state == ConnectState::Disconnected || state == ConnectState::Idle || state == ConnectState::Listen ||
           state == ConnectState::Init || state == ConnectState::Down || state == ConnectState::Reset;
}

} // namespace

FarmBuilder::FarmBuilder(const FarmOptions& options)
    : m_options(options)
    , m_random(options.seed)
{}

Farm FarmBuilder::build()
{
    m_layout.broker = SharedString(m_options.broker);
    m_layout.activeBroker = m_layout.broker;
    m_layout.clientAccessName = SharedString("desktops.nordwind.example");
    addCollections();
    addHosts();
    m_sessions.reserve(m_options.sessions);
    m_layout.machines.reserve(m_options.sessions + m_options.sessions / 8 + 1);
    for (const ConnectState state : dealStates())
        addSession(state);
    addSpareMachines();
    TroubleMaker troubles(m_layout, m_sessions);
    for (const Trouble& trouble : m_options.troubles)
        troubles.make(trouble);
    std::ranges::sort(m_sessions, {},
                      [](const FarmSession& session) { return std::pair(session.host, session.sessionId); });
    return {std::make_shared<const FarmLayout>(std::move(m_layout)), std::move(m_sessions), m_people};
}

void FarmBuilder::addCollections()
{
    const std::uint32_t count = std::max(1U, m_options.collections);
    for (std::uint32_t number = 0; number < count; ++number) {
        const CollectionName& known = collectionNames[number % collectionNames.size()];
        const std::uint32_t round = number / static_cast<std::uint32_t>(collectionNames.size());
        const std::string suffix = round == 0 ? std::string() : std::to_string(round + 1);
        m_layout.collections.push_back({SharedString(std::string(known.alias) + suffix),
                                        SharedString(std::string(known.name) + (round == 0 ? "" : " ") + suffix),
                                        known.type, SharedString(openDescriptor)});
        m_machinePrefix.push_back(std::string(known.prefix) + suffix + "-");
    }
    m_machineCount.assign(count, 0);
}

void FarmBuilder::addHosts()
{
    const std::uint32_t count = std::max(1U, m_options.hosts);
    for (std::uint32_t number = 1; number <= count; ++number)
        m_layout.hosts.emplace_back("RDVH-" + padded(number, 2) + ".nordwind.example");
    m_lastId.assign(count, 0);
}

std::vector<ConnectState> FarmBuilder::dealStates()
{
    std::vector<ConnectState> states(m_options.sessions, ConnectState::Active);
    std::size_t next = 0;
    for (const StateShare& share : stateShares) {
        std::size_t count = m_options.sessions * share.perMille / 1000;
        if (count == 0 && m_options.sessions >= everyStateFrom)
            count = 1;
        for (; count > 0 && next < states.size(); --count)
            states[next++] = share.state;
    }
    m_random.shuffle(std::span(states));
    return states;
}

std::uint32_t FarmBuilder::nextSessionId(std::uint32_t host)
{
    // Ids are given in order, with holes where sessions have ended.
    m_lastId[host] += m_random.perMille(120) ? m_random.between(2, 6) : 1;
    return m_lastId[host];
}

std::uint32_t FarmBuilder::addMachine(std::uint32_t collection)
{
    VirtualMachine machine;
    machine.collection = collection;
    machine.host = m_random.below(static_cast<std::uint32_t>(m_layout.hosts.size()));
    machine.name = SharedString(m_machinePrefix[collection] + padded(++m_machineCount[collection], 4));
    m_layout.machines.push_back(std::move(machine));
    return static_cast<std::uint32_t>(m_layout.machines.size() - 1);
}

std::uint32_t FarmBuilder::pickPerson()
{
    // Some people work on two machines.
    if (m_people > 4 && m_random.perMille(25))
        return m_random.below(m_people);
    return m_people++;
}

void FarmBuilder::addSession(ConnectState state)
{
    FarmSession session;
    session.state = state;
    if (state == ConnectState::Listen) {
        session.host = m_random.below(static_cast<std::uint32_t>(m_layout.hosts.size()));
    } else {
        // The first collections are the large ones.
        const auto collections = static_cast<std::uint32_t>(m_layout.collections.size());
        const std::uint32_t collection = std::min(m_random.below(collections), m_random.below(collections));
        session.machine = addMachine(collection);
        session.host = m_layout.machines[session.machine].host;
        settleOccupant(session, m_layout.machines[session.machine]);
    }
    session.sessionId = nextSessionId(session.host);
    session.minutesSinceCreated = m_random.between(1, 60 * 24 * 5);
    session.minutesSinceDisconnected = m_random.between(0, session.minutesSinceCreated);
    m_sessions.push_back(std::move(session));
}

void FarmBuilder::settleOccupant(FarmSession& session, VirtualMachine& machine)
{
    const bool isPersonal = m_layout.collections[machine.collection].type != 1;
    if (!isWithoutUser(session.state)) {
        const std::uint32_t person = pickPerson();
        session.userName = intern(accountOfPerson(person));
        if (!m_random.perMille(15)) // a local account, or one that the host could not resolve
            session.domainName = intern(domainOfPerson(person));
        if (!isWithoutClient(session.state) && !m_random.perMille(10))
            session.clientName = SharedString(clientOfPerson(person));
        if (isPersonal)
            machine.owner = person;
    } else if (!isWithoutClient(session.state)) {
        session.clientName = SharedString(clientOfPerson(m_random.below(100'000)));
    }
    session.isCollectionNull = m_random.perMille(5);
    session.isMachineNameNull = m_random.perMille(3);
    if (session.state == ConnectState::Disconnected && m_random.perMille(40)) {
        machine.isGhost = true;
        machine.vmState = m_random.perMille(250) ? 32769 : 3;
        if (m_random.perMille(500))
            machine.reportedUser = m_random.below(m_people);
    }
}

void FarmBuilder::addSpareMachines()
{
    const auto collections = static_cast<std::uint32_t>(m_layout.collections.size());
    for (std::size_t left = m_options.sessions / 8 + 1; left > 0; --left) {
        VirtualMachine& machine = m_layout.machines[addMachine(m_random.below(collections))];
        const std::uint32_t lot = m_random.below(10);
        machine.vmState = lot < 5 ? 3 : lot < 7 ? 2 : lot < 9 ? 32769 : 32770;
        if (m_layout.collections[machine.collection].type != 1)
            machine.owner = m_random.below(m_people + 1);
    }
}

} // namespace deskwarden::simulator
