// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/Console.h"

#include "desk/ServerNames.h"

#include <map>
#include <string>
#include <utility>

namespace deskwarden::desk {

namespace {

LinkOptions linkOptions(const storage::Preferences& preferences)
{
    LinkOptions options;
    options.asksActiveBroker = true;
    options.interval = std::chrono::seconds(preferences.value(storage::preference::refreshSeconds));
    options.connections = static_cast<std::size_t>(preferences.value(storage::preference::parallelActs));
    options.verifyPatience = std::chrono::seconds(preferences.value(storage::preference::verifySeconds));
    return options;
}

} // namespace

Console::Console(Services services)
    : m_services(std::move(services))
    , m_sessions(m_services.now)
    , m_activity(m_services.now)
    , m_servers(m_services.connectorFor, m_services.ledger, [this] { return linkOptions(m_services.preferences); })
    , m_acts(m_servers, m_services.rules, m_services.now)
    , m_recovery(m_services.audit, m_activity)
    , m_seen(m_services.seen, m_sessions)
    , m_conversations(m_services.conversation)
    , m_people(m_services.directoryFor)
{
    using models::ActivityModel;
    using models::SessionTableModel;
    connect(&m_servers, &ConnectedServers::snapshotArrived, this, &Console::takeSnapshot);
    connect(&m_servers, &ConnectedServers::linksChanged, this, &Console::nameServers);
    connect(&m_servers, &ConnectedServers::closed, &m_sessions, &SessionTableModel::removeServer);
    connect(&m_servers, &ConnectedServers::closed, this,
            [this](const core::ServerId& server) { m_conversations.forget(server); });
    connect(&m_servers, &ConnectedServers::closed, &m_people, &PeopleCache::close);
    connect(&m_people, &PeopleCache::learnt, &m_sessions, &SessionTableModel::setPersonNames);
    connect(&m_acts, &ActDesk::listed, &m_activity, [this](const auto& requests) { m_activity.add(requests); });
    connect(&m_acts, &ActDesk::confirmed, &m_sessions,
            [this](const auto& requests) { m_sessions.noteSubmitted(requests); });
    connect(&m_acts, &ActDesk::reported, this, [this](const auto& reports) {
        m_activity.apply(reports);
        m_sessions.noteReports(reports);
    });
    connect(&m_recovery, &CrashRecovery::found, this, &Console::leftBehindFound);
    m_seen.watch(m_servers);
    recallOrders();
    if (m_services.orders == nullptr)
        return;
    m_acts.standing().keepWith([this](auto done) { keepOrders(done); });
    connect(&m_acts.standing(), &StandingRun::changed, this, [this] { keepOrders(); });
}

/// Those whose time is up meanwhile are forgotten.
void Console::recallOrders()
{
    if (m_services.orders == nullptr)
        return;
    for (const management::StandingOrder& order : m_services.orders->orders())
        (void)m_acts.standing().add(order);
}

/// An order that acts is not in the file any more.
void Console::keepOrders(const storage::FileQueue::Written& written)
{
    std::vector<management::StandingOrder> kept;
    for (const management::OrderState& state : m_acts.standing().orders().orders()) {
        if (state.order.isKept && state.stage == management::OrderStage::Waiting)
            kept.push_back(state.order);
    }
    (void)m_services.orders->save(kept, written); // the queue tells what could not be written
}

Console::~Console()
{
    end();
}

std::vector<management::SnapshotPointer> Console::lists() const
{
    std::vector<management::SnapshotPointer> lists;
    for (const auto& link : links()) {
        if (link->snapshot() != nullptr)
            lists.push_back(link->snapshot());
    }
    return lists;
}

core::Result<> Console::open(const core::ServerProfile& profile, const core::Secret& password)
{
    m_seen.recall(profile);
    const core::Result<> opened = m_servers.open(profile, password);
    if (opened) {
        m_conversations.remember(profile, password);
        m_people.open(profile, password);
        // A list of recent servers that cannot be written is no reason not to work.
        (void)m_services.servers.remember(profile, m_services.now());
    }
    return opened;
}

std::optional<CloseRefusal> Console::close(const core::ServerId& server)
{
    if (m_acts.isWaitingOn(server))
        return CloseRefusal::UsersWereTold;
    if (m_acts.isDraining(server))
        return CloseRefusal::HostIsBeingDrained;
    if (m_acts.isInWaves(server))
        return CloseRefusal::WavesGoOn;
    if (m_acts.isCuring(server))
        return CloseRefusal::GhostsAreBeingCured;
    if (const ServerLink* const link = m_servers.linkTo(server))
        m_seen.keep(*link);
    m_servers.close(server);
    return std::nullopt;
}

void Console::nameServers()
{
    const models::ServerNames names = desk::serverNames(links());
    m_sessions.setServerNames(names);
    m_activity.setServerNames(names);
}

void Console::retranslate()
{
    nameServers(); // a demonstration has a name in each language
    m_sessions.retranslate();
}

void Console::setInterval(std::chrono::seconds interval)
{
    m_services.preferences.setValue(storage::preference::refreshSeconds, static_cast<int>(interval.count()));
    m_servers.setInterval(interval);
}

void Console::setResting(bool isResting)
{
    for (const auto& link : links()) {
        const core::ServerId& server = link->server();
        link->setResting(isResting && !m_acts.isWaitingOn(server) && !m_acts.isDraining(server) &&
                         !m_acts.isInWaves(server) && !m_acts.standing().orders().isWaitingOn(server));
    }
}

void Console::lookAgain()
{
    for (const auto& link : links())
        m_recovery.lookAgain(*link);
}

void Console::stop()
{
    // First of all: what hangs ends while the rest is put away.
    m_servers.requestStop();
    m_people.requestStop();
    for (const auto& link : links())
        m_seen.keep(*link);
}

void Console::end()
{
    m_acts.fallSilent();
    m_servers.closeAll();
}

void Console::takeSnapshot(const management::SnapshotPointer& snapshot)
{
    std::map<std::string, std::string> names;
    for (const management::CollectionName& collection : snapshot->collections)
        names.emplace(collection.alias.toString(), collection.name.toString());
    if (!names.empty())
        m_sessions.setCollectionNames(snapshot->server, names);
    m_sessions.applySnapshot(snapshot);
    m_acts.takeList(*snapshot);
    m_people.take(snapshot);
    const ServerLink* const link = m_servers.linkTo(snapshot->server);
    if (link != nullptr && snapshot->health == management::SnapshotHealth::Fresh)
        m_recovery.look(*link);
    emit listTaken();
}

} // namespace deskwarden::desk
