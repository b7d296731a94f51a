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
#include <utility>

#ifndef _WIN32
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
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
        return qt_error_string(errno);
#else
    static_cast<void>(file);
#endif
    return std::nullopt;
}

#ifndef _WIN32
/// The mask that this program was started with: it takes all rights from others later, for what is its own.
const mode_t maskOfTheStart = [] {
    const mode_t mask = umask(077); // there is no way but to set it; no thread runs yet
    umask(mask);
    return mask;
}();
#endif

/// A new file in a place that a person has chosen has the rights that other programs would give it there.
bool giveUsualRights(QSaveFile& file)
{
#ifndef _WIN32
    return QFile::exists(file.fileName()) || fchmod(file.handle(), 0666 & ~maskOfTheStart) == 0 || errno == EPERM;
#else
    static_cast<void>(file);
    return true;
#endif
}

/// Writes and replaces once.
tl::expected<void, QString> writeOnce(const QString& file, const QByteArray& bytes, WrittenFor whom)
{
    QSaveFile saved(file);
    if (!saved.open(QIODevice::WriteOnly))
        return refused(saved.errorString());
    // commit() does not see that what it flushes at last has failed, and would put an empty file in the place.
    bool isWritten = (whom == WrittenFor::Person ? giveUsualRights(saved) : saved.setPermissions(ownerOnly)) &&
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

using Content = std::optional<QByteArray>;

tl::expected<Content, QString> contentOf(QFile& opened, qint64 most)
{
    QByteArray bytes = opened.read(most + 1);
    if (opened.error() != QFileDevice::NoError)
        return refused(opened.errorString());
    if (bytes.size() > most)
        return refused(QStringLiteral("it is larger than %1 bytes").arg(most));
    return Content(std::move(bytes));
}

tl::expected<Content, QString> readOnce(const QString& file, qint64 most)
{
    QFile opened(file);
#ifdef _WIN32
    const QFileInfo place(file);
    if (!place.exists())
        return Content();
    if (!place.isFile())
        return refused(QStringLiteral("%1 is no plain file").arg(file));
    if (!opened.open(QIODevice::ReadOnly))
        return refused(opened.errorString());
#else
    const QByteArray name = QFile::encodeName(file);
    const auto failed = [&]() -> tl::expected<Content, QString> {
        if (errno == ENOENT)
            return Content();
        return refused(qt_error_string(errno));
    };
    struct stat there = {};
    if (stat(name.constData(), &there) != 0)
        return failed();
    if (!S_ISREG(there.st_mode)) // some devices do something when they are opened
        return refused(QStringLiteral("%1 is no plain file").arg(file));
    // It may have become a pipe meanwhile, and opening one would wait for its other end.
    const int descriptor = open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0)
        return failed();
    if (!opened.open(descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        close(descriptor);
        return refused(opened.errorString());
    }
    if (fstat(descriptor, &there) != 0 || !S_ISREG(there.st_mode))
        return refused(QStringLiteral("%1 is no plain file").arg(file));
#endif
    return contentOf(opened, most);
}

/// Makes what is missing of a path.
bool makeFolders(const QString& folder)
{
    const QFileInfo place(folder);
    if (place.isDir())
        return true;
    return (place.isRoot() || makeFolders(place.absolutePath())) &&
           (QDir().mkdir(place.absoluteFilePath(), ownerOnly | QFileDevice::ExeOwner) ||
            QFileInfo(folder).isDir()); // another program may be first
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

tl::expected<std::optional<QByteArray>, QString> readSmall(const QString& file, qint64 most)
{
    return patiently(file, [&] { return readOnce(file, most); });
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
        return errno == ENOENT ? std::nullopt
                               : std::optional(QStringLiteral("%1: %2").arg(file, qt_error_string(errno)));
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
    const QFileInfo place(folder);
    if (!place.exists() && !place.isSymLink()) {
        if (!makeFolders(place.absoluteFilePath()))
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
    if ((there.st_mode & 022U) != 0 && !isSticky && !QFile::setPermissions(folder, ownerOnly | QFileDevice::ExeOwner))
        return refused(QStringLiteral("the rights of the folder %1 cannot be set").arg(folder));
#else
    if (!place.isDir())
        return refused(QStringLiteral("%1 is no folder").arg(folder));
#endif
    return {};
}

} // namespace deskwarden::storage
