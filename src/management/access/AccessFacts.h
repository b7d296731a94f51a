// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/MachineState.h"
#include "core/Result.h"
#include "core/Session.h"
#include "management/sessions/SessionFacts.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace deskwarden::management {

/// The person who cannot get in, and where the person tries it.
struct AccessRequest
{
    std::string user;       ///< without the domain
    std::string domain;     ///< as Windows writes it in front of a name; empty = any
    std::string machine;    ///< that the person asks for; empty = not told
    std::string collection; ///< alias or name; empty = those in which the person has a session or a desktop
    std::string broker;     ///< the host of the address that is asked, as it was typed
};

using core::MachineState;

/// A virtual desktop that matters to somebody: theirs, the one of their session, or the one that they ask for.
struct AccessDesktop
{
    std::string name;
    std::string host;
    std::string collection; ///< alias
    std::string owner;      ///< the user to whom it is assigned, empty = nobody
    std::string ownerDomain;
    bool isOfPerson = false;              ///< the owner is the person
    core::Result<MachineState> liveState; ///< as its host tells it now, through the broker
};

/// A window of GetPatchProperties, as seconds since 1970.
struct PatchWindow
{
    std::uint32_t start = 0;
    std::uint32_t forcedLogoff = 0;
};

struct AccessCollection
{
    std::string alias;
    std::string name;
    std::uint32_t type = 0;                           ///< 1 temporary, 2 personal by hand, 3 personal by itself
    std::string descriptor;                           ///< SDDL, empty = not told
    bool isOfPerson = false;                          ///< a session, a desktop or the request names it
    std::size_t free = 0;                             ///< desktops that belong to nobody
    core::Result<std::optional<PatchWindow>> patches; ///< nothing = none is planned
};

/// What the directory says of the person. Nothing: it does not tell that.
struct AccessAccount
{
    std::optional<bool> isDisabled = {};
    std::optional<bool> isLocked = {};
    std::optional<bool> isExpired = {};
    std::optional<bool> isPasswordExpired = {};
    /// Of the account and all its groups; an error: why they could not be read.
    core::Result<std::optional<std::set<std::string>>> sids = {};
};

/// What a broker and a directory were asked about one person. A part that could not be read says why.
struct AccessFacts
{
    AccessRequest request;
    std::uint32_t now = 0;                             ///< seconds since 1970
    core::Result<std::vector<core::Session>> sessions; ///< the person's
    std::shared_ptr<const SessionFacts> marks;         ///< which of them are ghosts; null = none
    core::Result<std::vector<AccessDesktop>> desktops; ///< those that matter
    core::Result<std::vector<AccessCollection>> collections;
    core::Result<std::string> activeBroker;
    std::vector<std::string> brokers;                   ///< of the deployment; empty = not told
    std::optional<core::Result<AccessAccount>> account; ///< nothing: there is no directory
};

} // namespace deskwarden::management
