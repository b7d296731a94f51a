// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/Connectors.h"
#include "bench/Clocks.h"
#include "core/ServerAddress.h"
#include "storage/Preferences.h"
#include "storage/ServerProfileStore.h"
#include "support/FakeDirectory.h"
#include "support/MemoryLedger.h"
#include "support/ProgramRun.h"
#include "ui/window/MainWindow.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <functional>
#include <memory>
#include <utility>

namespace deskwarden::bench {

/// Runs this thread's event loop until that holds, two minutes at most.
inline void waitFor(const std::function<bool()>& condition)
{
    const double limit = wallTime() + 120'000;
    while (!condition() && wallTime() < limit)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// The console's own window with the real client below it, and settings that are nobody's. Thread: GUI.
class ConsoleUnderTest final
{
public:
    /// With a directory, each server has it.
    explicit ConsoleUnderTest(int refreshSeconds, std::shared_ptr<support::FakeDirectory> directory = nullptr)
        : m_directory(std::move(directory))
        , m_preferences(m_folder.filePath(QStringLiteral("settings.ini")))
        , m_servers(m_folder.filePath(QStringLiteral("servers.json")))
    {
        m_preferences.setValue(storage::preference::refreshSeconds, refreshSeconds);
        m_window = std::make_unique<ui::MainWindow>(services());
        m_window->resize(1280, 800);
        m_window->show();
    }

    void connectTo(const QString& address)
    {
        core::ServerProfile profile;
        profile.address = core::ServerAddress::parse(address.toStdString()).value();
        profile.user = support::SimulatorProcess::user().toStdString();
        if (m_directory != nullptr)
            profile.directory.address = "corp.example";
        m_window->connectTo(profile, core::Secret(support::SimulatorProcess::password().toStdString()));
    }
    [[nodiscard]] ui::MainWindow& window() { return *m_window; }

private:
    [[nodiscard]] desk::Services services()
    {
        desk::Services services{[this](const core::ServerProfile& profile, const core::Secret& password) {
                                    return m_connectors.connectorFor(profile, password);
                                },
                                m_ledger,
                                m_servers,
                                m_preferences,
                                {}};
        if (m_directory != nullptr) {
            services.directoryFor = [directory = m_directory](const core::ServerProfile&, const core::Secret&) {
                return core::Result<management::DirectoryConnector>(directory->connector());
            };
        }
        return services;
    }

    const std::shared_ptr<support::FakeDirectory> m_directory;
    QTemporaryDir m_folder;
    storage::Preferences m_preferences;
    storage::ServerProfileStore m_servers;
    support::MemoryLedger m_ledger;
    app::Connectors m_connectors;
    std::unique_ptr<ui::MainWindow> m_window; // last: uses all above
};

} // namespace deskwarden::bench
