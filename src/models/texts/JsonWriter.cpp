// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/JsonWriter.h"

#include "core/HiddenLetters.h"
#include "models/texts/DecodedText.h"

#include <QByteArray>
#include <QLocale>
#include <QString>
#include <QUtf8StringView>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <variant>

namespace deskwarden::models {

namespace {

constexpr std::uint64_t mostExact = std::uint64_t{1} << 53U;

template <typename Integer>
void appendInteger(std::string& json, Integer value)
{
    std::array<char, std::numeric_limits<std::uint64_t>::digits10 + 2> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    json.append(digits.data(), end.ptr);
}

template <typename Integer>
void appendInteger(std::string& json, Integer value, bool isExact)
{
    if (!isExact)
        json += '"';
    appendInteger(json, value);
    if (!isExact)
        json += '"';
}

void appendDouble(std::string& json, double value)
{
    if (!std::isfinite(value))
        appendJsonText(json, QByteArray::number(value).toStdString());
    else if (std::abs(value) <= static_cast<double>(mostExact) && std::trunc(value) == value)
        appendInteger(json, static_cast<std::int64_t>(value));
    else
        json += QByteArray::number(value, 'g', QLocale::FloatingPointShortest).toStdString();
}

void appendNullable(std::string& json, const core::SharedString& text)
{
    if (text.isNull())
        json += "null";
    else
        appendJsonText(json, text.view());
}

void appendEscaped(std::string& json, char byte)
{
    constexpr std::string_view hexadecimal = "0123456789abcdef";
    switch (byte) {
    case '"':
        json += "\\\"";
        return;
    case '\\':
        json += "\\\\";
        return;
    case '\b':
        json += "\\b";
        return;
    case '\f':
        json += "\\f";
        return;
    case '\n':
        json += "\\n";
        return;
    case '\r':
        json += "\\r";
        return;
    case '\t':
        json += "\\t";
        return;
    default:
        break;
    }
    json += "\\u00";
    json += hexadecimal[static_cast<unsigned char>(byte) >> 4U];
    json += hexadecimal[static_cast<unsigned char>(byte) & 0xFU];
}

bool isPlainAscii(char byte) noexcept
{
    return static_cast<unsigned char>(byte) >= 0x20 && static_cast<unsigned char>(byte) < 0x7F && byte != '"' &&
           byte != '\\';
}

/// With the escapes that JSON asks for: U+0000 to U+001F, the quote and the backslash.
std::string escaped(std::string_view text)
{
    std::string json;
    for (const char byte : text) {
        if (static_cast<unsigned char>(byte) < 0x20 || byte == '"' || byte == '\\')
            appendEscaped(json, byte);
        else
            json += byte;
    }
    return json;
}

} // namespace

void appendJsonText(std::string& json, std::string_view text)
{
    json += '"';
    if (std::ranges::all_of(text, isPlainAscii)) {
        json += text;
    } else {
        const auto length = static_cast<qsizetype>(text.size());
        const bool isUtf8 = QUtf8StringView(text.data(), length).isValidUtf8();
        json += core::withoutHidden(isUtf8 ? escaped(text) : escaped(decodedText(text).toStdString()));
    }
    json += '"';
}

std::string valueText(const core::Value& value)
{
    if (value.isNull())
        return {};
    if (const auto* const text = std::get_if<core::SharedString>(&value.variant()))
        return text->toString();
    if (const auto* const time = std::get_if<core::DateTime>(&value.variant()))
        return time->text.toString();
    JsonWriter writer;
    writer.append(value);
    std::string json = std::move(writer.m_line);
    const bool isQuoted = json.front() == '"'; // a number
    return isQuoted ? json.substr(1, json.size() - 2) : json;
}

std::string_view JsonWriter::line(const core::Instance& instance)
{
    if (!fits(m_layout, instance))
        m_layout = layoutOf(instance);
    m_line.clear();
    append(instance, m_layout);
    m_line += '\n';
    return m_line;
}

JsonWriter::Layout JsonWriter::layoutOf(const core::Instance& instance)
{
    struct Named
    {
        QString name;
        std::size_t position;
    };
    Layout layout;
    std::vector<Named> sorted;
    for (const core::Property& property : instance.properties()) {
        const std::string_view name = property.name.view();
        sorted.push_back({decodedText(name), layout.names.size()});
        layout.names.push_back(property.name);
    }
    std::ranges::stable_sort(sorted, {}, &Named::name);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (i + 1 < sorted.size() && sorted[i].name == sorted[i + 1].name)
            continue;
        Layout::Place place{sorted[i].position, layout.places.empty() ? "" : ","};
        appendJsonText(place.opening, layout.names[place.position].view());
        place.opening += ':';
        layout.places.push_back(std::move(place));
    }
    return layout;
}

bool JsonWriter::fits(const Layout& layout, const core::Instance& instance) noexcept
{
    return std::ranges::equal(layout.names, instance.properties(), {}, {}, &core::Property::name);
}

void JsonWriter::append(const core::Instance& instance, const Layout& layout)
{
    m_line += '{';
    for (const Layout::Place& place : layout.places) {
        m_line += place.opening;
        append(instance.properties()[place.position].value);
    }
    m_line += '}';
}

void JsonWriter::append(const core::Value& value)
{
    struct ByType
    {
        JsonWriter& writer;
        std::string& json = writer.m_line;

        void operator()(std::monostate /*null*/) const { json += "null"; }
        void operator()(bool is) const { json += is ? "true" : "false"; }
        void operator()(std::int64_t number) const
        {
            const auto magnitude =
                number < 0 ? ~static_cast<std::uint64_t>(number) + 1 : static_cast<std::uint64_t>(number);
            appendInteger(json, number, magnitude <= mostExact);
        }
        void operator()(std::uint64_t number) const { appendInteger(json, number, number <= mostExact); }
        void operator()(double number) const { appendDouble(json, number); }
        void operator()(const core::SharedString& text) const { appendNullable(json, text); }
        void operator()(const core::DateTime& time) const { appendNullable(json, time.text); }
        void operator()(const core::ValueArray& values) const
        {
            json += '[';
            for (const core::Value& element : values) {
                if (&element != &values.front())
                    json += ',';
                writer.append(element);
            }
            json += ']';
        }
        void operator()(const std::shared_ptr<const core::Instance>& instance) const
        {
            if (instance)
                writer.append(*instance, layoutOf(*instance));
            else
                json += "null";
        }
    };
    std::visit(ByType{*this}, value.variant());
}

} // namespace deskwarden::models
