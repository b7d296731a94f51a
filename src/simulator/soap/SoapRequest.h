// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "simulator/soap/SoapFault.h"

#include <pugixml.hpp>
#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// Where a resource URI points to.
struct Resource
{
    std::string uri;       ///< as it was sent
    std::string nameSpace; ///< with backslashes
    std::string className; ///< "*" for all classes of the namespace
    bool isCimStyle = false;
};

/// One WS-Management request, read. Names are compared by namespace and local name, never by prefix.
class SoapRequest final
{
public:
    /// Reads the envelope and its header. Fails: with the fault that Windows would give.
    [[nodiscard]] static tl::expected<SoapRequest, SoapFault> read(std::string_view text);

    [[nodiscard]] const std::string& action() const noexcept { return m_action; }
    [[nodiscard]] const std::string& messageId() const noexcept { return m_messageId; }
    /// The selectors, without that of the namespace.
    [[nodiscard]] const std::vector<core::Property>& selectors() const noexcept { return m_selectors; }
    /// Nothing if it is absent.
    [[nodiscard]] const std::optional<std::uint64_t>& maxEnvelopeSize() const noexcept { return m_maxEnvelopeSize; }
    [[nodiscard]] const std::optional<std::string>& resourceUri() const noexcept { return m_resourceUri; }
    [[nodiscard]] tl::expected<Resource, SoapFault> resource() const;
    /// The first element in the s:Body; null if it is empty.
    [[nodiscard]] pugi::xml_node payload() const;

private:
    [[nodiscard]] std::optional<SoapFault> readHeader(pugi::xml_node header);
    [[nodiscard]] std::optional<SoapFault> readHeaderBlock(pugi::xml_node block);
    void readSelectors(pugi::xml_node set);

    std::unique_ptr<pugi::xml_document> m_document = std::make_unique<pugi::xml_document>(); // m_body points into it
    pugi::xml_node m_body;
    std::string m_action;
    std::string m_messageId;
    std::optional<std::string> m_resourceUri;
    std::optional<std::string> m_cimNamespace;
    std::optional<std::uint64_t> m_maxEnvelopeSize;
    std::vector<core::Property> m_selectors;
};

[[nodiscard]] std::string_view localName(pugi::xml_node node) noexcept;
/// The namespace that the element is in; empty for none.
[[nodiscard]] std::string_view namespaceOf(pugi::xml_node node) noexcept;
[[nodiscard]] bool isElement(pugi::xml_node node, std::string_view nameSpace, std::string_view name) noexcept;
/// The first such child; null if there is none.
[[nodiscard]] pugi::xml_node findChild(pugi::xml_node parent, std::string_view nameSpace, std::string_view name);
/// The direct text, all pieces of it.
[[nodiscard]] std::string textOf(pugi::xml_node node);
/// Protocol fields come with white space around them.
[[nodiscard]] std::string trimmedText(pugi::xml_node node);
[[nodiscard]] bool isNil(pugi::xml_node node);

} // namespace deskwarden::simulator
