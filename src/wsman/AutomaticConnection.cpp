// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/AutomaticConnection.h"

#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::Result;
using core::Transport;
using management::CallContext;

/// The HTTPS listener may just not be there; then HTTP is worth a try. Anything else is a finding about this server.
bool isWorthFallingBack(ErrorKind kind) noexcept
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
    case ErrorKind::NotSupported:
    case ErrorKind::LedgerUnwritable:
    case ErrorKind::OutOfResources:
        return false;
    }
    return false;
}

core::ServerAddress addressBy(core::ServerAddress address, Transport transport)
{
    address.transport = transport;
    if (address.port == 0)
        address.port = transport == Transport::WsmanHttps ? 5986 : 5985;
    return address;
}

std::string told(const core::ServerAddress& address, const core::ManagementError& error)
{
    std::string text = address.text() + ": " + core::symbol(error.kind);
    if (!error.detail.empty())
        text += " (" + error.detail + ")";
    return text;
}

} // namespace

AutomaticConnection::AutomaticConnection(core::ServerProfile profile, core::Secret password, WsmanOptions options,
                                         std::shared_ptr<FoundTransport> found)
    : m_profile(std::move(profile))
    , m_password(std::move(password))
    , m_options(options)
    , m_found(std::move(found))
{}

std::unique_ptr<WsmanConnection> AutomaticConnection::connectionBy(Transport transport) const
{
    core::ServerProfile profile = m_profile;
    profile.address = addressBy(profile.address, transport);
    return std::make_unique<WsmanConnection>(std::move(profile), m_password, m_options);
}

AutomaticConnection::Attempt AutomaticConnection::tryBy(Transport transport, const CallContext& context) const
{
    Attempt attempt;
    attempt.connection = connectionBy(transport);
    attempt.result = attempt.connection->open(
        context, [&attempt](management::StageReport report) { attempt.stages.push_back(std::move(report)); });
    return attempt;
}

Result<> AutomaticConnection::open(const CallContext& context, const management::StageSink& stages)
{
    const Transport known = m_found->transport;
    if (known == Transport::Automatic)
        return find(context, stages);
    m_connection = connectionBy(known);
    return m_connection->open(context, stages);
}

Result<> AutomaticConnection::find(const CallContext& context, const management::StageSink& stages)
{
    Attempt attempt = tryBy(Transport::WsmanHttps, context);
    Transport transport = Transport::WsmanHttps;
    if (!attempt.result && isWorthFallingBack(attempt.result.error().kind) && !management::ended(context)) {
        Attempt plain = tryBy(Transport::WsmanHttp, context);
        const auto& first = attempt.result;
        std::string both;
        if (!plain.result)
            both = told(addressBy(m_profile.address, Transport::WsmanHttps), first.error()) + "; " +
                   told(addressBy(m_profile.address, Transport::WsmanHttp), plain.result.error());
        if (plain.result || plain.stages.size() >= attempt.stages.size()) {
            attempt = std::move(plain);
            transport = Transport::WsmanHttp;
        }
        if (!attempt.result) {
            attempt.result.error().detail = both;
            if (!attempt.stages.empty() && attempt.stages.back().error)
                attempt.stages.back().error->detail = both;
        }
    }
    if (stages) {
        for (management::StageReport& report : attempt.stages)
            stages(std::move(report));
    }
    if (!attempt.result)
        return attempt.result;
    m_connection = std::move(attempt.connection);
    m_found->transport = transport;
    return {};
}

/// After a failed open() the next call tries again.
Result<> AutomaticConnection::ensure(const CallContext& context)
{
    return m_connection ? Result<>() : open(context, {});
}

Result<management::EnumerationEnd> AutomaticConnection::enumerate(const management::Query& query,
                                                                  const management::BatchSink& sink,
                                                                  const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->enumerate(query, sink, context);
}

Result<core::Instance> AutomaticConnection::get(const management::InstancePath& path, const CallContext& context)
{
    if (auto ready = ensure(context); !ready)
        return core::failure(std::move(ready.error()));
    return m_connection->get(path, context);
}

Result<management::MethodResult> AutomaticConnection::invoke(const management::InstancePath& path,
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

} // namespace deskwarden::wsman
