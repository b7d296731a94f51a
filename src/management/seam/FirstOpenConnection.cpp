// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/FirstOpenConnection.h"

#include <utility>

namespace deskwarden::management {

using core::ErrorKind;
using core::Result;

namespace {

std::string told(const Route& route, const core::ManagementError& error)
{
    std::string text = route.name + ": " + core::symbol(error.kind);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

} // namespace

bool isRouteClosed(ErrorKind kind) noexcept
{
    switch (kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::HostUnreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TlsFailed:
    case ErrorKind::NotWsman:
    case ErrorKind::HttpStatus:
    case ErrorKind::TimedOut:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::NameNotResolved:
    case ErrorKind::CertificateUntrusted:
    case ErrorKind::CertificateChanged:
    case ErrorKind::TlsRequired:
    case ErrorKind::SignInRefused:
    case ErrorKind::SignInImpossible:
    case ErrorKind::SchemeNotOffered:
    case ErrorKind::UnprotectedRefused:
    case ErrorKind::EncryptionRequired:
    case ErrorKind::MessageTampered:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Endless:
    case ErrorKind::Fault:
    case ErrorKind::PolicyRefused:
    case ErrorKind::NotSupported:
    case ErrorKind::LedgerUnwritable:
    case ErrorKind::LedgerDamaged:
    case ErrorKind::OutOfResources:
        return false;
    }
    return false;
}

struct FirstOpenConnection::Attempt
{
    Result<> result;
    std::vector<StageReport> stages;
    std::unique_ptr<ManagementConnection> connection;
};

FirstOpenConnection::FirstOpenConnection(std::vector<Route> routes, ShouldTryNext shouldTryNext,
                                         std::shared_ptr<FoundRoute> found)
    : m_routes(std::move(routes))
    , m_shouldTryNext(shouldTryNext)
    , m_found(std::move(found))
{}

FirstOpenConnection::Attempt FirstOpenConnection::tryBy(const Route& route, const CallContext& context)
{
    Attempt attempt;
    auto connection = route.connector();
    if (!connection) {
        attempt.result = core::failure(std::move(connection.error()));
        return attempt;
    }
    attempt.connection = *std::move(connection);
    attempt.result = attempt.connection->open(
        context, [&attempt](StageReport report) { attempt.stages.push_back(std::move(report)); });
    return attempt;
}

Result<> FirstOpenConnection::open(const CallContext& context, const StageSink& stages)
{
    const std::size_t known = m_found->index;
    if (known >= m_routes.size())
        return find(context, stages);
    auto connection = m_routes[known].connector();
    if (!connection)
        return core::failure(std::move(connection.error()));
    m_connection = *std::move(connection);
    return m_connection->open(context, stages);
}

Result<> FirstOpenConnection::find(const CallContext& context, const StageSink& stages)
{
    Attempt best;
    std::string reasons;
    std::size_t failures = 0;
    for (std::size_t index = 0; index < m_routes.size(); ++index) {
        Attempt attempt = tryBy(m_routes[index], context);
        const bool isOpen = attempt.result.has_value();
        const bool isLast = isOpen || !m_shouldTryNext(attempt.result.error().kind) || ended(context);
        failures += isOpen ? 0U : 1U;
        if (!isOpen)
            reasons += (reasons.empty() ? "" : "; ") + told(m_routes[index], attempt.result.error());
        if (index == 0 || isLast || attempt.stages.size() >= best.stages.size())
            best = std::move(attempt);
        if (isOpen)
            m_found->index = index;
        if (isLast)
            break;
    }
    if (!best.result && failures > 1) {
        best.result.error().detail = reasons;
        if (!best.stages.empty() && best.stages.back().error)
            best.stages.back().error->detail = reasons;
    }
    if (stages) {
        for (StageReport& report : best.stages)
            stages(std::move(report));
    }
    if (best.result)
        m_connection = std::move(best.connection);
    return best.result;
}

/// After a failed open() the next call tries again.
Result<> FirstOpenConnection::ensure(const CallContext& context)
{
    return m_connection ? Result<>() : open(context, {});
}

Result<EnumerationEnd> FirstOpenConnection::enumerate(const Query& query, const BatchSink& sink,
                                                      const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->enumerate(query, sink, context);
}

Result<core::Instance> FirstOpenConnection::get(const InstancePath& path, const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->get(path, context);
}

Result<MethodResult> FirstOpenConnection::invoke(const InstancePath& path, const std::string& method,
                                                 const Arguments& arguments, const CallContext& context)
{
    if (auto ready = ensure(context); !ready) {
        ready.error().delivery = core::Delivery::NotSent; // what went out was a question, not the act
        return core::failure(std::move(ready.error()));
    }
    return m_connection->invoke(path, method, arguments, context);
}

Connector firstOpenConnector(std::vector<Route> routes, ShouldTryNext shouldTryNext)
{
    return [routes = std::move(routes), shouldTryNext,
            found = std::make_shared<FoundRoute>()]() -> Result<std::unique_ptr<ManagementConnection>> {
        return std::make_unique<FirstOpenConnection>(routes, shouldTryNext, found);
    };
}

} // namespace deskwarden::management
