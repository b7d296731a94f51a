// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/seam/ManagementConnection.h"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::management {

/// What a broker tells of one VM host.
struct HostFacts
{
    std::string name;
    std::size_t sessions = 0;
    std::size_t inUse = 0; ///< sessions in which somebody may be working
    std::size_t machines = 0;
    std::size_t running = 0;              ///< machines
    std::optional<std::uint32_t> pending; ///< connections on their way to it, by Win32_SessionDirectoryServer
    std::optional<std::uint32_t> load;    ///< the broker's own indicator, without a unit
    std::optional<std::chrono::system_clock::time_point> lastAnswer; ///< to an act; nothing: none is on record
    std::optional<std::size_t> failures; ///< acts of the last hour that failed or whose outcome is not known; nothing:
                                         ///< the record is not known
};

/// What the record of this computer tells of one act on a host.
struct HostAct
{
    std::string host;
    std::chrono::system_clock::time_point time; ///< of the outcome
    bool isAnswered = false;                    ///< the host said something to it, be it a refusal
    bool isFailure = false;                     ///< it failed, or nobody knows what became of it
};

enum class NodeRole { ConnectionBroker, VirtualizationHost, SessionHost, WebAccess, Gateway, Licensing };
enum class NodeCertificate { Redirector, Publishing, WebAccess, Gateway };

/// One server of the deployment (Win32_RDMSJoinedNode).
struct DeploymentNode
{
    std::string name;
    std::string osVersion;
    std::vector<NodeRole> roles;
    std::vector<NodeCertificate> missing; ///< those that its roles need and that are told not to be installed
};

/// The hosts of a deployment. A part that could not be read says why; what hangs on it is not known.
struct HostReport
{
    std::vector<HostFacts> hosts; ///< by name
    core::Result<> sessions;
    core::Result<> machines;
    core::Result<> loads;
    core::Result<std::vector<DeploymentNode>> nodes;
};

/// Blocks: for four lists. Fails: part by part.
[[nodiscard]] HostReport readHosts(ManagementConnection& connection, const std::string& nameSpace,
                                   const CallContext& limits);

/// Adds what is on record of acts on these hosts: when each last answered, and how many failed in the hour before
/// `now`.
void addActs(std::vector<HostFacts>& hosts, std::span<const HostAct> acts, std::chrono::system_clock::time_point now);

/// "connection_broker", "virtualization_host", …
[[nodiscard]] const char* symbol(NodeRole role) noexcept;
/// "redirector", "publishing", "web_access", "gateway".
[[nodiscard]] const char* symbol(NodeCertificate certificate) noexcept;

} // namespace deskwarden::management
