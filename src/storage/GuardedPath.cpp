// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/GuardedPath.h"

#include <QFile>
#include <QFileInfo>
#include <QStringList>

#ifdef _WIN32
#include <aclapi.h>
#include <windows.h>

#include <array>
#include <cstddef>
#include <vector>
#else
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <climits>
#endif

namespace deskwarden::storage {

#ifdef _WIN32

namespace {

/// In the order of a security identifier's last part: the installer of Windows itself.
constexpr std::array<DWORD, 6> trustedInstaller{80, 956008885, 3418522649, 1831038044, 1853292631, 2271478464};

bool isAdministrator(PSID account)
{
    if (IsWellKnownSid(account, WinBuiltinAdministratorsSid) != 0 || IsWellKnownSid(account, WinLocalSystemSid) != 0)
        return true;
    if (*GetSidSubAuthorityCount(account) != trustedInstaller.size())
        return false;
    for (DWORD part = 0; part < trustedInstaller.size(); ++part) {
        if (*GetSidSubAuthority(account, part) != trustedInstaller.at(part))
            return false;
    }
    return true;
}

/// Whether a list of rights gives one of `rights` to anybody but an administrator.
bool givesToOthers(PACL list, DWORD rights)
{
    if (list == nullptr) // no list is everything for everybody
        return true;
    for (DWORD index = 0; index < list->AceCount; ++index) {
        void* entry = nullptr;
        if (GetAce(list, index, &entry) == 0)
            return true;
        const auto* const header = static_cast<const ACE_HEADER*>(entry);
        if ((header->AceFlags & INHERIT_ONLY_ACE) != 0 || header->AceType == ACCESS_DENIED_ACE_TYPE)
            continue;
        if (header->AceType != ACCESS_ALLOWED_ACE_TYPE) // what is rare here is not interpreted
            return true;
        auto* const allowed = static_cast<ACCESS_ALLOWED_ACE*>(entry);
        if ((allowed->Mask & rights) != 0 && !isAdministrator(&allowed->SidStart))
            return true;
    }
    return false;
}

std::optional<QString> whyNotAdministrators(const QString& path, DWORD rights)
{
    PSID owner = nullptr;
    PACL list = nullptr;
    PSECURITY_DESCRIPTOR descriptor = nullptr;
    std::wstring name = path.toStdWString();
    const DWORD failed =
        GetNamedSecurityInfoW(name.data(), SE_FILE_OBJECT, OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                              &owner, nullptr, &list, nullptr, &descriptor);
    if (failed != ERROR_SUCCESS)
        return QStringLiteral("the rights of %1 cannot be read (error %2)").arg(path, QString::number(failed));
    std::optional<QString> why;
    if (owner == nullptr || !isAdministrator(owner))
        why = QStringLiteral("%1 does not belong to Administrators").arg(path);
    else if (givesToOthers(list, rights))
        why = QStringLiteral("others than administrators may change %1").arg(path);
    LocalFree(descriptor);
    return why;
}

} // namespace

std::optional<QString> whyNotGuarded(const QString& file, std::uint32_t /*administrator*/)
{
    const QFileInfo there(file);
    if (there.isSymLink() || there.isJunction())
        return QStringLiteral("%1 is a link").arg(file);
    if (!there.exists())
        return std::nullopt;
    const QFileInfo folder(there.absolutePath());
    if (folder.isSymLink() || folder.isJunction())
        return QStringLiteral("%1 is a link").arg(folder.filePath());
    constexpr DWORD taking = DELETE | WRITE_DAC | WRITE_OWNER | GENERIC_ALL;
    constexpr DWORD writing = FILE_WRITE_DATA | FILE_APPEND_DATA | GENERIC_WRITE;
    // Everybody may make files in folders below ProgramData; that takes nobody's place.
    if (auto why = whyNotAdministrators(folder.filePath(), taking | FILE_DELETE_CHILD))
        return why;
    return whyNotAdministrators(file, taking | writing);
}

#else

namespace {

struct Walk
{
    QString reached;      ///< without links; "" is the root
    QStringList left;     ///< parts of the path to go
    qsizetype ofLink = 0; ///< so many of them a link has added
    int links = 0;
};

QString systemsWords(const QString& path)
{
    return QStringLiteral("%1: %2").arg(path, qt_error_string(errno));
}

std::optional<QString> whyNotOwned(const QString& path, const struct stat& there, std::uint32_t administrator)
{
    if (there.st_uid != 0 && there.st_uid != administrator)
        return QStringLiteral("%1 belongs to another user than root").arg(path);
    if (S_ISLNK(there.st_mode)) // has no rights of its own
        return std::nullopt;
    const bool isSticky = S_ISDIR(there.st_mode) && (there.st_mode & S_ISVTX) != 0;
    if ((there.st_mode & 022U) != 0 && !isSticky)
        return QStringLiteral("others than root may write to %1").arg(path);
    return std::nullopt;
}

std::optional<QString> followLink(const QString& link, Walk& walk)
{
    constexpr int mostLinks = 20;
    std::array<char, PATH_MAX> target{};
    const ssize_t size = readlink(QFile::encodeName(link).constData(), target.data(), target.size());
    if (size < 0)
        return systemsWords(link);
    if (++walk.links > mostLinks)
        return QStringLiteral("%1 is a link in a circle").arg(link);
    const QString path = QFile::decodeName(QByteArray(target.data(), static_cast<qsizetype>(size)));
    if (path.startsWith(QLatin1Char('/')))
        walk.reached.clear();
    const QStringList parts = path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    walk.left = parts + walk.left;
    walk.ofLink += parts.size();
    return std::nullopt;
}

} // namespace

std::optional<QString> whyNotGuarded(const QString& file, std::uint32_t administrator)
{
    Walk walk{{}, QFileInfo(file).absoluteFilePath().split(QLatin1Char('/'), Qt::SkipEmptyParts), 0, 0};
    walk.left.prepend(QString()); // the root itself
    while (!walk.left.isEmpty()) {
        const QString part = walk.left.takeFirst();
        const bool isOfLink = walk.ofLink > 0;
        walk.ofLink -= isOfLink ? 1 : 0;
        if (part == QLatin1String("."))
            continue;
        if (part == QLatin1String("..")) {
            walk.reached.truncate(walk.reached.lastIndexOf(QLatin1Char('/')));
            continue;
        }
        const QString next = walk.reached + QLatin1Char('/') + part;
        struct stat there = {};
        if (lstat(QFile::encodeName(next).constData(), &there) != 0) {
            if (errno != ENOENT)
                return systemsWords(next);
            return isOfLink ? std::optional(QStringLiteral("a link leads to %1, which is not there").arg(next))
                            : std::nullopt;
        }
        if (auto why = whyNotOwned(next, there, administrator))
            return why;
        if (!S_ISLNK(there.st_mode)) {
            walk.reached = part.isEmpty() ? QString() : next;
        } else if (auto why = followLink(next, walk)) {
            return why;
        }
    }
    return std::nullopt;
}

#endif

} // namespace deskwarden::storage
