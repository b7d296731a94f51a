// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Completion.h"
#include "app/Connectors.h"
#include "app/console/Composition.h"
#include "app/console/ConsoleOptions.h"
#include "app/console/LinkDoor.h"
#include "app/console/LogHandler.h"
#include "app/HeapRules.h"
#include "app/Interruption.h"
#include "app/KnownNames.h"
#include "app/ProcessEnd.h"
#include "app/ProcessSafety.h"
#include "app/ProgramVersion.h"
#include "models/texts/Texts.h"
#include "ui/widgets/FirstPaint.h"
#include "ui/widgets/Theme.h"
#include "ui/window/MainWindow.h"
#include "ui/window/Tour.h"
#include "ui/window/Translations.h"
#ifdef _WIN32
#include "ui/window/DarkTitleBar.h"
#include "wmicom/ComProcess.h"
#endif

#include <QApplication>
#include <QLocale>

#ifdef _WIN32
#include <shobjidl.h>
#include <windows.h>
#endif

#include <cstdio>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

using namespace deskwarden;

namespace {

enum class ConsoleExit { Good = 0, Failed = 1, Usage = 2 };

/// The arguments, before there is an application: --help must work without a screen.
QStringList argumentsOf(int argc, char* argv[])
{
    QStringList arguments;
    for (int index = 1; index < argc; ++index)
        arguments << QString::fromLocal8Bit(argv[index]);
    return arguments;
}

void say(std::FILE* stream, const QString& text)
{
    std::fputs((models::safeLines(text) + QLatin1Char('\n')).toUtf8().constData(), stream);
}

/// What builds and shells ask for, which needs no screen either.
std::optional<QString> answerFor(const QStringList& arguments, int& argc, char* argv[])
{
    std::vector<std::string> words;
    for (const QString& argument : arguments)
        words.push_back(argument.toStdString());
    if (const auto printed = app::printedFor(app::consoleText(), words))
        return QString::fromStdString(*printed);
    if (arguments.value(0) != QLatin1String("--complete"))
        return std::nullopt;
    const QCoreApplication application(argc, argv); // databases need one
    return app::completionAnswer(arguments).join(QLatin1Char('\n'));
}

void giveName()
{
    QCoreApplication::setApplicationName(QStringLiteral("Deskwarden"));
    QCoreApplication::setApplicationVersion(QString::fromLatin1(app::programVersion()));
    QCoreApplication::setOrganizationName(QStringLiteral("Deskwarden"));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Deskwarden"));
    QGuiApplication::setDesktopFileName(QStringLiteral(DESKWARDEN_APP_ID));
#ifdef _WIN32
    // As its shortcuts have it: without the name a start from another place would be another button of the task bar.
    (void)SetCurrentProcessExplicitAppUserModelID(L"" DESKWARDEN_APP_ID);
#endif
}

/// A simulated broker needs no password; every other server gets the dialog, with what is known filled in.
void open(ui::MainWindow& window, const app::ConsoleOptions& options)
{
    for (const core::ServerProfile& profile : options.servers) {
        if (profile.address.transport == core::Transport::Demo)
            window.connectTo(profile, core::Secret());
        else
            window.offerConnection(profile);
    }
    if (options.link)
        window.follow(*options.link);
    else if (options.isToConnect || (options.servers.empty() && !window.reconnect()))
        window.openConnectionDialog();
}

/// What becomes of a link that a running console is there for; nothing if none is.
std::optional<ConsoleExit> handOver(const core::ConsoleLink& link)
{
    switch (app::LinkDoor::handOver(storage::StoragePlaces::runningFolder(), link)) {
    case app::LinkDoor::Answer::Taken:
        return ConsoleExit::Good;
    case app::LinkDoor::Answer::Refused:
        say(stderr, QStringLiteral("deskwarden: The running console did not take the link. Try again in a moment."));
        return ConsoleExit::Failed;
    case app::LinkDoor::Answer::Nobody:
        break;
    }
    return std::nullopt;
}

int runConsole(QApplication& application, const app::ConsoleOptions& options, app::Composition& composition)
{
    const QLocale locale = ui::localeFor(composition.preferences());
    ui::installTranslations(application, locale);
    composition.setLanguage(locale);
    ui::applyTheme(application,
                   ui::colorSchemeFromName(composition.preferences().value(storage::preference::colorScheme)));
#ifdef _WIN32
    ui::followPaletteInTitleBars(application);
#endif
    ui::MainWindow window(composition.services());
    QObject::connect(&window, &ui::MainWindow::languageChanged, &window,
                     [&composition] { composition.setLanguage(QLocale()); });
    window.show();
    // Closed by then, it must open nothing: a dialog that nobody asked for would keep the program alive.
    new ui::FirstPaint(&window, [&window, &options] {
        if (window.isVisible())
            open(window, options);
    });

    app::LinkDoor door(storage::StoragePlaces::runningFolder());
    QObject::connect(&door, &app::LinkDoor::linkArrived, &window, &ui::MainWindow::follow);
    door.open();

    // The window closes as if a person had closed it and said yes; its calls end, and what was sent is told as unknown.
    const app::Interruption interruption;
    const std::stop_callback atStop(interruption.first(), [&window] {
        QMetaObject::invokeMethod(
            &window, [&window] { window.closeUnasked(); }, Qt::QueuedConnection);
    });
    std::optional<ui::Tour> tour;
    if (!options.tourFolder.isEmpty()) {
        tour.emplace(window, options.tourFolder);
        QObject::connect(&*tour, &ui::Tour::finished, &application, [](bool isWhole) {
            QCoreApplication::exit(static_cast<int>(isWhole ? ConsoleExit::Good : ConsoleExit::Failed));
        });
        tour->start();
    }
    return application.exec();
}

} // namespace

int main(int argc, char* argv[])
{
    app::protectProcess();
    app::returnBigBlocks();
    const QStringList arguments = argumentsOf(argc, argv);
    if (const auto answer = answerFor(arguments, argc, argv)) {
        if (!answer->isEmpty())
            say(stdout, answer->trimmed());
        return static_cast<int>(ConsoleExit::Good);
    }
    const auto options = app::parseConsole(arguments);
    if (!options) {
        say(stderr, QStringLiteral("deskwarden: ") + options.error() + QStringLiteral("\nTry deskwarden --help."));
        return static_cast<int>(ConsoleExit::Usage);
    }
    if (options->wantsHelp || options->wantsVersion) {
        say(stdout, options->wantsHelp ? QString::fromStdString(app::helpOf(app::consoleText())).trimmed()
                                       : QStringLiteral("deskwarden ") + QString::fromLatin1(app::programVersion()));
        return static_cast<int>(ConsoleExit::Good);
    }
#ifdef _WIN32
    const wmicom::ComProcess com; // before Qt, which starts OLE
#endif
    QGuiApplication::setHighDpiScaleFactorRoundingPolicy(Qt::HighDpiScaleFactorRoundingPolicy::PassThrough);
    QApplication application(argc, argv);
    giveName();
    if (options->link) {
        if (const auto ended = handOver(*options->link))
            return static_cast<int>(*ended);
    }
    models::LogRing log;
    const app::LogHandler handler(log);
    app::Connectors connectors;
    int code = 0;
    {
        app::Composition composition(storage::StoragePlaces::standard(), connectors, log);
        code = runConsole(application, *options, composition);
        // Nobody is there any more to read it in a window.
        if (const auto written = composition.finishWriting(); !written)
            say(stderr, QStringLiteral("deskwarden: ") + models::describe(written.error()).joined());
    }
    return app::leave(code, connectors.haveLeftCallsBehind());
}
