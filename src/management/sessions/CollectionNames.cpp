// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/CollectionNames.h"

#include "management/seam/RdmsSchema.h"

#include <algorithm>
#include <utility>

namespace deskwarden::management {

core::Result<std::vector<CollectionName>> askCollectionNames(ManagementConnection& connection,
                                                             const std::string& nameSpace, const CallContext& limits)
{
    std::vector<CollectionName> names;
    const auto take = [&names](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            const core::Value* alias = instance.find("Alias");
            const core::Value* name = instance.find("Name");
            if (alias && name && !alias->text().isEmpty() && !name->text().isEmpty())
                names.push_back({alias->text(), name->text()});
        }
    };
    auto end = connection.enumerate(Query{nameSpace, selectAll(collectionClass)}, take, limits);
    if (!end)
        return core::failure(std::move(end).error());
    std::ranges::sort(names, {}, &CollectionName::alias);
    return names;
}

} // namespace deskwarden::management
