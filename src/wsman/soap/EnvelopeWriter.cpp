// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/EnvelopeWriter.h"

#include "core/XmlText.h"
#include "wsman/soap/ProtocolNames.h"
#include "wsman/soap/ResourceUri.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <optional>
#include <random>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;
using core::failure;
using core::Result;

std::string timeoutText(std::chrono::milliseconds timeout)
{
    const auto count = std::max<std::chrono::milliseconds::rep>(timeout.count(), 1);
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "PT%lld.%03lldS", static_cast<long long>(count / 1000),
                  static_cast<long long>(count % 1000));
    return text.data();
}

/// A scalar as WS-Management writes it; nothing for what is no scalar.
std::optional<std::string> scalarText(const core::Value& value)
{
    struct Writer
    {
        std::optional<std::string> operator()(std::monostate /*null*/) const { return std::nullopt; }
        std::optional<std::string> operator()(bool truth) const { return truth ? "true" : "false"; }
        std::optional<std::string> operator()(std::int64_t number) const { return std::to_string(number); }
        std::optional<std::string> operator()(std::uint64_t number) const { return std::to_string(number); }
        std::optional<std::string> operator()(double number) const
        {
            std::array<char, 40> text{};
            std::snprintf(text.data(), text.size(), "%.17g", number);
            return text.data();
        }
        std::optional<std::string> operator()(const core::SharedString& text) const { return text.toString(); }
        std::optional<std::string> operator()(const core::DateTime& time) const { return time.text.toString(); }
        std::optional<std::string> operator()(const core::ValueArray& /*array*/) const { return std::nullopt; }
        std::optional<std::string> operator()(const std::shared_ptr<const core::Instance>& /*instance*/) const
        {
            return std::nullopt;
        }
    };
    return std::visit(Writer{}, value.variant());
}

void appendSelector(std::string& xml, std::string_view name, std::string_view value)
{
    xml.append("<w:Selector Name=\"");
    core::appendXmlEscaped(xml, name);
    xml.append("\">");
    core::appendXmlEscaped(xml, value);
    xml.append("</w:Selector>");
}

Result<> appendArgument(std::string& xml, std::string_view name, const core::Value& value)
{
    if (const auto* array = std::get_if<core::ValueArray>(&value.variant())) {
        for (const core::Value& element : *array) {
            if (auto written = appendArgument(xml, name, element); !written)
                return written;
        }
        return {};
    }
    const std::string tag = core::xmlEscaped(name);
    if (value.isNull()) {
        xml.append("<p:").append(tag).append(" xsi:nil=\"true\"/>");
        return {};
    }
    const auto text = scalarText(value);
    if (!text)
        return failure(ErrorKind::InvalidInput, "the parameter " + std::string(name) + " has no text form");
    const bool isTime = std::holds_alternative<core::DateTime>(value.variant());
    xml.append("<p:").append(tag).append(isTime ? "><cim:Datetime>" : ">");
    core::appendXmlEscaped(xml, *text);
    xml.append(isTime ? "</cim:Datetime></p:" : "</p:").append(tag).append(">");
    return {};
}

} // namespace

std::string randomMessageId()
{
    static thread_local std::random_device random; // to open one anew takes 0.1 ms
    const std::array<std::uint32_t, 4> bits{random(), random(), random(), random()};
    std::array<char, 48> text{};
    // RFC 4122, 4.4: version 4, variant 10.
    std::snprintf(text.data(), text.size(), "uuid:%08x-%04x-4%03x-%04x-%04x%08x", bits[0], bits[1] >> 16U,
                  bits[1] & 0xFFFU, 0x8000U | (bits[2] >> 18U), bits[2] & 0xFFFFU, bits[3]);
    return text.data();
}

struct EnvelopeWriter::Target
{
    std::string resource;
    std::string action;
    std::string selectors; ///< the content of the SelectorSet, as XML
};

EnvelopeWriter::EnvelopeWriter(EnvelopeOptions options, IdSource newMessageId)
    : m_options(std::move(options))
    , m_newMessageId(std::move(newMessageId))
{}

Envelope EnvelopeWriter::identify() const
{
    std::string xml = "<s:Envelope xmlns:s=\"";
    xml.append(names::soap).append("\" xmlns:wsmid=\"").append(names::identity);
    xml.append("\"><s:Header/><s:Body><wsmid:Identify/></s:Body></s:Envelope>");
    return {{}, std::move(xml)};
}

Envelope EnvelopeWriter::enumerate(const management::Query& query, std::uint32_t maxElements, Timeout timeout) const
{
    std::string body = "<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>";
    body.append(std::to_string(maxElements)).append("</w:MaxElements><w:Filter Dialect=\"");
    body.append(names::wqlDialect).append("\">");
    core::appendXmlEscaped(body, query.wql);
    body.append("</w:Filter></n:Enumerate>");
    return write(targetOf(query, names::enumerateAction), timeout, body);
}

Envelope EnvelopeWriter::pull(const management::Query& query, std::string_view context, std::uint32_t maxElements,
                              Timeout timeout) const
{
    std::string body = "<n:Pull><n:EnumerationContext>";
    core::appendXmlEscaped(body, context);
    body.append("</n:EnumerationContext><n:MaxElements>");
    body.append(std::to_string(maxElements)).append("</n:MaxElements></n:Pull>");
    return write(targetOf(query, names::pullAction), timeout, body);
}

