// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/machines/MachineQuery.h"

#include <atomic>
#include <list>
#include <memory>
#include <thread>
#include <vector>

namespace deskwarden::desk {

/// Ends queries beside the window: a query that is destroyed waits for its thread, for as long as a call takes to stop.
/// Thread: GUI. Owner: the servers, and all who end queries. Blocks: the destructor waits for those that have not ended
/// yet; end() only where no thread is to be had.
class QueryEndings final
{
public:
    using Queries = std::vector<std::unique_ptr<management::MachineQuery>>;

    explicit QueryEndings(core::StartThread startThread = core::startThread);
    QueryEndings(const QueryEndings&) = delete;
    QueryEndings& operator=(const QueryEndings&) = delete;
    ~QueryEndings() = default;

    /// All of them are told to stop before this returns.
    void end(Queries queries);

private:
    struct Ending
    {
        std::atomic<bool> isOver = false;
        std::jthread thread;
    };

    const core::StartThread m_startThread;
    std::list<Ending> m_endings;
};

} // namespace deskwarden::desk
