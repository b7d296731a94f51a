// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>

#include <cstdint>

namespace deskwarden::models {

/// How much a line of the log matters, the least first.
enum class LogLevel { Debug, Information, Warning, Error };

/// One line of the log: what the program, Qt or a library has said of itself. It holds no secret; names in it that are
/// not the program's own stand between « and », as named() puts them.
struct LogEntry
{
    std::uint64_t number = 0; ///< counts from 1 in each run
    QDateTime when;
    LogLevel level = LogLevel::Information;
    QString category; ///< "deskwarden.servers", "qt.qpa.xcb"
    QString text;
};

} // namespace deskwarden::models
