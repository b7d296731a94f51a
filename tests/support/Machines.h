// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Value.h"
#include "core/VirtualDesktop.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace deskwarden::support {

/// A machine as a broker would list it.
[[nodiscard]] inline core::VirtualDesktop makeMachine(std::string_view name,
                                                      core::MachineState state = core::MachineState::Running,
                                                      std::string_view host = "HV1")
{
    core::VirtualDesktop machine;
    machine.server = core::ServerId{core::SharedString(std::string_view("fake"))};
    machine.name = core::SharedString(name);
    machine.hostName = core::SharedString(host);
    machine.collectionAlias = core::SharedString(std::string_view("POOL"));
    machine.state = state;
    return machine;
}

/// As WS-Management sends it: every scalar is a text, and what is NULL is not there.
[[nodiscard]] inline core::Instance toInstance(const core::VirtualDesktop& machine)
{
    std::vector<core::Property> properties;
    const auto add = [&properties](const char* name, const core::SharedString& text) {
        if (!text.isNull())
            properties.push_back({core::SharedString(std::string_view(name)), core::Value(text)});
    };
    add("Name", machine.name);
    add("HostName", machine.hostName);
    add("CollectionAlias", machine.collectionAlias);
    add("SessionState", core::SharedString(core::name(machine.sessionState)));
    add("SessionUserName", machine.sessionUserName);
    add("UserName", machine.ownerName);
    add("UserDomain", machine.ownerDomain);
    add("VMState", core::SharedString(std::to_string(static_cast<std::uint32_t>(machine.state))));
    return {core::SharedString(std::string_view("Win32_RDMSVirtualDesktop")), std::move(properties)};
}

} // namespace deskwarden::support
