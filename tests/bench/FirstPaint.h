// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bench/Clocks.h"

#include <QCoreApplication>
#include <QEvent>
#include <QObject>
#include <QTimer>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <functional>

namespace deskwarden::bench {

/// Calls back once, after a widget has been painted for the first time. Thread: GUI.
class FirstPaint final : public QObject
{
public:
    explicit FirstPaint(std::function<void()> painted)
        : m_painted(std::move(painted))
    {
        QCoreApplication::instance()->installEventFilter(this);
    }

    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Paint && watched->isWidgetType() && !m_isSeen) {
            m_isSeen = true;
            QTimer::singleShot(0, this, [this] { m_painted(); });
        }
        return false;
    }

private:
    std::function<void()> m_painted;
    bool m_isSeen = false;
};

/// The most memory that this process has ever held, in MB (VmHWM); 0 where the system does not tell.
[[nodiscard]] inline double peakMegabytes()
{
    double kilobytes = 0;
    if (std::FILE* file = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, file) != nullptr) {
            if (std::strncmp(line, "VmHWM:", 6) == 0)
                kilobytes = std::strtod(line + 6, nullptr);
        }
        std::fclose(file);
    }
    return kilobytes / 1024;
}

/// For the program that has started this one.
inline void printPaint(double started)
{
    std::printf("{\"painted\": %.3f, \"cpu\": %.3f, \"peak\": %.3f}\n", wallTime() - started,
                milliseconds(CLOCK_PROCESS_CPUTIME_ID), peakMegabytes());
}

} // namespace deskwarden::bench
