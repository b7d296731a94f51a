// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionRunnerOptions.h"

#include <algorithm>

namespace deskwarden::management {

BulkOptions ActionRunnerOptions::forBulk() const
{
    BulkOptions bulk;
    bulk.connections = std::max<std::size_t>(connections, 1);
    bulk.perVmHost = std::max<std::size_t>(perVmHost, 1);
    bulk.replacements = replacements;
    bulk.silence = silence;
    bulk.verifyPatience = verifyPatience;
    bulk.doubtPatience = doubtPatience;
    bulk.firstLook = firstLook;
    return bulk;
}

} // namespace deskwarden::management
