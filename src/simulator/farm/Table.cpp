// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/Table.h"

namespace deskwarden::simulator {

core::SharedString SessionTable::machineName(const FarmLayout& layout, const FarmSession& session)
{
    if (session.machine == none || session.isMachineNameNull)
        return {};
    return layout.machines[session.machine].name;
}

core::Value SessionTable::valueOf(const FarmLayout& layout, const FarmSession& session, std::size_t column)
{
    switch (column) { // in the order of the class's MOF
    case 0:
        return core::Value(layout.hosts[session.host]);
    case 1:
        return core::Value(session.sessionId);
    case 2:
        return core::Value(machineName(layout, session));
    case 3:
        return session.state == core::ConnectState::Absent ? core::Value()
                                                           : core::Value(static_cast<std::uint32_t>(session.state));
    case 4:
        return core::Value(session.userName);
    case 5:
        return core::Value(session.domainName);
    case 6:
        if (session.machine == none || session.isCollectionNull)
            return {};
        return core::Value(layout.collections[layout.machines[session.machine].collection].alias);
    case 7:
        return core::Value(session.clientName);
    default:
        return {};
    }
}

} // namespace deskwarden::simulator
