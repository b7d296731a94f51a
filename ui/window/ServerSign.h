// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/ServerLink.h"

#include <QIcon>
#include <QString>

#include <chrono>

namespace deskwarden::ui {

/// How a server is: each has a shape, a colour and a word of its own.
enum class ServerHealth {
    Connecting, ///< has not answered yet
    Asking,     ///< its first list is on its way
    Connected,
    Incomplete, ///< connected, but not all is in its list
    Lost,       ///< cannot be asked now; what is shown is old, or there is nothing
    Refused     ///< lets this account not in: it is not tried again by itself
};

/// What the line of a server says.
struct ServerSign
{
    ServerHealth health = ServerHealth::Connecting;
    QString word; ///< "connected"
    QString line; ///< the word, the age of the list and the next try, as short as they can be
    friend bool operator==(const ServerSign&, const ServerSign&) = default;
};

[[nodiscard]] ServerSign serverSign(const desk::ServerLink& link, std::chrono::system_clock::time_point now);
[[nodiscard]] QIcon serverIcon(ServerHealth health);

} // namespace deskwarden::ui
