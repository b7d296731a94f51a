// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/EitherConnection.h"

#ifdef _WIN32
#include "wmicom/WmiConnection.h"
#include "wsman/WsmanConnection.h"
#endif

#include <utility>

namespace deskwarden::app {

using core::ErrorKind;
using core::Result;
using management::CallContext;

namespace {

/// The way is closed or does not exist; anything else is a finding about this server or this person.
bool isWorthAnotherWay(ErrorKind kind) noexcept
{
    switch (kind) {
    case ErrorKind::ConnectionRefused:
    case ErrorKind::HostUnreachable:
    case ErrorKind::ConnectionLost:
    case ErrorKind::TlsFailed:
    case ErrorKind::NotWsman:
    case ErrorKind::HttpStatus:
    case ErrorKind::TimedOut:
    case ErrorKind::SchemeNotOffered:
    case ErrorKind::UnprotectedRefused:
    case ErrorKind::EncryptionRequired:
    case ErrorKind::NotSupported:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::NameNotResolved:
    case ErrorKind::CertificateUntrusted:
    case ErrorKind::CertificateChanged:
    case ErrorKind::TlsRequired:
    case ErrorKind::SignInRefused:
    case ErrorKind::SignInImpossible:
    case ErrorKind::MessageTampered:
    case ErrorKind::Malformed:
    case ErrorKind::TooLarge:
    case ErrorKind::Endless:
    case ErrorKind::Fault:
    case ErrorKind::LedgerUnwritable:
    case ErrorKind::OutOfResources:
        return false;
    }
    return false;
}

std::string told(const Way& way, const core::ManagementError& error)
{
    std::string text = way.name + ": " + core::symbol(error.kind);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

} // namespace

struct EitherConnection::Attempt
{
    Result<> result;
    std::vector<management::StageReport> stages;
    std::unique_ptr<management::ManagementConnection> connection;
};

EitherConnection::EitherConnection(std::vector<Way> ways, std::shared_ptr<FoundWay> found)
    : m_ways(std::move(ways))
    , m_found(std::move(found))
{}

EitherConnection::Attempt EitherConnection::tryBy(const Way& way, const CallContext& context) const
{
    Attempt attempt;
    auto connection = way.connector();
    if (!connection) {
        attempt.result = core::failure(std::move(connection.error()));
        return attempt;
    }
    attempt.connection = *std::move(connection);
    attempt.result = attempt.connection->open(
        context, [&attempt](management::StageReport report) { attempt.stages.push_back(std::move(report)); });
    return attempt;
}

Result<> EitherConnection::open(const CallContext& context, const management::StageSink& stages)
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

Result<> EitherConnection::find(const CallContext& context, const management::StageSink& stages)
{
    Attempt best;
    std::string reasons;
    for (std::size_t index = 0; index < m_ways.size(); ++index) {
        Attempt attempt = tryBy(m_ways[index], context);
        const bool isOpen = attempt.result.has_value();
        const bool isLast = isOpen || !isWorthAnotherWay(attempt.result.error().kind) || management::ended(context);
        if (!isOpen)
            reasons += (reasons.empty() ? "" : "; ") + told(m_ways[index], attempt.result.error());
        if (index == 0 || isLast || attempt.stages.size() >= best.stages.size())
            best = std::move(attempt);
        if (isOpen)
            m_found->index = index;
        if (isLast)
            break;
    }
    if (!best.result) {
        best.result.error().detail = reasons;
        if (!best.stages.empty() && best.stages.back().error)
            best.stages.back().error->detail = reasons;
    }
    if (stages) {
        for (management::StageReport& report : best.stages)
            stages(std::move(report));
    }
    if (best.result)
        m_connection = std::move(best.connection);
    return best.result;
}

/// After a failed open() the next call tries again.
Result<> EitherConnection::ensure(const CallContext& context)
{
    return m_connection ? Result<>() : open(context, {});
}

Result<management::EnumerationEnd> EitherConnection::enumerate(const management::Query& query,
                                                               const management::BatchSink& sink,
                                                               const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->enumerate(query, sink, context);
}

Result<core::Instance> EitherConnection::get(const management::InstancePath& path, const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->get(path, context);
}

Result<management::MethodResult> EitherConnection::invoke(const management::InstancePath& path,
                                                          const std::string& method,
                                                          const management::Arguments& arguments,
                                                          const CallContext& context)
{
    if (auto ready = ensure(context); !ready) {
        ready.error().delivery = core::Delivery::NotSent; // what went out was a question, not the act
        return core::failure(std::move(ready.error()));
    }
    return m_connection->invoke(path, method, arguments, context);
}

management::Connector eitherConnector(std::vector<Way> ways)
{
    return [ways = std::move(ways),
            found = std::make_shared<FoundWay>()]() -> Result<std::unique_ptr<management::ManagementConnection>> {
        return std::make_unique<EitherConnection>(ways, found);
    };
}

#ifdef _WIN32
management::Connector eitherConnector(core::ServerProfile profile, core::Secret password)
{
    core::ServerProfile byDcom = profile;
    byDcom.address.transport = core::Transport::Dcom;
    byDcom.address.port = 0;
    std::vector<Way> ways;
    ways.push_back({"WinRM", wsman::connectorFor(std::move(profile), password)});
    ways.push_back({"DCOM", wmicom::connectorFor(std::move(byDcom), std::move(password))});
    return eitherConnector(std::move(ways));
}
#endif

} // namespace deskwarden::app
