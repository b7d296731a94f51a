// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "windows/LinuxSimulator.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>

#include <atomic>

namespace deskwarden::integration {

namespace {

constexpr int patience = 60'000;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Appears under its name when it is whole.
bool write(const QString& path, const QByteArray& content)
{
    QFile file(path + QStringLiteral(".part"));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        return false;
    file.close();
    return file.rename(path);
}

} // namespace

LinuxSimulator::LinuxSimulator(const QStringList& options)
{
    static std::atomic<int> count{0};
    if (nativeFile({}).size() < 2) {
        m_problem = "run it by tests/windows/with-simulators.sh";
        return;
    }
    m_name = QStringLiteral("s%1").arg(++count);
    QStringList words = options;
    words << QStringLiteral("--journal") << nativeFile(m_name + QStringLiteral(".journal"));
    if (!write(file(m_name + QStringLiteral(".start")), (words.join(QLatin1Char('\n')) + QLatin1Char('\n')).toUtf8())) {
        m_problem = "cannot write to " + file({}).toStdString();
        return;
    }
    QElapsedTimer waited;
    waited.start();
    while (m_port == 0 && waited.elapsed() < patience) {
        const QByteArray said = contentOf(file(m_name + QStringLiteral(".out")));
        const auto line = said.indexOf("listening on ");
        const auto end = said.indexOf('\n', line);
        if (line >= 0 && end > line)
            m_port =
                said.mid(said.lastIndexOf(':', end) + 1, end - said.lastIndexOf(':', end) - 1).trimmed().toUShort();
        else if (said.contains("deskwarden-simulator:"))
            break;
        else
            QThread::msleep(10);
    }
    if (m_port == 0)
        m_problem = "the simulator does not listen: " + contentOf(file(m_name + QStringLiteral(".out"))).toStdString();
}

LinuxSimulator::~LinuxSimulator()
{
    if (!m_name.isEmpty())
        write(file(m_name + QStringLiteral(".stop")), {});
}

std::vector<std::string> LinuxSimulator::journal() const
{
    std::vector<std::string> lines;
    for (const QByteArray& line : contentOf(file(m_name + QStringLiteral(".journal"))).split('\n')) {
        if (!line.isEmpty())
            lines.push_back(line.toStdString());
    }
    return lines;
}

QString LinuxSimulator::nativeFile(const QString& name)
{
    return qEnvironmentVariable("DESKWARDEN_TEST_GROUND") + QLatin1Char('/') + name;
}

QString LinuxSimulator::file(const QString& name)
{
    return QStringLiteral("Z:") + nativeFile(name);
}

} // namespace deskwarden::integration
