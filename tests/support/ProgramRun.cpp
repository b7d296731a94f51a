// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/ProgramRun.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace deskwarden::support {

namespace {

constexpr int startLimit = 30'000;

std::vector<QJsonObject> objectsIn(const QByteArray& text)
{
    std::vector<QJsonObject> objects;
    for (const QByteArray& line : text.split('\n')) {
        if (line.isEmpty())
            continue;
        const QJsonDocument document = QJsonDocument::fromJson(line);
        if (!document.isObject())
            return {};
        objects.push_back(document.object());
    }
    return objects;
}

} // namespace

std::vector<QJsonObject> ProgramResult::objects() const
{
    return objectsIn(output);
}

QProcessEnvironment programEnvironment(const QString& dataFolder)
{
    // One log for all programs of one test, and none of another test's.
    static const QTemporaryDir folder;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), dataFolder.isEmpty() ? folder.path() : dataFolder);
    // And no server that somebody keeps.
    if (!environment.contains(QStringLiteral("XDG_CONFIG_HOME")))
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path() + QStringLiteral("/config"));
    return environment;
}

QString programPath(const QString& name)
{
    // Tests lie in tests/bin of the build folder, programs in bin.
    return QCoreApplication::applicationDirPath() + QStringLiteral("/../../bin/") + name;
}

ProgramResult runProgram(const QString& name, const QStringList& arguments, const QByteArray& input,
                         std::chrono::milliseconds limit, const QString& dataFolder)
{
    QProcess process;
    process.setProcessEnvironment(programEnvironment(dataFolder));
    QElapsedTimer clock;
    clock.start();
    process.start(programPath(name), arguments);
    process.write(input);
    process.closeWriteChannel();
    ProgramResult result;
    const bool isEnded = process.waitForFinished(static_cast<int>(limit.count()));
    result.took = std::chrono::milliseconds(clock.elapsed());
    result.output = process.readAllStandardOutput();
    result.errors = process.readAllStandardError();
    if (isEnded && process.exitStatus() == QProcess::NormalExit)
        result.exitCode = process.exitCode();
    return result;
}

SimulatorProcess::SimulatorProcess(const QStringList& arguments)
{
    const QStringList own{QStringLiteral("--port"), QStringLiteral("0"), QStringLiteral("--user"), user(),
                          QStringLiteral("--password-stdin")};
    m_process.start(programPath(QStringLiteral("deskwarden-simulator")), own + arguments);
    m_process.write(password() + '\n');
    m_process.closeWriteChannel();
    const QByteArray word = QByteArrayLiteral("listening on ");
    while (m_address.isEmpty()) {
        while (m_process.canReadLine()) {
            const QByteArray line = m_process.readLine().trimmed();
            if (line.startsWith(word))
                m_address = QString::fromUtf8(line.mid(word.size()));
        }
        if (m_address.isEmpty() && !m_process.waitForReadyRead(startLimit))
            break;
    }
    if (m_address.isEmpty())
        m_complaint = m_process.readAllStandardError() + m_process.errorString().toUtf8();
}

SimulatorProcess::~SimulatorProcess()
{
    // Windows asks windows to close, and a program without one hears nothing.
#ifdef Q_OS_WIN
    m_process.kill();
#else
    m_process.terminate();
#endif
    if (!m_process.waitForFinished(startLimit)) {
        m_process.kill();
        m_process.waitForFinished(startLimit);
    }
}

QStringList SimulatorProcess::arguments(const QString& verb) const
{
    return {verb,   QStringLiteral("--server"),        m_address, QStringLiteral("--user"),
            user(), QStringLiteral("--password-stdin")};
}

ProgramResult SimulatorProcess::cli(const QString& verb, const QStringList& arguments, const QString& dataFolder) const
{
    return runProgram(QStringLiteral("deskwarden-cli"), this->arguments(verb) + arguments, password() + '\n',
                      std::chrono::seconds(60), dataFolder);
}

QString field(const QJsonObject& row, const char* name)
{
    const QJsonValue value = row.value(QLatin1String(name));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

QString nameOf(const QJsonObject& row)
{
    return field(row, "VMHostName") + QLatin1Char('/') + field(row, "SessionId");
}

QSet<QString> namesOf(const std::vector<QJsonObject>& rows)
{
    QSet<QString> names;
    for (const QJsonObject& row : rows)
        names.insert(nameOf(row));
    return names;
}

QByteArray saidBy(const ProgramResult& result)
{
    return QByteArray(result.output).append(result.errors);
}

std::vector<QJsonObject> journalIn(const QString& file)
{
    QFile journal(file);
    return journal.open(QIODevice::ReadOnly) ? objectsIn(journal.readAll()) : std::vector<QJsonObject>();
}

} // namespace deskwarden::support
