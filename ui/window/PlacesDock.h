// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/SessionTableModel.h"

#include <QDockWidget>
#include <QHash>

class QTreeWidget;
class QTreeWidgetItem;

namespace deskwarden::ui {

class ViewsPanel;

/// Servers with their collections and VM hosts, each with its number of sessions. Choosing one filters the table.
/// Thread: GUI. It does not own the model.
class PlacesDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit PlacesDock(models::SessionTableModel& sessions, QWidget* parent = nullptr);

    /// Stands below the places.
    [[nodiscard]] ViewsPanel& views() const { return *m_views; }
    void showPlaces(const desk::ConnectedServers::Links& links);
    /// Marks the place that is filtered by.
    void select(const models::SessionFilter& place);

signals:
    /// An empty filter stands for everywhere.
    void placeChosen(const deskwarden::models::SessionFilter& place, const QString& label);

private:
    struct Place
    {
        models::SessionFilter filter;
        QString label;
    };
    QTreeWidgetItem* item(QTreeWidgetItem* parent, const QString& key, const char* icon, const QString& text,
                          std::size_t count);
    void addGroups(QTreeWidgetItem* server, const core::ServerId& id, bool isCollections);
    void showNumbersWhole();
    void chooseCurrent();

    models::SessionTableModel& m_sessions;
    QTreeWidget* m_tree;
    ViewsPanel* m_views;
    QHash<QString, QTreeWidgetItem*> m_items;
    QHash<QString, Place> m_places;
    QHash<QString, bool> m_seen;
    bool m_isOrderOld = false; ///< a name came or changed
};

} // namespace deskwarden::ui
