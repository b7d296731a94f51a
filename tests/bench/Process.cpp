// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The console as a process, against a program with an empty Qt window: time to the first paint and to the first row,
// and peak memory. Each run is a process of its own, the two kinds in turn.

#include "bench/Clocks.h"
#include "bench/ConsoleUnderTest.h"
#include "bench/FirstPaint.h"
#include "bench/Topics.h"
#include "ui/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QTimer>

#include <cstdio>

namespace deskwarden::bench {

namespace {

constexpr int patience = 120'000;
constexpr std::chrono::seconds reading{3}; // memory is looked at after some more refreshes

QJsonObject runChild(const QString& program, const QStringList& arguments)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(program, arguments);
    child.waitForFinished(patience);
    return QJsonDocument::fromJson(child.readAllStandardOutput()).object();
}

QString here(const char* name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + QString::fromLatin1(name);
}

QString now()
{
    return QString::number(wallTime(), 'f', 3);
}

void take(std::vector<double>& into, const QJsonObject& from, const char* name)
{
    into.push_back(from.value(QLatin1String(name)).toDouble());
}

/// Paired: the median of the ratios, not the ratio of the medians.
double medianRatio(const std::vector<double>& values, const std::vector<double>& references)
{
    std::vector<double> ratios;
    for (std::size_t i = 0; i < values.size(); ++i)
        ratios.push_back(values[i] / references[i]);
    return median(std::move(ratios));
}

QStringList consoleArguments(const QString& address, std::uint32_t count)
{
    return {QStringLiteral("--child"),   address, QStringLiteral("--sessions"), QString::number(count),
            QStringLiteral("--started"), now()};
}

/// With no server: the start alone.
void measureStart(Report& report, int pairs)
{
    struct Start
    {
        std::vector<double> painted, cpu;
        void add(const QJsonObject& from)
        {
            take(painted, from, "painted");
            take(cpu, from, "cpu");
        }
    } empty, text, console;
    for (int pair = -1; pair < 3 * pairs; ++pair) { // the first one fills the caches of the disk
        const QJsonObject emptyStart = runChild(here("empty_window"), {now()});
        const QJsonObject textStart = runChild(here("empty_window"), {now(), QStringLiteral("text")});
        const QJsonObject start = runChild(here("bench_console"), consoleArguments(QStringLiteral("none"), 0));
        if (pair < 0)
            continue;
        empty.add(emptyStart);
        text.add(textStart);
        console.add(start);
    }
    const auto add = [&report](const char* what, const char* unit, const std::vector<double>& values,
                               const char* against, const std::vector<double>& references,
                               std::optional<double> most = {}) {
        const double base = median(references);
        report.add({QStringLiteral("process"), QString::fromLatin1(what), 0, medianRatio(values, references) * base,
                    QString::fromLatin1(unit), QString::fromLatin1(against), base, most});
    };
    add("first paint", "ms", console.painted, "empty Qt window", empty.painted, 1.5);
    add("first paint", "ms", console.painted, "Qt window with one word", text.painted);
    add("first paint, CPU", "ms CPU", console.cpu, "empty Qt window", empty.cpu);
    add("first paint, CPU", "ms CPU", console.cpu, "Qt window with one word", text.cpu);
}

void measure(Report& report, std::uint32_t count, int pairs)
{
    const support::SimulatorProcess simulator(
        {QStringLiteral("--sessions"), QString::number(count), QStringLiteral("--hosts"), QStringLiteral("200")});
    std::vector<double> row, filled, peak, emptyPainted, emptyPeak;
    for (int pair = 0; pair < pairs; ++pair) {
        const QJsonObject empty = runChild(here("empty_window"), {now()});
        const QJsonObject console = runChild(here("bench_console"), consoleArguments(simulator.address(), count));
        take(emptyPainted, empty, "painted");
        take(emptyPeak, empty, "peak");
        take(row, console, "row");
        take(filled, console, "filled");
        take(peak, console, "peak");
    }
    const QString topic = QStringLiteral("process");
    const QString empty = QStringLiteral("empty Qt window");
    const double base = median(emptyPainted);
    const QString ms = QStringLiteral("ms");
    const QString mb = QStringLiteral("MB");
    report.add({topic, QStringLiteral("first row"), count, median(row), ms, empty, base});
    report.add({topic, QStringLiteral("all rows"), count, median(filled), ms, empty, base});
    report.add({topic, QStringLiteral("peak memory"), count, median(peak), mb, empty, median(emptyPeak)});
    const double extra = median(peak) - median(emptyPeak);
    const auto most = count >= 100'000 ? std::optional(100.0) : std::nullopt;
    report.add({topic, QStringLiteral("peak memory above an empty Qt window"), count, extra, mb, {}, 0, most});
    report.add({topic,
                QStringLiteral("peak memory a session"),
                count,
                extra * 1024 * 1024 / count,
                QStringLiteral("bytes"),
                {},
                0});
}

} // namespace

void measureProcess(Report& report, const Settings& settings)
{
    measureStart(report, settings.pairs);
    for (const std::uint32_t count : settings.sessions)
        measure(report, count, settings.pairs);
}

int runConsoleChild(const QString& address, std::uint32_t count, double started)
{
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    double row = 0;
    double filled = 0;
    const FirstPaint watch([started, count] {
        if (count > 0)
            return;
        printPaint(started);
        QCoreApplication::quit();
    });
    ConsoleUnderTest console(1);
    if (count == 0)
        return QApplication::exec();
    const auto* const table = console.window().findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
    const auto look = [&] {
        const int rows = table->model()->rowCount();
        if (rows > 0 && row <= 0)
            row = wallTime() - started;
        if (rows < static_cast<int>(count) || filled > 0)
            return;
        filled = wallTime() - started;
        QTimer::singleShot(reading, qApp, [&] {
            std::printf("{\"row\": %.3f, \"filled\": %.3f, \"peak\": %.3f}\n", row, filled, peakMegabytes());
            QCoreApplication::quit();
        });
    };
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, qApp, look);
    console.connectTo(address);
    return QApplication::exec();
}

} // namespace deskwarden::bench
