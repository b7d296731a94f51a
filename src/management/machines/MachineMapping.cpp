// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/machines/MachineMapping.h"

#include "management/seam/RdmsSchema.h"

#include <utility>

namespace deskwarden::management {

namespace {

const core::SharedString noMachineText;

const core::SharedString& machineText(const core::Instance& instance, std::string_view name)
{
    const core::Value* const value = instance.find(name);
    const auto* const text = value ? std::get_if<core::SharedString>(&value->variant()) : nullptr;
    return text ? *text : noMachineText;
}

core::MachineState machineStateIn(const core::Instance& instance)
{
    const core::Value* const value = instance.find("VMState");
    const auto number = value ? value->toUint32() : std::nullopt;
    return static_cast<core::MachineState>(number.value_or(0));
}

/// A text by the documentation; a number is understood as well.
core::ConnectState sessionStateIn(const core::Instance& instance)
{
    const core::Value* const value = instance.find("SessionState");
    if (!value)
        return core::ConnectState::Absent;
    if (const auto number = value->toUint32())
        return static_cast<core::ConnectState>(*number);
    return core::connectStateFromName(core::collapsed(value->text().view())).value_or(core::ConnectState::Absent);
}

} // namespace

core::Result<core::VirtualDesktop> toMachine(const core::Instance& instance, const core::ServerId& server,
                                             core::StringPool& pool)
{
    const core::SharedString& name = machineText(instance, "Name");
    if (core::collapsed(name.view()).empty())
        return core::failure(core::ErrorKind::Malformed, "A virtual desktop without Name.");
    core::VirtualDesktop machine;
    machine.server = server;
    // Names of machines and people are mostly their own: only what many rows repeat is worth a look into the pool.
    machine.name = name;
    machine.hostName = pool.intern(machineText(instance, "HostName"));
    machine.collectionAlias = pool.intern(machineText(instance, "CollectionAlias"));
    machine.ownerName = machineText(instance, "UserName");
    machine.ownerDomain = pool.intern(machineText(instance, "UserDomain"));
    machine.sessionUserName = machineText(instance, "SessionUserName");
    machine.state = machineStateIn(instance);
    machine.sessionState = sessionStateIn(instance);
    return machine;
}

InstancePath machinePath(std::string_view name, std::string_view nameSpace)
{
    InstancePath path;
    path.nameSpace = nameSpace;
    path.className = virtualDesktopClass;
    path.keys = {core::Property{core::SharedString("Name"), core::Value(name)}};
    return path;
}

} // namespace deskwarden::management
