// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanService.h"

#include "core/Names.h"
#include "core/XmlText.h"
#include "simulator/signin/KeyCheck.h"
#include "simulator/soap/SoapNames.h"
#include "simulator/WsmanCall.h"

#include <algorithm>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr std::string_view envelopeEnd = "</s:Body></s:Envelope>";

/// How many UTF-16 units the text has: Windows counts envelopes so, two octets each.
std::size_t utf16Units(std::string_view text) noexcept
{
    std::size_t units = 0;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        units += (byte & 0xC0U) != 0x80U ? 1U : 0U; // not a continuation byte
        units += byte >= 0xF0U ? 1U : 0U;           // a surrogate pair
    }
    return units;
}

bool isRefusal(const CallFate& fate)
{
    return fate.effect == FaultKind::Fault || fate.effect == FaultKind::WmiError;
}

SoapFault orderedFault(const CallFate& fate)
{
    SoapFault fault;
    fault.code = fate.code;
    fault.isWmiError = fate.effect == FaultKind::WmiError;
    fault.innerCode = fault.isWmiError ? 0 : fate.code;
    return fault;
}

// Effects that the transport carries out; the others are in the answer already.
std::optional<FaultKind> transportEffect(const CallFate& fate)
{
    if (fate.effect == FaultKind::Return || fate.effect == FaultKind::NoReturnValue ||
        fate.effect == FaultKind::FaultAfter || isRefusal(fate))
        return std::nullopt;
    return fate.effect;
}

void carryOut(const CallFate& fate, ServiceAnswer& answer)
{
    answer.delay = fate.delay;
    answer.effect = transportEffect(fate);
    if (answer.effect != FaultKind::Http)
        return;
    answer.status = fate.code;
    answer.body.clear();
}

} // namespace

WsmanService::WsmanService(SimulatedBroker& broker, const ListenerOptions& options)
    : m_broker(broker)
    , m_options(options)
    , m_enumerations(options.contextExpiry, options.maxEnumerations)
{}

