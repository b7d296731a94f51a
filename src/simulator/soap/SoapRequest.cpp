// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/soap/SoapRequest.h"

#include "core/Names.h"
#include "simulator/soap/SoapNames.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace deskwarden::simulator {

namespace {

constexpr std::string_view spaces = " \t\r\n";
constexpr std::uint64_t smallestEnvelope = 8192;
// Header blocks that may be marked mustUnderstand ([MS-WSMV] 2.2.4, DSP0226 annex A).
constexpr std::array<std::string_view, 18> knownBlocks{
    "To",        "Action",      "ReplyTo",         "FaultTo",    "From",       "MessageID",
    "RelatesTo", "ResourceURI", "SelectorSet",     "Locale",     "OptionSet",  "DataLocale",
    "SessionId", "OperationID", "MaxEnvelopeSize", "SequenceId", "ActivityId", "OperationTimeout"};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(spaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

bool mustUnderstand(pugi::xml_node block)
{
    for (const pugi::xml_attribute attribute : block.attributes()) {
        const std::string_view name(attribute.name());
        if (name.ends_with(":mustUnderstand"))
            return attribute.as_bool();
    }
    return false;
}

} // namespace

std::string_view localName(pugi::xml_node node) noexcept
{
    const std::string_view name(node.name());
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

std::string_view namespaceOf(pugi::xml_node node) noexcept
{
    const std::string_view name(node.name());
    const auto colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    for (pugi::xml_node scope = node; scope; scope = scope.parent()) {
        for (pugi::xml_attribute attribute = scope.first_attribute(); attribute; attribute = attribute.next_attribute())
        {
            std::string_view declared(attribute.name());
            if (!declared.starts_with("xmlns"))
                continue;
            declared.remove_prefix(5);
            if (prefix.empty() ? declared.empty() : declared.starts_with(':') && declared.substr(1) == prefix)
                return attribute.value();
        }
    }
    return {};
}

bool isElement(pugi::xml_node node, std::string_view nameSpace, std::string_view name) noexcept
{
    return node.type() == pugi::node_element && localName(node) == name && namespaceOf(node) == nameSpace;
}

pugi::xml_node findChild(pugi::xml_node parent, std::string_view nameSpace, std::string_view name)
{
    return parent.find_child([&](pugi::xml_node child) { return isElement(child, nameSpace, name); });
}

std::string textOf(pugi::xml_node node)
{
    std::string text;
    for (const pugi::xml_node child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata)
            text += child.value();
    return text;
}

std::string trimmedText(pugi::xml_node node)
{
    return std::string(trimmed(textOf(node)));
}

bool isNil(pugi::xml_node node)
{
    for (const pugi::xml_attribute attribute : node.attributes())
        if (std::string_view(attribute.name()).ends_with(":nil"))
            return attribute.as_bool();
    return false;
}

tl::expected<SoapRequest, SoapFault> SoapRequest::read(std::string_view text)
{
    SoapRequest request;
    const auto parsed = request.m_document->load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single,
        pugi::encoding_utf8);
    const bool hasDoctype =
        request.m_document->find_child([](pugi::xml_node node) { return node.type() == pugi::node_doctype; });
    if (!parsed || hasDoctype) // SOAP 1.2, 5: no document type declaration
        return tl::unexpected(SoapFault{wsmanCode::invalidXml});
    const pugi::xml_node root = request.m_document->document_element();
    if (localName(root) != "Envelope")
        return tl::unexpected(SoapFault{wsmanCode::schemaValidation});
    if (namespaceOf(root) != soap::envelope)
        return tl::unexpected(SoapFault{wsmanCode::soapVersion});
    request.m_body = findChild(root, soap::envelope, "Body");
    if (!request.m_body)
        return tl::unexpected(SoapFault{wsmanCode::invalidBody});
    if (auto fault = request.readHeader(findChild(root, soap::envelope, "Header")))
        return tl::unexpected(*std::move(fault));
    return request;
}

std::optional<SoapFault> SoapRequest::readHeader(pugi::xml_node header)
{
    for (const pugi::xml_node block : header.children()) {
        if (block.type() != pugi::node_element)
            continue;
        if (auto fault = readHeaderBlock(block))
            return fault;
    }
    return std::nullopt;
}

std::optional<SoapFault> SoapRequest::readHeaderBlock(pugi::xml_node block)
{
    const std::string_view name = localName(block);
    if (mustUnderstand(block) && std::ranges::find(knownBlocks, name) == knownBlocks.end())
        return SoapFault{wsmanCode::mustUnderstand};
    if (isElement(block, soap::addressing, "Action")) {
        m_action = trimmedText(block);
    } else if (isElement(block, soap::addressing, "MessageID")) {
        m_messageId = trimmedText(block);
    } else if (isElement(block, soap::wsman, "ResourceURI")) {
        m_resourceUri = trimmedText(block);
    } else if (isElement(block, soap::wsman, "SelectorSet")) {
        readSelectors(block);
    } else if (isElement(block, soap::wsman, "Locale") && mustUnderstand(block)) {
        return SoapFault{wsmanCode::localeMustUnderstand};
    } else if (isElement(block, soap::wsman, "MaxEnvelopeSize")) {
        const std::string text = trimmedText(block);
        std::uint64_t size = 0;
        const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), size);
        if (error != std::errc() || stop != text.data() + text.size())
            return SoapFault{wsmanCode::schemaValidation};
        if (size < smallestEnvelope) // [MS-WSMV] 3.1.4.1.7
            return SoapFault{wsmanCode::minEnvelopeSize};
        m_maxEnvelopeSize = size;
    }
    return std::nullopt;
}

