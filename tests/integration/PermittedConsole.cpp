// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The console under a policy that names every act: that of a computer is nobody's to change in a test.
// permitted-console OPTION...

#include "app/Connectors.h"
#include "app/console/Composition.h"
#include "app/console/ConsoleOptions.h"
#include "app/Interruption.h"
#include "storage/StoragePlaces.h"
#include "ui/window/MainWindow.h"

#include <QApplication>

using namespace deskwarden;

int main(int argc, char* argv[])
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Deskwarden"));
    const auto options = app::parseConsole(QCoreApplication::arguments().mid(1));
    if (!options)
        return 2;
    models::LogRing log;
    app::Connectors connectors;
    app::Composition composition(storage::StoragePlaces::standard(), connectors, log);
    desk::Services services = composition.services();
    services.rules.policy.namedActions.set();
    ui::MainWindow window(std::move(services));
    window.show();
    for (const core::ServerProfile& profile : options->servers)
        window.offerConnection(profile);
    const app::Interruption interruption;
    const std::stop_callback atStop(interruption.first(), [&window] {
        QMetaObject::invokeMethod(
            &window, [&window] { window.closeUnasked(); }, Qt::QueuedConnection);
    });
    return QApplication::exec();
}
