// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "bench/Clocks.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEventLoop>
#include <QObject>

#include <vector>

namespace deskwarden::bench {

/// Each turn of this thread's event loop, from waking up to going to sleep: how long it held the thread.
/// Thread: GUI.
class Turns final : public QObject
{
public:
    Turns()
    {
        QAbstractEventDispatcher* const dispatcher = QAbstractEventDispatcher::instance();
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, &Turns::note);
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &Turns::note);
    }

    void begin()
    {
        m_cpu.clear();
        m_wall.clear();
        m_last = Stopwatch();
    }
    /// Ends a turn.
    void note()
    {
        const Cost cost = m_last.cost();
        m_cpu.push_back(cost.cpu);
        m_wall.push_back(cost.wall);
        m_last = Stopwatch();
    }
    /// Handles everything that waits, a turn at a time.
    void drain()
    {
        while (QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents))
            note();
        note();
    }
    [[nodiscard]] const std::vector<double>& cpu() const { return m_cpu; }
    [[nodiscard]] double longest() const { return quantile(m_cpu, 1); }

private:
    Stopwatch m_last;
    std::vector<double> m_cpu;
    std::vector<double> m_wall;
};

} // namespace deskwarden::bench
