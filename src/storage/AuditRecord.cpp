// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditRecord.h"

#include <QCryptographicHash>

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

} // namespace deskwarden::storage
