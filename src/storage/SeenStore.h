// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/sessions/SeenStates.h"

#include <QString>

#include <cstddef>
#include <thread>

namespace deskwarden::storage {

/// What was seen of each server's sessions, over restarts: one small text file a server, without any name of a person.
/// Thread: the GUI thread. Owner: the program's composition. Blocks: load() reads at most a megabyte; save() writes on
/// a thread of its own; both wait for the save before. Fails: never; a file that cannot be read or written counts as
/// empty.
class SeenStore final
{
public:
    static constexpr std::size_t mostSessions = 20'000; ///< of one server; the file has 32 bytes for each

    explicit SeenStore(QString folder);

    [[nodiscard]] management::SeenStates load(const core::ServerId& server);
    void save(const core::ServerId& server, management::SeenStates seen);

private:
    [[nodiscard]] QString fileOf(const core::ServerId& server) const;

    const QString m_folder;
    std::jthread m_writer; ///< of the last save
};

} // namespace deskwarden::storage
