// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/Session.h"
#include "core/Value.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace deskwarden::management {

/// What an instance of Win32_VirtualDesktopSession says. Instances of one list are built alike: each property is looked
/// for where it stood in the last one.
/// Thread: one at a time.
class SessionProperties final
{
public:
    enum Name : std::size_t {
        VmHostName,
        SessionId,
        VmName,
        ConnectState,
        UserName,
        DomainName,
        CollectionId,
        ClientMachineName
    };

    /// Looks at that instance, which must live as long as its values are asked for.
    void look(const core::Instance& instance) noexcept;
    /// Null if there is no such text.
    [[nodiscard]] const core::SharedString& text(Name name) const noexcept;
    [[nodiscard]] std::optional<std::uint32_t> number(Name name) const noexcept
    {
        return m_values[name] ? m_values[name]->toUint32() : std::nullopt;
    }
    [[nodiscard]] core::ConnectState state() const noexcept
    {
        return static_cast<core::ConnectState>(
            number(ConnectState).value_or(static_cast<std::uint32_t>(core::ConnectState::Absent)));
    }
    /// The id, if the key is readable. Fails as toSession().
    [[nodiscard]] core::Result<std::uint32_t> keyId() const;

private:
    static constexpr std::size_t count = ClientMachineName + 1;
    struct Place
    {
        std::size_t position = 0;
        core::SharedString name; ///< as the server writes it; null before the first look
    };

    std::array<Place, count> m_places;
    std::array<const core::Value*, count> m_values{};
};

/// The one place where instances of Win32_VirtualDesktopSession become sessions. Texts are shared through the pool; the
/// values may be typed or the texts of a transport without types. An unreadable ConnectState is Absent.
/// Fails: Malformed, if a key property is missing, NULL or unreadable.
[[nodiscard]] core::Result<core::Session> toSession(const core::Instance& instance, const core::ServerId& server,
                                                    core::StringPool& pool);
/// Where the session's instance is.
[[nodiscard]] InstancePath pathOf(const core::SessionKey& key, std::string_view nameSpace);
/// The in-parameters of the method that does it, in MOF order.
[[nodiscard]] Arguments argumentsOf(const Action& action);

} // namespace deskwarden::management
