// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <cstdint>
#include <memory>

namespace deskwarden::storage {

/// Where an operating system collects what programs report: Windows' event log.
/// Thread: any. Fails: never; a log that cannot be written is no reason not to work.
class SystemLog
{
public:
    enum class Level { Information, Warning };

    SystemLog() = default;
    SystemLog(const SystemLog&) = delete;
    SystemLog& operator=(const SystemLog&) = delete;
    virtual ~SystemLog() = default;

    /// One entry; `event` tells kinds of entries apart.
    virtual void report(Level level, std::uint32_t event, const QString& text) = 0;
};

/// This system's log; nullptr where there is none that programs write to.
[[nodiscard]] std::unique_ptr<SystemLog> systemLog();

} // namespace deskwarden::storage
