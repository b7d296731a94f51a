// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "simulator/wql/QueryResult.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// Writes rows as items: a typed element of the class for SELECT *, an XmlFragment without namespaces for a projection.
/// Properties come in alphabetical order, as from Windows. Tags are made once, rows are appended.
class ItemWriter final
{
public:
    ItemWriter(const QueryResult& result, std::string_view classUri);

    /// Appends the current row.
    void append(std::string& xml, const QueryResult& result) const;

private:
    struct Tag
    {
        std::size_t column = 0;
        std::string open;
        std::string close;
        std::string nil;
    };

    std::string m_open;
    std::string m_close;
    bool m_isProjection;
    std::vector<Tag> m_tags;
};

/// The class's own URI, in the style in which it was asked for.
[[nodiscard]] std::string classUri(const management::ClassSchema& schema, bool isCimStyle);
/// `<p:Name xmlns:… xsi:type="p:Name_Type">`, the way Windows opens an instance or a method's answer.
void appendTypedStart(std::string& xml, std::string_view name, std::string_view uri);
/// The value as element content; datetimes in the element that the form wants.
void appendValue(std::string& xml, const core::Value& value, bool isTyped);

} // namespace deskwarden::simulator
