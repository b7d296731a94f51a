// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <array>
#include <stop_token>
#include <thread>

namespace deskwarden::app {

/// Ctrl-C and the request to end, made orderly: the first one stops what has not begun, the second one stops waiting
/// for what is under way, the third one kills. Thread: made and destroyed on the main thread, one at a time; the stop
/// tokens may be used on any thread.
class Interruption final
{
public:
    Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;
    ~Interruption();

    [[nodiscard]] std::stop_token first() const { return m_stops.at(0).get_token(); }
    [[nodiscard]] std::stop_token second() const { return m_stops.at(1).get_token(); }

private:
#ifdef _WIN32
    void watch();
#endif

    std::array<std::stop_source, 2> m_stops;
    std::thread m_watcher;
};

} // namespace deskwarden::app
