// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

// Stands before each source of a test program that several test classes share (deskwarden_add_test): Qt's macros that
// end a test's source then enter its class into the program, instead of making a program of its own.

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#ifdef QT_WIDGETS_LIB
#include <QApplication>
#endif

#include <algorithm>
#include <array>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::test {

/// Runs one test class with the command line of the program, the class's name left out; returns what QTest returns.
using RunClass = int (*)(int argc, char** argv);

/// Enters a class, while the program's static objects are made. Always true: what it initialises is a bool, which needs
/// no destructor at the end.
bool enterTest(const char* className, RunClass run);

template <typename Test>
int runTest(int argc, char** argv)
{
    Test test;
    return QTest::qExec(&test, argc, argv);
}

template <typename Application, typename Test>
int runTestIn(int argc, char** argv)
{
    const Application application(argc, argv);
    Application::setAttribute(Qt::AA_Use96Dpi, true);
    return runTest<Test>(argc, argv);
}

} // namespace deskwarden::test

#undef QTEST_APPLESS_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_MAIN
#define QTEST_APPLESS_MAIN(Test)                         \
    [[maybe_unused]] static const bool isEntered##Test = \
        deskwarden::test::enterTest(#Test, &deskwarden::test::runTest<Test>);
#define QTEST_GUILESS_MAIN(Test)                         \
    [[maybe_unused]] static const bool isEntered##Test = \
        deskwarden::test::enterTest(#Test, &deskwarden::test::runTestIn<QCoreApplication, Test>);
#if defined(QT_WIDGETS_LIB)
#define QTEST_MAIN(Test)                                 \
    [[maybe_unused]] static const bool isEntered##Test = \
        deskwarden::test::enterTest(#Test, &deskwarden::test::runTestIn<QApplication, Test>);
#elif defined(QT_GUI_LIB)
#define QTEST_MAIN(Test)                                 \
    [[maybe_unused]] static const bool isEntered##Test = \
        deskwarden::test::enterTest(#Test, &deskwarden::test::runTestIn<QGuiApplication, Test>);
#else
#define QTEST_MAIN(Test) QTEST_GUILESS_MAIN(Test)
#endif
