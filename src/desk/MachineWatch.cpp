// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/MachineWatch.h"

#include <algorithm>
#include <utility>

namespace deskwarden::desk {

MachineWatch::MachineWatch(const ConnectedServers& servers, QObject* parent)
    : QObject(parent)
    , m_servers(servers)
{
    connect(&servers, &ConnectedServers::closed, this, &MachineWatch::forget);
    connect(&servers, &ConnectedServers::linksChanged, this, &MachineWatch::follow);
    follow();
}

MachineWatch::~MachineWatch()
{
    for (const auto& [server, watched] : m_watched)
        watched.query->requestStop();
}

void MachineWatch::follow()
{
    for (const auto& link : m_servers.links()) {
        if (m_watched.contains(link->server()))
            continue;
        management::MachineQueryOptions options;
        options.nameSpace = link->profile().nameSpace;
        options.callTimeout = link->profile().timeout;
        // The thread only posts a wake; what it is about waits in a mailbox, and the thread ends before this does.
        m_watched[link->server()].query =
            std::make_unique<management::MachineQuery>(link->server(), link->connector(), options, [this] {
                QMetaObject::invokeMethod(this, &MachineWatch::take, Qt::QueuedConnection);
            });
    }
}

void MachineWatch::forget(const core::ServerId& server)
{
    if (m_watched.erase(server) > 0)
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
