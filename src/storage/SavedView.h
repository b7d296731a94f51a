// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace deskwarden::storage {

/// A column of a view, in the place that it has there.
struct ViewColumn
{
    QString id;
    std::optional<bool> isShown; ///< nothing: as the table decides by itself
    friend bool operator==(const ViewColumn&, const ViewColumn&) = default;
};

/// A way to look at the table that a person has given a name. Words are those of the programs, in English, so that the
/// file can be read in any language; what they mean is known above.
struct SavedView
{
    QString name;
    QString filter;       ///< as it was typed
    QStringList states;   ///< "Disconnected", …; alternatives; empty = all
    QStringList problems; ///< "ghost", "stuck", "broken", "several"; alternatives; empty = all
    int unusedMinutes = 0;
    // The place; nothing = all.
    std::optional<QString> server;
    std::optional<QString> user; ///< DOMAIN\user
    std::optional<QString> machine;
    std::optional<QString> vmHost;
    std::optional<QString> collection; ///< its id; empty = sessions of none
    QString placeLabel;                ///< as people call it
    // What is not said stays as it is when the view is shown.
    std::vector<ViewColumn> columns;
    QString sortColumn;
    bool isDescending = false;
    QString grouping; ///< "none", "collection", "host", "user", "state"

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

} // namespace deskwarden::storage
