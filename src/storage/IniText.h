// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QVariant>

namespace deskwarden::storage {

/// The text of an INI file that QSettings reads back as these values, each under "group/name" or "name": texts, lists
/// of texts, bytes, numbers, flags. (QSettings::IniFormat tells the format.)
[[nodiscard]] QByteArray iniText(const QMap<QString, QVariant>& values);

} // namespace deskwarden::storage
