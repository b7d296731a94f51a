// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/PolicyRegistry.h"

#include "storage/PolicyFile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <array>
#include <cstring>
#include <vector>

namespace deskwarden::storage {

namespace {

constexpr DWORD longestName = 256;
constexpr DWORD longestValue = 64 * 1024;

QJsonValue flagOrCount(const QString& name, DWORD number)
{
    if (policyKind(name) == PolicyKind::Flag && number <= 1)
        return number == 1;
    return static_cast<double>(number);
}

QJsonArray texts(const std::vector<wchar_t>& characters)
{
    QJsonArray list;
    QString text;
    for (const wchar_t character : characters) {
        if (character != L'\0') {
            text += QChar(character);
            continue;
        }
        if (!text.isEmpty())
            list.append(text);
        text.clear();
    }
    if (!text.isEmpty())
        list.append(text);
    return list;
}

/// Null for a kind of value that no policy has; the reader then refuses it.
QJsonValue jsonFrom(const QString& name, DWORD kind, const std::vector<BYTE>& bytes)
{
    if (kind == REG_DWORD && bytes.size() == sizeof(DWORD)) {
        DWORD number = 0;
        std::memcpy(&number, bytes.data(), sizeof(number));
        return flagOrCount(name, number);
    }
    if (kind != REG_MULTI_SZ && kind != REG_SZ)
        return {};
    std::vector<wchar_t> characters(bytes.size() / sizeof(wchar_t));
    std::memcpy(characters.data(), bytes.data(), characters.size() * sizeof(wchar_t));
    const QJsonArray list = texts(characters);
    return kind == REG_SZ && policyKind(name) == PolicyKind::Text ? list.first() : QJsonValue(list);
}

management::Policy unreadable(const QString& place, LSTATUS status)
{
    management::Policy policy;
    policy.isReadOnly = true;
    policy.problem = QStringLiteral("%1: error %2").arg(place, QString::number(status)).toStdString();
    return policy;
}

} // namespace

management::Policy readPolicyRegistry(HKEY root, const QString& key)
{
    const QString place = QStringLiteral("registry, ") + key;
    HKEY opened = nullptr;
    const LSTATUS found = RegOpenKeyExW(root, reinterpret_cast<const wchar_t*>(key.utf16()), 0,
                                        KEY_QUERY_VALUE | KEY_WOW64_64KEY, &opened);
    if (found == ERROR_FILE_NOT_FOUND)
        return {};
    if (found != ERROR_SUCCESS)
        return unreadable(place, found);
    QJsonObject object;
    LSTATUS status = ERROR_SUCCESS;
    for (DWORD index = 0; status == ERROR_SUCCESS; ++index) {
        std::array<wchar_t, longestName> nameBuffer{};
        DWORD nameSize = longestName;
        std::vector<BYTE> bytes(longestValue);
        DWORD size = longestValue;
        DWORD kind = 0;
        status = RegEnumValueW(opened, index, nameBuffer.data(), &nameSize, nullptr, &kind, bytes.data(), &size);
        if (status != ERROR_SUCCESS)
            break;
        bytes.resize(size);
        const QString name = QString::fromWCharArray(nameBuffer.data(), static_cast<int>(nameSize));
        if (!name.isEmpty()) // the key's default value is nobody's
            object.insert(name, jsonFrom(name, kind, bytes));
    }
    RegCloseKey(opened);
    if (status != ERROR_NO_MORE_ITEMS)
        return unreadable(place, status);
    return object.isEmpty() ? management::Policy() : readPolicy(QJsonDocument(object).toJson(), place);
}

} // namespace deskwarden::storage
