// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/WsmanCall.h"

#include "core/Names.h"
#include "core/XmlText.h"
#include "simulator/signin/KeyCheck.h"
#include "simulator/soap/ItemWriter.h"
#include "simulator/soap/SoapNames.h"

#include <charconv>

namespace deskwarden::simulator {

namespace {

void appendProperty(std::string& xml, std::string_view name, const core::Value& value)
{
    if (value.isNull()) {
        ((xml += "<p:") += name) += " xsi:nil=\"true\"/>";
        return;
    }
    ((xml += "<p:") += name) += '>';
    appendValue(xml, value, true);
    ((xml += "</p:") += name) += '>';
}

} // namespace

void appendBatch(std::string& xml, const Batch& batch)
{
    const std::string_view name = batch.isFirst ? "EnumerateResponse" : "PullResponse";
    // An Enumerate answers in the namespace of its extension, a Pull in its own (DSP0226 8.2.3).
    const std::string_view prefix = batch.isFirst ? "w:" : "n:";
    std::string items;
    if (!batch.isWithoutItems) {
        (((items += '<') += prefix) += "Items>") += batch.items;
        ((items += "</") += prefix) += "Items>";
    }
    ((xml += "<n:") += name) += '>';
    if (batch.isItemsFirst)
        xml += items;
    if (batch.isFirst || !batch.isEnd) // empty at the end of an optimized answer
        ((xml += "<n:EnumerationContext>") += batch.context) += "</n:EnumerationContext>";
    if (!batch.isItemsFirst)
        xml += items;
    if (batch.isEnd)
        ((xml += '<') += prefix) += "EndOfSequence/>";
    ((xml += "</n:") += name) += '>';
}

void appendInstance(std::string& xml, const core::Instance& instance, std::string_view uri)
{
    std::vector<const core::Property*> properties;
    for (const core::Property& property : instance.properties())
        properties.push_back(&property);
    std::ranges::sort(properties, {}, [](const core::Property* property) { return property->name; });
    const std::string_view name = instance.className().view();
    const management::ClassSchema* schema = management::findClass(name);
    appendTypedStart(xml, name, uri);
    for (const core::Property* property : properties) {
        const auto* known = schema ? schema->findProperty(property->name.view()) : nullptr;
        if (!known || !known->isArray || !property->value.isNull())
            appendProperty(xml, property->name.view(), property->value);
    }
    ((xml += "</p:") += name) += '>';
}

void appendMethodResult(std::string& xml, const management::MethodSchema& method,
                        const management::MethodResult& result, std::string_view uri, bool hasReturnValue)
{
    const std::string name = std::string(method.name) + "_OUTPUT";
    appendTypedStart(xml, name, uri);
    for (const core::Property& parameter : result.outParameters)
        appendProperty(xml, parameter.name.view(), parameter.value);
    if (hasReturnValue)
        appendProperty(xml, "ReturnValue", core::Value(result.returnValue));
    ((xml += "</p:") += name) += '>';
}

tl::expected<std::string, SoapFault> methodOf(const std::string& action, const Resource& resource)
{
    const std::string start = resource.uri + "/";
    const bool isOfResource = action.size() > start.size() && core::startsWithName(action, start);
    if (!isOfResource || action.find('/', start.size()) != std::string::npos)
        return tl::unexpected(SoapFault{wsmanCode::actionNotSupported});
    return action.substr(start.size());
}

tl::expected<management::Arguments, SoapFault> readArguments(pugi::xml_node input,
                                                             const management::MethodSchema& method,
                                                             std::string_view uri)
{
    management::Arguments arguments;
    if (!input)
        return arguments;
    if (!core::isSameName(localName(input), std::string(method.name) + "_INPUT"))
        return tl::unexpected(SoapFault{wsmanCode::invalidBody});
    if (!core::isSameName(namespaceOf(input), uri))
        return tl::unexpected(SoapFault{wsmanCode::invalidXmlNamespace});
    for (const pugi::xml_node child : input.children()) {
        if (child.type() != pugi::node_element)
            continue;
        if (!core::isSameName(namespaceOf(child), uri))
            return tl::unexpected(SoapFault{wsmanCode::invalidXmlNamespace});
        core::Value value = isNil(child) ? core::Value() : core::Value(std::string_view(textOf(child)));
        arguments.push_back({core::SharedString(localName(child)), std::move(value)});
    }
    return arguments;
}

tl::expected<std::optional<std::uint64_t>, SoapFault> readCount(pugi::xml_node element)
{
    if (!element)
        return std::nullopt;
    const std::string text = trimmedText(element);
    std::uint64_t count = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || stop != text.data() + text.size() || count == 0)
        return tl::unexpected(SoapFault{wsmanCode::schemaValidation});
    return count;
}

std::pair<std::string, std::uint32_t> keyOf(const management::InstancePath& path)
{
    const core::Value* host = findKey(path.keys, "VMHostName");
    const core::Value* sessionId = findKey(path.keys, "SessionId");
    if (!host || !sessionId)
        return {};
    return {host->text().toString(), sessionId->toUint32().value_or(0)};
}

} // namespace deskwarden::simulator
