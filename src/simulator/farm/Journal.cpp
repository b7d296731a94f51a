// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/Journal.h"

#include "core/HiddenLetters.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

namespace deskwarden::simulator {

namespace {

void appendText(std::string& json, std::string_view text)
{
    json += '"';
    for (const char letter : text) {
        if (letter == '"' || letter == '\\')
            json += '\\';
        json += letter;
    }
    json += '"';
}

void appendField(std::string& json, std::string_view name, const core::SharedString& text)
{
    json += ",\"";
    json += name;
    json += "\":";
    if (text.isNull())
        json += "null";
    else
        appendText(json, text.view());
}

} // namespace

std::string isoTime(TimePoint time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::milliseconds>(time - day));
    std::array<char, 64> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                      static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                      static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                      static_cast<int>(clock.seconds().count()), static_cast<int>(clock.subseconds().count()));
    return std::string(text.data(), static_cast<std::size_t>(length));
}

std::string JournalEntry::json() const
{
    std::string line = "{\"time\":\"" + isoTime(time) + "\",\"action\":";
    appendText(line, action);
    line += ",\"VMHostName\":";
    appendText(line, vmHostName);
    line += ",\"SessionId\":" + std::to_string(sessionId);
    appendField(line, "UserName", userName);
    appendField(line, "DomainName", domainName);
    appendField(line, "VMName", vmName);
    line += ",\"returnValue\":" + std::to_string(returnValue);
    if (title) {
        line += ",\"title\":";
        appendText(line, *title);
    }
    if (text) {
        line += ",\"text\":";
        appendText(line, *text);
    }
    line += '}';
    return core::withoutHidden(line);
}

core::Result<> Journal::keepIn(const std::string& file)
{
    const std::lock_guard lock(m_mutex);
    m_file.reset(std::fopen(file.c_str(), "ab"));
    if (!m_file)
        return core::failure(core::ErrorKind::InvalidInput,
                             "cannot write the journal " + core::shownText(file) + ": " + std::strerror(errno));
    return {};
}

void Journal::write(const JournalEntry& entry)
{
    std::string line = entry.json();
    const std::lock_guard lock(m_mutex);
    if (m_file) {
        const std::string ended = line + "\n";
        (void)std::fwrite(ended.data(), 1, ended.size(), m_file.get());
        (void)std::fflush(m_file.get());
    }
    m_lines.push_back(std::move(line));
}

std::vector<std::string> Journal::lines() const
{
    const std::lock_guard lock(m_mutex);
    return m_lines;
}

} // namespace deskwarden::simulator
