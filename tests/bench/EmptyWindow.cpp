// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// empty_window [TEXT]: an empty Qt Widgets window, or one with a line of text, which needs fonts. StartWatch tells when
// it was painted.

#include <QApplication>
#include <QLabel>
#include <QMainWindow>

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    if (argc > 1)
        window.setCentralWidget(new QLabel(QString::fromLocal8Bit(argv[1])));
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}
