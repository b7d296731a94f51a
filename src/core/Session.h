// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ConnectState.h"
#include "core/SharedString.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

namespace deskwarden::core {

/// Which server a session was seen on: the canonical text of its address (ServerAddress::text).
struct ServerId
{
    SharedString address;
    friend bool operator==(const ServerId&, const ServerId&) = default;
    friend auto operator<=>(const ServerId&, const ServerId&) = default;
};

/// The class's own key, and the server. Windows gives ids again: a key alone never proves who is behind it.
struct SessionKey
{
    ServerId server;
    SharedString vmHostName;
    std::uint32_t sessionId = 0;
    friend bool operator==(const SessionKey&, const SessionKey&) = default;
    friend auto operator<=>(const SessionKey&, const SessionKey&) = default;
};

/// One instance of Win32_VirtualDesktopSession. A null text is a NULL property.
struct Session
{
    SessionKey key;
    SharedString vmName;
    SharedString userName;
    SharedString domainName;
    SharedString collectionId;
    SharedString clientMachineName;
    ConnectState state = ConnectState::Absent;
    bool isDoubled = false; ///< the list has its key more than once: nobody can say whose session the key stands for
    friend bool operator==(const Session&, const Session&) = default;
};

/// Same row for a person: same key, user, domain and VM, each compared as Windows does (without regard to ASCII case).
/// NULL and empty count as the same here: providers are not consistent about them.
[[nodiscard]] bool isSameOccupant(const Session& left, const Session& right) noexcept;
/// Somebody is signed in: the row has a user name.
[[nodiscard]] bool hasUser(const Session& session) noexcept;
/// "DOMAIN\user", "user", or empty.
[[nodiscard]] std::string accountName(const Session& session);
/// "HOST/ID", the form that the command line takes.
[[nodiscard]] std::string keyText(const SessionKey& key);

struct SessionKeyHash
{
    std::size_t operator()(const SessionKey& key) const noexcept
    {
        return std::hash<std::string_view>{}(key.vmHostName.view()) * 31 + key.sessionId;
    }
};

} // namespace deskwarden::core
