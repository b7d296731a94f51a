// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/ReportText.h"

#include "core/HiddenLetters.h"
#include "core/TextEncoding.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace deskwarden::wsman {

namespace {

using Kind = ReportLine::Kind;

constexpr std::array<std::pair<Kind, std::string_view>, 5> marks{{{Kind::Remark, "-- "},
                                                                  {Kind::Http, "http: "},
                                                                  {Kind::Request, "request: "},
                                                                  {Kind::Answer, "answer: "},
                                                                  {Kind::Silence, "no answer: "}}};
constexpr std::string_view bar = "| ";

std::string_view markOf(Kind kind)
{
    return std::ranges::find(marks, kind, &std::pair<Kind, std::string_view>::first)->second;
}

char32_t codePoint(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    if (bytes.size() == 1)
        return first;
    char32_t value = first & (0xFFU >> (bytes.size() + 1));
    for (const char byte : bytes.substr(1))
        value = (value << 6U) | (static_cast<unsigned char>(byte) & 0x3FU);
    return value;
}

void appendNumbered(std::string& text, std::string_view letter, char32_t value)
{
    std::array<char, 16> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), static_cast<std::uint32_t>(value), 16);
    text.append(letter).append("{").append(digits.data(), end.ptr).append("}");
}

/// A backslash is doubled; what is hidden, and bytes that are no UTF-8, stand as numbers.
std::string escaped(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    while (!text.empty()) {
        const std::size_t length = core::firstLength(text);
        if (length == 0) {
            appendNumbered(result, "\\x", static_cast<unsigned char>(text.front()));
        } else if (const char32_t letter = codePoint(text.substr(0, length)); core::isHidden(letter)) {
            appendNumbered(result, "\\u", letter);
        } else {
            result += text.substr(0, length);
            if (letter == '\\')
                result += '\\';
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

void appendCharacter(std::string& text, std::uint32_t letter)
{
    const auto byte = [&text](std::uint32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
    if (letter < 0x80) {
        byte(letter);
        return;
    }
    if (letter < 0x800) {
        byte(0xC0U | (letter >> 6U));
    } else {
        if (letter < 0x10000) {
            byte(0xE0U | (letter >> 12U));
        } else {
            byte(0xF0U | ((letter >> 18U) & 0x07U));
            byte(0x80U | ((letter >> 12U) & 0x3FU));
        }
        byte(0x80U | ((letter >> 6U) & 0x3FU));
    }
    byte(0x80U | (letter & 0x3FU));
}

std::optional<std::string> unescaped(std::string_view text)
{
    std::string result;
    while (!text.empty()) {
        const std::size_t plain = std::min(text.find('\\'), text.size());
        result += text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty())
            break;
        if (text.starts_with("\\\\")) {
            result += '\\';
            text.remove_prefix(2);
            continue;
        }
        const std::size_t end = text.find('}');
        if ((!text.starts_with("\\x{") && !text.starts_with("\\u{")) || end == std::string_view::npos)
            return std::nullopt;
        std::uint32_t value = 0;
        const char* const last = text.data() + end;
        const auto [stop, error] = std::from_chars(text.data() + 3, last, value, 16);
        const std::uint32_t most = text[1] == 'x' ? 0xFF : 0x10FFFF;
        if (error != std::errc() || stop != last || value > most)
            return std::nullopt;
        if (text[1] == 'x')
            result += static_cast<char>(static_cast<unsigned char>(value));
        else
            appendCharacter(result, value);
        text.remove_prefix(end + 1);
    }
    return result;
}

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

core::Result<Report> malformed(std::size_t line)
{
    return core::failure(core::ErrorKind::Malformed, "line " + std::to_string(line) + " of the report");
}

} // namespace

std::string reportText(const Report& report)
{
    std::string text = std::string(reportTitle) + '\n';
    for (const ReportLine& line : report) {
        text.append(markOf(line.kind)).append(escaped(line.text)).append(escaped(line.names)) += '\n';
        for (std::string_view body = line.body; !body.empty();) {
            const bool endsInNewLine = body.find('\n') == body.size() - 1;
            text.append(bar).append(escaped(takeLine(body))) += '\n';
            if (endsInNewLine)
                text.append(bar) += '\n';
        }
    }
    return text;
}

core::Result<Report> readReport(std::string_view text)
{
    std::size_t number = 1;
    if (takeLine(text) != reportTitle)
        return malformed(number);
    Report report;
    bool hasBody = false;
    while (!text.empty()) {
        ++number;
        const std::string_view line = takeLine(text);
        if (line.starts_with(bar)) {
            const auto body = unescaped(line.substr(bar.size()));
            if (report.empty() || !body)
                return malformed(number);
            report.back().body.append(hasBody ? "\n" : "").append(*body);
            hasBody = true;
            continue;
        }
        const auto* const mark =
            std::ranges::find_if(marks, [line](const auto& each) { return line.starts_with(each.second); });
        const auto words = mark == marks.end() ? std::nullopt : unescaped(line.substr(mark->second.size()));
        if (!words)
            return malformed(number);
        report.push_back({mark->first, *words});
        hasBody = false;
    }
    return report;
}

} // namespace deskwarden::wsman
