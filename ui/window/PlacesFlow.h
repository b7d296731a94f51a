// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Console.h"
#include "models/table/SessionFilter.h"

#include <QObject>

#include <vector>

class QAction;
class QMenu;

namespace deskwarden::ui {

class ActFlow;
class ConnectFlow;
class DrainFlow;
class PlacesDock;
class SelectFlow;

/// What can be done with a server, a collection or a VM host of the rail: its menu, and where that leads.
/// Thread: GUI. Owner: the window; outlived by all that it is given.
class PlacesFlow final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        desk::Console& console;
        PlacesDock& places;
        SelectFlow& selecting;
        ActFlow& acting;
        DrainFlow& draining;
        ConnectFlow& connecting;
    };

    PlacesFlow(const Parts& parts, QObject* parent);

signals:
    void closeRequested(const deskwarden::core::ServerId& server);

private:
    void fillMenu(QMenu* menu, const models::SessionFilter& place, const QString& label);
    void addServerEntries(QMenu& menu, const core::ServerId& server);
    [[nodiscard]] std::vector<core::Session> sessionsIn(const models::SessionFilter& place) const;

    const Parts m_parts;
};

} // namespace deskwarden::ui
