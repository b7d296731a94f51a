// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/soap/ItemWriter.h"

#include "core/XmlText.h"
#include "simulator/soap/SoapNames.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace deskwarden::simulator {

namespace {

template <typename Number>
void appendNumber(std::string& xml, Number number)
{
    std::array<char, 24> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    if (error == std::errc())
        xml.append(digits.data(), end);
}

// "20260214093000.125000+000" as an xs:dateTime; all times of the simulator are UTC.
std::string xmlTime(std::string_view dmtf)
{
    if (dmtf.size() != 25)
        return std::string(dmtf);
    std::string text;
    constexpr std::array<std::size_t, 6> widths{4, 2, 2, 2, 2, 2};
    constexpr std::array<char, 6> ends{'-', '-', 'T', ':', ':', '.'};
    std::size_t place = 0;
    for (std::size_t part = 0; part < widths.size(); ++part) {
        text += dmtf.substr(place, widths[part]);
        text += ends[part];
        place += widths[part];
    }
    return text.append(dmtf.substr(15, 6)) += 'Z';
}

} // namespace

std::string classUri(const management::ClassSchema& schema, bool isCimStyle)
{
    if (isCimStyle)
        return std::string(soap::cimSchema) + std::string(schema.name);
    std::string place(schema.nameSpace);
    std::ranges::replace(place, '\\', '/');
    return std::string(soap::wmi) + place + "/" + std::string(schema.name);
}

void appendTypedStart(std::string& xml, std::string_view name, std::string_view uri)
{
    ((((xml += "<p:") += name) += " xmlns:xsi=\"") += soap::instance) += "\" xmlns:p=\"";
    core::appendXmlEscaped(xml, uri);
    ((((xml += "\" xmlns:cim=\"") += soap::cim) += "\" xsi:type=\"p:") += name) += "_Type\">";
}

void appendValue(std::string& xml, const core::Value& value, bool isTyped)
{
    const auto& variant = value.variant();
    if (const auto* text = std::get_if<core::SharedString>(&variant))
        core::appendXmlEscaped(xml, text->view());
    else if (const auto* number = std::get_if<std::uint64_t>(&variant))
        appendNumber(xml, *number);
    else if (const auto* signedNumber = std::get_if<std::int64_t>(&variant))
        appendNumber(xml, *signedNumber);
    else if (const auto* flag = std::get_if<bool>(&variant))
        xml += *flag ? "true" : "false";
    else if (const auto* time = std::get_if<core::DateTime>(&variant))
        ((xml += isTyped ? "<cim:Datetime>" : "<Datetime>") += xmlTime(time->text.view())) +=
            isTyped ? "</cim:Datetime>" : "</Datetime>";
}

ItemWriter::ItemWriter(const QueryResult& result, std::string_view classUri)
    : m_isProjection(result.isProjection())
{
    const management::ClassSchema& schema = result.schema();
    const std::string name(schema.name);
    if (m_isProjection) {
        ((m_open = "<w:XmlFragment xmlns:xsi=\"") += soap::instance) += "\">";
        m_close = "</w:XmlFragment>";
    } else {
        appendTypedStart(m_open, name, classUri);
        m_close = "</p:" + name + ">";
    }
    const std::string prefix = m_isProjection ? "" : "p:";
    for (const std::size_t column : result.columns()) {
        const std::string property = prefix + std::string(schema.properties[column].name);
        // NULL arrays are left out altogether; everything else is nil.
        const std::string nil = schema.properties[column].isArray ? "" : "<" + property + " xsi:nil=\"true\"/>";
        m_tags.push_back({column, "<" + property + ">", "</" + property + ">", nil});
    }
    std::ranges::sort(m_tags, {}, &Tag::open);
}

void ItemWriter::append(std::string& xml, const QueryResult& result) const
{
    xml += m_open;
    for (const Tag& tag : m_tags) {
        const core::Value value = result.cell(tag.column);
        if (value.isNull()) {
            xml += tag.nil;
            continue;
        }
        xml += tag.open;
        appendValue(xml, value, !m_isProjection);
        xml += tag.close;
    }
    xml += m_close;
}

} // namespace deskwarden::simulator
