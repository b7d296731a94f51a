// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/ManagementConnection.h"

#include <atomic>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace deskwarden::management {

/// A route to a server, and how people call it.
struct Route
{
    std::string name; ///< "WinRM", or an address
    Connector connector;
};

/// Whether a failure of that kind makes the next route worth a try.
using ShouldTryNext = bool (*)(core::ErrorKind kind);

/// Which route a connector's connections have found open. Thread: any.
struct FoundRoute
{
    static constexpr std::size_t none = ~std::size_t{0};
    std::atomic<std::size_t> index{none};
};

/// A connection to a host to which more than one route may lead: one after the other until one is open. That one is
/// kept, and used at once by all who share the finding. When all fail, the error of the route that got furthest is
/// given, with those of all in its detail. Thread, Blocks, Fails: as ManagementConnection says.
class FirstOpenConnection final : public ManagementConnection
{
public:
    FirstOpenConnection(std::vector<Route> routes, ShouldTryNext shouldTryNext, std::shared_ptr<FoundRoute> found);

    [[nodiscard]] core::Result<> open(const CallContext& context, const StageSink& stages) override;
    [[nodiscard]] core::Result<EnumerationEnd> enumerate(const Query& query, const BatchSink& sink,
                                                         const CallContext& context) override;
    [[nodiscard]] core::Result<core::Instance> get(const InstancePath& path, const CallContext& context) override;
    [[nodiscard]] core::Result<MethodResult> invoke(const InstancePath& path, const std::string& method,
                                                    const Arguments& arguments, const CallContext& context) override;

private:
    struct Attempt;

    [[nodiscard]] static Attempt tryBy(const Route& route, const CallContext& context);
    [[nodiscard]] core::Result<> find(const CallContext& context, const StageSink& stages);
    [[nodiscard]] core::Result<> ensure(const CallContext& context);

    const std::vector<Route> m_routes;
    const ShouldTryNext m_shouldTryNext;
    const std::shared_ptr<FoundRoute> m_found;
    std::unique_ptr<ManagementConnection> m_connection;
};

/// The route is closed or leads nowhere. False for whatever is a finding about this server or this person: a refused
/// certificate or password must be seen, not walked around, and a second refusal could lock the account.
[[nodiscard]] bool isRouteClosed(core::ErrorKind kind) noexcept;

/// Connections by the first of the routes that is open.
[[nodiscard]] Connector firstOpenConnector(std::vector<Route> routes, ShouldTryNext shouldTryNext = isRouteClosed);

} // namespace deskwarden::management
