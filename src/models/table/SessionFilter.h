// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "models/table/FilterQuery.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

namespace deskwarden::models {

/// Sessions that a person has named, by management::sessionIdentity.
struct ChosenSessions
{
    std::unordered_set<std::uint64_t> identities;
};

/// Which sessions are shown. All conditions must hold; an empty one always does.
struct SessionFilter
{
    QString text;                           ///< words; each must occur in some column, in any case
    FilterQuery query;                      ///< what was typed in the language of filters
    std::vector<core::ConnectState> states; ///< empty = all
    std::optional<core::ServerId> server;
    std::optional<std::string> user;               ///< DOMAIN\user, compared without regard to ASCII case
    std::optional<std::string> machine;            ///< the virtual machine, compared likewise
    std::optional<std::string> vmHost;             ///< compared without regard to ASCII case
    std::optional<std::string> collection;         ///< the id that the session carries, not the displayed name
    std::optional<std::chrono::minutes> unusedFor; ///< at least; told by the broker, or seen from here
    std::shared_ptr<const ChosenSessions> chosen;  ///< only these; null = all
    // Problems. Like states they are alternatives: of those that are set, one has to be there.
    bool isGhost = false;         ///< probably not there any more
    bool isStuck = false;         ///< logging off does not end
    bool isBroken = false;        ///< Windows calls it broken
    bool isUserOnSeveral = false; ///< its user has sessions on several virtual machines
    [[nodiscard]] bool hasProblem() const noexcept { return isGhost || isStuck || isBroken || isUserOnSeveral; }
    /// Whether its answer changes as time goes by, without a new list.
    [[nodiscard]] bool isAboutTime() const;
    /// Whether its answer changes with what acts have come to.
    [[nodiscard]] bool isAboutActs() const;
    [[nodiscard]] bool isEmpty() const { return *this == SessionFilter{}; }
    friend bool operator==(const SessionFilter&, const SessionFilter&) = default;
};

/// Makes this what was typed: plain words stand in `text`, all other conditions in `query`.
void setTyped(SessionFilter& filter, const FilterQuery& typed);

} // namespace deskwarden::models
