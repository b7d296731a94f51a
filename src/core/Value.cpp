// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "core/Value.h"

#include "core/Names.h"

#include <algorithm>
#include <charconv>
#include <limits>

namespace deskwarden::core {

namespace {

std::optional<std::uint32_t> fromSigned(std::int64_t number)
{
    if (number < std::numeric_limits<std::int32_t>::min() || number > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    return static_cast<std::uint32_t>(number);
}

std::optional<std::uint32_t> fromText(std::string_view text)
{
    text = numberText(text);
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end)
        return std::nullopt;
    return fromSigned(number);
}

} // namespace

Value::Value(SharedString value)
{
    if (!value.isNull())
        m_variant = std::move(value);
}

Value::Value(Instance value)
    : m_variant(std::make_shared<const Instance>(std::move(value)))
{}

SharedString Value::text() const
{
    const auto* text = std::get_if<SharedString>(&m_variant);
    return text ? *text : SharedString();
}

std::optional<std::uint32_t> Value::toUint32() const
{
    if (const auto* number = std::get_if<std::uint64_t>(&m_variant))
        return *number <= std::numeric_limits<std::uint32_t>::max() ? std::optional(static_cast<std::uint32_t>(*number))
                                                                    : std::nullopt;
    if (const auto* number = std::get_if<std::int64_t>(&m_variant))
        return fromSigned(*number);
    if (const auto* text = std::get_if<SharedString>(&m_variant))
        return fromText(text->view());
    return std::nullopt;
}

bool operator==(const Value& left, const Value& right)
{
    const auto* leftInstance = std::get_if<std::shared_ptr<const Instance>>(&left.m_variant);
    const auto* rightInstance = std::get_if<std::shared_ptr<const Instance>>(&right.m_variant);
    if (leftInstance && rightInstance)
        return **leftInstance == **rightInstance;
    return left.m_variant == right.m_variant;
}

const Value* Instance::find(std::string_view name) const noexcept
{
    const auto found = std::ranges::find_if(
        m_properties, [name](const Property& property) { return isSameName(property.name.view(), name); });
    return found == m_properties.end() ? nullptr : &found->value;
}

std::string_view collapsed(std::string_view text) noexcept
{
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(white) - first + 1);
}

std::string_view numberText(std::string_view text) noexcept
{
    text = collapsed(text);
    const bool isSigned = text.size() > 1 && text[0] == '+' && text[1] >= '0' && text[1] <= '9';
    return isSigned ? text.substr(1) : text;
}

} // namespace deskwarden::core
