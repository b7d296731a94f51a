// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/PlaceCounts.h"
#include "models/table/SessionTableModel.h"

#include <QCollator>
#include <QDockWidget>
#include <QHash>
#include <QStringList>

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskwarden::ui {

class ViewsPanel;

/// Servers with their collections and VM hosts, each with its number of sessions or machines; how each server is, and
/// how old its list. Choosing one filters the table; each has a menu. A host or a collection that was listed stays
/// while its server is connected. Thread: GUI. It does not own the model.
class PlacesDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit PlacesDock(models::SessionTableModel& sessions, QWidget* parent = nullptr);

    /// Stands below the places.
    [[nodiscard]] ViewsPanel& views() const { return *m_views; }
    /// What there is to count: sessions or machines.
    enum class Counted { Sessions, Machines };
    void showPlaces(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now, Counted what,
                    const models::PlaceCounts& counts);
    /// To be called as time goes by.
    void showTimes(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now);
    /// Marks the place that is filtered by.
    void select(const models::SessionFilter& place);

signals:
    /// An empty filter stands for everywhere.
    void placeChosen(const deskwarden::models::SessionFilter& place, const QString& label);
    /// What the place that is filtered by is called now.
    void placeNamed(const QString& label);
    /// To be filled with what can be done there.
    void menuRequested(QMenu* menu, const deskwarden::models::SessionFilter& place, const QString& label);

private:
    struct Place
    {
        models::SessionFilter filter;
        QString label;
    };
    /// To be put into the tree if it is not there yet. A tip that is null is told elsewhere.
    QTreeWidgetItem* item(const QString& key, const char* icon, const QString& text, const QString& tip,
                          std::size_t count);
    struct Group
    {
        std::size_t count = 0;
        QTreeWidgetItem* item = nullptr; ///< owned by the tree; null until it is named
        std::size_t shown = 0;           ///< the number that stands there
    };
    /// Of a server, those that have nothing any more among them.
    struct Groups
    {
        std::map<core::SharedString, Group> byName;
        std::size_t named = 0; ///< so many have their lines
    };
    [[nodiscard]] Group& groupOf(Groups& groups, const core::SharedString& name, bool isCollections) const;
    [[nodiscard]] Groups& countGroups(const desk::ServerLink& link, bool isCollections);
    void addGroups(QTreeWidgetItem* server, const desk::ServerLink& link, bool isCollections);
    void nameGroups(QTreeWidgetItem* heading, const core::ServerId& server, bool isCollections, Groups& groups);
    void removeAllBut(const QStringList& servers);
    void showSign(QTreeWidgetItem& server, const desk::ServerLink& link, std::chrono::system_clock::time_point now);
    [[nodiscard]] std::optional<QString> keyOf(const models::SessionFilter& place) const;
    void nameChosen();
    void popUpMenu(QTreeWidgetItem* item, const QPoint& position);
    void showNumbersWhole();
    void chooseCurrent();

    models::SessionTableModel& m_sessions;
    QTreeWidget* m_tree;
    ViewsPanel* m_views;
    QHash<QString, QTreeWidgetItem*> m_items;
    QHash<QString, Place> m_places;
    Counted m_what = Counted::Sessions;
    models::PlaceCounts m_counts;
    models::SessionFilter m_chosen;  ///< what is filtered by; only its place counts
    QStringList m_servers;           ///< keys of those that are shown
    QHash<QString, Groups> m_groups; ///< by the key of their heading
    QCollator m_order;
    bool m_isOrderOld = false; ///< a name came or changed
};

} // namespace deskwarden::ui
