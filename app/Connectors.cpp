// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"

#include "app/EmbeddedBroker.h"
#ifdef _WIN32
#include "management/FirstOpenConnection.h"
#include "wmicom/WmiConnection.h"
#endif

#include <algorithm>
#include <utility>

namespace deskwarden::app {

#ifdef _WIN32
namespace {

/// Beside what closes a way, what this one cannot give; the other may.
bool isWorthDcom(core::ErrorKind kind)
{
    using core::ErrorKind;
    return management::isWayClosed(kind) || kind == ErrorKind::SchemeNotOffered ||
           kind == ErrorKind::UnprotectedRefused || kind == ErrorKind::EncryptionRequired ||
           kind == ErrorKind::NotSupported;
}

/// WS-Management first, then DCOM.
management::Connector eitherConnector(core::ServerProfile profile, core::Secret password, wsman::WsmanOptions options,
                                      std::shared_ptr<management::AbandonedCalls> comCalls)
{
    core::ServerProfile byDcom = profile;
    byDcom.address.transport = core::Transport::Dcom;
    byDcom.address.port = 0;
    std::vector<management::Way> ways;
    ways.push_back({"WinRM", wsman::connectorFor(std::move(profile), password, std::move(options))});
    ways.push_back({"DCOM", wmicom::connectorFor(std::move(byDcom), std::move(password), std::move(comCalls))});
    return management::firstOpenConnector(std::move(ways), isWorthDcom);
}

} // namespace
#endif

Connectors::Connectors() = default;
Connectors::~Connectors() = default;

bool Connectors::haveLeftCallsBehind() const
{
    return std::ranges::any_of(m_calls, [](const auto& calls) { return calls->hasLeftAny(); });
}

std::shared_ptr<management::AbandonedCalls> Connectors::watched(std::shared_ptr<management::AbandonedCalls> calls)
{
    std::erase_if(m_calls, [](const auto& known) { return known.use_count() == 1 && !known->hasLeftAny(); });
    m_calls.push_back(calls);
    return calls;
}

wsman::WsmanOptions Connectors::wsmanOptions()
{
    wsman::WsmanOptions options;
    options.abandonedCalls = watched(std::move(options.abandonedCalls));
    if (!m_language.empty())
        options.language = m_language;
    return options;
}

core::Result<management::Connector> Connectors::connectorFor(core::ServerProfile profile, core::Secret password)
{
    switch (profile.address.transport) {
    case core::Transport::Automatic:
#ifdef _WIN32
        return eitherConnector(std::move(profile), std::move(password), wsmanOptions(),
                               watched(wmicom::callsOfOneConnector()));
#endif
    case core::Transport::WsmanHttps:
    case core::Transport::WsmanHttp:
        return wsman::connectorFor(std::move(profile), std::move(password), wsmanOptions());
    case core::Transport::Demo:
        return demoConnector(std::move(profile));
    case core::Transport::Dcom:
#ifdef _WIN32
        return wmicom::connectorFor(std::move(profile), std::move(password), watched(wmicom::callsOfOneConnector()));
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
    return wsman::connectorFor(broker->reaching(std::move(profile)), broker->password(), wsmanOptions());
}

} // namespace deskwarden::app
