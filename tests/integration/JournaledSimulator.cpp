// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/JournaledSimulator.h"

#include <QTemporaryFile>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace deskwarden::integration {

using support::field;
using support::text;

namespace {

constexpr int journalPatience = 60'000;

} // namespace

JournaledSimulator::JournaledSimulator(const QStringList& options)
    : m_simulator(options + QStringList{text("--journal"), journalFile()})
{}

support::ProgramResult JournaledSimulator::interrupted(const QString& verb, const QStringList& arguments,
                                                       std::size_t acts) const
{
    support::ProgramResult result;
    QProcess cli;
    cli.setProcessEnvironment(support::programEnvironment());
    cli.start(support::programPath(text("deskwarden-cli")), m_simulator.arguments(verb) + arguments);
    cli.write(support::SimulatorProcess::password() + '\n');
    cli.closeWriteChannel();
    if (!QTest::qWaitFor([this, acts] { return journal().size() >= acts; }, journalPatience) ||
        kill(static_cast<pid_t>(cli.processId()), SIGINT) != 0 || !cli.waitForFinished(journalPatience))
        return result;
    result.output = cli.readAllStandardOutput();
    result.errors = cli.readAllStandardError();
    if (cli.exitStatus() == QProcess::NormalExit)
        result.exitCode = cli.exitCode();
    return result;
}

QString JournaledSimulator::fileWith(const QByteArray& content) const
{
    QTemporaryFile file(m_folder.filePath(QStringLiteral("XXXXXX.json")));
    file.setAutoRemove(false);
    return file.open() && file.write(content) == content.size() && file.flush() ? file.fileName() : QString();
}

JournaledSimulator::Heard JournaledSimulator::heard(const QString& beginning) const
{
    Heard heard;
    for (const QJsonObject& done : journal()) {
        if (field(done, "action") != text("message"))
            heard.isAll = false;
        else if (field(done, "text").startsWith(beginning))
            heard.begunSo.insert(support::nameOf(done));
        else
            heard.other.insert(support::nameOf(done));
    }
    return heard;
}

std::size_t cancelledLogoffs(const support::ProgramResult& result)
{
    return static_cast<std::size_t>(std::ranges::count_if(result.objects(), [](const QJsonObject& row) {
        return field(row, "action") == text("logoff") && field(row, "outcome") == text("cancelled");
    }));
}

} // namespace deskwarden::integration
