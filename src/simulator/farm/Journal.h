// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "simulator/farm/Farm.h"

#include <cstdio>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace deskwarden::simulator {

/// One thing that was really done to somebody.
struct JournalEntry
{
    TimePoint time{};
    std::string action; ///< logoff, disconnect, message, reuse, reconnect; start, save, turn-off, pause, assign, free
    std::string vmHostName;
    std::uint32_t sessionId = 0;
    core::SharedString userName; ///< as it was when the act reached the session; null = NULL
    core::SharedString domainName;
    core::SharedString vmName;
    std::uint32_t returnValue = 0;
    std::optional<std::string> title; ///< message only
    std::optional<std::string> text;  ///< message only

    /// The line of JSON without its end.
    [[nodiscard]] std::string json() const;
};

/// "2026-02-14T09:30:00.125Z"
[[nodiscard]] std::string isoTime(TimePoint time);

/// Keeps what was really done to whom: in memory, and in a file if there is one, flushed line by line.
/// Thread: any; guarded inside.
class Journal final
{
public:
    Journal() = default;
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Writes every line from now on to the end of that file as well. Fails: InvalidInput.
    [[nodiscard]] core::Result<> keepIn(const std::string& file);
    /// Returns when the line is with the operating system.
    void write(const JournalEntry& entry);
    [[nodiscard]] std::vector<std::string> lines() const;

private:
    struct Closer
    {
        void operator()(std::FILE* file) const noexcept { (void)std::fclose(file); }
    };

    mutable std::mutex m_mutex;
    std::vector<std::string> m_lines;          // guarded by m_mutex
    std::unique_ptr<std::FILE, Closer> m_file; // guarded by m_mutex
};

} // namespace deskwarden::simulator
