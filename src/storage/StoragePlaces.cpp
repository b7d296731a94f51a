// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/StoragePlaces.h"

#include <QStandardPaths>

#ifdef _WIN32
#include <shlobj.h>
#include <windows.h>
#endif

namespace deskwarden::storage {

#ifdef _WIN32
namespace {

/// What Windows says, not the variable of the same name: a person can set that, and so get rid of a policy.
QString programData()
{
    PWSTR path = nullptr;
    QString folder = QStringLiteral("C:/ProgramData");
    if (SHGetKnownFolderPath(FOLDERID_ProgramData, KF_FLAG_DEFAULT, nullptr, &path) == S_OK)
        folder = QString::fromWCharArray(path);
    CoTaskMemFree(path);
    return folder;
}

} // namespace
#endif

StoragePlaces StoragePlaces::standard()
{
    // The generic places and a fixed folder: the console and the command line have different application names and
    // must still find the same files.
    const QString folder = QStringLiteral("/deskwarden");
    return {QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + folder,
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + folder};
}

QString StoragePlaces::profileFile() const
{
    return configuration + QStringLiteral("/servers.json");
}

QString StoragePlaces::preferencesFile() const
{
    return configuration + QStringLiteral("/preferences.ini");
}

QString StoragePlaces::viewsFile() const
{
    return configuration + QStringLiteral("/views.json");
}

QString StoragePlaces::ordersFile() const
{
    return configuration + QStringLiteral("/orders.json");
}

QString StoragePlaces::pinsFile() const
{
    return configuration + QStringLiteral("/pins.json");
}

QString StoragePlaces::auditFile() const
{
    return data + QStringLiteral("/audit.sqlite");
}

QString StoragePlaces::seenFolder() const
{
    return data + QStringLiteral("/seen");
}

QString StoragePlaces::runningFolder()
{
#ifdef Q_OS_WIN
    return standard().data + QStringLiteral("/running");
#else
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/deskwarden");
#endif
}

QString StoragePlaces::policyFile()
{
#ifdef Q_OS_WIN
    return programData() + QStringLiteral("/Deskwarden/policy.json");
#else
    return QStringLiteral("/etc/deskwarden/policy.json");
#endif
}

} // namespace deskwarden::storage
