// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/cli/ClockTimes.h"

#include <QStringList>

namespace deskwarden::app {

bool DailySpan::contains(const QTime& time) const
{
    return from < to ? time >= from && time < to : time >= from || time < to;
}

bool DailySpan::meets(const QDateTime& start, const QDateTime& end) const
{
    if (contains(start.time()) || contains(end.time()))
        return true;
    // Neither end lies in it: only a whole span can lie between them.
    const QDateTime begins(start.date().addDays(start.time() < from ? 0 : 1), from);
    return begins <= end;
}

QString DailySpan::text() const
{
    return from.toString(QStringLiteral("HH:mm")) + QLatin1Char('-') + to.toString(QStringLiteral("HH:mm"));
}

std::optional<DailySpan> dailySpanFrom(const QString& text)
{
    const QStringList ends = text.split(QLatin1Char('-'));
    if (ends.size() != 2)
        return std::nullopt;
    const DailySpan span{QTime::fromString(ends.at(0), QStringLiteral("HH:mm")),
                         QTime::fromString(ends.at(1), QStringLiteral("HH:mm"))};
    if (!span.from.isValid() || !span.to.isValid() || span.from == span.to)
        return std::nullopt;
    return span;
}

std::optional<std::chrono::seconds> durationFrom(const QString& text)
{
    constexpr std::chrono::hours longest{24 * 366};
    bool isNumber = false;
    const int count = text.chopped(text.isEmpty() ? 0 : 1).toInt(&isNumber);
    if (!isNumber || count < 1 || count > 1'000'000)
        return std::nullopt;
    std::chrono::seconds duration{0};
    if (text.endsWith(QLatin1Char('m')))
        duration = std::chrono::minutes(count);
    else if (text.endsWith(QLatin1Char('h')))
        duration = std::chrono::hours(count);
    else if (text.endsWith(QLatin1Char('d')))
        duration = std::chrono::hours(24) * count;
    if (duration.count() == 0 || duration > longest)
        return std::nullopt;
    return duration;
}

} // namespace deskwarden::app
