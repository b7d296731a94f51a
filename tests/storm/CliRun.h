// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ProgramRun.h"

#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>

#include <chrono>

namespace deskwarden::storm {

/// One run of deskwarden-cli beside others. Killed when it goes.
class CliRun final
{
public:
    /// "data" of the folder holds its record.
    CliRun(const QString& folder, const QStringList& arguments,
           const QProcessEnvironment& more = QProcessEnvironment());
    CliRun(const CliRun&) = delete;
    CliRun& operator=(const CliRun&) = delete;
    ~CliRun();

    [[nodiscard]] bool isRunning();
    void kill();
    /// Its exit code is -1 if it was killed, or did not end in that time.
    [[nodiscard]] support::ProgramResult wait(std::chrono::seconds longest);

private:
    QProcess m_process;
    QByteArray m_output;
};

/// One run from its beginning to its end, in at most ten minutes.
[[nodiscard]] support::ProgramResult runCli(const QString& folder, const QStringList& arguments);
/// The whole lines of JSON; what a kill has cut off is left out.
[[nodiscard]] std::vector<QJsonObject> wholeLines(const QByteArray& output);

} // namespace deskwarden::storm
