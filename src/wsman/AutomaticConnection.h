// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/ManagementConnection.h"
#include "wsman/WsmanConnection.h"

#include <atomic>
#include <memory>
#include <vector>

namespace deskwarden::wsman {

/// What a connector's connections have found out about a bare host name. Thread: any.
struct FoundTransport
{
    std::atomic<core::Transport> transport{core::Transport::Automatic};
};

/// A connection to a host of which only the name is known: HTTPS first, then HTTP. Never goes on to HTTP after a
/// refused certificate or password: what is wrong there must be seen, not walked around. Thread, Blocks, Fails: as
/// ManagementConnection says. When both ways fail, the error that got further is given, with both in its detail.
class AutomaticConnection final : public management::ManagementConnection
{
public:
    AutomaticConnection(core::ServerProfile profile, core::Secret password, WsmanOptions options,
                        std::shared_ptr<FoundTransport> found);

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
    struct Attempt
    {
        core::Result<> result;
        std::vector<management::StageReport> stages;
        std::unique_ptr<management::ManagementConnection> connection;
    };

    [[nodiscard]] std::unique_ptr<WsmanConnection> connectionBy(core::Transport transport) const;
    [[nodiscard]] Attempt tryBy(core::Transport transport, const management::CallContext& context) const;
    [[nodiscard]] core::Result<> find(const management::CallContext& context, const management::StageSink& stages);
    [[nodiscard]] core::Result<> ensure(const management::CallContext& context);

    const core::ServerProfile m_profile;
    const core::Secret m_password;
    const WsmanOptions m_options;
    const std::shared_ptr<FoundTransport> m_found;
    std::unique_ptr<management::ManagementConnection> m_connection;
};

} // namespace deskwarden::wsman
