// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// bench_console [--sessions N]... [--pairs N] [--seconds N] [--acts N] [--json FILE] [--markdown FILE] [TOPIC...]
// Prints each figure as a ratio to something measured in the same run. Exit: 0, also if a promise is missed; 2 usage.

#include "app/HeapRules.h"
#include "bench/Topics.h"

#include <QApplication>
#include <QCommandLineParser>

#include <cstdio>
#include <functional>

using namespace deskwarden;
using namespace deskwarden::bench;

namespace {

using Topic = std::function<void(Report&, const Settings&)>;

const std::vector<std::pair<QString, Topic>> topics{
    {QStringLiteral("way-in"), &measureWayIn},      {QStringLiteral("asking"), &measureAsking},
    {QStringLiteral("model"), &measureModel},       {QStringLiteral("acts"), &measureActs},
    {QStringLiteral("process"), &measureProcess},   {QStringLiteral("minute"), &measureMinute},
    {QStringLiteral("bulk"), &measureBulk},         {QStringLiteral("people"), &measurePeople},
    {QStringLiteral("machines"), &measureMachines}, {QStringLiteral("everything"), &measureEverything}};

/// The offscreen platform complains about each window.
void dropNoise(QtMsgType /*type*/, const QMessageLogContext& /*context*/, const QString& text)
{
    if (!text.contains(QLatin1String("propagateSizeHints")))
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

} // namespace

int main(int argc, char** argv)
{
    app::returnBigBlocks(); // as the console does
    qInstallMessageHandler(&dropNoise);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("bench_console"));
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(
        "Topics: way-in asking model acts process minute bulk people machines everything; all if none is named."));
    parser.addHelpOption();
    const QCommandLineOption sessions(QStringLiteral("sessions"), QStringLiteral("Measure with so many."),
                                      QStringLiteral("N"));
    const QCommandLineOption pairs(QStringLiteral("pairs"), QStringLiteral("Paired runs."), QStringLiteral("N"));
    const QCommandLineOption seconds(QStringLiteral("seconds"), QStringLiteral("Length of the working minute."),
                                     QStringLiteral("N"));
    const QCommandLineOption acts(QStringLiteral("acts"), QStringLiteral("Acts in a bulk."), QStringLiteral("N"));
    const QCommandLineOption json(QStringLiteral("json"), QStringLiteral("Write the figures there."),
                                  QStringLiteral("FILE"));
    const QCommandLineOption markdown(QStringLiteral("markdown"),
                                      QStringLiteral("Write them there as rows of a table."), QStringLiteral("FILE"));
    const QCommandLineOption child(QStringLiteral("child"), QStringLiteral("Be the console that is measured."),
                                   QStringLiteral("ADDRESS"));
    const QCommandLineOption started(QStringLiteral("started"), QStringLiteral("When that was started."),
                                     QStringLiteral("MS"));
    const QCommandLineOption idle(QStringLiteral("idle"), QStringLiteral("Be the idle window beside it."));
    parser.addOptions({sessions, pairs, seconds, acts, json, markdown, child, started, idle});
    parser.process(application);

    Settings settings;
    if (parser.isSet(sessions)) {
        settings.sessions.clear();
        for (const QString& value : parser.values(sessions))
            settings.sessions.push_back(value.toUInt());
    }
    if (parser.isSet(pairs))
        settings.pairs = parser.value(pairs).toInt();
    if (parser.isSet(seconds))
        settings.seconds = parser.value(seconds).toInt();
    if (parser.isSet(acts))
        settings.acts = parser.value(acts).toUInt();

    if (parser.isSet(child))
        return runConsoleChild(parser.value(child), settings.sessions.front(), parser.value(started).toDouble());
    if (parser.isSet(idle))
        return runIdleChild(settings.seconds);

    Report report;
    const QStringList wanted = parser.positionalArguments();
    for (const auto& [name, measure] : topics) {
        if (wanted.isEmpty() || wanted.contains(name))
            measure(report, settings);
    }
    report.printSummary();
    return report.write(parser.value(json), parser.value(markdown)) ? 0 : 2;
}
