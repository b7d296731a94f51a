// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/Enumeration.h"

#include "management/seam/ErrorRules.h"
#include "wsman/soap/ResourceUri.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;
using management::CallContext;

constexpr std::uint32_t nothingYet = 0x8033801C; // wsen:TimedOut: pull again

} // namespace

CallContext WireTimes::within(const CallContext& context) const
{
    CallContext call = context;
    call.deadline = std::min(context.deadline, std::chrono::steady_clock::now() + perCall);
    return call;
}

std::chrono::milliseconds WireTimes::forServer(const CallContext& call) const
{
    const auto now = std::chrono::steady_clock::now();
    const auto whole = std::chrono::duration_cast<std::chrono::milliseconds>(call.deadline - now);
    const auto margin = std::min<std::chrono::milliseconds>(whole / 5, std::chrono::seconds(10));
    return std::clamp<std::chrono::milliseconds>(whole - margin, std::chrono::milliseconds(500),
                                                 std::chrono::seconds(60)); // the server's own upper bound
}

Enumeration::Enumeration(Tools tools, const management::Query& query)
    : m_tools(tools)
    , m_query(query)
    , m_className(classNameOf(query.wql))
    , m_maxElements(tools.maxElements)
{}

Result<management::EnumerationEnd> Enumeration::run(const management::BatchSink& sink, const CallContext& context)
{
    auto answer = start(context);
    while (answer) {
        if (auto accepted = accept(*answer, sink, context); !accepted) {
            release(accepted.error());
            return failure(std::move(accepted.error()));
        }
        if (m_isEnd)
            return management::EnumerationEnd{};
        answer = pull(context);
    }
    release(answer.error());
    return failure(std::move(answer.error()));
}

Result<EnumerationAnswer> Enumeration::start(const CallContext& context)
{
    for (;;) {
        const CallContext call = m_tools.times.within(context);
        const Envelope envelope = m_tools.writer.enumerate(m_query, m_maxElements, m_tools.times.forServer(call));
        auto answer = exchange(envelope, Repeat::Allowed, call);
        if (answer && !answer->context && !answer->isEnd)
            return failure(ErrorKind::Malformed, "the answer has neither a context nor an end");
        if (answer || !askForLess(answer.error()))
            return answer;
    }
}

Result<EnumerationAnswer> Enumeration::pull(const CallContext& context)
{
    const CallContext call = m_tools.times.within(context);
    const auto timeout = m_tools.times.forServer(call);
    // A pull moves the list on: when its answer was lost, another one would leave out rows.
    auto answer = exchange(m_tools.writer.pull(m_query, m_context, m_maxElements, timeout), Repeat::IfRefused, call);
    if (answer)
        return answer;
    if (answer.error().kind == ErrorKind::Fault && answer.error().code == nothingYet)
        return EnumerationAnswer{};
    // The context is dead after a failed pull. As long as nothing was handed out, begin anew; else that is the caller's
    // part, who must forget what came.
    if (askForLess(answer.error()) && m_instances == 0) {
        m_context.clear();
        return start(context);
    }
    return answer;
}

bool Enumeration::askForLess(const core::ManagementError& error)
{
    if (!management::isAnswerTooLarge(error))
        return false; // some servers do not cut their answers by themselves
    const bool isVain = m_maxElements == 1;
    m_maxElements = isVain ? m_tools.limits.maxElements : std::max(m_maxElements / 8, 1U);
    return !isVain;
}

Result<EnumerationAnswer> Enumeration::exchange(const Envelope& envelope, Repeat repeat, const CallContext& call)
{
    auto body = m_tools.conversation.ask(envelope.text, repeat, call);
    if (!body)
        return failure(std::move(body.error()));
    m_bytes += body->size();
    return m_tools.reader.readEnumeration(std::move(*body), envelope.messageId, m_className, call);
}

/// In pieces, so that the time for which nobody looks at a stop does not grow with the answer.
Result<> Enumeration::handOut(std::vector<core::Instance> instances, const management::BatchSink& sink,
                              const CallContext& context)
{
    constexpr std::size_t most = 5'000; // more than is asked for: this is for servers that do not care
    auto next = instances.begin();
    while (next != instances.end()) {
        if (const auto ended = management::ended(context))
            return failure(*ended);
        if (instances.size() <= most) {
            sink(std::move(instances));
            return {};
        }
        const auto size = std::min<std::ptrdiff_t>(instances.end() - next, most);
        sink(std::vector<core::Instance>(std::make_move_iterator(next), std::make_move_iterator(next + size)));
        next += size;
    }
    return {};
}

Result<> Enumeration::accept(EnumerationAnswer& answer, const management::BatchSink& sink, const CallContext& context)
{
    if (answer.context)
        m_context = *answer.context; // Windows gives a new one with every answer
    m_isEnd = answer.isEnd;
    m_emptyAnswers = answer.instances.empty() ? m_emptyAnswers + 1 : 0;
    m_instances += answer.instances.size();
    if (auto handed = handOut(std::move(answer.instances), sink, context); !handed)
        return handed;
    if (m_isEnd)
        return {};
    if (m_emptyAnswers > m_tools.limits.emptyAnswers)
        return failure(ErrorKind::Endless, "the list goes on, but nothing comes");
    if (m_instances >= m_tools.limits.instances)
        return failure(ErrorKind::Endless, "more than " + std::to_string(m_tools.limits.instances) + " instances");
    if (m_bytes >= m_tools.limits.bytes)
        return failure(ErrorKind::TooLarge, "more than " + std::to_string(m_tools.limits.bytes) + " bytes");
    return {};
}

void Enumeration::release(const core::ManagementError& reason)
{
    // A list that is left open counts against the user's operations for minutes. After a fault it is closed already.
    if (m_context.empty() || m_isEnd || reason.kind == ErrorKind::Fault)
        return;
    const CallContext call = CallContext::within(m_tools.limits.release);
    const Envelope envelope = m_tools.writer.release(m_query, m_context, m_tools.times.forServer(call));
    // Best effort: the caller that stopped us waits for 200 ms at most, and there is nothing to do about a failure.
    static_cast<void>(m_tools.conversation.ask(envelope.text, Repeat::IfUnsent, call));
}

} // namespace deskwarden::wsman
