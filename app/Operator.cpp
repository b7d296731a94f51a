// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Operator.h"

#include <QSysInfo>

#include <array>

#ifdef Q_OS_WIN
#include <windows.h>
// security.h needs what windows.h declares.
#define SECURITY_WIN32
#include <security.h>
#else
#include <pwd.h>
#include <unistd.h>
#endif

namespace deskwarden::app {

namespace {

#ifdef Q_OS_WIN

QString accountOfSystem()
{
    std::array<wchar_t, 512> name{};
    ULONG size = static_cast<ULONG>(name.size());
    if (GetUserNameExW(NameSamCompatible, name.data(), &size) != 0)
        return QString::fromWCharArray(name.data(), static_cast<int>(size));
    return {};
}

#else

QString accountOfSystem()
{
    // Winbind says DOMAIN\user, SSSD user@domain, and a local account is called just that.
    std::array<char, 16'384> buffer{};
    passwd entry{};
    passwd* found = nullptr;
    if (getpwuid_r(geteuid(), &entry, buffer.data(), buffer.size(), &found) == 0 && found != nullptr)
        return QString::fromLocal8Bit(found->pw_name);
    return QStringLiteral("uid %1").arg(geteuid());
}

#endif

} // namespace

storage::AuditOrigin auditOrigin()
{
    return {accountOfSystem(), QSysInfo::machineHostName()};
}

std::vector<std::string> ownAccounts(const storage::AuditOrigin& origin, const std::string& signInUser)
{
    std::vector<std::string> accounts;
    for (std::string account : {origin.operatorName.toStdString(), signInUser}) {
        if (!account.empty())
            accounts.push_back(std::move(account));
    }
    return accounts;
}

} // namespace deskwarden::app
