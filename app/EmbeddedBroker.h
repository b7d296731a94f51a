// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Secret.h"
#include "core/ServerProfile.h"

#include <cstddef>
#include <memory>
#include <string>

namespace deskwarden::simulator {
class SimulatedBroker;
class WsmanListener;
} // namespace deskwarden::simulator

namespace deskwarden::app {

/// A simulated broker inside this process, on a free loopback port and behind a random password: what is shown is a
/// demonstration, the way to it is the real one.
/// Thread: made and destroyed on one thread; it serves on its own. Blocks: the destructor up to 200 ms.
class EmbeddedBroker final
{
public:
    /// With 0 sessions, a farm of the usual size. Fails: as the listener's start does.
    [[nodiscard]] static core::Result<std::unique_ptr<EmbeddedBroker>> start(std::size_t sessions);
    EmbeddedBroker(const EmbeddedBroker&) = delete;
    EmbeddedBroker& operator=(const EmbeddedBroker&) = delete;
    ~EmbeddedBroker();

    /// The profile changed to reach this broker, whatever its address and its sign-in were.
    [[nodiscard]] core::ServerProfile reaching(core::ServerProfile profile) const;
    [[nodiscard]] const core::Secret& password() const noexcept { return m_password; }

private:
    EmbeddedBroker();

    core::Secret m_password;
    std::unique_ptr<simulator::SimulatedBroker> m_broker;
    std::unique_ptr<simulator::WsmanListener> m_listener; // serves m_broker
};

} // namespace deskwarden::app
