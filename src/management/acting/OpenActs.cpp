// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/OpenActs.h"

#include "core/Value.h"
#include "management/acting/MachineRules.h"
#include "management/machines/MachineMapping.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/SessionMapping.h"

#include <stop_token>
#include <utility>
#include <vector>

namespace deskwarden::management {

OpenActs::OpenActs(ManagementConnection& connection, std::string nameSpace)
    : m_connection(connection)
    , m_nameSpace(std::move(nameSpace))
{}

core::Result<Outcome> OpenActs::lookUp(ActionKind kind, const core::Session& intended, const CallContext& context)
{
    core::StringPool pool;
    if (isOfMachines(kind))
        return lookAtMachine(kind, intended, pool, context);
    const Look found = lookFrom(m_connection.get(pathOf(intended.key, m_nameSpace), context), intended.key, pool);
    if (!found)
        return core::failure(found.error());
    const std::optional<core::Session> session =
        *found ? std::optional(std::get<core::Session>(**found)) : std::nullopt;
    Outcome outcome = decideAfterCrash(kind, intended, session);
    if (*found || outcome.kind == OutcomeKind::Unknown)
        return outcome;
    if (auto listed = askForList(context); !listed) {
        if (listed.error().isCancelled())
            return core::failure(std::move(listed).error());
        outcome.kind = OutcomeKind::Unknown;
        outcome.error = std::move(listed).error();
    }
    return outcome;
}

core::Result<Outcome> OpenActs::lookAtMachine(ActionKind kind, const core::Session& intended, core::StringPool& pool,
                                              const CallContext& context)
{
    const std::string_view name = intended.vmName.view();
    const Look found =
        machineLookFrom(m_connection.get(machinePath(name, m_nameSpace), context), intended.key.server, name, pool);
    if (!found)
        return core::failure(found.error());
    return decideMachineAfterCrash(kind, intended,
                                   *found ? std::optional(std::get<core::VirtualDesktop>(**found)) : std::nullopt);
}

/// The first sessions of a list, or the end of one without any, prove namespace, class and provider.
core::Result<> OpenActs::askForList(const CallContext& context)
{
    if (m_isProved)
        return {};
    std::stop_source enough;
    const std::stop_callback link(context.stop, [&enough] { enough.request_stop(); });
    const auto take = [&](const std::vector<core::Instance>& batch) {
        m_isProved = m_isProved || !batch.empty();
        if (m_isProved)
            enough.request_stop();
    };
    auto end = m_connection.enumerate(Query{m_nameSpace, selectAll(sessionClass)}, take,
                                      CallContext{enough.get_token(), context.deadline});
    m_isProved = m_isProved || end.has_value();
    if (m_isProved)
        return {};
    return core::failure(std::move(end).error());
}

} // namespace deskwarden::management
