// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

namespace deskwarden::core {

class Instance;
class Value;

/// A point in time or an interval, kept as the server wrote it (DMTF's 25 characters, or an xs:dateTime).
struct DateTime
{
    SharedString text;
    friend bool operator==(const DateTime&, const DateTime&) = default;
};

using ValueArray = std::vector<Value>;

/// One WMI property value. A transport that sends no types (WS-Management) delivers texts; management::ClassSchema
/// types them afterwards.
class Value final
{
public:
    using Variant = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, SharedString, DateTime,
                                 ValueArray, std::shared_ptr<const Instance>>;

    Value() = default;
    explicit Value(bool value)
        : m_variant(value)
    {}
    explicit Value(std::int64_t value)
        : m_variant(value)
    {}
    explicit Value(std::uint64_t value)
        : m_variant(value)
    {}
    explicit Value(std::uint32_t value)
        : m_variant(std::uint64_t{value})
    {}
    explicit Value(double value)
        : m_variant(value)
    {}
    /// A null SharedString becomes NULL.
    explicit Value(SharedString value);
    explicit Value(std::string_view value)
        : m_variant(SharedString(value))
    {}
    explicit Value(const char* value)
        : Value(std::string_view(value))
    {}
    explicit Value(DateTime value)
        : m_variant(std::move(value))
    {}
    explicit Value(ValueArray value)
        : m_variant(std::move(value))
    {}
    explicit Value(Instance value);

    /// Becomes that text, in place: where there are a hundred thousand rows, moving values is dear.
    void setText(SharedString text)
    {
        if (!text.isNull())
            m_variant.emplace<SharedString>(std::move(text));
        else
            m_variant.emplace<std::monostate>();
    }
    [[nodiscard]] const Variant& variant() const noexcept { return m_variant; }
    [[nodiscard]] bool isNull() const noexcept { return std::holds_alternative<std::monostate>(m_variant); }
    /// The text of a text value; a null string for anything else.
    [[nodiscard]] SharedString text() const;
    /// The value as uint32: from a number, or from a decimal text as numberText() takes it (a negative sint32 keeps its
    /// bits, as some servers write HRESULTs that way). Nothing if it is neither or does not fit.
    [[nodiscard]] std::optional<std::uint32_t> toUint32() const;

    friend bool operator==(const Value& left, const Value& right);

private:
    Variant m_variant;
};

struct Property
{
    SharedString name;
    Value value;
    friend bool operator==(const Property&, const Property&) = default;
};

/// One WMI object: its class and its properties, in the order the server sent them.
class Instance final
{
public:
    Instance() = default;
    Instance(SharedString className, std::vector<Property> properties)
        : m_className(std::move(className))
        , m_properties(std::move(properties))
    {}

    [[nodiscard]] const SharedString& className() const noexcept { return m_className; }
    [[nodiscard]] const std::vector<Property>& properties() const noexcept { return m_properties; }
    [[nodiscard]] std::vector<Property>& properties() noexcept { return m_properties; }
    /// The value of the property, compared without regard to ASCII case as WMI does; nullptr if the server did not send
    /// it.
    [[nodiscard]] const Value* find(std::string_view name) const noexcept;

    friend bool operator==(const Instance&, const Instance&) = default;

private:
    SharedString m_className;
    std::vector<Property> m_properties;
};

/// Without the white space of XML around it (XML Schema 2, 4.3.6: it is no part of a number, a boolean or a date).
[[nodiscard]] std::string_view collapsed(std::string_view text) noexcept;
/// The digits of a number as std::from_chars takes them: collapsed(), and without the plus sign that XML Schema allows.
[[nodiscard]] std::string_view numberText(std::string_view text) noexcept;

} // namespace deskwarden::core
