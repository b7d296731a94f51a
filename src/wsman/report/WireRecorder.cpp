// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "wsman/report/WireRecorder.h"

#include "core/TextEncoding.h"
#include "core/XmlText.h"
#include "wsman/report/EnvelopeParts.h"
#include "wsman/report/NameMask.h"
#include "wsman/report/ReportVocabulary.h"
#include "wsman/report/TimeShift.h"
#include "wsman/soap/XmlDocument.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace deskwarden::wsman {

namespace {

using Kind = ReportLine::Kind;

bool isWordLetter(char letter)
{
    return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           letter == '_' || static_cast<unsigned char>(letter) >= 0x80;
}

/// Gives the words of a text of the protocol that are not its own, and in between what is.
template <typename Own, typename Foreign>
void splitProtocol(std::string_view text, const Own& own, const Foreign& foreign)
{
    char before = 0;
    while (!text.empty()) {
        const auto letters = std::ranges::find_if_not(text, isWordLetter) - text.begin();
        const std::string_view word = text.substr(0, std::max<std::size_t>(static_cast<std::size_t>(letters), 1));
        const bool isOfAddress = word.front() <= '9' && (before == '.' || text.substr(word.size()).starts_with('.'));
        if (letters == 0 || (isProtocolWord(word) && !isOfAddress))
            own(word);
        else
            foreign(word);
        before = word.back();
        text.remove_prefix(word.size());
    }
}

/// The text without references, for what looks at whole names.
std::string plain(std::string_view text)
{
    pugi::xml_document document;
    const std::string xml = "<t>" + std::string(text) + "</t>";
    if (text.find('&') == std::string_view::npos || !document.load_buffer(xml.data(), xml.size()))
        return std::string(text);
    return document.first_child().child_value();
}

std::string_view shownType(std::string_view mediaType)
{
    constexpr std::array<std::string_view, 7> known{"application/soap+xml;charset=UTF-8",
                                                    "application/soap+xml;charset=UTF-16",
                                                    "application/soap+xml",
                                                    "multipart/encrypted",
                                                    "text/html",
                                                    "text/plain",
                                                    "text/xml"};
    const auto* const found =
        std::ranges::find_if(known, [&](std::string_view type) { return mediaType.starts_with(type); });
    return found == known.end() ? (mediaType.empty() ? "no type" : "another type") : *found;
}

/// Replaces what names somebody, after it has seen all there is.
class Masking final
{
public:
    Masking(std::uint64_t seed, std::chrono::seconds shift)
        : m_mask(seed)
        , m_shift(shift)
    {}

    void learn(const std::string& names) { m_mask.learn(names); }
    void note(const std::string& text) { m_mask.note(text); }
    void learnMessage(const std::string& message)
    {
        takeApart(message, [this](const EnvelopePart& part) {
            switch (part.kind) {
            case PartKind::Kept:
                break;
            case PartKind::Identifier:
            case PartKind::Words:
                m_mask.note(plain(part.text));
                break;
            case PartKind::Protocol:
                splitProtocol(
                    part.text, [](std::string_view) {}, [this](std::string_view word) { m_mask.learn(word); });
                break;
            case PartKind::Name:
                if (!shiftedTime(trimmed(part.text), m_shift))
                    m_mask.learn(plain(part.text));
                break;
            }
        });
    }

