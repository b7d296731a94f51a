// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// empty_window STARTED [text]: an empty Qt Widgets window, or one with a line of text, which needs fonts. Says when it
// was painted for the first time.

#include "bench/Clocks.h"
#include "bench/FirstPaint.h"

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

#include <cstdio>
#include <cstdlib>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    const double start = argc > 1 ? std::strtod(argv[1], nullptr) : 0;
    QMainWindow window;
    if (argc > 2)
        window.setCentralWidget(new QLabel(QString::fromLocal8Bit(argv[2])));
    const deskwarden::bench::FirstPaint watch([start] {
        deskwarden::bench::printPaint(start);
        QCoreApplication::quit();
    });
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
