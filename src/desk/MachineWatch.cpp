// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/MachineWatch.h"

#include <algorithm>
#include <mutex>
#include <utility>

namespace deskwarden::desk {

struct MachineWatch::Bell
{
    std::mutex mutex;
    MachineWatch* watch; // guarded by mutex; null: it has gone

    explicit Bell(MachineWatch& rung)
        : watch(&rung)
    {}
    void ring()
    {
        const std::lock_guard lock(mutex);
        if (watch != nullptr)
            QMetaObject::invokeMethod(watch, &MachineWatch::take, Qt::QueuedConnection);
    }
    void fallSilent()
    {
        const std::lock_guard lock(mutex);
        watch = nullptr;
    }
};

MachineWatch::MachineWatch(const ConnectedServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers)
    , m_endings(servers.endings())
    , m_bell(std::make_shared<Bell>(*this))
{
    connect(&servers, &ConnectedServers::closed, this, &MachineWatch::forget);
    connect(&servers, &ConnectedServers::linksChanged, this, &MachineWatch::follow);
    follow();
}

MachineWatch::~MachineWatch()
{
    m_bell->fallSilent();
    QueryEndings::Queries ending;
    for (auto& [server, watched] : m_watched)
        ending.push_back(std::move(watched.query));
    m_endings->end(std::move(ending));
}

void MachineWatch::follow()
{
    if (m_isResting)
        return;
    for (const auto& link : m_servers.links()) {
        if (m_watched.contains(link->server()))
            continue;
        management::MachineQueryOptions options;
        options.nameSpace = link->profile().nameSpace;
        options.callTimeout = link->profile().timeout;
        // The thread only posts a wake; what it is about waits in a mailbox.
        m_watched[link->server()].query = std::make_unique<management::MachineQuery>(
            link->server(), link->connector(), options, [bell = m_bell] { bell->ring(); });
    }
}

void MachineWatch::setResting(bool isResting)
{
    if (m_isResting == isResting)
        return;
    m_isResting = isResting;
    const auto interval = isResting ? std::chrono::milliseconds::zero() : management::MachineQueryOptions().interval;
    for (const auto& [server, watched] : m_watched)
        watched.query->setInterval(interval);
    follow();
}

void MachineWatch::forget(const core::ServerId& server)
{
    const auto found = m_watched.find(server);
    if (found == m_watched.end())
        return;
    QueryEndings::Queries ending;
    ending.push_back(std::move(found->second.query));
    m_watched.erase(found);
    m_endings->end(std::move(ending));
    emit listsChanged();
}

void MachineWatch::take()
{
    bool isAny = false;
    for (auto& [server, watched] : m_watched) {
        if (management::MachineSnapshotPointer list = watched.query->takeSnapshot()) {
            watched.list = std::move(list);
            isAny = true;
        }
    }
    if (isAny)
        emit listsChanged();
}

std::vector<management::MachineSnapshotPointer> MachineWatch::lists() const
{
    std::vector<management::MachineSnapshotPointer> lists;
    for (const auto& [server, watched] : m_watched) {
        if (watched.list != nullptr)
            lists.push_back(watched.list);
    }
    return lists;
}

bool MachineWatch::isAsking() const
{
    return std::ranges::any_of(m_watched, [](const auto& entry) { return entry.second.list == nullptr; });
}

void MachineWatch::refresh()
{
    for (const auto& [server, watched] : m_watched)
        watched.query->refresh();
}

} // namespace deskwarden::desk
