// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PaletteFlow.h"

#include "models/table/CellTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "ui/connect/ConnectFlow.h"
#include "ui/palette/EntryStock.h"
#include "ui/palette/PaletteDialog.h"
#include "ui/palette/SessionStock.h"
#include "ui/sessions/SelectFlow.h"
#include "ui/sessions/TableState.h"
#include "ui/widgets/ActionText.h"
#include "ui/widgets/Icons.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>

#include <algorithm>
#include <utility>

namespace deskwarden::ui {

namespace {

PaletteEntry commandEntry(QAction& action, const QString& path)
{
    PaletteEntry entry;
    const bool isView = action.objectName() == QLatin1String("showViewAction");
    entry.kind = isView ? PaletteKind::View : PaletteKind::Command;
    entry.icon = isView ? outlineIcon("eye") : action.icon();
    entry.title = readableText(action.text());
    entry.detail = path;
    if (action.isChecked())
        entry.detail += QStringLiteral(" · ") + PaletteFlow::tr("on");
    entry.keys = keysOf(action);
    entry.isEnabled = action.isEnabled();
    entry.choose = [chosen = QPointer<QAction>(&action)] {
        if (chosen != nullptr && chosen->isEnabled())
            chosen->trigger();
    };
    return entry;
}

void addCommands(QMenu& menu, const QString& path, std::vector<PaletteEntry>& entries)
{
    emit menu.aboutToShow(); // some are filled when they open
    for (QAction* const action : menu.actions()) {
        if (action->isSeparator() || action->text().isEmpty() || !action->isVisible())
            continue;
        if (action->menu() == nullptr)
            entries.push_back(commandEntry(*action, path));
        else if (action->isEnabled())
            addCommands(*action->menu(), path + QStringLiteral(" › ") + readableText(action->text()), entries);
    }
}

} // namespace

PaletteFlow::PaletteFlow(QMainWindow& window, desk::Console& console, SelectFlow& selecting, ConnectFlow& connecting)
    : QObject(&window)
    , m_window(window)
    , m_console(console)
    , m_selecting(selecting)
    , m_connecting(connecting)
{
    addSource([this] { return people(); });
    addSource([this] { return servers(); });
    addSource([this] { return commands(); });
    addSource([this] { return groups(PaletteKind::Collection); });
    addSource([this] { return groups(PaletteKind::Host); });
    addSource([this] { return knownServers(); });
}

void PaletteFlow::open()
{
    if (m_dialog != nullptr)
        return;
    m_dialog = new PaletteDialog(m_sources, &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    // Queued: the window has the focus again by then.
    connect(
        m_dialog, &PaletteDialog::chosen, this, [](const PaletteEntry& entry) { entry.choose(); },
        Qt::QueuedConnection);
    m_dialog->open();
}

std::shared_ptr<const PaletteStock> PaletteFlow::people() const
{
    models::ServerNames names;
    if (m_console.links().size() > 1)
        names = m_console.serverNames();
    return std::make_shared<SessionStock>(
        m_console.lists(), std::move(names),
        [&selecting = m_selecting](const core::Session& session) { selecting.selectSession(session); },
        m_console.sessions().personNames(), m_askWhy);
}

std::shared_ptr<const PaletteStock> PaletteFlow::commands() const
{
    std::vector<PaletteEntry> entries;
    for (QAction* const action : m_window.menuBar()->actions()) {
        if (action->menu() != nullptr && action->isVisible())
            addCommands(*action->menu(), readableText(action->text()), entries);
    }
    return std::make_shared<EntryStock>(std::move(entries));
}

std::shared_ptr<const PaletteStock> PaletteFlow::servers() const
{
    std::vector<PaletteEntry> entries;
    const auto& counts = m_console.sessions().counts().servers;
    for (const auto& link : m_console.links()) {
        const auto count = std::ranges::find(counts, link->server(), &models::GroupCount::server);
        PaletteEntry entry;
        entry.kind = PaletteKind::Server;
        entry.icon = outlineIcon("plug-connected");
        entry.title = m_console.sessions().serverName(link->server());
        entry.detail = models::sessionsText(count == counts.end() ? 0 : count->sessions);
        models::SessionFilter place;
        place.server = link->server();
        entry.choose = [&selecting = m_selecting, place, label = entry.title] { selecting.showPlace(place, label); };
        entries.push_back(std::move(entry));
    }
    return std::make_shared<EntryStock>(std::move(entries));
}

std::shared_ptr<const PaletteStock> PaletteFlow::groups(PaletteKind kind) const
{
    const bool isHosts = kind == PaletteKind::Host;
    const models::SessionTableModel& sessions = m_console.sessions();
    const models::ServerNames& names = m_console.serverNames();
    std::vector<PaletteEntry> entries;
    for (const models::GroupCount& group : isHosts ? sessions.counts().vmHosts : sessions.counts().collections) {
        if (group.name.isEmpty())
            continue;
        PaletteEntry entry;
        entry.kind = kind;
        entry.icon = outlineIcon(isHosts ? "device-desktop" : "users");
        entry.title = models::plainText(isHosts ? group.name.toString()
                                                : sessions.collectionName(group.server, group.name).toStdString());
        entry.detail = models::sessionsText(group.sessions);
        if (const auto server = names.find(group.server); server != names.end() && names.size() > 1)
            entry.detail += QStringLiteral(" · ") + server->second;
        models::SessionFilter place;
        place.server = group.server;
        (isHosts ? place.vmHost : place.collection) = group.name.toString();
        entry.choose = [&selecting = m_selecting, place, label = entry.title] { selecting.showPlace(place, label); };
        entries.push_back(std::move(entry));
    }
    return std::make_shared<EntryStock>(std::move(entries));
}

std::shared_ptr<const PaletteStock> PaletteFlow::knownServers() const
{
    std::vector<storage::KnownServer> known = m_console.services().servers.servers();
    std::erase_if(known, [this](const storage::KnownServer& server) {
        return m_console.servers().linkTo(server.profile.address.id()) != nullptr;
    });
    std::ranges::stable_sort(known, std::ranges::greater(), &storage::KnownServer::lastUsed);
    std::vector<PaletteEntry> entries;
    for (const storage::KnownServer& server : known) {
        PaletteEntry entry;
        entry.kind = PaletteKind::KnownServer;
        entry.icon = outlineIcon("server-2");
        entry.title = serverName(server.profile);
        entry.detail = models::plainText(server.profile.address.text());
        if (!server.profile.user.empty())
            entry.detail += QStringLiteral(" · ") + models::plainText(server.profile.user);
        entry.choose = [&connecting = m_connecting, profile = server.profile] { connecting.offer(profile); };
        entries.push_back(std::move(entry));
    }
    return std::make_shared<EntryStock>(std::move(entries));
}

} // namespace deskwarden::ui
