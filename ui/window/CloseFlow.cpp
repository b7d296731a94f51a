// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/window/CloseFlow.h"

#include "ui/acts/ActivityDock.h"
#include "ui/sessions/SessionPane.h"
#include "ui/widgets/InEachLanguage.h"

#include <QAction>
#include <QMenu>

#include <optional>

namespace deskwarden::ui {

namespace {

/// A menu takes & for the mark of a key.
QString asMenuText(QString name)
{
    return name.replace(u'&', QStringLiteral("&&"));
}

} // namespace

CloseFlow::CloseFlow(desk::Console& console, SessionPane& pane, ActivityDock& activity, QMenu& menu, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_pane(pane)
    , m_activity(activity)
    , m_menu(menu)
{
    connect(&console.servers(), &desk::ConnectedServers::linksChanged, this, &CloseFlow::fillMenu);
    // A demonstration has a name in each. Queued: what the menu holds is being told of the language.
    inEachLanguage(menu, [this] { QMetaObject::invokeMethod(this, &CloseFlow::fillMenu, Qt::QueuedConnection); });
    fillMenu();
}

void CloseFlow::fillMenu()
{
    m_menu.clear();
    for (const auto& link : m_console.links()) {
        // Queued: the menu must not lose its entries while one of them is being chosen.
        connect(
            m_menu.addAction(asMenuText(m_console.sessions().serverName(link->server()))), &QAction::triggered, this,
            [this, server = link->server()] { close(server); }, Qt::QueuedConnection);
    }
    m_menu.setEnabled(!m_console.links().empty());
}

void CloseFlow::close(const core::ServerId& server)
{
    const std::optional<desk::CloseRefusal> refusal = m_console.close(server);
    if (!refusal)
        return;
    if (*refusal != desk::CloseRefusal::HostIsBeingDrained)
        m_activity.open();
    m_pane.showRefusal(*refusal);
}

} // namespace deskwarden::ui
