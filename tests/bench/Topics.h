// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bench/Report.h"

#include <cstdint>
#include <vector>

namespace deskwarden::bench {

/// What a run measures, and how long it may take.
struct Settings
{
    std::vector<std::uint32_t> sessions{1'000, 10'000, 100'000};
    int pairs = 5;               ///< paired runs of which the median counts
    int seconds = 20;            ///< of the working minute: --seconds 60 plays it whole
    std::uint32_t acts = 10'000; ///< of a bulk
};

void measureWayIn(Report& report, const Settings& settings);
void measureAsking(Report& report, const Settings& settings);
void measureActs(Report& report, const Settings& settings);
void measureModel(Report& report, const Settings& settings);
void measurePeople(Report& report, const Settings& settings);
void measureMachines(Report& report, const Settings& settings);
void measureMinute(Report& report, const Settings& settings);
void measureEverything(Report& report, const Settings& settings);
void measureProcess(Report& report, const Settings& settings);
void measureBulk(Report& report, const Settings& settings);

/// What the program does when it has started itself: the console until it is full, or an idle window.
[[nodiscard]] int runConsoleChild(const QString& address, std::uint32_t count, double started);
[[nodiscard]] int runIdleChild(int seconds);

} // namespace deskwarden::bench
