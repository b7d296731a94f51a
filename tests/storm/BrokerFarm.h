// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "storm/Scenario.h"
#include "support/ProgramRun.h"

#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace deskwarden::storm {

/// A simulated broker in a process of its own, the record that programs keep about it, and its sessions, each of which
/// is given out once.
class BrokerFarm final
{
public:
    BrokerFarm(int sessions, std::uint64_t seed);

    /// Empty when all is there.
    [[nodiscard]] const QString& problem() const { return m_problem; }
    [[nodiscard]] const support::SimulatorProcess& simulator() const { return *m_simulator; }
    /// Holds "data" and "config" of the programs.
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    /// So many sessions as HOST/ID; fewer when there are no more.
    [[nodiscard]] QStringList take(int count);
    [[nodiscard]] int left() const { return static_cast<int>(m_free.size()); }
    /// The arguments of a run that logs these off.
    [[nodiscard]] QStringList logoff(const QStringList& sessions, int parallel) const;
    /// Settles what was left in flight.
    void resolve(Tally& tally) const;
    /// Reads the server's journal, its list and the record, which must be whole.
    void finish(Truth& truth, Tally& tally) const;

private:
    QTemporaryDir m_folder;
    std::unique_ptr<support::SimulatorProcess> m_simulator;
    QStringList m_free;
    QString m_problem;
};

} // namespace deskwarden::storm
