// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"

#include <pugixml.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace deskwarden::wsman {

/// A parsed answer, together with the bytes that it points into: pugixml parses in place, so that an answer is never in
/// memory twice.
/// Fails: NotWsman for HTML; Malformed for what is no XML, and for any DOCTYPE, which SOAP 1.2 (5) forbids.
class XmlDocument final
{
public:
    [[nodiscard]] core::Result<> parse(std::string text);
    [[nodiscard]] pugi::xml_node root() const noexcept;

private:
    std::string m_text;
    pugi::xml_document m_document;
};

/// Names are compared by namespace and local name, never by prefix: Windows binds one prefix to two namespaces in one
/// answer. pugixml knows no namespaces, so these resolve the prefixes by walking up the xmlns attributes.

/// Prefix (empty if there is none) and local name of a qualified name.
[[nodiscard]] std::pair<std::string_view, std::string_view> splitName(std::string_view name) noexcept;
[[nodiscard]] std::string_view localName(pugi::xml_node element) noexcept;
/// The namespace that a prefix (empty: the default one) has at an element; empty if it is bound to none.
[[nodiscard]] std::string_view namespaceForPrefix(pugi::xml_node scope, std::string_view prefix) noexcept;
[[nodiscard]] std::string_view namespaceOf(pugi::xml_node element) noexcept;
[[nodiscard]] bool isElement(pugi::xml_node element, std::string_view nameSpace, std::string_view name) noexcept;
/// The value of an attribute in a namespace; null if there is none.
[[nodiscard]] pugi::xml_attribute attribute(pugi::xml_node element, std::string_view nameSpace,
                                            std::string_view name) noexcept;

/// The first child element, and the next element beside one; null at the end.
[[nodiscard]] pugi::xml_node firstElement(pugi::xml_node parent) noexcept;
[[nodiscard]] pugi::xml_node nextElement(pugi::xml_node element) noexcept;
/// The first child element of that name; null if there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view nameSpace, std::string_view name) noexcept;
/// The same without regard to the namespace, where servers disagree on it.
[[nodiscard]] pugi::xml_node childNamed(pugi::xml_node parent, std::string_view name) noexcept;

/// The element's own text, byte for byte, without that of its child elements.
[[nodiscard]] std::string ownText(pugi::xml_node element);
/// A protocol field's text: white space around it does not count.
[[nodiscard]] std::string fieldText(pugi::xml_node element);
[[nodiscard]] std::string_view trimmed(std::string_view text) noexcept;

} // namespace deskwarden::wsman
