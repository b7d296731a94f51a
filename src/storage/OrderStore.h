// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/StandingOrders.h"
#include "storage/JsonListFile.h"

#include <QString>

#include <optional>
#include <vector>

namespace deskwarden::storage {

/// The standing orders that a person wants to survive a restart, in one JSON file. An entry that asks for anything but
/// what a person can ask for is refused, and the file kept aside.
/// Thread: the GUI thread. Owner: the program's composition. Fails: as JsonListFile.
class OrderStore final
{
public:
    static constexpr int longestName = 600;
    static constexpr int longestText = 4000;          ///< of a message or a reason
    static constexpr int longestDuration = 7 * 86400; ///< seconds

    /// With a queue, which outlives it, that one writes, and tells what could not be written.
    explicit OrderStore(const QString& file, FileQueue* queue = nullptr);

    /// As they were in the file; those whose time is up as well.
    [[nodiscard]] const std::vector<management::StandingOrder>& orders() const noexcept { return m_orders; }
    [[nodiscard]] const std::optional<core::ManagementError>& problem() const noexcept { return m_file.problem(); }
    /// Writes them if they are others than those that were written last, or if somebody wants to know when the disk has
    /// them.
    core::Result<> save(const std::vector<management::StandingOrder>& orders, const FileQueue::Written& written = {});

private:
    JsonListFile m_file;
    std::vector<management::StandingOrder> m_orders;
    std::vector<QJsonObject> m_written;
};

} // namespace deskwarden::storage
