// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

#include <cstddef>
#include <string>

namespace deskwarden::management {

struct ServerProbeOptions
{
    std::size_t enoughSessions = 50; ///< stops listing once it is proved to work
};

/// The staged test of a connection: each step from the name lookup to the deployment is tried and reported in order.
/// Thread: used on one thread; its connection lives there. Blocks: returns within 200 ms of a stop request.
class ServerProbe final
{
public:
    explicit ServerProbe(Connector connector, std::string nameSpace = std::string(core::rdmsNamespace),
                         ServerProbeOptions options = {});

    /// Reports every stage that was reached, the failing one last of those that are fatal (Name to List). A failure of
    /// ActiveBroker or Deployment is reported and does not fail the probe.
    /// Facts: List "n" (sessions seen, "n+" if there are more), ActiveBroker its name, Deployment the RD Virtualization
    /// Hosts' names, separated by ", ", empty if it has none. Fails: with the fatal stage's error.
    core::Result<> run(const CallContext& context, const StageSink& stages);

private:
    const Connector m_connector;
    const std::string m_nameSpace;
    const ServerProbeOptions m_options;
};

} // namespace deskwarden::management
