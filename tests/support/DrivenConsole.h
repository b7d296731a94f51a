// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ProgramRun.h"

#include <QHash>

#include <chrono>
#include <functional>

namespace deskwarden::support {

/// The real console, driven from inside by ConsoleDriver.cpp: it signs in, chooses these sessions (HOST/ID), and logs
/// them off, or does what else was ordered. Its settings and its audit log lie in "config" and "data" of the folder.
/// Killed when it goes.
class DrivenConsole final
{
public:
    /// What it is to do; the user and the password are those of SimulatorProcess.
    struct Orders
    {
        QStringList servers;                          ///< addresses, at least one
        QStringList sessions;                         ///< log off these (HOST/ID)
        int rows = 0;                                 ///< instead: log everybody off, once so many sessions are shown
        int refreshes = 0;                            ///< instead: ask so often, and do nothing else
        QString act = QStringLiteral("logoffAction"); ///< what is done to the sessions, by the action's name
        QString program = {};                         ///< instead of the console
    };

    /// `prepare` runs in the new process before the program does.
    DrivenConsole(const Orders& orders, const QString& folder, std::function<void()> prepare = {});
    DrivenConsole(const SimulatorProcess& simulator, const QString& folder, const QStringList& sessions,
                  std::function<void()> prepare = {});
    DrivenConsole(const DrivenConsole&) = delete;
    DrivenConsole& operator=(const DrivenConsole&) = delete;
    ~DrivenConsole();

    /// "confirmed", "finished". False: the program has ended, or that time has passed.
    [[nodiscard]] bool waitFor(const char* word, std::chrono::seconds longest = std::chrono::minutes(1));
    [[nodiscard]] bool hasTold(const char* word);
    [[nodiscard]] qint64 processId() const { return m_process.processId(); }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    /// The number after the last line of that word; 0 if there is none.
    [[nodiscard]] int lastNumber(const char* word);
    void kill();
    /// Asks it to end, as the system does.
    [[nodiscard]] bool isClosedOrderly();
    /// What the activity has shown, by session: management::OutcomeKind as a number.
    [[nodiscard]] QHash<QString, int> outcomes() const;
    /// All that it has written.
    [[nodiscard]] QByteArray output();

private:
    QProcess m_process;
    QByteArray m_told;
};

} // namespace deskwarden::support
