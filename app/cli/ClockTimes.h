// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QDateTime>
#include <QString>
#include <QTime>

#include <chrono>
#include <optional>

namespace deskwarden::app {

/// A span of each day in this computer's local time, without its end. It may go over midnight.
struct DailySpan
{
    QTime from;
    QTime to;

    [[nodiscard]] bool contains(const QTime& time) const;
    /// Whether any moment from `start` to `end` (not before it) lies in the span.
    [[nodiscard]] bool meets(const QDateTime& start, const QDateTime& end) const;
    [[nodiscard]] QString text() const; ///< "08:00-18:00"
};

/// Reads "08:00-18:00"; nothing for anything else, and for a span without a length.
[[nodiscard]] std::optional<DailySpan> dailySpanFrom(const QString& text);
/// Reads "45m", "4h", "7d", at least one minute and at most 366 days.
[[nodiscard]] std::optional<std::chrono::seconds> durationFrom(const QString& text);

} // namespace deskwarden::app
