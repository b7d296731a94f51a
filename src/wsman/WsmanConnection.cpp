// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/WsmanConnection.h"

#include "management/seam/FirstOpenConnection.h"
#include "wsman/ConnectionProbe.h"
#include "wsman/soap/ResourceUri.h"

#include <exception>
#include <optional>
#include <type_traits>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;
using core::Transport;
using management::CallContext;
using management::ManagementConnection;

core::ManagementError about(std::string_view className, core::ManagementError error)
{
    if (error.kind == ErrorKind::Fault)
        error.subject = className;
    return error;
}

/// Runs a call so that no exception leaves the layer: only memory can run out here.
template <typename Call>
std::invoke_result_t<Call> guarded(core::Delivery delivery, Call&& call)
{
    try {
        return std::forward<Call>(call)();
    } catch (const std::exception& exception) {
        return failure(ErrorKind::OutOfResources, exception.what(), delivery);
    }
}

HttpOptions httpOptions(const core::ServerProfile& profile, const WsmanOptions& options)
{
    HttpOptions http;
    http.isTls = profile.address.transport == Transport::WsmanHttps;
    http.host = profile.address.host;
    http.port = profile.address.port;
    http.isForThisMachineOnly = !http.isTls && profile.address.isLoopback();
    http.caFile = profile.caFile;
    http.fingerprint = profile.fingerprint;
    http.clientCertificate = profile.clientCertificate;
    http.clientKey = profile.clientKey;
    http.connectTimeout = options.connectTimeout;
    http.observer = options.observer;
    return http;
}

EnvelopeOptions envelopeOptions(const core::ServerProfile& profile, const WsmanOptions& options)
{
    EnvelopeOptions envelopes;
    envelopes.to = httpOptions(profile, options).url();
    envelopes.uriStyle = profile.uriStyle;
    envelopes.language = options.language;
    return envelopes;
}

} // namespace

class WsmanConnection::Private
{
public:
    Private(core::ServerProfile profile, core::Secret password, WsmanOptions options)
        : m_profile(std::move(profile))
        , m_password(std::move(password))
        , m_options(std::move(options))
        , m_times{std::chrono::duration_cast<std::chrono::milliseconds>(m_profile.timeout)}
        , m_writer(envelopeOptions(m_profile, m_options))
    {}

    Result<> open(const CallContext& context, const management::StageSink& stages)
    {
        // Without a sink nothing has to be sent: Basic signs each request, and the first one tells the rest.
        return prepare().and_then([&]() -> Result<> {
            if (!stages)
                return {};
            return ConnectionProbe(*m_conversation, m_writer, m_reader, m_times, m_options.probePatience)
                .run(context, stages);
        });
    }

    Result<management::EnumerationEnd> enumerate(const management::Query& query, const management::BatchSink& sink,
                                                 const CallContext& context)
    {
        return prepare().and_then([&] {
            return Enumeration({*m_conversation, m_writer, m_reader, m_times, m_options.limits, m_maxElements}, query)
                .run(sink, context)
                .map_error(
                    [&](core::ManagementError error) { return about(classNameOf(query.wql), std::move(error)); });
        });
    }

    Result<core::Instance> get(const management::InstancePath& path, const CallContext& context)
    {
        const CallContext call = m_times.within(context);
        return prepare()
            .and_then([&] { return m_writer.get(path, m_times.forServer(call)); })
            .and_then([&](const Envelope& envelope) {
                return m_conversation->ask(envelope.text, Repeat::Allowed, call).and_then([&](std::string body) {
                    return m_reader.readInstance(std::move(body), envelope.messageId, path.className, call);
                });
            })
            .map_error([&](core::ManagementError error) { return about(path.className, std::move(error)); });
    }

