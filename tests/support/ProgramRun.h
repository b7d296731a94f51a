// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QSet>
#include <QString>
#include <QStringList>

#include <chrono>
#include <vector>

namespace deskwarden::support {

/// An argument, or what else a test writes down.
[[nodiscard]] inline QString text(const char* latin1)
{
    return QString::fromLatin1(latin1);
}

/// What became of a program that has run to its end.
struct ProgramResult
{
    int exitCode = -1; ///< -1: it did not end by itself
    QByteArray output;
    QByteArray errors;
    std::chrono::milliseconds took{0};

    /// These bytes stand in stdout or stderr.
    [[nodiscard]] bool says(const QByteArray& text) const { return output.contains(text) || errors.contains(text); }
    /// stdout, one JSON object a line; empty if any line is none.
    [[nodiscard]] std::vector<QJsonObject> objects() const;
};

/// Where the programs under test are.
[[nodiscard]] QString programPath(const QString& name);

/// What the programs under test find around them: with a data folder of their own, so that no test writes into
/// somebody's audit log. Empty = one that all programs of this test share.
[[nodiscard]] QProcessEnvironment programEnvironment(const QString& dataFolder = {});

/// Runs one of our programs with that stdin and waits for its end.
[[nodiscard]] ProgramResult runProgram(const QString& name, const QStringList& arguments, const QByteArray& input = {},
                                       std::chrono::milliseconds limit = std::chrono::seconds(60),
                                       const QString& dataFolder = {});

/// A running deskwarden-simulator. Killed when it goes.
class SimulatorProcess final
{
public:
    /// Starts it with --port 0, --user and a password of its own, and waits until it listens.
    explicit SimulatorProcess(const QStringList& arguments);
    SimulatorProcess(const SimulatorProcess&) = delete;
    SimulatorProcess& operator=(const SimulatorProcess&) = delete;
    ~SimulatorProcess();

    [[nodiscard]] bool isListening() const { return !m_address.isEmpty(); }
    [[nodiscard]] const QString& address() const { return m_address; }
    [[nodiscard]] static QString user() { return QStringLiteral("helpdesk"); }
    [[nodiscard]] static QByteArray password() { return QByteArrayLiteral("Correct-Horse-7"); }
    /// What it says when it does not listen.
    [[nodiscard]] QByteArray complaint() const { return m_complaint; }

    /// Runs the command line program against it: VERB, then the connection's options, then these.
    [[nodiscard]] ProgramResult cli(const QString& verb, const QStringList& arguments,
                                    const QString& dataFolder = {}) const;
    /// VERB and the connection's options.
    [[nodiscard]] QStringList arguments(const QString& verb) const;

private:
    QProcess m_process;
    QString m_address;
    QByteArray m_complaint;
};

/// A field of a line of JSON as text, a number too.
[[nodiscard]] QString field(const QJsonObject& row, const char* name);
/// "HOST/ID" of a session in JSON.
[[nodiscard]] QString nameOf(const QJsonObject& row);

/// The same of all of them.
[[nodiscard]] QSet<QString> namesOf(const std::vector<QJsonObject>& rows);
/// stdout and stderr, for a test that complains of the exit code.
[[nodiscard]] QByteArray saidBy(const ProgramResult& result);

/// The lines of a journal file.
[[nodiscard]] std::vector<QJsonObject> journalIn(const QString& file);

} // namespace deskwarden::support
