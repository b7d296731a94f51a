// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <utility>
#include <vector>

namespace deskwarden::bench {

/// A clock's time in milliseconds.
[[nodiscard]] inline double milliseconds(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// CPU time of the calling thread: what a busy machine does not change.
[[nodiscard]] inline double threadCpu()
{
    return milliseconds(CLOCK_THREAD_CPUTIME_ID);
}

[[nodiscard]] inline double wallTime()
{
    return milliseconds(CLOCK_MONOTONIC);
}

/// What something took.
struct Cost
{
    double wall = 0;
    double cpu = 0; ///< of the calling thread
};

/// Measures from its making on.
class Stopwatch final
{
public:
    [[nodiscard]] Cost cost() const { return {wallTime() - m_wall, threadCpu() - m_cpu}; }

private:
    double m_wall = wallTime();
    double m_cpu = threadCpu();
};

/// The value below which that share of them lies; 0 for none.
[[nodiscard]] inline double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto last = static_cast<double>(values.size() - 1);
    return values[static_cast<std::size_t>(last * share + 0.5)];
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    return quantile(std::move(values), 0.5);
}

/// Of paired runs: the median of the ratios, not the ratio of the medians.
[[nodiscard]] inline double medianRatio(const std::vector<double>& values, const std::vector<double>& references)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < values.size(); ++i)
        ratios.push_back(values[i] / references[i]);
    return median(std::move(ratios));
}

} // namespace deskwarden::bench
