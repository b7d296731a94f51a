// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "core/Value.h"
#include "core/VirtualDesktop.h"
#include "management/machines/MachineCollector.h"

#include <QHash>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace deskwarden::app {

/// Lists the machines of a server by the product's one rule for rows (management::MachineCollector).
/// Thread: that of its connection. Blocks: as long as the server takes.
class MachineLister final
{
public:
    MachineLister(const CliContext& context, management::ManagementConnection& connection);

    /// Lists all, with the names of their collections where the account may read them.
    [[nodiscard]] core::Result<> list();
    /// All machines of the list, once it is there, and the instance of each in the same place.
    [[nodiscard]] const std::vector<core::VirtualDesktop>& machines() const noexcept { return m_rows.machines(); }
    [[nodiscard]] const core::Instance& instance(std::size_t row) const { return m_instances[row]; }
    /// Whether --state, --host and --collection leave it.
    [[nodiscard]] bool isSelected(const core::VirtualDesktop& machine) const;
    /// The collection as people call it.
    [[nodiscard]] QString collectionOf(const core::VirtualDesktop& machine) const;
    /// The list lacks something.
    [[nodiscard]] bool isIncomplete() const noexcept { return m_incomplete || m_rows.leftOut().isAny(); }
    /// Says on stderr what the list lacks, if anything.
    void sayIncomplete() const;
    /// Says on stderr which hosts and collections of the selection nothing knows; false if there are any.
    [[nodiscard]] bool knowsAllSelected();

private:
    void readCollectionNames();
    void say(const QString& sentence) const;

    const CliContext& m_context;
    management::ManagementConnection& m_connection;
    core::StringPool m_pool;
    management::MachineCollector m_rows;
    std::vector<core::Instance> m_instances;
    QHash<QString, QString> m_collectionNames; // by lower-case alias
    std::optional<std::uint32_t> m_incomplete; // the status that said so
};

} // namespace deskwarden::app
