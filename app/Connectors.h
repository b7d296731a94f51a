// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/acting/Policy.h"
#include "management/people/DirectoryConnection.h"
#include "management/seam/AbandonedCalls.h"
#include "management/seam/ManagementConnection.h"
#include "wsman/WsmanConnection.h"

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::app {

class EmbeddedBroker;

/// Picks the implementation that reaches a server. The embedded brokers that demo: addresses ask for live here, one for
/// each address, and are reached like any other server.
/// Thread: one thread; the connectors it gives may be used on any. Owner: the program; outlives every connection.
class Connectors final
{
public:
    Connectors();
    Connectors(const Connectors&) = delete;
    Connectors& operator=(const Connectors&) = delete;
    ~Connectors();

    /// In which servers are asked to word their own messages, as "ru-RU"; without it, in English. For later connectors.
    void setLanguage(std::string language) { m_language = std::move(language); }
    /// Which ways may be taken at all; without it, all. For later connectors.
    void setPolicy(management::Policy policy) { m_policy = std::move(policy); }
    /// Told of all that passes over WS-Management. For later connectors.
    void setObserver(std::shared_ptr<wsman::WireObserver> observer) { m_observer = std::move(observer); }
    /// A bare host name is tried by exactly the ways that policy allows. Fails: PolicyRefused; NotSupported where this
    /// platform has no such transport, and as the embedded broker's start does.
    [[nodiscard]] core::Result<management::Connector> connectorFor(core::ServerProfile profile, core::Secret password);
    /// The same for a conversation that is recorded: this observer alone is told of it, and lists come in short pieces.
    [[nodiscard]] core::Result<management::Connector> recordedConnectorFor(
        core::ServerProfile profile, core::Secret password, std::shared_ptr<wsman::WireObserver> observer);

    /// The directory of a server's profile, signed in as its settings say; empty where it has none. Fails:
    /// InvalidInput.
    [[nodiscard]] core::Result<management::DirectoryConnector> directoryConnectorFor(const core::ServerProfile& profile,
                                                                                     core::Secret password);

    /// Whether a connection has left a call behind that cannot be cancelled: it may be in a library at this moment,
    /// which must not be torn down then (leave() in ProcessEnd.h).
    [[nodiscard]] bool haveLeftCallsBehind() const;

private:
    [[nodiscard]] core::Result<management::Connector> connectorWith(core::ServerProfile profile, core::Secret password,
                                                                    wsman::WsmanOptions options);
    [[nodiscard]] core::Result<management::Connector> demoConnector(core::ServerProfile profile,
                                                                    wsman::WsmanOptions options);

    [[nodiscard]] wsman::WsmanOptions wsmanOptions();
    [[nodiscard]] std::shared_ptr<management::AbandonedCalls> watched(
        std::shared_ptr<management::AbandonedCalls> calls);

    std::string m_language;
    management::Policy m_policy;
    std::shared_ptr<wsman::WireObserver> m_observer;
    std::vector<std::shared_ptr<const management::AbandonedCalls>> m_calls; // of connectors that are in use, or have
                                                                            // left one behind
    std::map<std::string, std::unique_ptr<EmbeddedBroker>> m_brokers;       // by the address's text
};

} // namespace deskwarden::app
