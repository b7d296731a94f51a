// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/ConnectionProbe.h"

#include "wsman/http/HttpVerdict.h"

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::Result;
using management::CallContext;
using management::ProbeStage;
using management::StageSink;

bool isOneOf(const core::ManagementError& error, std::initializer_list<std::uint32_t> codes)
{
    return error.kind == ErrorKind::Fault && std::ranges::find(codes, error.status()) != codes.end();
}

/// WS-Management's own faults of a service that knows no Identify: ActionNotSupported, UnsupportedFeature. It has read
/// the request, so that who sent it was let in.
bool isIdentifyUnknown(const core::ManagementError& error)
{
    return isOneOf(error, {0x80338013, 0x80338042});
}

/// Its faults to somebody who has not signed in: ERROR_ACCESS_DENIED, E_ACCESSDENIED, WBEM_E_ACCESS_DENIED.
bool isDenied(const core::ManagementError& error)
{
    return isOneOf(error, {5, 0x80070005, 0x80041003});
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words)
        text.append(text.empty() ? "" : ", ").append(word);
    return text;
}

} // namespace

ConnectionProbe::ConnectionProbe(Conversation& conversation, const EnvelopeWriter& writer, EnvelopeReader& reader,
                                 const WireTimes& times, std::chrono::milliseconds patience)
    : m_conversation(conversation)
    , m_writer(writer)
    , m_reader(reader)
    , m_times(times)
    , m_patience(patience)
{}

Result<> ConnectionProbe::run(const CallContext& context, const StageSink& stages)
{
    const auto report = [&stages](ProbeStage stage, Step error, std::string fact = {}) -> Result<> {
        stages({stage, error, std::move(fact), nullptr});
        return error ? Result<>(core::failure(std::move(*error))) : Result<>();
    };
    auto answer = postUnsigned(m_writer.identify().text, context);
    if (Step failed = reach(answer, stages))
        return core::failure(std::move(*failed));
    std::string fact;
    Step step = recognise(std::move(answer), context, fact);
    if (auto passed = report(ProbeStage::Protocol, std::move(step), std::exchange(fact, {})); !passed)
        return passed;
    step = askForSchemes(context, fact);
    if (auto passed = report(ProbeStage::Schemes, std::move(step), std::exchange(fact, {})); !passed)
        return passed;
    return report(ProbeStage::SignIn, signIn(context));
}

Result<HttpAnswer> ConnectionProbe::postUnsigned(std::string_view body, const CallContext& context)
{
    CallContext call = context;
    call.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + m_patience);
    // Windows answers Identify without any sign-in when asked like this (MS-WSMV 3.1.4.1.24).
    return m_conversation.askUnsigned(
        body, {"WSMANIDENTIFY: unauthenticated", "Content-Type: application/soap+xml;charset=UTF-8"}, call);
}

/// The steps below HTTP, which one connection attempt tells apart.
ConnectionProbe::Step ConnectionProbe::reach(const Result<HttpAnswer>& answer, const StageSink& stages) const
{
    const ConnectionFacts facts = m_conversation.channel().facts();
    const bool isTls = m_conversation.channel().options().isTls;
    const auto report = [&](ProbeStage stage, ConnectionPhase needed, std::string fact) -> Step {
        Step error;
        if (!answer && facts.phase < needed)
            error = answer.error();
        stages({stage, error, error ? std::string() : std::move(fact),
                stage == ProbeStage::Tls ? facts.certificate : nullptr});
        return error;
    };
    if (Step error = report(ProbeStage::Name, ConnectionPhase::NameResolved, facts.address))
        return error;
    const std::string port = std::to_string(m_conversation.channel().options().port);
    if (Step error = report(ProbeStage::Port, ConnectionPhase::Connected, port))
        return error;
    return isTls ? report(ProbeStage::Tls, ConnectionPhase::Ready, {}) : Step();
}

ConnectionProbe::Step ConnectionProbe::recognise(Result<HttpAnswer> answer, const CallContext& context,
                                                 std::string& fact)
{
    if (!answer) {
        // Microsoft's OMI server leaves a request without Authorization unanswered: the sign-in will tell.
        m_answersUnsigned = answer.error().kind != ErrorKind::TimedOut;
        if (answer.error().kind == ErrorKind::ConnectionLost && speaksTls(context))
            answer.error().kind = ErrorKind::TlsRequired;
        return m_answersUnsigned || management::ended(context) ? Step(answer.error()) : Step();
    }
    if (answer->status == 401) {
        m_schemes = offeredSchemes(answer->wwwAuthenticate);
        return {};
    }
    if (auto verdict = httpVerdict(*answer, {}, !m_conversation.channel().options().isTls))
        return verdict;
    auto identity = m_reader.readIdentity(std::move(answer->body), context);
    if (identity)
        fact = identity->vendor + (identity->version.empty() ? "" : ", " + identity->version);
    else if (!isDenied(identity.error()) && !isIdentifyUnknown(identity.error()))
        return identity.error();
    return {};
}

/// Windows just resets a connection on which plain HTTP comes to its TLS port; only a try tells.
bool ConnectionProbe::speaksTls(const CallContext& context) const
{
    HttpOptions options = m_conversation.channel().options();
    if (options.isTls)
        return false;
    options.isTls = true;
    options.fingerprint.assign(64, '0'); // fits no certificate: the handshake ends as soon as there is one
    options.observer = nullptr;
    CallContext call = context;
    call.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + m_patience);
    const auto answer = HttpChannel(options).post({}, {}, call);
    return !answer && answer.error().kind == ErrorKind::CertificateChanged;
}

ConnectionProbe::Step ConnectionProbe::askForSchemes(const CallContext& context, std::string& fact)
{
    if (!m_schemes && m_answersUnsigned) {
        const auto answer = m_conversation.askUnsigned(
            {}, {"Content-Type: application/soap+xml;charset=UTF-8"},
            CallContext{context.stop, std::min(context.deadline, std::chrono::steady_clock::now() + m_patience)});
        if (answer && answer->status == 401)
            m_schemes = offeredSchemes(answer->wwwAuthenticate);
        else if (!answer && management::ended(context))
            return answer.error();
    }
    if (!m_schemes || m_schemes->empty())
        return {};
    fact = joined(*m_schemes);
    const std::string_view ours = m_conversation.authenticator().scheme();
    if (ours.empty())
        return {}; // the strongest of them is chosen at sign-in
    if (isOffered(*m_schemes, ours))
        return {};
    core::ManagementError error;
    error.kind = ErrorKind::SchemeNotOffered;
    error.offered = *m_schemes;
    return error;
}

ConnectionProbe::Step ConnectionProbe::signIn(const CallContext& context)
{
    auto body = m_conversation.ask(m_writer.identify().text, Repeat::Allowed, m_times.within(context));
    if (!body)
        return body.error();
    const auto identity = m_reader.readIdentity(std::move(*body), context);
    if (identity)
        return {};
    return isIdentifyUnknown(identity.error()) ? Step() : Step(identity.error());
}

} // namespace deskwarden::wsman
