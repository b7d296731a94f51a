// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/sessions/ActiveBroker.h"

#include "core/Names.h"
#include "management/seam/RdmsSchema.h"

#include <utility>
#include <vector>

namespace deskwarden::management {

namespace {

/// "rdcb-1" stands for "rdcb-1.corp.example", but "rdcb-1.nord.example" does not.
bool isThatBroker(std::string_view asked, std::string_view name)
{
    return core::isSameName(name, asked) ||
           (asked.find('.') == std::string_view::npos && core::isSameName(core::firstLabel(name), asked));
}

core::Result<std::string> activeBroker(ManagementConnection& connection, const std::string& nameSpace,
                                       const CallContext& context)
{
    const auto answer =
        connection.invoke(InstancePath{nameSpace, std::string(environmentClass), {}}, "GetActiveServer", {}, context);
    if (!answer)
        return core::failure(answer.error());
    if (answer->returnValue == 0) {
        for (const core::Property& out : answer->outParameters) {
            if (core::isSameName(out.name.view(), "ServerName"))
                return out.value.text().toString();
        }
    }
    return std::string();
}

} // namespace

core::Result<std::string> activeBrokerInsteadOf(std::string_view askedHost, ManagementConnection& connection,
                                                const std::string& nameSpace, const CallContext& context)
{
    auto active = activeBroker(connection, nameSpace, context);
    if (!active || active->empty() || isThatBroker(askedHost, *active))
        return active ? core::Result<std::string>(std::string()) : active;
    bool isListed = false;
    const ClassSchema* const schema = findClass(joinedNodeClass);
    const auto take = [&](std::vector<core::Instance>&& batch) {
        for (core::Instance& node : batch) {
            if (schema != nullptr)
                applySchema(node, *schema);
            const core::Value* const isBroker = node.find("IsRdcb");
            const core::Value* const name = node.find("FQDN");
            isListed = isListed || (isBroker != nullptr && *isBroker == core::Value(true) && name != nullptr &&
                                    isThatBroker(askedHost, name->text().view()));
        }
    };
    const auto end = connection.enumerate(Query{nameSpace, selectAll(joinedNodeClass)}, take, context);
    if (!end)
        return core::failure(end.error());
    return isListed ? *std::move(active) : std::string();
}

} // namespace deskwarden::management
