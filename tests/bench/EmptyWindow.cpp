// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// empty_window START: a Qt program with an empty window, which the console is measured against. START is when
// it was started, on the monotonic clock, in milliseconds. Prints the time to its first paint and its peak memory.

#include "bench/FirstPaint.h"

#include <QApplication>
#include <QMainWindow>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const double start = argc > 1 ? std::strtod(argv[1], nullptr) : 0;
    QMainWindow window;
    const deskwarden::bench::FirstPaint watch([start] {
        std::printf("{\"painted\": %.3f, \"peak\": %.3f}\n", deskwarden::bench::wallTime() - start,
                    deskwarden::bench::peakMegabytes());
        QCoreApplication::quit();
    });
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
