// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::models {

/// Writes instances as `--json` prints them: WMI's property names, sorted, and JSON types. Null stays null; integers up
/// to 2^53 in magnitude are numbers, larger ones are texts (a reader with doubles would change them silently); NaN and
/// infinities, which JSON does not know, are texts; a DateTime is the server's text; an embedded instance an object. Of
/// properties of the same name the last counts.
/// No tree is built: each instance is appended to one buffer. Instances of one list are built alike, so that their
/// names are sorted once. Thread: one.
class JsonWriter final
{
public:
    /// One compact line with its line end. Valid until the next one.
    [[nodiscard]] std::string_view line(const core::Instance& instance);

private:
    /// Of an instance's properties: where they stand, in the order in which they are written.
    struct Layout
    {
        struct Place
        {
            std::size_t position = 0;
            std::string opening; ///< what is written before the value: comma, name, colon
        };
        std::vector<core::SharedString> names; ///< as the server sends them
        std::vector<Place> places;
    };

    [[nodiscard]] static Layout layoutOf(const core::Instance& instance);
    [[nodiscard]] static bool fits(const Layout& layout, const core::Instance& instance) noexcept;
    void append(const core::Instance& instance, const Layout& layout);
    void append(const core::Value& value);

    friend std::string valueText(const core::Value& value);

    Layout m_layout; ///< of the instance before
    std::string m_line;
};

/// The value alone, for a person: NULL is empty, and a text, a time or a large number has no quotes.
[[nodiscard]] std::string valueText(const core::Value& value);
/// Appends the text as JSON writes it, with its quotes. What core::isHidden() stands as \uXXXX, and bytes that are no
/// UTF-8 become U+FFFD.
void appendJsonText(std::string& json, std::string_view text);

} // namespace deskwarden::models
