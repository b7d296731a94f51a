// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/seam/FirstOpenConnection.h"

#include <utility>

namespace deskwarden::management {

using core::ErrorKind;
using core::Result;

namespace {

std::string told(const Way& way, const core::ManagementError& error)
{
    std::string text = way.name + ": " + core::symbol(error.kind);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

} // namespace

bool isWayClosed(ErrorKind kind) noexcept
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

FirstOpenConnection::FirstOpenConnection(std::vector<Way> ways, GoesOn goesOn, std::shared_ptr<FoundWay> found)
    : m_ways(std::move(ways))
    , m_goesOn(goesOn)
    , m_found(std::move(found))
{}

FirstOpenConnection::Attempt FirstOpenConnection::tryBy(const Way& way, const CallContext& context)
{
    Attempt attempt;
    auto connection = way.connector();
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
    if (known >= m_ways.size())
        return find(context, stages);
    auto connection = m_ways[known].connector();
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
    for (std::size_t index = 0; index < m_ways.size(); ++index) {
        Attempt attempt = tryBy(m_ways[index], context);
        const bool isOpen = attempt.result.has_value();
        const bool isLast = isOpen || !m_goesOn(attempt.result.error().kind) || ended(context);
        failures += isOpen ? 0U : 1U;
        if (!isOpen)
            reasons += (reasons.empty() ? "" : "; ") + told(m_ways[index], attempt.result.error());
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

Connector firstOpenConnector(std::vector<Way> ways, GoesOn goesOn)
{
    return [ways = std::move(ways), goesOn,
            found = std::make_shared<FoundWay>()]() -> Result<std::unique_ptr<ManagementConnection>> {
        return std::make_unique<FirstOpenConnection>(ways, goesOn, found);
    };
}

} // namespace deskwarden::management
