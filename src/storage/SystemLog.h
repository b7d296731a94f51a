// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <cstdint>
#include <memory>
#include <vector>

namespace deskwarden::storage {

/// One thing that is told of an act: "operator", "user", "outcome" …
struct SystemLogField
{
    const char* name; ///< lower-case ASCII letters
    QString value;
};
using SystemLogFields = std::vector<SystemLogField>;

/// Where an operating system collects what programs report: Windows' event log, systemd's journal, a syslog daemon.
/// Thread: any. Fails: by saying so; unless policy demands it, a log that cannot be written is no reason not to work.
class SystemLog
{
public:
    enum class Level { Information, Warning };

    SystemLog() = default;
    SystemLog(const SystemLog&) = delete;
    SystemLog& operator=(const SystemLog&) = delete;
    virtual ~SystemLog() = default;

    /// One entry; `event` tells kinds of entries apart. The fields say what the text says, for programs that search.
    /// False = the log has not taken it now.
    virtual bool report(Level level, std::uint32_t event, const QString& text, const SystemLogFields& fields) = 0;
};

/// This system's log; nullptr where there is none that programs write to.
[[nodiscard]] std::unique_ptr<SystemLog> systemLog();

} // namespace deskwarden::storage
