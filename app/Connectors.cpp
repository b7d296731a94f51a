// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"

#include "app/EmbeddedBroker.h"
#ifdef _WIN32
#include "app/EitherConnection.h"
#include "wmicom/WmiConnection.h"
#endif
#include "wsman/WsmanConnection.h"

#include <utility>

namespace deskwarden::app {

Connectors::Connectors() = default;
Connectors::~Connectors() = default;

core::Result<management::Connector> Connectors::connectorFor(core::ServerProfile profile, core::Secret password)
{
    switch (profile.address.transport) {
    case core::Transport::Automatic:
#ifdef _WIN32
        return eitherConnector(std::move(profile), std::move(password));
#endif
    case core::Transport::WsmanHttps:
    case core::Transport::WsmanHttp:
        return wsman::connectorFor(std::move(profile), std::move(password));
    case core::Transport::Demo:
        return demoConnector(std::move(profile));
    case core::Transport::Dcom:
#ifdef _WIN32
        return wmicom::connectorFor(std::move(profile), std::move(password));
#else
        break;
#endif
    }
    return core::failure(core::ErrorKind::NotSupported,
                         "wmi:// needs DCOM, which only Windows has. Use https:// or http:// with the broker's name.");
}

core::Result<management::Connector> Connectors::demoConnector(core::ServerProfile profile)
{
    auto& broker = m_brokers[profile.address.text()];
    if (!broker) {
        auto started = EmbeddedBroker::start(profile.address.demoSessions);
        if (!started)
            return core::failure(std::move(started).error());
        broker = *std::move(started);
    }
    return wsman::connectorFor(broker->reaching(std::move(profile)), broker->password());
}

} // namespace deskwarden::app
