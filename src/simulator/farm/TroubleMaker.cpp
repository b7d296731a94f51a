// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "simulator/farm/TroubleMaker.h"

#include <utility>

namespace deskwarden::simulator {

namespace {

using core::ConnectState;
using core::SharedString;

// Win32_RDMSVirtualDesktop.VMState
constexpr std::uint32_t machineOff = 3;
constexpr std::uint32_t machinePaused = 32768;
constexpr std::uint32_t machineStarting = 32770;

constexpr std::uint32_t pooled = 1;
constexpr std::uint32_t byHand = 2;
constexpr std::uint32_t byItself = 3;

void own(VirtualMachine& machine, const Trouble& trouble)
{
    machine.ownerName = SharedString(trouble.user);
    machine.ownerDomain = SharedString(trouble.domain);
}

} // namespace

TroubleMaker::TroubleMaker(FarmLayout& layout, std::vector<FarmSession>& sessions)
    : m_layout(layout)
    , m_sessions(sessions)
{}

VirtualMachine& TroubleMaker::addMachine(const Trouble& trouble, std::uint32_t collectionType)
{
    const std::string number = std::to_string(m_layout.machines.size());
    Collection collection;
    collection.alias = SharedString("Trouble_" + number);
    collection.name = SharedString("Trouble " + number);
    collection.type = collectionType;
    collection.descriptor = SharedString(openDescriptor);
    m_layout.collections.push_back(std::move(collection));
    VirtualMachine machine;
    machine.name = SharedString("WHY-" + std::string(word(trouble.kind)) + '-' + number);
    machine.collection = static_cast<std::uint32_t>(m_layout.collections.size() - 1);
    m_layout.machines.push_back(std::move(machine));
    return m_layout.machines.back();
}

void TroubleMaker::addSession(const Trouble& trouble, ConnectState state)
{
    FarmSession session;
    session.sessionId = ++m_lastId;
    session.machine = static_cast<std::uint32_t>(m_layout.machines.size() - 1);
    session.state = state;
    session.userName = SharedString(trouble.user);
    session.domainName = SharedString(trouble.domain);
    if (core::isInUse(state))
        session.clientName = SharedString(std::string_view("TC-ELSEWHERE"));
    session.minutesSinceCreated = 60;
    session.minutesSinceDisconnected = 30;
    m_sessions.push_back(std::move(session));
}

void TroubleMaker::make(const Trouble& trouble)
{
    switch (trouble.kind) {
    case TroubleKind::Ghost: {
        VirtualMachine& machine = addMachine(trouble, pooled);
        machine.isGhost = true;
        machine.vmState = machineOff;
        addSession(trouble, ConnectState::Disconnected);
        break;
    }
    case TroubleKind::Stuck:
        addMachine(trouble, pooled);
        addSession(trouble, ConnectState::Down);
        break;
    case TroubleKind::Elsewhere:
        addMachine(trouble, pooled);
        addSession(trouble, ConnectState::Active);
        break;
    case TroubleKind::MachineOff:
    case TroubleKind::MachinePaused:
    case TroubleKind::MachineStarting: {
        VirtualMachine& machine = addMachine(trouble, byItself);
        own(machine, trouble);
        machine.vmState = trouble.kind == TroubleKind::MachineOff      ? machineOff
                          : trouble.kind == TroubleKind::MachinePaused ? machinePaused
                                                                       : machineStarting;
        break;
    }
    case TroubleKind::HostSilent: {
        VirtualMachine& machine = addMachine(trouble, byItself);
        own(machine, trouble);
        machine.isSilent = true;
        break;
    }
    case TroubleKind::DesktopOfAnother: {
        VirtualMachine& machine = addMachine(trouble, pooled);
        machine.ownerName = SharedString(std::string_view("somebody.else"));
        machine.ownerDomain = SharedString(trouble.domain);
        break;
    }
    case TroubleKind::NoDesktop:
        addMachine(trouble, byHand);
        addSession(trouble, ConnectState::Disconnected);
        break;
    case TroubleKind::ClosedCollection:
        own(addMachine(trouble, byItself), trouble);
        m_layout.collections.back().descriptor = SharedString(std::string_view("O:BAG:BAD:P"));
        break;
    case TroubleKind::Patching:
        own(addMachine(trouble, byItself), trouble);
        m_layout.collections.back().isPatching = true;
        break;
    case TroubleKind::PassiveBroker:
        m_layout.activeBroker = SharedString(std::string_view("RDCB-02.nordwind.example"));
        break;
    }
}

} // namespace deskwarden::simulator
