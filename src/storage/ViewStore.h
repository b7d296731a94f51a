// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storage/JsonListFile.h"
#include "storage/SavedView.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace deskwarden::storage {

/// The views that a person has saved, in the person's order, in one JSON file. No name is there twice, in any case.
/// Thread: the GUI thread. Owner: the program's composition. Fails: as JsonListFile; what is in memory stays usable.
class ViewStore final
{
public:
    static constexpr std::size_t mostViews = 50;
    static constexpr int longestName = 80;
    static constexpr int longestText = 2000; ///< of any other word

    /// With a queue, which outlives it, that one writes, and tells what could not be written.
    explicit ViewStore(const QString& file, FileQueue* queue = nullptr);

    /// One view by itself, for another place, and back; nothing if it is not understood whole.
    [[nodiscard]] static QByteArray written(const SavedView& view);
    [[nodiscard]] static std::optional<SavedView> read(const QByteArray& bytes);

    [[nodiscard]] const std::vector<SavedView>& views() const noexcept { return m_views; }
    [[nodiscard]] const SavedView* find(const QString& name) const;
    [[nodiscard]] const std::optional<core::ManagementError>& problem() const noexcept { return m_file.problem(); }

    /// Takes the place of the one with its name, or comes last. Fails also if there is no name or no room for one more.
    core::Result<> put(const SavedView& view);
    /// Fails also if another one has that name.
    core::Result<> rename(const QString& from, const QString& to);
    core::Result<> remove(const QString& name);

private:
    core::Result<> save();

    JsonListFile m_file;
    std::vector<SavedView> m_views;
};

} // namespace deskwarden::storage
