// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storm/ProcessSize.h"

#include <QByteArray>
#include <QDir>
#include <QFile>

namespace deskwarden::storm {

ProcessSize ProcessSize::of(qint64 processId)
{
    const QString folder = QStringLiteral("/proc/%1").arg(processId);
    ProcessSize size;
    QFile status(folder + QStringLiteral("/status"));
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray& line : status.readAll().split('\n')) {
            const QByteArray value = line.mid(line.indexOf(':') + 1).simplified().split(' ').constFirst();
            if (line.startsWith("RssAnon:"))
                size.kilobytes = value.toLongLong();
            else if (line.startsWith("Threads:"))
                size.threads = value.toInt();
        }
    }
    size.descriptors = static_cast<int>(
        QDir(folder + QStringLiteral("/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
    return size;
}

} // namespace deskwarden::storm
