// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/ManagementConnection.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace deskwarden::management {

/// Names of one kind (VM hosts, collections) that a server is known to use, to tell a name that stands for nothing from
/// one that stands for something empty. Compared without regard to ASCII case, as WMI compares them.
/// Thread: one.
class KnownNames final
{
public:
    /// Empty names are passed over.
    void add(std::string_view name);
    [[nodiscard]] bool knows(std::string_view name) const;
    [[nodiscard]] bool isEmpty() const noexcept { return m_names.empty(); }
    /// Known names that somebody may have meant: the same machine with another domain or none, or a few letters away.
    /// The nearest first, at most `most`.
    [[nodiscard]] std::vector<std::string> near(std::string_view name, std::size_t most = 3) const;

private:
    std::unordered_map<std::string, std::string> m_names; ///< as they are written, by their lower-case form
};

/// Adds the servers of the deployment (Win32_RDMSJoinedNode).
/// Blocks: as long as the server takes. Fails: as ManagementConnection::enumerate; not every account may read them.
core::Result<> addJoinedNodes(KnownNames& hosts, ManagementConnection& connection, const std::string& nameSpace,
                              const CallContext& context);
/// Adds the VM hosts of all virtual desktops (Win32_RDMSVirtualDesktop). Blocks, fails: as addJoinedNodes().
core::Result<> addDesktopHosts(KnownNames& hosts, ManagementConnection& connection, const std::string& nameSpace,
                               const CallContext& context);

} // namespace deskwarden::management
