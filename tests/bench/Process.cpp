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

void measure(Report& report, std::uint32_t count, int pairs)
{
    const support::SimulatorProcess simulator(
        {QStringLiteral("--sessions"), QString::number(count), QStringLiteral("--hosts"), QStringLiteral("200")});
    std::vector<double> painted, row, filled, peak, emptyPainted, emptyPeak, ratio;
    for (int pair = -1; pair < pairs; ++pair) { // the first one fills the caches of the disk
        const QJsonObject empty = runChild(here("empty_window"), {now()});
        const QJsonObject console = runChild(
            here("bench_console"), {QStringLiteral("--child"), simulator.address(), QStringLiteral("--sessions"),
                                    QString::number(count), QStringLiteral("--started"), now()});
        if (pair < 0)
            continue;
        const auto take = [](std::vector<double>& into, const QJsonObject& from, const char* name) {
            into.push_back(from.value(QLatin1String(name)).toDouble());
        };
        take(emptyPainted, empty, "painted");
        take(emptyPeak, empty, "peak");
        take(painted, console, "painted");
        take(row, console, "row");
        take(filled, console, "filled");
        take(peak, console, "peak");
        ratio.push_back(painted.back() / emptyPainted.back());
    }
    const QString topic = QStringLiteral("process");
    const QString empty = QStringLiteral("empty Qt window");
    const double base = median(emptyPainted);
    const QString unit = QStringLiteral("ms");
    report.add({topic, QStringLiteral("first paint"), count, median(ratio) * base, unit, empty, base, 1.5});
    report.add({topic, QStringLiteral("first row"), count, median(row), unit, empty, base});
    report.add({topic, QStringLiteral("all rows"), count, median(filled), unit, empty, base});
    report.add(
        {topic, QStringLiteral("peak memory"), count, median(peak), QStringLiteral("MB"), empty, median(emptyPeak)});
    const double extra = median(peak) - median(emptyPeak);
    report.add({topic,
                QStringLiteral("peak memory above an empty Qt window"),
                count,
                extra,
                QStringLiteral("MB"),
                {},
                0,
                count >= 100'000 ? std::optional(100.0) : std::nullopt});
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
    for (const std::uint32_t count : settings.sessions)
        measure(report, count, settings.pairs);
}

int runConsoleChild(const QString& address, std::uint32_t count, double started)
{
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    double painted = 0;
    double row = 0;
    double filled = 0;
    const FirstPaint watch([&painted, started] { painted = wallTime() - started; });
    ConsoleUnderTest console(1);
    const auto* const table = console.window().findChild<QAbstractItemView*>(QStringLiteral("sessionTable"));
    const auto look = [&] {
        const int rows = table->model()->rowCount();
        if (rows > 0 && row <= 0)
            row = wallTime() - started;
        if (rows < static_cast<int>(count) || filled > 0)
            return;
        filled = wallTime() - started;
        QTimer::singleShot(reading, qApp, [&] {
            std::printf("{\"painted\": %.3f, \"row\": %.3f, \"filled\": %.3f, \"peak\": %.3f}\n", painted, row, filled,
                        peakMegabytes());
            QCoreApplication::quit();
        });
    };
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, qApp, look);
    console.connectTo(address);
    return QApplication::exec();
}

} // namespace deskwarden::bench
