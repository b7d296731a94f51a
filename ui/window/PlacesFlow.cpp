// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/PlacesFlow.h"

#include "core/Names.h"
#include "ui/acts/ActFlow.h"
#include "ui/acts/DrainFlow.h"
#include "ui/connect/ConnectFlow.h"
#include "ui/sessions/SelectFlow.h"
#include "ui/widgets/Icons.h"
#include "ui/window/PlacesDock.h"

#include <QMenu>

#include <algorithm>
#include <iterator>

namespace deskwarden::ui {

namespace {

QAction& addEntry(QMenu& menu, const char* name, const char* icon, const QString& text)
{
    QAction* const action = menu.addAction(outlineIcon(icon), text);
    action->setObjectName(QString::fromLatin1(name));
    return *action;
}

} // namespace

PlacesFlow::PlacesFlow(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    connect(&m_parts.places, &PlacesDock::menuRequested, this, &PlacesFlow::fillMenu);
}

std::vector<core::Session> PlacesFlow::sessionsIn(const models::SessionFilter& place) const
{
    std::vector<core::Session> sessions;
    for (const management::SnapshotPointer& list : m_parts.console.lists()) {
        if (place.server && list->server != *place.server)
            continue;
        const auto isThere = [&place](const core::Session& session) {
            return (!place.vmHost || core::isSameName(session.key.vmHostName.view(), *place.vmHost)) &&
                   (!place.collection || session.collectionId.view() == *place.collection);
        };
        std::ranges::copy_if(list->sessions, std::back_inserter(sessions), isThere);
    }
    return sessions;
}

void PlacesFlow::fillMenu(QMenu* menu, const models::SessionFilter& place, const QString& label)
{
    const std::vector<core::Session> sessions = sessionsIn(place);
    QAction& select = addEntry(*menu, "selectPlaceAction", "list-details", tr("Select &all sessions"));
    select.setEnabled(!sessions.empty());
    connect(&select, &QAction::triggered, this, [this, place, label] { m_parts.selecting.selectAllOf(place, label); });
    QAction& message = addEntry(*menu, "messagePlaceAction", "message", tr("&Message everybody…"));
    message.setEnabled(std::ranges::any_of(sessions, core::hasUser));
    // The sessions as they are when the entry is chosen, not when the menu was opened.
    connect(&message, &QAction::triggered, this,
            [this, place] { m_parts.acting.start(management::ActionKind::Message, sessionsIn(place)); });
    if (place.vmHost) {
        QAction& drain = addEntry(*menu, "drainPlaceAction", "server-2", tr("&Drain VM host…"));
        drain.setEnabled(!sessions.empty());
        connect(&drain, &QAction::triggered, this, [this, place] { m_parts.draining.start(sessionsIn(place)); });
    }
    menu->addSeparator();
    QAction& refresh = addEntry(*menu, "refreshPlaceAction", "refresh", tr("&Refresh"));
    connect(&refresh, &QAction::triggered, this, [this, place] {
        desk::ConnectedServers& servers = m_parts.console.servers();
        if (!place.server)
            servers.refresh();
        else if (desk::ServerLink* const link = servers.linkTo(*place.server))
            link->refresh();
    });
    if (place.server && !place.vmHost && !place.collection)
        addServerEntries(*menu, *place.server);
}

void PlacesFlow::addServerEntries(QMenu& menu, const core::ServerId& server)
{
    QAction& edit = addEntry(menu, "editServerAction", "settings", tr("&Edit the connection…"));
    connect(&edit, &QAction::triggered, this, [this, server] { m_parts.connecting.edit(server); });
    menu.addSeparator();
    QAction& disconnect =
        addEntry(menu, "disconnectServerAction", "plug-connected-x", tr("Disc&onnect from the server"));
    connect(&disconnect, &QAction::triggered, this, [this, server] { emit closeRequested(server); });
}

} // namespace deskwarden::ui
