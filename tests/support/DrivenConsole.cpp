// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "support/DrivenConsole.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>

#include <utility>

namespace deskwarden::support {

namespace {

constexpr int patience = 60'000;

} // namespace

DrivenConsole::DrivenConsole(const SimulatorProcess& simulator, const QString& folder, const QStringList& sessions,
                             std::function<void()> prepare)
    : DrivenConsole(Orders{{simulator.address()}, sessions}, folder, std::move(prepare))
{}

DrivenConsole::DrivenConsole(const Orders& orders, const QString& folder, std::function<void()> prepare)
{
    QProcessEnvironment environment = programEnvironment(folder + QStringLiteral("/data"));
    const auto set = [&environment](const char* name, const QString& value) {
        environment.insert(QString::fromLatin1(name), value);
    };
    set("XDG_CONFIG_HOME", folder + QStringLiteral("/config"));
    set("QT_QPA_PLATFORM", QStringLiteral("offscreen"));
    set("QT_QPA_GENERIC_PLUGINS", QStringLiteral("deskwarden-driver"));
    set("QT_PLUGIN_PATH", QCoreApplication::applicationDirPath() + QStringLiteral("/../plugins"));
    const QJsonObject words{{QStringLiteral("password"), QString::fromLatin1(SimulatorProcess::password())},
                            {QStringLiteral("user"), SimulatorProcess::user()},
                            {QStringLiteral("servers"), QJsonArray::fromStringList(orders.servers.mid(1))},
                            {QStringLiteral("sessions"), QJsonArray::fromStringList(orders.sessions)},
                            {QStringLiteral("rows"), orders.rows},
                            {QStringLiteral("act"), orders.act},
                            {QStringLiteral("refreshes"), orders.refreshes}};
    set("DESKWARDEN_TEST_ORDERS", QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact)));
    m_process.setProcessEnvironment(environment);
#ifdef Q_OS_UNIX
    if (prepare)
        m_process.setChildProcessModifier(std::move(prepare));
#endif
    m_process.start(
        orders.program.isEmpty() ? programPath(QStringLiteral("deskwarden")) : orders.program,
        {QStringLiteral("--server"), orders.servers.value(0), QStringLiteral("--user"), SimulatorProcess::user()});
}

DrivenConsole::~DrivenConsole()
{
    if (m_process.state() != QProcess::NotRunning)
        kill();
}

bool DrivenConsole::waitFor(const char* word, std::chrono::seconds longest)
{
    QElapsedTimer clock;
    clock.start();
    while (!hasTold(word) && clock.elapsed() < std::chrono::milliseconds(longest).count() &&
           m_process.state() != QProcess::NotRunning)
        m_process.waitForReadyRead(20);
    return hasTold(word);
}

bool DrivenConsole::hasTold(const char* word)
{
    m_told += m_process.readAllStandardOutput();
    return QByteArray('\n' + m_told).contains(QByteArray('\n' + QByteArray(word) + ' '));
}

int DrivenConsole::lastNumber(const char* word)
{
    m_process.waitForReadyRead(20);
    m_told += m_process.readAllStandardOutput();
    const QByteArray whole = '\n' + m_told.left(m_told.lastIndexOf('\n') + 1);
    const QByteArray start = '\n' + QByteArray(word) + ' ';
    const qsizetype at = whole.lastIndexOf(start);
    return at < 0 ? 0 : whole.mid(at + start.size()).split('\n').constFirst().toInt();
}

void DrivenConsole::kill()
{
    m_process.kill();
    m_process.waitForFinished(patience);
    m_told += m_process.readAllStandardOutput();
}

bool DrivenConsole::isClosedOrderly()
{
    m_process.terminate();
    return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit &&
           m_process.exitCode() == 0;
}

QHash<QString, int> DrivenConsole::outcomes() const
{
    QHash<QString, int> told;
    // The last line may be cut off by a kill.
    for (const QByteArray& line : m_told.left(m_told.lastIndexOf('\n') + 1).split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() >= 3 && words[0] == "outcome")
            told.insert(QString::fromUtf8(words[1]), words[2].toInt());
    }
    return told;
}

QByteArray DrivenConsole::output()
{
    return m_process.readAllStandardError() + m_told;
}

} // namespace deskwarden::support
