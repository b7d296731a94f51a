// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditRecord.h"

#include <QCryptographicHash>

#include <array>

namespace deskwarden::storage {

namespace {

void add(QCryptographicHash& hash, const QByteArray& field)
{
    hash.addData(QByteArray::number(field.size()));
    hash.addData(QByteArrayView(":"));
    hash.addData(field);
}

} // namespace

QByteArray AuditRecord::computedHash() const
{
    QCryptographicHash digest(QCryptographicHash::Sha256);
    add(digest, previous);
    for (const std::int64_t number : {id, static_cast<std::int64_t>(kind), intentId})
        add(digest, QByteArray::number(number));
    for (const QString* text : {&time, &operatorName, &machine, &run, &server, &vmHostName, &userName, &domainName,
                                &vmName, &action, &reason, &outcome})
        add(digest, text->toUtf8());
    add(digest, QByteArray::number(sessionId));
    add(digest, returnValue ? QByteArray::number(*returnValue) : QByteArray());
    add(digest, QByteArray::number(status));
    return digest.result().toHex();
}

const char* symbol(AuditVerdict::Damage damage) noexcept
{
    using enum AuditVerdict::Damage;
    switch (damage) {
    case None:
        return "none";
    case Changed:
        return "changed";
    case Reordered:
        return "reordered";
    case Removed:
        return "removed";
    case TailCut:
        return "tail_cut";
    case HeadMissing:
        return "head_missing";
    }
    return "unknown";
}

AuditVerdict::Damage damageOf(const AuditRecord& acknowledgement) noexcept
{
    using enum AuditVerdict::Damage;
    for (const auto damage : std::array{Reordered, Removed, TailCut, HeadMissing}) {
        if (acknowledgement.outcome == QLatin1String(symbol(damage)))
            return damage;
    }
    return Changed;
}

} // namespace deskwarden::storage
