// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ProgramRun.h"

#include <QHash>

#include <functional>

namespace deskwarden::support {

/// The real console, driven from inside by ConsoleDriver.cpp: it signs in, chooses these sessions (HOST/ID), and logs
/// them off. Its settings and its audit log lie in "config" and "data" of the folder. Killed when it goes.
class DrivenConsole final
{
public:
    /// `prepare` runs in the new process before the program does.
    DrivenConsole(const SimulatorProcess& simulator, const QString& folder, const QStringList& sessions,
                  std::function<void()> prepare = {});
    DrivenConsole(const DrivenConsole&) = delete;
    DrivenConsole& operator=(const DrivenConsole&) = delete;
    ~DrivenConsole();

    /// "confirmed", "finished". False: the program has ended, or a minute has passed.
    [[nodiscard]] bool waitFor(const char* word);
    [[nodiscard]] bool hasTold(const char* word);
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
