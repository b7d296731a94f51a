// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/OwnFiles.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <chrono>
#include <thread>

#ifndef _WIN32
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#endif

namespace deskwarden::storage {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

tl::unexpected<QString> refused(const QString& what)
{
    return tl::unexpected<QString>(what);
}

/// A full disk may show only when the system is told to write; a file system that cannot be told so is no failure.
std::optional<QString> whyNotOnDisk(const QSaveFile& file)
{
#ifndef _WIN32
    if (fsync(file.handle()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return QString::fromLocal8Bit(std::strerror(errno));
#else
    static_cast<void>(file);
#endif
    return std::nullopt;
}

/// Writes and replaces once.
tl::expected<void, QString> writeOnce(const QString& file, const QByteArray& bytes, WrittenFor whom)
{
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly))
        return refused(saved.errorString());
    // commit() does not see that what it flushes at last has failed, and would put an empty file in the place.
    bool isWritten = (whom == WrittenFor::Person || saved.setPermissions(ownerOnly)) &&
                     saved.write(bytes) == bytes.size() && saved.flush();
    auto why = isWritten ? whyNotOnDisk(saved) : std::optional(saved.errorString());
    if (why) {
        saved.cancelWriting();
        return refused(*why);
    }
    if (!saved.commit())
        return refused(saved.errorString());
    return {};
}

/// Calls attempt until it succeeds. Where open files cannot be replaced (Windows) and that may be why it failed, a few
/// milliseconds later again.
template <typename Attempt>
auto patiently(const QString& file, Attempt attempt)
{
    auto result = attempt();
#ifdef _WIN32
    const QDeadlineTimer deadline(std::chrono::seconds(2));
    for (auto pause = std::chrono::milliseconds(1); !result && QFile::exists(file) && !deadline.hasExpired();
         pause = std::min(pause * 2, std::chrono::milliseconds(20)))
    {
        std::this_thread::sleep_for(pause);
        result = attempt();
    }
#else
    static_cast<void>(file);
#endif
    return result;
}

} // namespace

tl::expected<void, QString> writeWhole(const QString& file, const QByteArray& bytes, WrittenFor whom)
{
    if (whom == WrittenFor::Person)
        return writeOnce(file, bytes, whom);
    if (const auto why = whyUnusable(file, FileUse::Write))
        return refused(*why);
    return patiently(file, [&] { return writeOnce(file, bytes, whom); });
}

bool openForReading(QFile& file)
{
    return patiently(file.fileName(), [&] { return file.open(QIODevice::ReadOnly); });
}

std::optional<QString> whyUnusable(const QString& file, FileUse use)
{
#ifdef _WIN32
    const QFileInfo there(file);
    if (there.isSymLink() || (there.exists() && !there.isFile()))
        return QStringLiteral("%1 is no plain file").arg(file);
    static_cast<void>(use);
#else
    struct stat there = {};
    const QByteArray name = QFile::encodeName(file);
    if (lstat(name.constData(), &there) != 0)
        return errno == ENOENT
                   ? std::nullopt
                   : std::optional(QStringLiteral("%1: %2").arg(file, QString::fromLocal8Bit(std::strerror(errno))));
    if (S_ISLNK(there.st_mode))
        return QStringLiteral("%1 is a link").arg(file);
    if (!S_ISREG(there.st_mode))
        return QStringLiteral("%1 is no plain file").arg(file);
    if (use == FileUse::Read)
        return std::nullopt;
    if (there.st_uid != geteuid())
        return QStringLiteral("%1 belongs to another user").arg(file);
    if ((there.st_mode & 077U) != 0 && !QFile::setPermissions(file, ownerOnly))
        return QStringLiteral("the rights of %1 cannot be set").arg(file);
#endif
    return std::nullopt;
}

tl::expected<void, QString> makeOwnFolder(const QString& folder)
{
    const QFileDevice::Permissions rights = ownerOnly | QFileDevice::ExeOwner;
    const QFileInfo place(folder);
    if (!place.exists() && !place.isSymLink()) {
        if (!QDir().mkpath(place.dir().path()) ||
            (!QDir().mkdir(place.filePath(), rights) && !QFileInfo(folder).isDir())) // another program may be first
            return refused(QStringLiteral("the folder %1 cannot be made").arg(folder));
        return {};
    }
#ifndef _WIN32
    struct stat there = {};
    if (lstat(QFile::encodeName(folder).constData(), &there) != 0 || !S_ISDIR(there.st_mode))
        return refused(QStringLiteral("%1 is no folder").arg(folder));
    // A folder that everybody may write to, such as /tmp, guards its files by the sticky bit.
    const bool isSticky = (there.st_mode & S_ISVTX) != 0;
    if (there.st_uid != geteuid() && !(there.st_uid == 0 && isSticky))
        return refused(QStringLiteral("the folder %1 belongs to another user").arg(folder));
    if ((there.st_mode & 022U) != 0 && !isSticky && !QFile::setPermissions(folder, rights))
        return refused(QStringLiteral("the rights of the folder %1 cannot be set").arg(folder));
#else
    if (!place.isDir())
        return refused(QStringLiteral("%1 is no folder").arg(folder));
#endif
    return {};
}

} // namespace deskwarden::storage
