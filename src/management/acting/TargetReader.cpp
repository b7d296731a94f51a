// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/TargetReader.h"

#include "core/Names.h"
#include "management/acting/MachineRules.h"
#include "management/machines/MachineMapping.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/RdmsSchema.h"
#include "management/sessions/SessionMapping.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace deskwarden::management {

namespace {

using FoundTargets = TargetReader::FoundTargets;

void setDoubled(FoundTarget& found) noexcept
{
    std::visit([](auto& row) { row.isDoubled = true; }, found);
}

/// One row of a list, if it is among those that are wanted.
void keepRow(FoundTargets& found, const std::unordered_set<std::string>& wanted, std::string key, FoundTarget row)
{
    if (!wanted.contains(key))
        return;
    const auto [place, isFirst] = found.try_emplace(std::move(key), std::move(row));
    if (!isFirst)
        setDoubled(place->second);
}

core::Property textParameter(const char* name, std::string_view text)
{
    return {core::SharedString(std::string_view(name)), core::Value(text)};
}

} // namespace

ActTarget targetOf(const ActionRequest& request)
{
    return {request.confirmed.key, request.machine ? request.machine->name : core::SharedString()};
}

Arguments argumentsOf(const ActionRequest& request)
{
    const ActionSpec& spec = specOf(request.action.kind);
    if (!request.machine)
        return argumentsOf(request.action);
    if (spec.proof == Proof::StateReached)
        return {core::Property{core::SharedString(std::string_view("VMState")),
                               core::Value(static_cast<std::uint32_t>(spec.wantedState))}};
    if (request.action.kind == ActionKind::Free)
        return {textParameter("VMName", request.machine->name.view())};
    return {textParameter("UserName", request.action.account),
            textParameter("UserDomain", request.action.accountDomain)};
}

TargetReader::TargetReader(std::string nameSpace, std::function<void(const core::ManagementError*)> noteAnswer)
    : m_nameSpace(std::move(nameSpace))
    , m_noteAnswer(std::move(noteAnswer))
{}

InstancePath TargetReader::pathOf(const ActTarget& target) const
{
    return target.machine.isNull() ? management::pathOf(target.key, m_nameSpace)
                                   : machinePath(target.machine.view(), m_nameSpace);
}

Look TargetReader::read(const ActTarget& target, ManagementConnection& connection, const CallContext& context)
{
    auto got = connection.get(pathOf(target), context);
    m_noteAnswer(got ? nullptr : &got.error());
    return target.machine.isNull() ? lookFrom(got, target.key, m_pool)
                                   : machineLookFrom(got, target.key.server, target.machine.view(), m_pool);
}

std::string TargetReader::keyOf(const ActTarget& target)
{
    // A VM host has a name, so that no session's key begins with a slash.
    return core::lowered(target.machine.isNull() ? core::keyText(target.key) : '/' + target.machine.toString());
}

bool TargetReader::isDoubled(const FoundTarget& found) noexcept
{
    return std::visit([](const auto& row) { return row.isDoubled; }, found);
}

std::optional<FoundTargets> TargetReader::list(std::span<const ActTarget> targets, ManagementConnection& connection,
                                               const CallContext& context)
{
    std::unordered_set<std::string> wanted;
    for (const ActTarget& target : targets)
        wanted.insert(keyOf(target));
    const auto isSession = [](const ActTarget& target) { return target.machine.isNull(); };
    const core::ServerId server = targets.front().key.server;
    FoundTargets found;
    bool isReadable = true;
    const auto takeSessions = [&](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            auto session = toSession(instance, server, m_pool);
            isReadable = isReadable && session;
            if (session)
                keepRow(found, wanted, keyOf({session->key, {}}), *session);
        }
    };
    const auto takeMachines = [&](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            auto machine = toMachine(instance, server, m_pool);
            isReadable = isReadable && machine;
            if (machine)
                keepRow(found, wanted, keyOf({{}, machine->name}), *machine);
        }
    };
    bool isWhole = true;
    if (std::ranges::any_of(targets, isSession))
        isWhole = listClass(sessionClass, takeSessions, connection, context);
    if (isWhole && !std::ranges::all_of(targets, isSession))
        isWhole = listClass(virtualDesktopClass, takeMachines, connection, context);
    return isWhole && isReadable ? std::optional(std::move(found)) : std::nullopt;
}

bool TargetReader::listClass(std::string_view className, const BatchSink& take, ManagementConnection& connection,
                             const CallContext& context)
{
    const auto end = connection.enumerate(Query{m_nameSpace, selectAll(className)}, take, context);
    m_noteAnswer(end ? nullptr : &end.error());
    return end && !end->incomplete;
}

} // namespace deskwarden::management