void SoapRequest::readSelectors(pugi::xml_node set)
{
    for (const pugi::xml_node selector : set.children()) {
        if (!isElement(selector, soap::wsman, "Selector"))
            continue;
        const std::string_view name(selector.attribute("Name").value());
        if (core::isSameName(name, "__cimnamespace")) {
            m_cimNamespace = trimmedText(selector);
            continue;
        }
        core::Property& added = m_selectors.emplace_back();
        added.name = core::SharedString(name);
        added.value = core::Value(std::string_view(textOf(selector)));
    }
}

tl::expected<Resource, SoapFault> SoapRequest::resource() const
{
    if (!m_resourceUri)
        return tl::unexpected(SoapFault{wsmanCode::invalidUri});
    Resource resource;
    resource.uri = *m_resourceUri;
    const std::string_view uri(resource.uri);
    if (core::isSameName(uri, soap::cimAll) || core::startsWithName(uri, soap::cimSchema)) {
        resource.isCimStyle = true;
        resource.nameSpace = m_cimNamespace.value_or("root/cimv2");
        resource.className = core::isSameName(uri, soap::cimAll) ? "*" : uri.substr(soap::cimSchema.size());
    } else if (core::startsWithName(uri, soap::wmi)) {
        const auto slash = uri.rfind('/');
        if (slash < soap::wmi.size()) // only one segment: no namespace
            return tl::unexpected(SoapFault{wsmanCode::invalidUri});
        resource.nameSpace = uri.substr(soap::wmi.size(), slash - soap::wmi.size());
        resource.className = uri.substr(slash + 1);
        if (m_cimNamespace) // WMI style has the namespace in its URI
            return tl::unexpected(SoapFault{wsmanCode::unexpectedSelectors});
    } else {
        return tl::unexpected(SoapFault{wsmanCode::resourceNotFound});
    }
    std::ranges::replace(resource.nameSpace, '/', '\\');
    return resource;
}

pugi::xml_node SoapRequest::payload() const
{
    return m_body.find_child([](pugi::xml_node child) { return child.type() == pugi::node_element; });
}

} // namespace deskwarden::simulator
