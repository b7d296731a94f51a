// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/CliRun.h"

#include <QElapsedTimer>
#include <QJsonDocument>

namespace deskwarden::storm {

namespace {

constexpr int brief = 10'000;

} // namespace

CliRun::CliRun(const QString& folder, const QStringList& arguments, const QProcessEnvironment& more)
{
    QProcessEnvironment environment = support::programEnvironment(folder + QStringLiteral("/data"));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder + QStringLiteral("/config"));
    environment.insert(more);
    m_process.setProcessEnvironment(environment);
    m_process.start(support::programPath(QStringLiteral("deskwarden-cli")), arguments);
    m_process.write(support::SimulatorProcess::password() + '\n');
    m_process.closeWriteChannel();
    m_process.waitForStarted(brief);
}

CliRun::~CliRun()
{
    kill();
}

bool CliRun::isRunning()
{
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForReadyRead(1);
    return m_process.state() != QProcess::NotRunning;
}

void CliRun::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(brief);
}

support::ProgramResult CliRun::wait(std::chrono::seconds longest)
{
    QElapsedTimer clock;
    clock.start();
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished(static_cast<int>(std::chrono::milliseconds(longest).count()));
    kill();
    support::ProgramResult result;
    if (m_process.exitStatus() == QProcess::NormalExit)
        result.exitCode = m_process.exitCode();
    result.output = m_process.readAllStandardOutput();
    result.errors = m_process.readAllStandardError();
    result.took = std::chrono::milliseconds(clock.elapsed());
    return result;
}

support::ProgramResult runCli(const QString& folder, const QStringList& arguments)
{
    return CliRun(folder, arguments).wait(std::chrono::minutes(10));
}

std::vector<QJsonObject> wholeLines(const QByteArray& output)
{
    std::vector<QJsonObject> lines;
    for (const QByteArray& line : output.left(output.lastIndexOf('\n') + 1).split('\n')) {
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (document.isObject())
            lines.push_back(document.object());
    }
    return lines;
}

} // namespace deskwarden::storm
