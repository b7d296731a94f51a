// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/log/LogEntry.h"

#include <cstddef>
#include <deque>
#include <mutex>
#include <string_view>
#include <vector>

namespace deskwarden::models {

/// The last lines of the log, in memory alone. Older ones make room for newer ones.
/// Thread: any; what holds its lock copies a few lines and does nothing else.
class LogRing final
{
public:
    static constexpr std::size_t mostEntries = 2000;
    static constexpr qsizetype longestText = 2000; ///< what is longer is cut

    void add(LogLevel level, const QString& category, const QString& text);
    /// Those that came after the one of this number, the oldest first; 0 = all.
    [[nodiscard]] std::vector<LogEntry> since(std::uint64_t number) const;

private:
    mutable std::mutex m_mutex;
    std::deque<LogEntry> m_entries; // guarded by m_mutex
    std::uint64_t m_last = 0;       // guarded by m_mutex
};

/// A name from elsewhere as it stands in a line of the log: escaped, between marks by which redactedLines() finds it.
[[nodiscard]] QString named(std::string_view name);

/// "09:41:07.120 warning deskwarden.servers: text"
[[nodiscard]] QString logLine(const LogEntry& entry);
/// For strangers: each name is replaced, the same one by the same number; of what others than the program have said
/// only who, when and how long.
[[nodiscard]] QStringList redactedLines(const std::vector<LogEntry>& entries);

} // namespace deskwarden::models
