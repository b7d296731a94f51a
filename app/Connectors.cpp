// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Connectors.h"

#include "app/EmbeddedBroker.h"
#include "directory/LdapDirectory.h"
#ifdef _WIN32
#include "management/seam/FirstOpenConnection.h"
#include "wmicom/WmiConnection.h"
#endif

#include <algorithm>
#include <optional>
#include <utility>

namespace deskwarden::app {

#ifdef _WIN32
namespace {

/// Beside what closes a way, what this one cannot give; the other may.
bool isWorthDcom(core::ErrorKind kind)
{
    using core::ErrorKind;
    return management::isRouteClosed(kind) || kind == ErrorKind::SchemeNotOffered ||
           kind == ErrorKind::UnprotectedRefused || kind == ErrorKind::EncryptionRequired ||
           kind == ErrorKind::NotSupported;
}

/// WS-Management first, as far as it may be tried, then DCOM.
management::Connector withDcom(const core::ServerProfile& profile, const core::Secret& password,
                               std::optional<management::Connector> winrm,
                               std::shared_ptr<management::AbandonedCalls> comCalls)
{
    core::ServerProfile byDcom = profile;
    byDcom.address = profile.address.over(core::Transport::Dcom);
    auto dcom = wmicom::connectorFor(std::move(byDcom), password, std::move(comCalls));
    if (!winrm)
        return dcom;
    std::vector<management::Route> routes;
    routes.push_back({"WinRM", *std::move(winrm)});
    routes.push_back({"DCOM", std::move(dcom)});
    return management::firstOpenConnector(std::move(routes), isWorthDcom);
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
    options.observer = m_observer;
    return options;
}

core::Result<management::Connector> Connectors::connectorFor(core::ServerProfile profile, core::Secret password)
{
    return connectorWith(std::move(profile), std::move(password), wsmanOptions());
}

core::Result<management::DirectoryConnector> Connectors::directoryConnectorFor(const core::ServerProfile& profile,
                                                                               core::Secret password)
{
    constexpr std::size_t mostLeftBehind = 16;
    if (!core::isAsked(profile.directory))
        return management::DirectoryConnector();
    const auto settings = core::directoryOf(profile);
    if (!settings)
        return core::failure(settings.error());
    directory::LdapOptions options;
    options.user = profile.user;
    options.password = std::move(password);
    options.abandonedCalls = watched(std::make_shared<management::AbandonedCalls>(mostLeftBehind));
    return directory::connectorFor(*settings, std::move(options));
}

core::Result<management::Connector> Connectors::recordedConnectorFor(core::ServerProfile profile, core::Secret password,
                                                                     std::shared_ptr<wsman::WireObserver> observer)
{
    constexpr std::uint32_t shortPiece = 50;
    wsman::WsmanOptions options = wsmanOptions();
    options.observer = std::move(observer);
    options.limits.maxElements = shortPiece;
    return connectorWith(std::move(profile), std::move(password), std::move(options));
}

core::Result<management::Connector> Connectors::connectorWith(core::ServerProfile profile, core::Secret password,
                                                              wsman::WsmanOptions options)
{
    const core::ServerAddress address = profile.address;
    if (const auto refusal = m_policy.refusalOf(address.transport))
        return core::failure(core::ErrorKind::PolicyRefused, *refusal);
    if (address.transport == core::Transport::Demo)
        return demoConnector(std::move(profile), std::move(options));
    const auto routes = management::allowedWays(address.transport, m_policy);
    const auto isAllowed = [&routes](core::Transport way) { return std::ranges::find(routes, way) != routes.end(); };
    const bool byHttps = isAllowed(core::Transport::WsmanHttps);
    const bool byHttp = isAllowed(core::Transport::WsmanHttp);
    std::optional<management::Connector> winrm;
    if (byHttps || byHttp) {
        core::ServerProfile byWinrm = profile;
        if (byHttps != byHttp)
            byWinrm.address = address.over(byHttps ? core::Transport::WsmanHttps : core::Transport::WsmanHttp);
        winrm = wsman::connectorFor(std::move(byWinrm), password, std::move(options));
    }
#ifdef _WIN32
    if (isAllowed(core::Transport::Dcom))
        return withDcom(profile, password, std::move(winrm), watched(wmicom::callsOfOneConnector()));
#endif
    if (winrm)
        return *std::move(winrm);
    return core::failure(core::ErrorKind::NotSupported, core::InputProblem::DcomNeedsWindows);
}

core::Result<management::Connector> Connectors::demoConnector(core::ServerProfile profile, wsman::WsmanOptions options)
{
    auto& broker = m_brokers[profile.address.text()];
    if (!broker) {
        auto started = EmbeddedBroker::start(profile.address.demoSessions);
        if (!started)
            return core::failure(std::move(started).error());
        broker = *std::move(started);
    }
    return wsman::connectorFor(broker->reaching(std::move(profile)), broker->password(), std::move(options));
}

} // namespace deskwarden::app