Envelope EnvelopeWriter::release(const management::Query& query, std::string_view context, Timeout timeout) const
{
    std::string body = "<n:Release><n:EnumerationContext>";
    core::appendXmlEscaped(body, context);
    body.append("</n:EnumerationContext></n:Release>");
    return write(targetOf(query, names::releaseAction), timeout, body);
}

Result<Envelope> EnvelopeWriter::get(const management::InstancePath& path, Timeout timeout) const
{
    const auto target = targetOf(path, names::getAction);
    if (!target)
        return failure(target.error());
    return write(*target, timeout, {});
}

Result<Envelope> EnvelopeWriter::invoke(const management::InstancePath& path, std::string_view method,
                                        const management::Arguments& arguments, Timeout timeout) const
{
    const std::string resource = resourceUri(m_options.uriStyle, path.nameSpace, path.className);
    const auto target = targetOf(path, std::string(resource).append("/").append(method));
    if (!target)
        return failure(target.error());
    const std::string tag = core::xmlEscaped(std::string(method).append("_INPUT"));
    std::string body = "<p:" + tag + " xmlns:p=\"" + core::xmlEscaped(resource) + "\" xmlns:xsi=\"";
    body.append(names::schemaInstance).append("\" xmlns:cim=\"").append(names::cim).append("\">");
    for (const core::Property& argument : arguments) {
        if (auto written = appendArgument(body, argument.name.view(), argument.value); !written)
            return failure(std::move(written.error()));
    }
    body.append("</p:").append(tag).append(">");
    return write(*target, timeout, body);
}

EnvelopeWriter::Target EnvelopeWriter::targetOf(const management::Query& query, std::string_view action) const
{
    Target target;
    target.action = action;
    switch (m_options.uriStyle) {
    case core::UriStyle::Wmi:
        // A WQL question goes to "*" and carries no selectors (0x803380FB).
        target.resource = resourceUri(m_options.uriStyle, query.nameSpace, "*");
        break;
    case core::UriStyle::Cim: {
        const std::string_view className = classNameOf(query.wql);
        target.resource = resourceUri(m_options.uriStyle, query.nameSpace, className.empty() ? "*" : className);
        appendSelector(target.selectors, "__cimnamespace", slashedNamespace(query.nameSpace));
        break;
    }
    }
    return target;
}

Result<EnvelopeWriter::Target> EnvelopeWriter::targetOf(const management::InstancePath& path,
                                                        std::string_view action) const
{
    Target target;
    target.action = action;
    target.resource = resourceUri(m_options.uriStyle, path.nameSpace, path.className);
    if (m_options.uriStyle == core::UriStyle::Cim)
        appendSelector(target.selectors, "__cimnamespace", slashedNamespace(path.nameSpace));
    for (const core::Property& key : path.keys) {
        const auto text = scalarText(key.value);
        if (!text)
            return failure(ErrorKind::InvalidInput, "the key " + key.name.toString() + " has no text form");
        appendSelector(target.selectors, key.name.view(), *text);
    }
    return target;
}

Envelope EnvelopeWriter::write(const Target& target, Timeout timeout, std::string_view body) const
{
    Envelope envelope{m_newMessageId(), {}};
    std::string& xml = envelope.text;
    xml.reserve(body.size() + 2048);
    const auto declare = [&xml](std::string_view prefix, std::string_view uri) {
        xml.append(" xmlns:").append(prefix).append("=\"").append(uri).append("\"");
    };
    xml.append("<s:Envelope");
    declare("s", names::soap);
    declare("a", names::addressing);
    declare("n", names::enumeration);
    declare("w", names::wsman);
    declare("p", names::microsoft);
    xml.append("><s:Header><a:To>");
    core::appendXmlEscaped(xml, m_options.to);
    xml.append("</a:To><w:ResourceURI s:mustUnderstand=\"true\">");
    core::appendXmlEscaped(xml, target.resource);
    xml.append("</w:ResourceURI><a:ReplyTo><a:Address s:mustUnderstand=\"true\">").append(names::anonymous);
    xml.append("</a:Address></a:ReplyTo><a:Action s:mustUnderstand=\"true\">");
    core::appendXmlEscaped(xml, target.action);
    xml.append("</a:Action><w:MaxEnvelopeSize s:mustUnderstand=\"true\">");
    xml.append(std::to_string(m_options.maxEnvelopeSize)).append("</w:MaxEnvelopeSize><a:MessageID>");
    xml.append(envelope.messageId);
    // Windows refuses a Locale that must be understood (0x80338087).
    xml.append("</a:MessageID><w:Locale xml:lang=\"");
    core::appendXmlEscaped(xml, m_options.language);
    xml.append("\" s:mustUnderstand=\"false\"/>"
               "<p:DataLocale xml:lang=\"en-US\" s:mustUnderstand=\"false\"/><w:OperationTimeout>");
    xml.append(timeoutText(timeout)).append("</w:OperationTimeout>");
    if (!target.selectors.empty())
        xml.append("<w:SelectorSet>").append(target.selectors).append("</w:SelectorSet>");
    xml.append("</s:Header><s:Body>").append(body).append("</s:Body></s:Envelope>");
    return envelope;
}

} // namespace deskwarden::wsman