void WsmanService::appendStart(std::string& xml, std::string_view action, std::string_view relatesTo) const
{
    ((xml += "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"") += soap::envelope) += "\" xmlns:a=\"";
    ((xml += soap::addressing) += "\" xmlns:n=\"") += soap::enumeration;
    (((xml += "\" xmlns:w=\"") += soap::wsman) += "\" xmlns:p=\"") += soap::windows;
    xml += "\"><s:Header><a:Action>";
    core::appendXmlEscaped(xml, action);
    ((xml += "</a:Action><a:MessageID>") += newUuid()) += "</a:MessageID><a:To>";
    (xml += soap::anonymous) += "</a:To>";
    if (!relatesTo.empty()) { // absent on faults raised before the header was read
        xml += "<a:RelatesTo>";
        core::appendXmlEscaped(xml, m_options.hasWrongRelatesTo ? newUuid() : std::string(relatesTo));
        xml += "</a:RelatesTo>";
    }
    xml += "</s:Header><s:Body>";
}

ServiceAnswer WsmanService::faultAnswer(const SoapFault& fault, std::string_view relatesTo) const
{
    ServiceAnswer answer;
    answer.status = m_options.faultsWithStatus200 ? 200 : 500;
    appendStart(answer.body, fault.action(), relatesTo);
    (answer.body += fault.body(m_broker.name())) += envelopeEnd;
    return answer;
}

ServiceAnswer WsmanService::finish(const Call& call, Body body)
{
    const CallFate& fate = call.fate;
    ServiceAnswer answer;
    if (isRefusal(fate))
        answer = faultAnswer(orderedFault(fate), call.request.messageId());
    else if (!body)
        answer = faultAnswer(body.error(), call.request.messageId());
    else if (fate.effect == FaultKind::FaultAfter)
        answer = faultAnswer(orderedFault(fate), call.request.messageId());
    else
        answer.body = *std::move(body);
    carryOut(fate, answer);
    return answer;
}

std::optional<ServiceAnswer> WsmanService::answerIdentify(std::string_view text, bool isSignedIn)
{
    const auto request = SoapRequest::read(text);
    if (!request || !isElement(request->payload(), soap::identity, "Identify"))
        return std::nullopt;
    const CallFate fate = m_broker.faults().decide(CallKind::Identify);
    ServiceAnswer answer;
    if (isRefusal(fate)) {
        answer = faultAnswer(orderedFault(fate), request->messageId());
    } else {
        ((answer.body += "<s:Envelope xml:lang=\"en-US\" xmlns:s=\"") += soap::envelope) +=
            "\"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid=\"";
        ((answer.body += soap::identity) += "\"><wsmid:ProtocolVersion>") += soap::wsman;
        answer.body += "</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation</wsmid:ProductVendor>"
                       "<wsmid:ProductVersion>";
        answer.body += isSignedIn ? "OS: 10.0.17763 SP: 0.0 Stack: 3.0" : "OS: 0.0.0 SP: 0.0 Stack: 3.0";
        (answer.body += "</wsmid:ProductVersion></wsmid:IdentifyResponse>") += envelopeEnd;
    }
    carryOut(fate, answer);
    return answer;
}

ServiceAnswer WsmanService::answer(std::string_view text)
{
    const auto request = SoapRequest::read(text);
    if (!request)
        return faultAnswer(request.error(), {});
    return dispatch(*request);
}

ServiceAnswer WsmanService::dispatch(const SoapRequest& request)
{
    Call call(request);
    const std::string& action = request.action();
    if (action.empty())
        return finish(call, tl::unexpected(SoapFault{wsmanCode::headerRequired}));
    auto resource = request.resource();
    if (!resource)
        return finish(call, tl::unexpected(resource.error()));
    call.resource = *std::move(resource);
    const auto is = [&action](std::string_view space, std::string_view name) {
        return action.size() == space.size() + name.size() && action.starts_with(space) && action.ends_with(name);
    };
    if (is(soap::enumeration, "/Enumerate"))
        return finish(call, enumerate(call));
    if (is(soap::enumeration, "/Pull"))
        return finish(call, pull(call));
    if (is(soap::enumeration, "/Release"))
        return finish(call, release(call));
    if (is(soap::transfer, "/Get"))
        return finish(call, get(call));
    return finish(call, invoke(call));
}

tl::expected<std::string, SoapFault> WsmanService::wqlOf(const Call& call, pugi::xml_node payload) const
{
    if (!call.request.selectors().empty())
        return tl::unexpected(SoapFault{wsmanCode::enumerateWithKeys});
    const bool isAll = call.resource.className == "*";
    pugi::xml_node filter = findChild(payload, soap::wsman, "Filter");
    if (!filter)
        filter = findChild(payload, soap::enumeration, "Filter");
    if (!filter) {
        if (isAll)
            return tl::unexpected(SoapFault{wsmanCode::wqlNeedsStar});
        return "SELECT * FROM " + call.resource.className;
    }
    if (!core::isSameName(filter.attribute("Dialect").value(), soap::wql))
        return tl::unexpected(SoapFault{wsmanCode::dialectUnavailable});
    if (!isAll && !call.resource.isCimStyle)
        return tl::unexpected(SoapFault{wsmanCode::wqlNeedsStar});
    return trimmedText(filter);
}

WsmanService::Body WsmanService::enumerate(Call& call)
{
    call.fate = m_broker.faults().decide(CallKind::Enumerate);
    if (!call.isProcessed())
        return std::string();
    const pugi::xml_node payload = call.request.payload();
    if (!isElement(payload, soap::enumeration, "Enumerate"))
        return tl::unexpected(SoapFault{wsmanCode::invalidBody});
    if (!m_enumerations.hasRoom())
        return tl::unexpected(SoapFault{wsmanCode::tooManyOperations});
    const pugi::xml_node mode = findChild(payload, soap::wsman, "EnumerationMode");
    if (mode && trimmedText(mode) != "EnumerateObject")
        return tl::unexpected(SoapFault{wsmanCode::enumerationModeUnsupported});
    const auto elements = readCount(findChild(payload, soap::wsman, "MaxElements"));
    if (!elements)
        return tl::unexpected(elements.error());
    const auto wql = wqlOf(call, payload);
    if (!wql)
        return tl::unexpected(wql.error());
    auto result = m_broker.query(call.resource.nameSpace, *wql);
    if (!result)
        return tl::unexpected(faultOfQuery(result.error()));
    const bool isOptimized = !findChild(payload, soap::wsman, "OptimizeEnumeration").empty();
    ItemWriter writer(*result, classUri(result->schema(), call.resource.isCimStyle));
    auto enumeration = std::make_unique<OpenEnumeration>(
        OpenEnumeration{*std::move(result), std::move(writer), {call.request.maxEnvelopeSize(), *elements}});
    const std::size_t most = std::min<std::size_t>(m_options.firstAnswerItems, elements->value_or(1));
    return batch(call, std::move(enumeration), isOptimized ? most : 0, true);
}

WsmanService::Body WsmanService::pull(Call& call)
{
    call.fate = m_broker.faults().decide(CallKind::Pull);
    const pugi::xml_node payload = call.request.payload();
    if (!isElement(payload, soap::enumeration, "Pull"))
        return tl::unexpected(SoapFault{wsmanCode::invalidBody});
    const auto elements = readCount(findChild(payload, soap::enumeration, "MaxElements"));
    if (!elements)
        return tl::unexpected(elements.error());
    const std::string context = trimmedText(findChild(payload, soap::enumeration, "EnumerationContext"));
    if (!call.isProcessed())
        return std::string();
    auto enumeration = m_enumerations.take(context);
    if (!enumeration)
        return tl::unexpected(enumeration.error());
    m_enumerations.forget(context);
    if (isRefusal(call.fate)) // after a failed Pull the context is dead
        return std::string();
    const PullParameters& first = (*enumeration)->parameters;
    if (first.maxEnvelopeSize != call.request.maxEnvelopeSize() ||
        (first.maxElements && *elements != first.maxElements))
        return tl::unexpected(SoapFault{wsmanCode::pullParametersDiffer});
    return batch(call, *std::move(enumeration), elements->value_or(1), false); // DSP0226 8.4: one if it does not say
}

WsmanService::Body WsmanService::batch(Call& call, Enumerations::Pointer enumeration, std::size_t most, bool isFirst)
{
    const std::size_t limit = call.envelopeLimit(m_options.envelopeKb);
    std::string items;
    std::size_t count = 0;
    QueryResult& result = enumeration->result;
    for (std::size_t units = call.reservedUnits; count < most && !result.isAtEnd(); ++count, result.advance()) {
        const std::size_t before = items.size();
        enumeration->writer.append(items, result);
        units += utf16Units(std::string_view(items).substr(before));
        if (units * 2 <= limit) // Windows counts the octets of UTF-16
            continue;
        items.resize(before);
        if (count == 0)
            return tl::unexpected(SoapFault{call.isLimitTheirs(m_options.envelopeKb) ? wsmanCode::envelopeExceeded
                                                                                     : wsmanCode::serverEnvelopeLimit});
        break;
    }
    const bool isEnd = result.isAtEnd() && (!isFirst || most > 0);
    std::string context;
    if (!isEnd) {
        context = Enumerations::newContext();
        m_enumerations.put(context, std::move(enumeration));
    }
    std::string xml;
    xml.reserve(items.size() + 2048);
    appendStart(xml, std::string(soap::enumeration) + (isFirst ? "/EnumerateResponse" : "/PullResponse"),
                call.request.messageId());
    appendBatch(xml, {items, context, isFirst, isFirst && most == 0, isEnd, m_options.hasItemsBeforeContext});
    return xml += envelopeEnd;
}

WsmanService::Body WsmanService::release(Call& call)
{
    const pugi::xml_node payload = call.request.payload();
    if (!isElement(payload, soap::enumeration, "Release"))
        return tl::unexpected(SoapFault{wsmanCode::invalidBody});
    const std::string context = trimmedText(findChild(payload, soap::enumeration, "EnumerationContext"));
    if (auto fault = m_enumerations.release(context))
        return tl::unexpected(*std::move(fault));
    std::string xml;
    appendStart(xml, std::string(soap::enumeration) + "/ReleaseResponse", call.request.messageId());
    return xml += envelopeEnd;
}

tl::expected<management::InstancePath, SoapFault> WsmanService::pathOf(const Call& call) const
{
    const auto schema = SimulatedBroker::findClass(call.resource.nameSpace, call.resource.className);
    if (!schema)
        return tl::unexpected(faultOfCall(schema.error(), {}));
    management::InstancePath path{call.resource.nameSpace, std::string((*schema)->name), call.request.selectors()};
    const management::MethodSchema* method = (*schema)->findMethod(call.method);
    if (method && method->isStatic)
        return path;
    switch (checkKeys(**schema, path.keys)) {
    case KeyProblem::None:
        return path;
    case KeyProblem::NoKeys:
        return tl::unexpected(SoapFault{wsmanCode::noSelectors});
    case KeyProblem::Missing:
        return tl::unexpected(SoapFault{wsmanCode::missingSelectors});
    case KeyProblem::Unknown:
        return tl::unexpected(SoapFault{wsmanCode::unexpectedSelectors});
    case KeyProblem::WrongType:
        return tl::unexpected(SoapFault{wsmanCode::selectorType});
    }
    return path;
}

WsmanService::Body WsmanService::get(Call& call)
{
    const auto path = pathOf(call);
    if (!path)
        return tl::unexpected(path.error());
    const auto [host, sessionId] = keyOf(*path);
    call.fate = m_broker.faults().decide(CallKind::Get, host, sessionId);
    const auto instance = m_broker.get(*path, call.fate);
    if (!instance)
        return tl::unexpected(faultOfCall(instance.error(), "GetObject"));
    const management::ClassSchema& schema = *management::findClass(path->className);
    std::string xml;
    appendStart(xml, std::string(soap::transfer) + "/GetResponse", call.request.messageId());
    appendInstance(xml, *instance, classUri(schema, call.resource.isCimStyle));
    return xml += envelopeEnd;
}

WsmanService::Body WsmanService::invoke(Call& call)
{
    const auto method = methodOf(call.request.action(), call.resource);
    if (!method)
        return tl::unexpected(method.error());
    call.method = *method;
    const auto path = pathOf(call);
    if (!path)
        return tl::unexpected(path.error());
    const management::ClassSchema& schema = *management::findClass(path->className);
    const management::MethodSchema* known = schema.findMethod(call.method);
    if (!known)
        return tl::unexpected(SoapFault{wsmanCode::actionNotSupported});
    const auto arguments = readArguments(call.request.payload(), *known, call.resource.uri);
    if (!arguments)
        return tl::unexpected(arguments.error());
    const CallKind kind = callKindOf(schema, known->name);
    const auto [host, sessionId] = keyOf(*path);
    call.fate = m_broker.faults().decide(kind, isMachineAct(kind) ? m_broker.hostOfMachine(*path) : host, sessionId);
    const auto result = m_broker.invoke(*path, known->name, *arguments, call.fate);
    if (!result)
        return tl::unexpected(faultOfCall(result.error(), "ExecMethod"));
    const std::string uri = classUri(schema, call.resource.isCimStyle);
    std::string xml;
    appendStart(xml, uri + "/" + std::string(known->name) + "Response", call.request.messageId());
    appendMethodResult(xml, *known, *result, uri, call.fate.effect != FaultKind::NoReturnValue);
    return xml += envelopeEnd;
}

} // namespace deskwarden::simulator
