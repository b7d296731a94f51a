// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <stop_token>

namespace deskwarden::desk {

/// Asks a broker for all that is read of one, changes nothing, and gives the conversation with every name replaced.
/// Thread: any. Blocks: until the last answer, or 200 ms beyond a stop.
using ConversationRun = std::function<QByteArray(const std::stop_token& stop)>;
/// Prepares one. Thread: GUI. Fails: as ConnectorFactory.
using ConversationFactory = std::function<core::Result<ConversationRun>(core::ServerProfile, core::Secret)>;

/// How the connected servers were signed in to, for those who want to hear a conversation with one. Forgotten when the
/// server is closed; the password is in memory as long as the connection's own. Thread: GUI.
class Conversations final
{
public:
    /// An empty factory: there are none.
    explicit Conversations(ConversationFactory factory);

    void remember(const core::ServerProfile& profile, const core::Secret& password);
    void forget(const core::ServerId& server);
    [[nodiscard]] bool isPossible() const { return static_cast<bool>(m_factory); }
    /// Fails: NotSupported for a server that is not connected.
    [[nodiscard]] core::Result<ConversationRun> prepare(const core::ServerId& server) const;

private:
    const ConversationFactory m_factory;
    std::map<core::ServerId, std::function<core::Result<ConversationRun>()>> m_servers;
};

} // namespace deskwarden::desk
