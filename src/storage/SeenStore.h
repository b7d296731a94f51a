// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/sessions/SeenStates.h"

#include <QString>

#include <cstddef>
#include <functional>
#include <map>

namespace deskwarden::storage {

class FileQueue;

/// What was seen of each server's sessions, over restarts: one small text file a server, without any name of a person.
/// Thread: the GUI thread. Owner: the program's composition. Blocks: save() not, where a queue writes. Fails: never; a
/// file that cannot be read or written counts as empty.
class SeenStore final
{
public:
    static constexpr std::size_t mostSessions = 20'000; ///< of one server; the file has 32 bytes for each

    /// A queue outlives it.
    explicit SeenStore(QString folder, FileQueue* queue = nullptr);

    /// Reads what was seen, when it is called. Thread: any, and one that may wait for the disk: at most a megabyte.
    /// Owner: nobody; it outlives the store.
    [[nodiscard]] std::function<management::SeenStates()> reader(const core::ServerId& server) const;
    void save(const core::ServerId& server, management::SeenStates seen);

private:
    [[nodiscard]] QString fileOf(const core::ServerId& server) const;

    const QString m_folder;
    FileQueue* const m_queue;
    std::map<core::ServerId, management::SeenStates> m_saved; ///< what may not be on the disk yet
};

} // namespace deskwarden::storage
