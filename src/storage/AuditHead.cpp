// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditHead.h"

#include "storage/OwnFiles.h"

#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

namespace deskwarden::storage {

namespace {

constexpr qint64 largestHead = 4096;

} // namespace

AuditHead::AuditHead(const QString& logFile)
    : m_file(fileOf(logFile))
{}

QString AuditHead::fileOf(const QString& logFile)
{
    return logFile + QStringLiteral(".head");
}

core::Result<std::optional<AuditHead::Mark>> AuditHead::read() const
{
    if (const auto why = whyUnusable(m_file, FileUse::Read))
        return core::failure(core::ErrorKind::LedgerUnwritable, why->toStdString());
    const auto bytes = readSmall(m_file, largestHead);
    if (!bytes && QFileInfo(m_file).size() > largestHead)
        return std::optional<Mark>();
    if (!bytes)
        return core::failure(core::ErrorKind::LedgerUnwritable, bytes.error().toStdString());
    if (!*bytes)
        return std::optional<Mark>();
    const QJsonObject content = QJsonDocument::fromJson(**bytes).object();
    const Mark mark{content.value(QStringLiteral("count")).toInteger(-1),
                    content.value(QStringLiteral("hash")).toString().toLatin1()};
    return mark.id >= 0 ? std::optional(mark) : std::optional<Mark>();
}

core::Result<> AuditHead::write(const Mark& mark) const
{
    const QJsonObject content{{QStringLiteral("count"), static_cast<qint64>(mark.id)},
                              {QStringLiteral("hash"), QString::fromLatin1(mark.hash)}};
    const auto written = writeWhole(m_file, QJsonDocument(content).toJson(QJsonDocument::Compact), WrittenFor::Program);
    if (!written)
        return core::failure(core::ErrorKind::LedgerUnwritable, written.error().toStdString());
    return {};
}

} // namespace deskwarden::storage
