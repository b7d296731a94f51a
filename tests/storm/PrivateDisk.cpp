// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/PrivateDisk.h"

#include <QByteArray>
#include <QFile>
#include <QStorageInfo>

#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace deskwarden::storm {

namespace {

bool write(const char* file, const QByteArray& words)
{
    QFile target(QString::fromLatin1(file));
    return target.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && target.write(words) == words.size();
}

/// Mounts of this process are its own from now on. Without root's rights that needs a name space of users as well, in
/// which this user stays the same.
bool leaveMounts()
{
    if (::unshare(CLONE_NEWNS) != 0) {
        const QByteArray user = QByteArray::number(::geteuid());
        const QByteArray group = QByteArray::number(::getegid());
        if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0 || !write("/proc/self/setgroups", "deny") ||
            !write("/proc/self/uid_map", user + ' ' + user + " 1") ||
            !write("/proc/self/gid_map", group + ' ' + group + " 1"))
            return false;
    }
    return ::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
}

} // namespace

PrivateDisk::PrivateDisk(const QString& folder, qint64 bytes)
    : m_folder(folder)
{
    const QByteArray size = "mode=700,size=" + QByteArray::number(bytes);
    m_isMounted = leaveMounts() && ::mount("none", QFile::encodeName(folder).constData(), "tmpfs", MS_NOSUID | MS_NODEV,
                                           size.constData()) == 0;
    if (!m_isMounted)
        m_problem = QStringLiteral("no disk of its own: ") + QString::fromLocal8Bit(std::strerror(errno));
}

PrivateDisk::~PrivateDisk()
{
    if (m_isMounted)
        ::umount2(QFile::encodeName(m_folder).constData(), MNT_DETACH);
}

QString PrivateDisk::ballast() const
{
    return m_folder + QStringLiteral("/ballast");
}

void PrivateDisk::leave(qint64 bytes)
{
    clear();
    const qint64 size = std::max<qint64>(0, QStorageInfo(m_folder).bytesAvailable() - bytes);
    QFile file(ballast());
    if (file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        file.write(QByteArray(static_cast<qsizetype>(size), 'x'));
}

void PrivateDisk::clear()
{
    QFile::remove(ballast());
}

} // namespace deskwarden::storm
