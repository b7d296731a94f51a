// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/BrokerFarm.h"

#include "storm/CliRun.h"
#include "storm/Text.h"

namespace deskwarden::storm {

using support::ProgramResult;
using support::SimulatorProcess;

namespace {

bool isInUse(const QJsonObject& line)
{
    constexpr int leaving = 7; // it is signing out already, and never ends
    return !support::field(line, "UserName").isEmpty() && line.value(QLatin1String("ConnectState")).toInt() != leaving;
}

} // namespace

BrokerFarm::BrokerFarm(int sessions, std::uint64_t seed)
    : m_simulator(std::make_unique<SimulatorProcess>(
          QStringList{text("--sessions"), QString::number(sessions), text("--hosts"), text("20"), text("--seed"),
                      QString::number(seed), text("--logoff-ms"), text("0:100"), text("--latency-ms"), text("0:5"),
                      text("--journal"), m_folder.filePath(text("journal"))}))
{
    if (!m_simulator->isListening()) {
        m_problem = QString::fromUtf8(m_simulator->complaint());
        return;
    }
    const ProgramResult list = m_simulator->cli(text("list"), {text("--json")}, m_folder.path());
    if (list.exitCode != 0)
        m_problem = QString::fromUtf8(list.errors);
    for (const QJsonObject& line : list.objects()) {
        if (isInUse(line))
            m_free << support::nameOf(line);
    }
}

QStringList BrokerFarm::take(int count)
{
    const QStringList taken = m_free.mid(0, count);
    m_free.remove(0, taken.size());
    return taken;
}

QStringList BrokerFarm::logoff(const QStringList& sessions, int parallel) const
{
    QStringList arguments = m_simulator->arguments(text("logoff")) +
                            QStringList{text("--yes"), text("--json"), text("--parallel"), QString::number(parallel)};
    for (const QString& session : sessions)
        arguments << text("--session") << session;
    return arguments;
}

void BrokerFarm::resolve(Tally& tally) const
{
    const ProgramResult run =
        runCli(folder(), m_simulator->arguments(text("audit")) + QStringList{text("--resolve"), text("--json")});
    if (run.exitCode != 0 && run.exitCode != 1 && run.exitCode != 4)
        tally.complain(text("audit --resolve ended with %1: %2").arg(run.exitCode).arg(QString::fromUtf8(run.errors)));
}

void BrokerFarm::finish(Truth& truth, Tally& tally) const
{
    for (const QJsonObject& line : support::journalIn(m_folder.filePath(text("journal"))))
        truth.carryOut(line);
    for (const QJsonObject& line :
         runCli(folder(), m_simulator->arguments(text("list")) + QStringList{text("--json")}).objects())
        truth.remain(line);
    const ProgramResult verify = runCli(folder(), {text("audit"), text("--verify")});
    if (verify.exitCode != 0)
        tally.complain(text("audit --verify ended with %1: ").arg(verify.exitCode) + QString::fromUtf8(verify.errors));
    const ProgramResult audit = runCli(folder(), {text("audit"), text("--json")});
    if (audit.exitCode != 0)
        tally.complain(QString::fromUtf8(audit.errors));
    for (const QJsonObject& line : audit.objects())
        truth.record(line);
}

} // namespace deskwarden::storm
