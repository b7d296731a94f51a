// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/console/LinkDoor.h"

#include "storage/OwnFiles.h"

#include <QLocalServer>
#include <QLocalSocket>
#include <QLockFile>
#include <QTimer>
#ifdef _WIN32
#include <QCryptographicHash>

#include <windows.h>
#endif

#include <utility>

namespace deskwarden::app {

namespace {

constexpr char taken[] = "taken\n";
constexpr char refused[] = "refused\n";
constexpr auto longestLine = static_cast<qint64>(core::ConsoleLink::longest) + 1; // with its end

/// A path, or on Windows, where a pipe has no folder, a name that no other user's folder gives.
QString socketOf(const QString& folder)
{
#ifdef _WIN32
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("deskwarden-") + QString::fromLatin1(hash.toHex().left(32));
#else
    return folder + QStringLiteral("/links");
#endif
}

int milliseconds(std::chrono::milliseconds time)
{
    return static_cast<int>(time.count());
}

} // namespace

LinkDoor::LinkDoor(QString folder, std::function<Clock::time_point()> now)
    : m_folder(std::move(folder))
    , m_now(std::move(now))
    , m_again(std::make_unique<QTimer>())
{
    m_again->setInterval(takeOverAfter);
    connect(m_again.get(), &QTimer::timeout, this, &LinkDoor::tryToOpen);
}

LinkDoor::~LinkDoor()
{
    m_server.reset(); // takes the socket away while the lock is still held
}

QString LinkDoor::name() const
{
    return socketOf(m_folder);
}

bool LinkDoor::isOpen() const
{
    return m_server != nullptr && m_server->isListening();
}

void LinkDoor::open()
{
    m_again->start();
    tryToOpen();
}

void LinkDoor::tryToOpen()
{
    if (!storage::makeOwnFolder(m_folder))
        return;
    if (m_lock == nullptr) {
        auto lock = std::make_unique<QLockFile>(m_folder + QStringLiteral("/links.lock"));
        lock->setStaleLockTime(std::chrono::milliseconds::zero()); // that of a program that runs is never stale
        if (!lock->tryLock(0))
            return;
        m_lock = std::move(lock);
    }
    QLocalServer::removeServer(name()); // what a killed console has left
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    m_server->setMaxPendingConnections(mostCallers);
    connect(m_server.get(), &QLocalServer::newConnection, this, &LinkDoor::takeCallers);
    if (m_server->listen(name()))
        m_again->stop();
}

void LinkDoor::takeCallers()
{
    while (QLocalSocket* const caller = m_server->nextPendingConnection()) {
        connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
        if (m_server->findChildren<QLocalSocket*>().size() > mostCallers) {
            caller->abort();
            caller->deleteLater();
            continue;
        }
        caller->setReadBufferSize(longestLine);
        QTimer::singleShot(callersTime, caller, [caller] { caller->abort(); });
        connect(caller, &QLocalSocket::readyRead, this, [this, caller] { listenTo(*caller); });
        listenTo(*caller);
    }
}

void LinkDoor::listenTo(QLocalSocket& caller)
{
    if (!caller.canReadLine() && caller.bytesAvailable() < longestLine)
        return;
    caller.disconnect(this); // one link
    QByteArray line = caller.readLine(longestLine + 1);
    const bool isWhole = line.endsWith('\n');
    line.chop(isWhole ? 1 : 0);
    const auto link = core::ConsoleLink::parse(line.toStdString());
    const bool isGood = isWhole && link && !isTooOften();
    caller.write(isGood ? taken : refused);
    caller.disconnectFromServer(); // once that is written
    if (isGood)
        emit linkArrived(*link);
}

bool LinkDoor::isTooOften()
{
    const Clock::time_point now = m_now();
    while (!m_taken.empty() && now - m_taken.front() >= span)
        m_taken.pop_front();
    if (m_taken.size() >= mostLinks)
        return true;
    m_taken.push_back(now);
    return false;
}

LinkDoor::Answer LinkDoor::handOver(const QString& folder, const core::ConsoleLink& link)
{
    QLocalSocket socket;
    socket.connectToServer(socketOf(folder));
    if (!socket.waitForConnected(milliseconds(std::chrono::seconds(1))))
        return Answer::Nobody;
#ifdef _WIN32
    AllowSetForegroundWindow(ASFW_ANY); // only the program that was just started may give the foreground away
#endif
    socket.write(QByteArray::fromStdString(link.text()) + '\n');
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(milliseconds(std::chrono::seconds(3))))
            return Answer::Nobody;
    }
    return socket.readLine() == taken ? Answer::Taken : Answer::Refused;
}

} // namespace deskwarden::app
