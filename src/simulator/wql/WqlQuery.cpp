// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/wql/WqlQuery.h"

#include "simulator/farm/WmiStatus.h"
#include "simulator/wql/WqlParser.h"

#include <algorithm>
#include <charconv>
#include <compare>
#include <optional>
#include <utility>

namespace deskwarden::simulator {

namespace {

using management::CimType;
using Operator = WqlQuery::Operator;

char32_t lowered(char32_t letter)
{
    return letter >= U'A' && letter <= U'Z' ? letter - U'A' + U'a' : letter;
}

// Malformed UTF-8 counts a byte as a character: nothing here depends on it.
std::u32string characters(std::string_view text)
{
    std::u32string result;
    result.reserve(text.size());
    for (std::size_t place = 0; place < text.size();) {
        const auto first = static_cast<unsigned char>(text[place]);
        const std::size_t length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
        char32_t letter = length == 1 ? first : first & (0xFFU >> (length + 1));
        for (std::size_t next = 1; next < length && place + next < text.size(); ++next)
            letter = (letter << 6U) | (static_cast<unsigned char>(text[place + next]) & 0x3FU);
        result += lowered(letter);
        place += length;
    }
    return result;
}

// The set that starts at `start` (after the bracket): where it ends, and whether the letter is in it.
std::pair<std::size_t, bool> matchSet(std::u32string_view pattern, std::size_t start, char32_t letter)
{
    const bool isNegated = start < pattern.size() && pattern[start] == U'^';
    std::size_t place = isNegated ? start + 1 : start;
    bool isIn = false;
    for (bool isFirst = true; place < pattern.size() && (isFirst || pattern[place] != U']'); isFirst = false) {
        const bool isRange = place + 2 < pattern.size() && (pattern[place + 1] == U'-' || pattern[place + 1] == U'=') &&
                             pattern[place + 2] != U']';
        isIn = isIn || (isRange ? pattern[place] <= letter && letter <= pattern[place + 2] : pattern[place] == letter);
        place += isRange ? 3 : 1;
    }
    return {place + 1, isIn != isNegated};
}

// One step of the pattern at `place` against one letter: where the pattern goes on, nothing if it does not match.
std::optional<std::size_t> step(std::u32string_view pattern, std::size_t place, char32_t letter)
{
    if (pattern[place] == U'_')
        return place + 1;
    if (pattern[place] == U'[') {
        const auto [next, isIn] = matchSet(pattern, place + 1, letter);
        return isIn ? std::optional(next) : std::nullopt;
    }
    return pattern[place] == letter ? std::optional(place + 1) : std::nullopt;
}

std::string textOf(const core::Value& value)
{
    const auto& variant = value.variant();
    if (const auto* flag = std::get_if<bool>(&variant))
        return *flag ? "TRUE" : "FALSE";
    if (const auto* number = std::get_if<std::int64_t>(&variant))
        return std::to_string(*number);
    if (const auto* number = std::get_if<std::uint64_t>(&variant))
        return std::to_string(*number);
    if (const auto* time = std::get_if<core::DateTime>(&variant))
        return time->text.toString();
    return value.text().toString();
}

std::optional<std::int64_t> numberOf(const core::Value& value)
{
    const auto& variant = value.variant();
    if (const auto* flag = std::get_if<bool>(&variant))
        return *flag ? 1 : 0;
    if (const auto* number = std::get_if<std::int64_t>(&variant))
        return *number;
    if (const auto* number = std::get_if<std::uint64_t>(&variant))
        return static_cast<std::int64_t>(*number);
    return std::nullopt;
}

std::weak_ordering compareTexts(std::string_view left, std::string_view right)
{
    const std::size_t shared = std::min(left.size(), right.size());
    for (std::size_t place = 0; place < shared; ++place) {
        const char32_t one = lowered(static_cast<unsigned char>(left[place]));
        const char32_t other = lowered(static_cast<unsigned char>(right[place]));
        if (one != other)
            return one <=> other;
    }
    return left.size() <=> right.size();
}

std::weak_ordering compareValues(const core::Value& cell, const core::Value& literal)
{
    const auto left = numberOf(cell);
    const auto right = numberOf(literal);
    if (left && right)
        return *left <=> *right;
    return compareTexts(textOf(cell), textOf(literal));
}

bool isOrder(Operator wanted, std::weak_ordering order)
{
    switch (wanted) {
    case Operator::Equal:
        return order == 0;
    case Operator::Different:
        return order != 0;
    case Operator::Less:
        return order < 0;
    case Operator::Greater:
        return order > 0;
    case Operator::AtMost:
        return order <= 0;
    case Operator::AtLeast:
        return order >= 0;
    case Operator::And:
    case Operator::Or:
    case Operator::Not:
    case Operator::Like:
    case Operator::NotLike:
    case Operator::Null:
    case Operator::NotNull:
        break;
    }
    return false;
}

bool isText(CimType type)
{
    return type == CimType::String || type == CimType::DateTime;
}

// The literal in the property's type, so that SessionId = '5' compares numbers; nothing if it cannot be one.
std::optional<core::Value> converted(const core::Value& literal, CimType type)
{
    const core::SharedString text = literal.text();
    if (isText(type))
        return text.isNull() ? std::nullopt : std::optional(literal);
    if (text.isNull())
        return literal;
    std::int64_t number = 0;
    const char* end = text.view().data() + text.view().size();
    const auto [stop, error] = std::from_chars(text.view().data(), end, number);
    if (error == std::errc() && stop == end && !text.isEmpty())
        return core::Value(number);
    return type == CimType::Boolean ? management::typedValue(text.view(), type) : std::nullopt;
}

} // namespace

bool isLike(std::string_view text, std::string_view pattern)
{
    const std::u32string letters = characters(text);
    const std::u32string wanted = characters(pattern);
    std::size_t letter = 0;
    std::size_t place = 0;
    std::optional<std::pair<std::size_t, std::size_t>> retry; // after the last %: pattern, and text to try next
    while (letter < letters.size()) {
        if (place < wanted.size() && wanted[place] == U'%') {
            retry = std::pair(++place, letter);
            continue;
        }
        if (const auto next = place < wanted.size() ? step(wanted, place, letters[letter]) : std::nullopt) {
            place = *next;
            ++letter;
            continue;
        }
        if (!retry)
            return false;
        place = retry->first;
        letter = ++retry->second;
    }
    while (place < wanted.size() && wanted[place] == U'%')
        ++place;
    return place >= wanted.size();
}

core::Result<WqlQuery> WqlQuery::parse(std::string_view text)
{
    return WqlParser(text).parse();
}

core::Result<> WqlQuery::bind(const management::ClassSchema& schema)
{
    const auto place = [&schema](std::string_view name) -> std::optional<std::size_t> {
        const management::PropertySchema* property = schema.findProperty(name);
        return property ? std::optional(static_cast<std::size_t>(property - schema.properties.data())) : std::nullopt;
    };
    m_boundColumns.clear();
    for (const std::string& column : m_columns) {
        const auto found = place(column);
        if (!found)
            return refuse(WmiStatus::InvalidQuery, "the class has no property " + column);
        m_boundColumns.push_back(*found);
    }
    for (std::size_t column = 0; m_columns.empty() && column < schema.properties.size(); ++column)
        m_boundColumns.push_back(column);
    for (Condition& condition : m_conditions) {
        if (condition.property.empty())
            continue;
        const auto found = place(condition.property);
        if (!found)
            return refuse(WmiStatus::InvalidQuery, "the class has no property " + condition.property);
        condition.column = *found;
        const bool isPattern = condition.kind == Operator::Like || condition.kind == Operator::NotLike;
        if (condition.literal.isNull() || isPattern)
            continue;
        auto literal = converted(condition.literal, schema.properties[*found].type);
        if (!literal)
            return refuse(WmiStatus::InvalidQuery, condition.property + " is compared with a value of another type");
        condition.literal = *std::move(literal);
    }
    return {};
}

bool WqlQuery::matches(const Cell& cell) const
{
    return m_conditions.empty() || holds(m_conditions.size() - 1, cell);
}

bool WqlQuery::holds(std::size_t place, const Cell& cell) const
{
    const Condition& condition = m_conditions[place];
    switch (condition.kind) {
    case Operator::And:
        return holds(condition.left, cell) && holds(condition.right, cell);
    case Operator::Or:
        return holds(condition.left, cell) || holds(condition.right, cell);
    case Operator::Not:
        return !holds(condition.left, cell);
    case Operator::Null:
        return cell(condition.column).isNull();
    case Operator::NotNull:
        return !cell(condition.column).isNull();
    case Operator::Like:
    case Operator::NotLike: {
        const core::Value value = cell(condition.column);
        return !value.isNull() &&
               isLike(textOf(value), textOf(condition.literal)) == (condition.kind == Operator::Like);
    }
    case Operator::Equal:
    case Operator::Different:
    case Operator::Less:
    case Operator::Greater:
    case Operator::AtMost:
    case Operator::AtLeast:
        break;
    }
    const core::Value value = cell(condition.column);
    // NULL is neither equal to anything nor different from it
    return !value.isNull() && isOrder(condition.kind, compareValues(value, condition.literal));
}

} // namespace deskwarden::simulator
