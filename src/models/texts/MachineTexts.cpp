// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/texts/MachineTexts.h"

#include "core/Names.h"
#include "management/seam/ActionSpec.h"
#include "models/texts/ActionTexts.h"
#include "models/texts/CountTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace deskwarden::models {

QString machineStateName(core::MachineState state)
{
    using enum core::MachineState;
    switch (state) {
    case Unknown:
        return translate("MachineTexts", "Not known");
    case Running:
        return translate("MachineTexts", "Running");
    case Off:
        return translate("MachineTexts", "Off");
    case Paused:
        return translate("MachineTexts", "Paused");
    case Saved:
        return translate("MachineTexts", "Saved");
    case Starting:
        return translate("MachineTexts", "Starting");
    case Saving:
        return translate("MachineTexts", "Being saved");
    case Stopping:
        return translate("MachineTexts", "Shutting down");
    case Pausing:
        return translate("MachineTexts", "Being paused");
    case Resuming:
        return translate("MachineTexts", "Being resumed");
    }
    return translate("MachineTexts", "Unknown (%1)").arg(static_cast<std::uint32_t>(state));
}

QString machineStateMeaning(core::MachineState state)
{
    using enum core::MachineState;
    switch (state) {
    case Unknown:
        return translate("MachineTexts", "The broker does not know the state: perhaps the VM host does not answer it.");
    case Running:
        return translate("MachineTexts", "It is on.");
    case Off:
        return translate("MachineTexts", "It is off. Nobody can work on it before it is started.");
    case Paused:
        return translate("MachineTexts", "It is halted in memory. Nobody can work on it before it is started again.");
    case Saved:
        return translate("MachineTexts", "Its memory is on disk. It goes on where it was when it is started.");
    case Starting:
    case Saving:
    case Stopping:
    case Pausing:
    case Resuming:
        return translate("MachineTexts", "It is on its way into another state. Wait, then look again.");
    }
    return translate("MachineTexts", "The server reports a state that is not documented.");
}

QString ownerText(const core::VirtualDesktop& machine)
{
    if (!core::isAssigned(machine))
        return {};
    // Each part is cut by itself: a long domain must not hide its user.
    const QString user = plainText(machine.ownerName);
    return machine.ownerDomain.isEmpty() ? user : plainText(machine.ownerDomain) + u'\\' + user;
}

QString machineSessionText(const core::VirtualDesktop& machine)
{
    if (!core::hasSession(machine))
        return {};
    const QString user = plainText(machine.sessionUserName);
    return machine.sessionState == core::ConnectState::Absent
               ? user
               : user + QStringLiteral(" (") + stateName(machine.sessionState) + u')';
}

QString leftOutMachinesText(const management::LeftOutRows& rows)
{
    QStringList sentences;
    if (rows.unreadable > 0)
        sentences
            << translate("MachineTexts", "Machines without a name, which are not shown: %1.").arg(rows.unreadable);
    if (rows.doubled > 0)
        sentences << translate("MachineTexts", "Rows that repeat the name of another machine: %1. Of each such machine "
                                               "the first row is shown, and nothing is done to it.")
                         .arg(rows.doubled);
    return sentences.join(QLatin1Char(' '));
}

QString machineBatchTitle(management::ActionKind kind, std::size_t count)
{
    return translate("MachineTexts", "%1: %2").arg(actionName(kind), machinesText(count));
}

MachineImpact describeImpact(const management::MachinePlan& plan)
{
    std::set<std::string> hosts;
    std::size_t inUse = 0;
    for (const core::VirtualDesktop& machine : plan.machines) {
        hosts.insert(core::lowered(machine.hostName.view()));
        if (core::isInUse(machine))
            ++inUse;
    }
    const ActionText& text = textOf(plan.action.kind);
    const bool isOne = plan.machines.size() == 1;
    const QString machines = isOne ? plainText(plan.machines.front().name, 80) : machinesText(plan.machines.size());
    const auto onHosts = static_cast<int>(hosts.size());
    MachineImpact impact;
    impact.title = translate("Texts", text.title)
                       .arg(machines, isOne          ? plainText(plan.machines.front().hostName, 80)
                                      : onHosts == 1 ? translate("MachineTexts", "1 VM host")
                                                     : translate("MachineTexts", "%Ln VM hosts", nullptr, onHosts));
    impact.consequence = translate("Texts", text.consequence);
    impact.confirmLabel = translate("Texts", text.button).arg(machines);
    if (management::specOf(plan.action.kind).interruptsUser && inUse > 0)
        impact.inUse = isOne ? translate("MachineTexts", "%1 may be working on it right now.")
                                   .arg(machineSessionText(plan.machines.front()))
                             : translate("MachineTexts", "Somebody may be working on %1 of them.").arg(inUse);
    return impact;
}

QString machineLine(const core::VirtualDesktop& machine)
{
    QStringList parts{plainText(machine.name), machineStateName(machine.state)};
    for (const QString& part : {ownerText(machine), machineSessionText(machine)}) {
        if (!part.isEmpty())
            parts << part;
    }
    return parts.join(QStringLiteral(" \u00B7 "));
}

QStringList mostAffected(std::span<const core::VirtualDesktop> machines, std::size_t most)
{
    std::vector<const core::VirtualDesktop*> ordered;
    for (const core::VirtualDesktop& machine : machines)
        ordered.push_back(&machine);
    std::stable_partition(ordered.begin(), ordered.end(),
                          [](const core::VirtualDesktop* one) { return core::isInUse(*one); });
    ordered.resize(std::min(ordered.size(), most));
    QStringList lines;
    for (const core::VirtualDesktop* const machine : ordered)
        lines << machineLine(*machine);
    return lines;
}

MachineSplits splitsOf(std::span<const core::VirtualDesktop> machines)
{
    constexpr qsizetype hostsShown = 6;
    std::map<core::MachineState, std::size_t> states;
    std::map<QString, std::size_t> hosts;
    for (const core::VirtualDesktop& machine : machines) {
        ++states[machine.state];
        ++hosts[plainText(machine.hostName, 80)];
    }
    const auto counted = [](const QString& what, std::size_t count) {
        return QStringLiteral("%2 (%1)").arg(QLocale().toString(static_cast<qulonglong>(count)), what);
    };
    QStringList byState;
    for (const auto& [state, count] : states)
        byState << counted(machineStateName(state), count);
    QStringList byHost;
    for (const auto& [host, count] : hosts) {
        if (byHost.size() < hostsShown)
            byHost << counted(host, count);
    }
    const int rest = static_cast<int>(hosts.size()) - static_cast<int>(byHost.size());
    if (rest == 1)
        byHost << translate("MachineTexts", "and 1 more");
    else if (rest > 1)
        byHost << translate("MachineTexts", "and %Ln more", nullptr, rest);
    const QString between = QStringLiteral(" \u00B7 ");
    return {byState.join(between), byHost.join(between)};
}

} // namespace deskwarden::models