    Result<management::MethodResult> invoke(const management::InstancePath& path, const std::string& method,
                                            const management::Arguments& arguments, const CallContext& context)
    {
        const CallContext call = m_times.within(context);
        return prepare()
            .and_then([&] { return m_writer.invoke(path, method, arguments, m_times.forServer(call)); })
            .and_then([&](const Envelope& envelope) {
                return m_conversation->ask(envelope.text, Repeat::IfUnsent, call)
                    .and_then([&](std::string body) {
                        return m_reader.readMethod(std::move(body), envelope.messageId, method, call);
                    })
                    .map_error([&](core::ManagementError error) { return doubted(std::move(error)); });
            })
            .map_error([&](core::ManagementError error) { return about(path.className, std::move(error)); });
    }

private:
    /// What came in the clear where answers are sealed may be anybody's: what became of the act is to be looked up. No
    /// web server seals its own refusals, so that only a fault in the clear is a sign of tampering.
    core::ManagementError doubted(core::ManagementError error) const
    {
        if (m_conversation->wasAuthentic())
            return error;
        if (error.kind == ErrorKind::Fault || error.kind == ErrorKind::Malformed)
            error.kind = ErrorKind::MessageTampered;
        error.delivery = core::Delivery::MaybeSent;
        return error;
    }

    Result<> prepare()
    {
        if (m_conversation)
            return {};
        auto authenticator = authenticatorFor(m_profile, m_password, m_options.abandonedCalls);
        if (!authenticator)
            return failure(std::move(authenticator.error()));
        m_conversation = std::make_unique<Conversation>(httpOptions(m_profile, m_options), std::move(*authenticator));
        return {};
    }

    const core::ServerProfile m_profile;
    const core::Secret m_password;
    const WsmanOptions m_options;
    const WireTimes m_times;
    const EnvelopeWriter m_writer;
    EnvelopeReader m_reader;
    std::uint32_t m_maxElements = m_options.limits.maxElements; ///< less once an answer did not fit
    std::unique_ptr<Conversation> m_conversation;
};

WsmanConnection::WsmanConnection(core::ServerProfile profile, core::Secret password, WsmanOptions options)
    : m_private(std::make_unique<Private>(std::move(profile), std::move(password), std::move(options)))
{}

WsmanConnection::~WsmanConnection() = default;

Result<> WsmanConnection::open(const CallContext& context, const management::StageSink& stages)
{
    return guarded(core::Delivery::NotSent, [&] { return m_private->open(context, stages); });
}

Result<management::EnumerationEnd> WsmanConnection::enumerate(const management::Query& query,
                                                              const management::BatchSink& sink,
                                                              const CallContext& context)
{
    return guarded(core::Delivery::NotSent, [&] { return m_private->enumerate(query, sink, context); });
}

Result<core::Instance> WsmanConnection::get(const management::InstancePath& path, const CallContext& context)
{
    return guarded(core::Delivery::NotSent, [&] { return m_private->get(path, context); });
}

Result<management::MethodResult> WsmanConnection::invoke(const management::InstancePath& path,
                                                         const std::string& method,
                                                         const management::Arguments& arguments,
                                                         const CallContext& context)
{
    return guarded(core::Delivery::MaybeSent, [&] { return m_private->invoke(path, method, arguments, context); });
}

namespace {

/// A way to the profile's host by that transport, named by its address.
management::Route routeBy(Transport transport, core::ServerProfile profile, const core::Secret& password,
                          const WsmanOptions& options)
{
    profile.address = profile.address.over(transport);
    std::string name = profile.address.text();
    return {std::move(name),
            [profile = std::move(profile), password, options]() -> Result<std::unique_ptr<ManagementConnection>> {
                return std::make_unique<WsmanConnection>(profile, password, options);
            }};
}

} // namespace

management::Connector connectorFor(core::ServerProfile profile, core::Secret password, WsmanOptions options)
{
    switch (profile.address.transport) {
    case Transport::Automatic:
        // The HTTPS listener may just not be there; then HTTP is worth a try.
        return management::firstOpenConnector({routeBy(Transport::WsmanHttps, profile, password, options),
                                               routeBy(Transport::WsmanHttp, profile, password, options)});
    case Transport::WsmanHttps:
    case Transport::WsmanHttp:
        return [profile = std::move(profile), password = std::move(password),
                options = std::move(options)]() -> Result<std::unique_ptr<ManagementConnection>> {
            return std::make_unique<WsmanConnection>(profile, password, options);
        };
    case Transport::Dcom:
    case Transport::Demo:
        break;
    }
    return []() -> Result<std::unique_ptr<ManagementConnection>> {
        return failure(ErrorKind::NotSupported, "the address is not one of WS-Management");
    };
}

} // namespace deskwarden::wsman
