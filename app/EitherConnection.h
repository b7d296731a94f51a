// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/ManagementConnection.h"

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace deskwarden::app {

/// One way to a server, and how a person calls it.
struct Way
{
    std::string name; ///< "WinRM"
    management::Connector connector;
};

/// Which way a connector's connections have found open. Thread: any.
struct FoundWay
{
    static constexpr std::size_t none = ~std::size_t{0};
    std::atomic<std::size_t> index{none};
};

/// A connection to a host of which only the name is known: one way after the other until one is open. Never goes on
/// after a refused password or certificate: what is wrong there must be seen, not walked around, and a second refusal
/// could lock the account. When all fail, the error of the way that got furthest is given, with all of them in its
/// detail. Thread, Blocks, Fails: as ManagementConnection says.
class EitherConnection final : public management::ManagementConnection
{
public:
    EitherConnection(std::vector<Way> ways, std::shared_ptr<FoundWay> found);

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
    struct Attempt;

    [[nodiscard]] Attempt tryBy(const Way& way, const management::CallContext& context) const;
    [[nodiscard]] core::Result<> find(const management::CallContext& context, const management::StageSink& stages);
    [[nodiscard]] core::Result<> ensure(const management::CallContext& context);

    const std::vector<Way> m_ways;
    const std::shared_ptr<FoundWay> m_found;
    std::unique_ptr<management::ManagementConnection> m_connection;
};

/// Connections over WS-Management first, then over DCOM.
[[nodiscard]] management::Connector eitherConnector(core::ServerProfile profile, core::Secret password);
/// The same over any ways.
[[nodiscard]] management::Connector eitherConnector(std::vector<Way> ways);

} // namespace deskwarden::app
