// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/EmbeddedBroker.h"

#include "simulator/SimulatedBroker.h"
#include "simulator/WsmanListener.h"

#include <algorithm>
#include <random>
#include <utility>

namespace deskwarden::app {

namespace {

constexpr std::string_view demoUser = "demo";
constexpr std::size_t usualSessions = 200;

core::Secret randomPassword()
{
    constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::random_device random; // the system's own, not a seeded sequence
    std::uniform_int_distribution<std::size_t> choice(0, letters.size() - 1);
    std::string text(32, '0');
    std::ranges::generate(text, [&] { return letters.at(choice(random)); });
    core::Secret password(text);
    core::wipe(text);
    return password;
}

simulator::FarmOptions farmOf(std::size_t sessions)
{
    simulator::FarmOptions farm;
    farm.sessions = sessions == 0 ? usualSessions : sessions;
    // About 250 sessions a host is what such hosts carry at most.
    farm.hosts = std::max(farm.hosts, static_cast<std::uint32_t>(farm.sessions / 250));
    return farm;
}

} // namespace

EmbeddedBroker::EmbeddedBroker() = default;
EmbeddedBroker::~EmbeddedBroker() = default;

core::Result<std::unique_ptr<EmbeddedBroker>> EmbeddedBroker::start(std::size_t sessions)
{
    std::unique_ptr<EmbeddedBroker> embedded(new EmbeddedBroker);
    embedded->m_password = randomPassword();
    embedded->m_broker = std::make_unique<simulator::SimulatedBroker>(farmOf(sessions));
    simulator::ListenerOptions options;
    options.user = demoUser;
    options.password = embedded->m_password;
    auto listener = simulator::WsmanListener::start(*embedded->m_broker, std::move(options));
    if (!listener)
        return core::failure(std::move(listener).error());
    embedded->m_listener = *std::move(listener);
    return embedded;
}

core::ServerProfile EmbeddedBroker::reaching(core::ServerProfile profile) const
{
    profile.address = core::ServerAddress{core::Transport::WsmanHttp, "127.0.0.1", m_listener->port(), 0};
    profile.user = demoUser;
    profile.auth = core::AuthScheme::Basic;
    profile.caFile.clear();
    profile.fingerprint.clear();
    profile.clientCertificate.clear();
    profile.clientKey.clear();
    return profile;
}

} // namespace deskwarden::app
