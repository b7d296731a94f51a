// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/JsonListFile.h"
#include "storage/KeptName.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace deskwarden::storage {

/// The users, machines and hosts that a person has pinned or written a note on, in the order in which that was first
/// done, in one JSON file. It is never sent anywhere. Names are compared without regard to ASCII case, as Windows does.
/// Thread: the GUI thread. Owner: the program's composition. Fails: as JsonListFile; what is in memory stays usable.
class PinStore final
{
public:
    static constexpr std::size_t mostNames = 500;
    static constexpr int longestName = 600; ///< of a domain and a user
    static constexpr int longestNote = 2000;

    /// With a queue, which outlives it, that one writes, and tells what could not be written.
    explicit PinStore(const QString& file, FileQueue* queue = nullptr);

    [[nodiscard]] const std::vector<KeptName>& names() const noexcept { return m_names; }
    /// Nothing but the name, if nothing is kept of it.
    [[nodiscard]] KeptName find(KeptKind kind, const QString& name) const;
    [[nodiscard]] const std::optional<core::ManagementError>& problem() const noexcept { return m_file.problem(); }

    /// What is neither pinned nor has a note is forgotten. Fails also if there is no room for one more.
    core::Result<> put(const KeptName& kept);

private:
    core::Result<> save();
    [[nodiscard]] std::vector<KeptName>::const_iterator place(KeptKind kind, const QString& name) const;

    JsonListFile m_file;
    std::vector<KeptName> m_names;
};

} // namespace deskwarden::storage
