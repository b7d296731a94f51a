// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/soap/XmlDocument.h"

#include "core/Names.h"
#include "wsman/soap/ProtocolNames.h"

#include <algorithm>
#include <utility>

namespace deskwarden::wsman {

namespace {

using core::ErrorKind;

constexpr std::string_view space = " \t\r\n";
/// No server declares more attributes on one element; a hostile one must not make every lookup slow.
constexpr int attributeLimit = 64;

/// Text is kept as it is: white space too, also where it is all there is, and beside CDATA. Line ends become LF, as XML
/// 1.0 (2.11) asks; those written as references stay.
constexpr unsigned parseOptions = pugi::parse_escapes | pugi::parse_cdata | pugi::parse_eol | pugi::parse_ws_pcdata |
                                  pugi::parse_wconv_attribute | pugi::parse_doctype | pugi::parse_embed_pcdata;

bool isHtml(std::string_view text) noexcept
{
    return core::startsWithName(text, "<!DOCTYPE html") || core::startsWithName(text, "<html");
}

/// What stands before the root element may be white space, a declaration and comments.
bool hasDoctype(std::string_view text) noexcept
{
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
        std::string_view end;
        if (text.starts_with("<?"))
            end = "?>";
        else if (text.starts_with("<!--"))
            end = "-->";
        else
            return text.starts_with("<!");
        const auto found = text.find(end);
        if (found == std::string_view::npos)
            return false;
        text.remove_prefix(found + end.size());
    }
}

bool declares(std::string_view attributeName, std::string_view prefix) noexcept
{
    if (!attributeName.starts_with("xmlns"))
        return false;
    attributeName.remove_prefix(5);
    if (prefix.empty())
        return attributeName.empty();
    return attributeName.starts_with(':') && attributeName.substr(1) == prefix;
}

} // namespace

core::Result<> XmlDocument::parse(std::string text)
{
    m_text = std::move(text);
    std::string_view start = m_text;
    if (start.starts_with("\xEF\xBB\xBF"))
        start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(space), start.size()));
    if (isHtml(start))
        return core::failure(ErrorKind::NotWsman, "an HTML page");
    if (hasDoctype(start))
        return core::failure(ErrorKind::Malformed, "the answer has a DOCTYPE");
    // The parser does not recurse, and neither does the destructor: no nesting can exhaust the stack. Code that reads
    // the tree bounds its own recursion.
    const pugi::xml_parse_result parsed = m_document.load_buffer_inplace(m_text.data(), m_text.size(), parseOptions);
    if (!parsed)
        return core::failure(ErrorKind::Malformed,
                             std::string(parsed.description()) + " at byte " + std::to_string(parsed.offset));
    for (const pugi::xml_node node : m_document.children()) {
        if (node.type() == pugi::node_doctype) // in UTF-16, which the check above cannot read
            return core::failure(ErrorKind::Malformed, "the answer has a DOCTYPE");
    }
    return {};
}

pugi::xml_node XmlDocument::root() const noexcept
{
    return m_document.document_element();
}

std::pair<std::string_view, std::string_view> splitName(std::string_view name) noexcept
{
    const auto colon = name.find(':');
    if (colon == std::string_view::npos)
        return {std::string_view(), name};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

std::string_view localName(pugi::xml_node element) noexcept
{
    return splitName(element.name()).second;
}

std::string_view namespaceForPrefix(pugi::xml_node scope, std::string_view prefix) noexcept
{
    if (prefix == "xml")
        return names::xml;
    for (; scope.type() == pugi::node_element; scope = scope.parent()) {
        int count = 0;
        for (auto attribute = scope.first_attribute(); attribute && count < attributeLimit;
             attribute = attribute.next_attribute(), ++count)
        {
            if (declares(attribute.name(), prefix))
                return attribute.value();
        }
    }
    return {};
}

std::string_view namespaceOf(pugi::xml_node element) noexcept
{
    return namespaceForPrefix(element, splitName(element.name()).first);
}

bool isElement(pugi::xml_node element, std::string_view nameSpace, std::string_view name) noexcept
{
    return element.type() == pugi::node_element && localName(element) == name && namespaceOf(element) == nameSpace;
}

pugi::xml_attribute attribute(pugi::xml_node element, std::string_view nameSpace, std::string_view name) noexcept
{
    int count = 0;
    for (auto found = element.first_attribute(); found && count < attributeLimit;
         found = found.next_attribute(), ++count) {
        const auto [prefix, local] = splitName(found.name());
        if (local == name && !prefix.empty() && namespaceForPrefix(element, prefix) == nameSpace)
            return found;
    }
    return {};
}

pugi::xml_node firstElement(pugi::xml_node parent) noexcept
{
    pugi::xml_node node = parent.first_child();
    while (node && node.type() != pugi::node_element)
        node = node.next_sibling();
    return node;
}

pugi::xml_node nextElement(pugi::xml_node element) noexcept
{
    pugi::xml_node node = element.next_sibling();
    while (node && node.type() != pugi::node_element)
        node = node.next_sibling();
    return node;
}

pugi::xml_node child(pugi::xml_node parent, std::string_view nameSpace, std::string_view name) noexcept
{
    pugi::xml_node node = firstElement(parent);
    while (node && !isElement(node, nameSpace, name))
        node = nextElement(node);
    return node;
}

pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name) noexcept
{
    pugi::xml_node node = firstElement(parent);
    while (node && localName(node) != name)
        node = nextElement(node);
    return node;
}

std::string ownText(pugi::xml_node element)
{
    std::string text = element.value(); // parse_embed_pcdata: the first piece stands in the element itself
    for (pugi::xml_node node = element.first_child(); node; node = node.next_sibling()) {
        if (node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata)
            text.append(node.value());
    }
    return text;
}

std::string fieldText(pugi::xml_node element)
{
    return std::string(trimmed(ownText(element)));
}

std::string_view trimmed(std::string_view text) noexcept
{
    text.remove_prefix(std::min(text.find_first_not_of(space), text.size()));
    const auto last = text.find_last_not_of(space);
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

} // namespace deskwarden::wsman
