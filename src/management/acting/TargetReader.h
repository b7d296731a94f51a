// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/SharedString.h"
#include "management/acting/ActionRules.h"
#include "management/seam/ManagementConnection.h"

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>

namespace deskwarden::management {

/// What an act is done to, as a server is asked for it.
struct ActTarget
{
    core::SessionKey key;
    core::SharedString machine; ///< null: the session of the key
};

[[nodiscard]] ActTarget targetOf(const ActionRequest& request);
/// The in-parameters of the method that does it, in MOF order.
[[nodiscard]] Arguments argumentsOf(const ActionRequest& request);

/// Reads sessions and machines that acts are done to: one by a keyed Get, or many by a list of each class.
/// Thread: any, with a connection of the calling thread.
class TargetReader final
{
public:
    /// `noteAnswer` hears of each call's failure, or of a good answer by nullptr.
    TargetReader(std::string nameSpace, std::function<void(const core::ManagementError*)> noteAnswer);

    [[nodiscard]] InstancePath pathOf(const ActTarget& target) const;
    [[nodiscard]] Look read(const ActTarget& target, ManagementConnection& connection, const CallContext& context);

    using FoundTargets = std::unordered_map<std::string, FoundTarget>;
    /// Those of the targets that whole lists have, by keyOf(); nothing if no whole lists are to be had. What a list
    /// says of a doubled key, it says of nobody in particular: see isDoubled().
    [[nodiscard]] std::optional<FoundTargets> list(std::span<const ActTarget> targets, ManagementConnection& connection,
                                                   const CallContext& context);
    [[nodiscard]] static std::string keyOf(const ActTarget& target);
    [[nodiscard]] static bool isDoubled(const FoundTarget& found) noexcept;
    /// Drops the texts that nobody holds any more.
    void prune() { m_pool.prune(); }

private:
    [[nodiscard]] bool listClass(std::string_view className, const BatchSink& take, ManagementConnection& connection,
                                 const CallContext& context);

    const std::string m_nameSpace;
    const std::function<void(const core::ManagementError*)> m_noteAnswer;
    core::StringPool m_pool;
};

} // namespace deskwarden::management
