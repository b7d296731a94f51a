// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "integration/JournaledSimulator.h"
#include "storage/AuditDatabase.h"

#include <QJsonObject>
#include <QStringList>

#include <vector>

namespace deskwarden::integration {

/// A simulated broker outside the test, of whose ghosts one is told apart by its user, and what became of that one.
class GhostFarm final
{
public:
    /// Options of the simulator beside its own, such as faults.
    explicit GhostFarm(const QStringList& more)
        : m_simulator(QStringList{QStringLiteral("--sessions"), QStringLiteral("60"), QStringLiteral("--logoff-ms"),
                                  QStringLiteral("10:40"), QStringLiteral("--trouble"),
                                  QStringLiteral("ghost:WHY\\ghost")} +
                      more)
    {}

    [[nodiscard]] const support::SimulatorProcess& simulator() const { return m_simulator.process(); }
    [[nodiscard]] QString file(const char* name) const { return m_simulator.file(QString::fromLatin1(name)); }
    /// The acts on the ghost in that record, the oldest first: "start done", "logoff " while in flight.
    [[nodiscard]] QStringList recordedIn(const QString& auditFile) const
    {
        QStringList acts;
        const auto database = storage::AuditDatabase::open(auditFile, storage::AuditDatabase::Access::ReadOnly);
        if (!database)
            return acts;
        for (const storage::AuditAct& act : (*database)->newestActs(1'000).value_or(std::vector<storage::AuditAct>())) {
            if (isGhost(act.intent.vmName))
                acts.append(act.intent.action + QLatin1Char(' ') + (act.outcome ? act.outcome->outcome : QString()));
        }
        return acts;
    }
    /// What the broker was asked to do to it.
    [[nodiscard]] QStringList journaled() const
    {
        QStringList acts;
        for (const QJsonObject& line : m_simulator.journal()) {
            if (isGhost(support::field(line, "VMName")))
                acts << support::field(line, "action");
        }
        return acts;
    }

private:
    [[nodiscard]] static bool isGhost(const QString& machine) { return machine.startsWith(QLatin1String("WHY-ghost")); }

    const JournaledSimulator m_simulator;
};

} // namespace deskwarden::integration
