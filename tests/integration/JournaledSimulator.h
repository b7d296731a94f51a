// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ProgramRun.h"

#include <QSet>
#include <QTemporaryDir>

#include <cstddef>
#include <vector>

namespace deskwarden::integration {

/// A running deskwarden-simulator that keeps a journal of all acts, and a folder for what a test writes beside it.
class JournaledSimulator final
{
public:
    explicit JournaledSimulator(const QStringList& options);

    [[nodiscard]] bool isListening() const { return m_simulator.isListening(); }
    [[nodiscard]] QByteArray complaint() const { return m_simulator.complaint(); }
    [[nodiscard]] const support::SimulatorProcess& process() const { return m_simulator; }
    [[nodiscard]] const QString& address() const { return m_simulator.address(); }
    [[nodiscard]] support::ProgramResult cli(const QString& verb, const QStringList& arguments) const
    {
        return m_simulator.cli(verb, arguments);
    }
    /// Runs the command line program until so many acts are done, interrupts it, and waits for its end. Its exit code
    /// is -1 if one of them does not come to pass.
    [[nodiscard]] support::ProgramResult interrupted(const QString& verb, const QStringList& arguments,
                                                     std::size_t acts) const;

    /// The acts done so far.
    [[nodiscard]] std::vector<QJsonObject> journal() const { return support::journalIn(journalFile()); }
    /// The path of that file in the folder, whether it is there or not.
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    /// A new file with that content; empty if it cannot be written.
    [[nodiscard]] QString fileWith(const QByteArray& content) const;

    /// Sessions by what their users were told.
    struct Heard
    {
        QSet<QString> begunSo; ///< a message that begins as asked
        QSet<QString> other;
        bool isAll = true; ///< nothing but messages is in the journal
    };
    [[nodiscard]] Heard heard(const QString& beginning) const;

private:
    [[nodiscard]] QString journalFile() const { return file(QStringLiteral("journal")); }

    const QTemporaryDir m_folder;
    const support::SimulatorProcess m_simulator; // writes into the folder
};

/// How many lines tell of a logoff that was cancelled.
[[nodiscard]] std::size_t cancelledLogoffs(const support::ProgramResult& result);

} // namespace deskwarden::integration
