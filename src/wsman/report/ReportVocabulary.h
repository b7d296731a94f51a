// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <string_view>

/// What is the same in every conversation and names nobody: the words of the protocol (DSP0226, MS-WSMV), and the
/// classes, properties and methods that Microsoft documents.
namespace deskwarden::wsman {

/// An element or attribute, by its local name as it is written.
[[nodiscard]] bool isKnownIdentifier(std::string_view name) noexcept;
/// A word of a URI, of WQL, or of a qualified name.
[[nodiscard]] bool isProtocolWord(std::string_view word) noexcept;
/// A host that namespaces and actions are named by.
[[nodiscard]] bool isSchemaHost(std::string_view host) noexcept;
/// Text in an element of that name is one of the protocol's own words.
[[nodiscard]] bool holdsProtocolWords(std::string_view element) noexcept;
/// Text in an element of that name is a number or a boolean, if it can be read as one.
[[nodiscard]] bool holdsNumber(std::string_view element) noexcept;
/// Text in an element of that name is an xs:duration, if it can be read as one.
[[nodiscard]] bool holdsDuration(std::string_view element) noexcept;
/// Text in an element of that name is a sentence.
[[nodiscard]] bool holdsSentences(std::string_view element) noexcept;

} // namespace deskwarden::wsman
