// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The console as a process, against a program with an empty Qt window: time to the first paint and to the first row,
// and peak memory. Each run is a process of its own, the two kinds in turn.

#include "bench/Clocks.h"
#include "bench/ConsoleUnderTest.h"
#include "bench/Memory.h"
#include "bench/Topics.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
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

QStringList consoleArguments(const QString& address, std::uint32_t count)
{
    return {QStringLiteral("--child"),   address, QStringLiteral("--sessions"), QString::number(count),
            QStringLiteral("--started"), now()};
}

/// A program that is started to be looked at until it has painted.
QJsonObject runWatched(const QString& program, const QStringList& arguments, const QProcessEnvironment& environment)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.setProcessEnvironment(environment);
    const double started = wallTime();
    child.start(program, arguments);
    child.waitForFinished(patience);
    QJsonObject told = QJsonDocument::fromJson(child.readAllStandardOutput()).object();
    told.insert(QStringLiteral("painted"), told.value(QLatin1String("now")).toDouble() - started);
    return told;
}

/// What all of them find: StartWatch, nobody's settings, and no session bus, which is not started for each of them.
QProcessEnvironment watchedEnvironment(const QString& platform, const QString& folder)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), platform);
    environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("deskwarden-start"));
    environment.insert(QStringLiteral("QT_PLUGIN_PATH"), here("plugins"));
    environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"), QStringLiteral("unix:path=/nonexistent"));
    for (const char* const kind : {"CONFIG", "DATA", "CACHE", "STATE"})
        environment.insert(QStringLiteral("XDG_%1_HOME").arg(QLatin1String(kind)), folder);
    return environment;
}

/// A screen of its own; not running where there is no Xvfb.
class VirtualScreen final
{
public:
    VirtualScreen()
    {
        m_process.start(QStringLiteral("Xvfb"),
                        {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                         QStringLiteral("0"), QStringLiteral("1920x1080x24"), QStringLiteral("-noreset"),
                         QStringLiteral("-nolisten"), QStringLiteral("tcp")});
        if (m_process.waitForStarted(patience) && m_process.waitForReadyRead(patience))
            m_display = QLatin1Char(':') + QString::fromLatin1(m_process.readLine().trimmed());
    }
    VirtualScreen(const VirtualScreen&) = delete;
    VirtualScreen& operator=(const VirtualScreen&) = delete;
    ~VirtualScreen()
    {
        m_process.terminate();
        m_process.waitForFinished(patience);
    }
    [[nodiscard]] const QString& display() const { return m_display; }

private:
    QProcess m_process;
    QString m_display;
};

struct Start
{
    std::vector<double> painted, cpu, controls;
    void add(const QJsonObject& from)
    {
        take(painted, from, "painted");
        take(cpu, from, "cpu");
        take(controls, from, "controls");
    }
};

/// The real programs, from before they are started until they have painted, in turn.
void measureStart(Report& report, const char* platform, const QProcessEnvironment& environment, int pairs)
{
    Start empty, text, console;
    for (int pair = -1; pair < 3 * pairs; ++pair) { // the first one fills the caches of the disk
        const QJsonObject emptyStart = runWatched(here("empty_window"), {}, environment);
        const QJsonObject textStart = runWatched(here("empty_window"), {QStringLiteral("word")}, environment);
        const QJsonObject start = runWatched(support::programPath(QStringLiteral("deskwarden")), {}, environment);
        if (pair < 0)
            continue;
        empty.add(emptyStart);
        text.add(textStart);
        console.add(start);
    }
    const auto add = [&](const char* what, const char* unit, const std::vector<double>& values, const char* against,
                         const std::vector<double>& references) {
        const double base = median(references);
        report.add({QStringLiteral("process"),
                    QStringLiteral("first paint, %1, %2").arg(QLatin1String(platform), QLatin1String(what)), 0,
                    medianRatio(values, references) * base, QString::fromLatin1(unit), QString::fromLatin1(against),
                    base});
    };
    // A floor without a promise: an empty window has no text, and loads no fonts.
    add("wall", "ms", console.painted, "empty Qt window", empty.painted);
    add("CPU", "ms CPU", console.cpu, "empty Qt window", empty.cpu);
    add("wall", "ms", console.painted, "Qt window with one word", text.painted);
    add("CPU", "ms CPU", console.cpu, "Qt window with one word", text.cpu);
    add("word, wall", "ms", text.painted, "empty Qt window", empty.painted);
    add("word, CPU", "ms CPU", text.cpu, "empty Qt window", empty.cpu);
    report.add({QStringLiteral("process"),
                QStringLiteral("controls enabled at the first paint, %1").arg(QLatin1String(platform)),
                0,
                median(console.controls),
                QStringLiteral("of them"),
                {},
                0,
                {},
                1.0});
}

void measureStarts(Report& report, int pairs)
{
    const QTemporaryDir folder;
    measureStart(report, "offscreen", watchedEnvironment(QStringLiteral("offscreen"), folder.path()), pairs);
    const VirtualScreen screen;
    if (screen.display().isEmpty()) {
        std::fprintf(stderr, "bench: no Xvfb, so nothing is measured on a screen\n");
        return;
    }
    QProcessEnvironment environment = watchedEnvironment(QStringLiteral("xcb"), folder.path());
    environment.insert(QStringLiteral("DISPLAY"), screen.display());
    measureStart(report, "X11", environment, pairs);
}

void measure(Report& report, std::uint32_t count, int pairs)
{
    const support::SimulatorProcess simulator(
        {QStringLiteral("--sessions"), QString::number(count), QStringLiteral("--hosts"), QStringLiteral("200")});
    const QTemporaryDir folder;
    const QProcessEnvironment environment = watchedEnvironment(QStringLiteral("offscreen"), folder.path());
    std::vector<double> row, filled, peak, emptyPainted, emptyPeak;
    for (int pair = 0; pair < pairs; ++pair) {
        const QJsonObject empty = runWatched(here("empty_window"), {}, environment);
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
    measureStarts(report, settings.pairs);
    for (const std::uint32_t count : settings.sessions)
        measure(report, count, settings.pairs);
}

int runConsoleChild(const QString& address, std::uint32_t count, double started)
{
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    double row = 0;
    double filled = 0;
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
            std::printf("{\"row\": %.3f, \"filled\": %.3f, \"peak\": %.3f}\n", row, filled, peakMegabytes());
            QCoreApplication::quit();
        });
    };
    QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, qApp, look);
    console.connectTo(address);
    return QApplication::exec();
}

} // namespace deskwarden::bench
