// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/ManagementConnection.h"
#include "wmicom/ComWorker.h"

#include <memory>

namespace deskwarden::wmicom {

class WmiSession;

/// A conversation with WMI over COM: DCOM to another machine, or this machine's own WMI.
/// Thread, Blocks, Fails: as ManagementConnection says. Needs a ComProcess.
class WmiConnection final : public management::ManagementConnection
{
public:
    WmiConnection(core::ServerProfile profile, core::Secret password,
                  std::shared_ptr<management::AbandonedCalls> limit);
    ~WmiConnection() override;

    [[nodiscard]] core::Result<> open(const management::CallContext& context,
                                      const management::StageSink& stages) override;
    [[nodiscard]] core::Result<management::EnumerationEnd> enumerate(const management::Query& query,
                                                                     const management::BatchSink& sink,
                                                                     const management::CallContext& context) override;
    [[nodiscard]] core::Result<core::Instance> get(const management::InstancePath& path,
                                                   const management::CallContext& context) override;
    [[nodiscard]] core::Result<management::MethodResult> invoke(const management::InstancePath& path,
                                                                const std::string& method,
                                                                const management::Arguments& arguments,
                                                                const management::CallContext& context) override;

private:
    [[nodiscard]] core::Result<> reach(const management::CallContext& context, const management::StageSink& stages);
    /// The thread and what lives on it; a new pair after one was left behind.
    void ensureWorker();
    void letGo();
    void letGoIfLost();

    const core::ServerProfile m_profile;
    const core::Secret m_password;
    const std::shared_ptr<management::AbandonedCalls> m_limit;
    std::unique_ptr<ComWorker> m_worker;
    std::shared_ptr<WmiSession> m_session; ///< used on the worker's thread only
};

/// The calls that connections of one connector leave behind, at most.
[[nodiscard]] std::shared_ptr<management::AbandonedCalls> callsOfOneConnector();
/// Connections to the profile's server, which share `calls`. Thread: any.
/// Fails (when called): NotSupported for other transports, InvalidInput for sign-in schemes that DCOM does not have.
[[nodiscard]] management::Connector connectorFor(
    core::ServerProfile profile, core::Secret password,
    std::shared_ptr<management::AbandonedCalls> calls = callsOfOneConnector());

} // namespace deskwarden::wmicom
