// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>
#include <string_view>

namespace deskwarden::wsman {

/// What a part of a message is for somebody who must not learn a name from it.
enum class PartKind {
    Kept,       ///< markup, and values that are the protocol's own
    Identifier, ///< the name of an element or attribute, which may not be the protocol's
    Protocol,   ///< a URI or a word of the protocol, if it is a known one
    Name,       ///< stands for somebody or something
    Words,      ///< sentences, or nobody knows what
};

/// Text of an element or attribute as it stands in the message: with references such as &amp;.
struct EnvelopePart
{
    PartKind kind = PartKind::Words;
    std::string_view text;
};

/// Takes a message apart as it is written, whole or broken, XML or not: the parts together are the message, byte for
/// byte. What is not understood is Words. The parts point into the message.
void takeApart(std::string_view message, const std::function<void(const EnvelopePart&)>& sink);

} // namespace deskwarden::wsman
