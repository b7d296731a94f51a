// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ServerNames.h"
#include "models/table/SessionTableModel.h"

#include <QString>

#include <chrono>
#include <optional>

namespace deskwarden::ui {

using desk::serverName;

/// What a person can do about it.
enum class Remedy { None, Connect, Refresh, ClearFilter, SwitchBroker };

/// Why the table is empty, or what is wrong with what it shows.
struct TableState
{
    const char* icon = "";
    QString title;
    QString text;
    Remedy remedy = Remedy::None;
    QString remedyLabel;
    core::ServerId server = {}; ///< of SwitchBroker: the passive one
};

/// Nothing if rows are shown. No server, still asking, no rights, could not ask, no sessions, all hidden by the filter:
/// six different things.
[[nodiscard]] std::optional<TableState> emptyTableState(const desk::ConnectedServers::Links& links,
                                                        const models::SessionCounts& counts);

/// The active broker's address, if the server of this link is a passive one.
[[nodiscard]] std::optional<core::ServerAddress> activeBrokerOf(const desk::ServerLink& link);

/// Nothing if every list is whole and fresh, of an active broker. Otherwise the first server that is passive, or whose
/// rows are old, missing or not all there.
[[nodiscard]] std::optional<TableState> listTrouble(const desk::ConnectedServers::Links& links,
                                                    std::chrono::system_clock::time_point now);

} // namespace deskwarden::ui
