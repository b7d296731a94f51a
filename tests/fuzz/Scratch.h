// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFile>
#include <QString>
#include <QTemporaryDir>

#include <string_view>

namespace deskwarden::fuzz {

/// A folder for files that a reader wants to have on a disk; ./dev fuzz puts it where nothing is really written to one.
class Scratch final
{
public:
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    static void write(const QString& file, std::string_view bytes)
    {
        QFile target(file);
        if (target.open(QIODevice::WriteOnly | QIODevice::Truncate))
            target.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }

private:
    const QTemporaryDir m_folder;
};

} // namespace deskwarden::fuzz