    [[nodiscard]] std::string words(const std::string& text) { return m_mask.masked(text); }
    [[nodiscard]] std::string message(const std::string& message)
    {
        std::string result;
        result.reserve(message.size());
        takeApart(message, [this, &result](const EnvelopePart& part) {
            switch (part.kind) {
            case PartKind::Kept:
                result += part.text;
                break;
            case PartKind::Identifier:
                result += m_mask.withoutLearnt(part.text);
                break;
            case PartKind::Protocol:
                splitProtocol(
                    part.text, [&result](std::string_view own) { result += own; },
                    [this, &result](std::string_view word) { result += m_mask.masked(word); });
                break;
            case PartKind::Name:
            case PartKind::Words:
                result += value(part.text);
                break;
            }
        });
        return result;
    }

private:
    [[nodiscard]] std::string value(std::string_view text)
    {
        const std::string_view inner = trimmed(text);
        if (const auto time = shiftedTime(inner, m_shift)) {
            const auto before = static_cast<std::size_t>(inner.data() - text.data());
            return std::string(text.substr(0, before)) + *time + std::string(text.substr(before + inner.size()));
        }
        if (text.find('&') == std::string_view::npos)
            return m_mask.masked(text);
        return core::xmlEscaped(m_mask.masked(plain(text)));
    }

    NameMask m_mask;
    const std::chrono::seconds m_shift;
};

} // namespace

std::string httpLine(const WireNote& note)
{
    std::string text = "POST";
    if (!note.scheme.empty()) {
        text += " " + note.scheme;
        if (note.tokenBytes > 0)
            text += " of " + std::to_string(note.tokenBytes) + " bytes";
    }
    text += ", body of " + std::to_string(note.requestBytes) + " bytes -> ";
    if (note.error)
        return text + core::symbol(*note.error);
    text += std::to_string(note.status);
    for (const std::string& scheme : note.offered)
        text += " " + scheme;
    if (note.challengeBytes > 0)
        text += " of " + std::to_string(note.challengeBytes) + " bytes";
    return text + ", body of " + std::to_string(note.answerBytes) + " bytes, " +
           std::string(shownType(note.contentType));
}

void WireRecorder::keep(ReportLine line)
{
    if (m_lines.size() >= m_limits.lines) {
        ++m_leftOut;
        return;
    }
    if (line.body.size() > m_limits.message || m_bytes + line.body.size() > m_limits.all) {
        line.kind = Kind::Remark;
        line.text = "left out: a message of " + std::to_string(line.body.size()) + " bytes";
        line.body.clear();
    }
    m_bytes += line.body.size();
    m_lines.push_back(std::move(line));
}

void WireRecorder::posted(const WireNote& note)
{
    keep({Kind::Http, httpLine(note)});
}

void WireRecorder::exchanged(std::string_view envelope, const core::Result<HttpAnswer>& answer)
{
    const auto asUtf8 = [](std::string_view bytes) {
        const bool isWide = core::encodingOf(bytes) != core::TextEncoding::Utf8;
        return isWide ? core::utf8From(bytes).value_or(std::string(bytes)) : std::string(bytes);
    };
    keep({Kind::Request, {}, {}, std::string(envelope)});
    if (answer) {
        keep({Kind::Answer,
              std::to_string(answer->status) + ' ' + std::string(shownType(answer->contentType)),
              {},
              asUtf8(answer->body)});
        return;
    }
    std::string cause = core::symbol(answer.error().kind);
    if (answer.error().code != 0)
        cause += ' ' + std::to_string(answer.error().code);
    keep({Kind::Silence, cause});
}

void WireRecorder::remark(std::string_view words, std::string_view names)
{
    keep({Kind::Remark, std::string(words), std::string(names)});
}

void WireRecorder::learn(std::string_view names)
{
    m_names.emplace_back(names);
}

Report WireRecorder::report(std::uint64_t seed, std::chrono::seconds shift) const
{
    Masking masking(seed, shift);
    for (const std::string& names : m_names)
        masking.learn(names);
    for (const ReportLine& line : m_lines) {
        masking.note(line.names);
        masking.learnMessage(line.body);
    }
    Report report;
    for (const ReportLine& line : m_lines)
        report.push_back({line.kind, line.text + masking.words(line.names), {}, masking.message(line.body)});
    if (m_leftOut > 0)
        report.push_back({Kind::Remark, "left out: " + std::to_string(m_leftOut) + " more lines"});
    return report;
}

} // namespace deskwarden::wsman
