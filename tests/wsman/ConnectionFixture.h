// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"
#include "core/ServerProfile.h"
#include "management/seam/ManagementConnection.h"
#include "support/ScriptedServer.h"
#include "wsman/WsmanConnection.h"

#include <string>
#include <utility>
#include <vector>

/// What the tests of a connection over a real socket share.
namespace deskwarden::wsman::fixture {

inline constexpr std::string_view password = "Tr0ub4dor&3";

inline core::ServerProfile profileOf(std::uint16_t port, core::Transport transport = core::Transport::WsmanHttp,
                                     std::string host = "127.0.0.1")
{
    core::ServerProfile profile;
    profile.address.transport = transport;
    profile.address.host = std::move(host);
    profile.address.port = port;
    profile.auth = core::AuthScheme::Basic;
    profile.user = "operator";
    return profile;
}

inline WsmanConnection connectionTo(const core::ServerProfile& profile, WsmanOptions options = {})
{
    return WsmanConnection(profile, core::Secret(password), std::move(options));
}

inline management::CallContext patiently()
{
    return management::CallContext::within(std::chrono::seconds(60));
}

inline management::Query allSessions()
{
    return {"root\\cimv2\\rdms", "SELECT * FROM Win32_VirtualDesktopSession"};
}

inline management::InstancePath oneSession()
{
    return {"root\\cimv2\\rdms",
            "Win32_VirtualDesktopSession",
            {{core::SharedString("VMHostName"), core::Value("H1")},
             {core::SharedString("SessionId"), core::Value(std::uint32_t{1})}}};
}

/// Counts the rows of an enumeration.
struct Rows
{
    std::size_t count = 0;
    management::BatchSink sink = [this](std::vector<core::Instance>&& batch) { count += batch.size(); };
};

inline std::string nameOf(const core::ManagementError& error)
{
    return core::symbol(error.kind);
}

} // namespace deskwarden::wsman::fixture
