// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ConnectedServers.h"
#include "models/table/SessionTableModel.h"

#include <QDockWidget>
#include <QHash>

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>

class QMenu;
class QTreeWidget;
class QTreeWidgetItem;

namespace deskwarden::ui {

class ViewsPanel;

/// Servers with their collections and VM hosts, each with its number of sessions; how each server is, and how old its
/// list. Choosing one filters the table; each has a menu. A host or a collection that was listed stays while its server
/// is connected. Thread: GUI. It does not own the model.
class PlacesDock final : public QDockWidget
{
    Q_OBJECT

public:
    explicit PlacesDock(models::SessionTableModel& sessions, QWidget* parent = nullptr);

    /// Stands below the places.
    [[nodiscard]] ViewsPanel& views() const { return *m_views; }
    void showPlaces(const desk::ConnectedServers::Links& links, std::chrono::system_clock::time_point now);
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
    /// A tip that is null is told elsewhere.
    QTreeWidgetItem* item(QTreeWidgetItem* parent, const QString& key, const char* icon, const QString& text,
                          const QString& tip, std::size_t count);
    /// How many sessions each has, those that have none any more among them.
    using Counts = std::map<core::SharedString, std::size_t>;
    [[nodiscard]] const Counts& countGroups(const desk::ServerLink& link, bool isCollections);
    void addGroups(QTreeWidgetItem* server, const desk::ServerLink& link, bool isCollections);
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
    models::SessionFilter m_chosen; ///< what is filtered by; only its place counts
    QHash<QString, bool> m_seen;
    QHash<QString, Counts> m_groups; ///< by the key of their heading
    bool m_isOrderOld = false;       ///< a name came or changed
};

} // namespace deskwarden::ui
