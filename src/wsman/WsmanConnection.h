// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/AbandonableCall.h"
#include "management/seam/ManagementConnection.h"
#include "wsman/Enumeration.h"
#include "wsman/http/WireObserver.h"

#include <chrono>
#include <memory>
#include <string>

namespace deskwarden::wsman {

/// What tests and benchmarks vary; the defaults are for use.
struct WsmanOptions
{
    std::chrono::milliseconds connectTimeout{20'000};
    std::chrono::milliseconds probePatience{5'000}; ///< for an answer to a request that is not signed in
    EnumerationLimits limits = {};
    std::string language = "en-US"; ///< in which the server's own words are to be, as "ru-RU"
    /// Shared by all connections of a connector: sign-ins that hang and were left behind.
    std::shared_ptr<management::AbandonedCalls> abandonedCalls = std::make_shared<management::AbandonedCalls>(16);
    std::shared_ptr<WireObserver> observer = nullptr; ///< told of all that passes; null = nobody
};

/// A conversation over WS-Management: WinRM's HTTP or HTTPS listener, or another WS-Management server.
/// Thread, Blocks, Fails: as ManagementConnection says. The password is in no error.
class WsmanConnection final : public management::ManagementConnection
{
public:
    WsmanConnection(core::ServerProfile profile, core::Secret password, WsmanOptions options = {});
    ~WsmanConnection() override;

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
    class Private;
    std::unique_ptr<Private> m_private;
};

/// Connections to the profile's server. A bare host name means HTTPS first, then HTTP, but never
/// after a refused certificate or password; what worked once is used at once by the connector's further connections.
/// Fails (when called): NotSupported for transports that are not WS-Management.
[[nodiscard]] management::Connector connectorFor(core::ServerProfile profile, core::Secret password,
                                                 WsmanOptions options = {});

} // namespace deskwarden::wsman
