// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "management/people/Person.h"
#include "management/seam/CallContext.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace deskwarden::management {

/// One authenticated conversation with one directory. Only asks; changes nothing.
/// Thread: created, used and destroyed on one thread.
/// Blocks: every call returns within 200 ms of a stop request or its deadline.
/// Fails: by value, with a DirectoryProblem; no exception leaves it. After a failure it may be used again: it connects
/// anew where it has to.
class DirectoryConnection
{
public:
    DirectoryConnection() = default;
    DirectoryConnection(const DirectoryConnection&) = delete;
    DirectoryConnection& operator=(const DirectoryConnection&) = delete;
    virtual ~DirectoryConnection() = default;

    /// Looks all of them up, by as few questions as the directory lets it. One answer a name, in their order.
    virtual core::Result<std::vector<PersonAnswer>> lookUp(const std::vector<AccountName>& names,
                                                           const CallContext& context) = 0;
    /// One person, with the photo.
    virtual core::Result<PersonAnswer> lookAt(const AccountName& name, const CallContext& context) = 0;
    /// The SIDs of an account and of all groups that it is in, also by way of others. Nothing: the directory does not
    /// tell them all.
    virtual core::Result<std::optional<std::set<std::string>>> sidsOf(const AccountName& name,
                                                                      const CallContext& context) = 0;
};

/// Makes conversations with one directory. Thread: any. Fails: by value, if the settings cannot be used.
using DirectoryConnector = std::function<core::Result<std::unique_ptr<DirectoryConnection>>()>;

} // namespace deskwarden::management
