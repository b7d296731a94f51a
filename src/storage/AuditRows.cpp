// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditRows.h"

#include <QSqlQuery>

#include <array>
#include <limits>
#include <utility>

namespace deskwarden::storage {

namespace {

struct Column
{
    const char* name;
    const char* type;
};

constexpr std::array<Column, AuditRows::columnCount> all{{
    {"id", "INTEGER PRIMARY KEY"},   {"kind", "INTEGER NOT NULL"},  {"intent", "INTEGER NOT NULL"},
    {"time", "TEXT NOT NULL"},       {"operator", "TEXT NOT NULL"}, {"machine", "TEXT NOT NULL"},
    {"run", "TEXT NOT NULL"},        {"server", "TEXT NOT NULL"},   {"host", "TEXT NOT NULL"},
    {"session", "INTEGER NOT NULL"}, {"user", "TEXT NOT NULL"},     {"domain", "TEXT NOT NULL"},
    {"vm", "TEXT NOT NULL"},         {"action", "TEXT NOT NULL"},   {"reason", "TEXT NOT NULL"},
    {"outcome", "TEXT NOT NULL"},    {"return_value", "INTEGER"},   {"status", "INTEGER NOT NULL"},
    {"previous", "TEXT NOT NULL"},   {"hash", "TEXT NOT NULL"},
}};

} // namespace

QString AuditRows::columns(const QString& prefix)
{
    QStringList names;
    for (const Column& column : all)
        names << prefix + QLatin1String(column.name);
    return names.join(QStringLiteral(", "));
}

QString AuditRows::schema()
{
    QStringList parts;
    for (const Column& column : all)
        parts << QLatin1String(column.name) + QLatin1Char(' ') + QLatin1String(column.type);
    return QStringLiteral("CREATE TABLE IF NOT EXISTS records (%1)").arg(parts.join(QStringLiteral(", ")));
}

QString AuditRows::keptText(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = std::as_const(text).at(i);
        if (letter.isHighSurrogate() && i + 1 < text.size() && std::as_const(text).at(i + 1).isLowSurrogate())
            ++i;
        else if (letter.isSurrogate() || letter == QChar::ByteOrderMark || letter.unicode() >= 0xFFFE)
            text[i] = QChar::ReplacementCharacter;
    }
    return text;
}

void AuditRows::keepTexts(AuditRecord& record)
{
    for (QString* text :
         {&record.time, &record.operatorName, &record.machine, &record.run, &record.server, &record.vmHostName,
          &record.userName, &record.domainName, &record.vmName, &record.action, &record.reason, &record.outcome})
        *text = keptText(std::move(*text));
}

QVariantList AuditRows::valuesOf(const AuditRecord& record)
{
    const QVariant returned = record.returnValue ? QVariant(static_cast<qlonglong>(*record.returnValue)) : QVariant();
    // A null QString would become NULL and be refused by the schema: an absent text is an empty one here.
    const auto text = [](const QString& value) { return QVariant(value.isNull() ? QStringLiteral("") : value); };
    return {static_cast<qlonglong>(record.id),
            static_cast<int>(record.kind),
            static_cast<qlonglong>(record.intentId),
            text(record.time),
            text(record.operatorName),
            text(record.machine),
            text(record.run),
            text(record.server),
            text(record.vmHostName),
            static_cast<qlonglong>(record.sessionId),
            text(record.userName),
            text(record.domainName),
            text(record.vmName),
            text(record.action),
            text(record.reason),
            text(record.outcome),
            returned,
            static_cast<qlonglong>(record.status),
            text(QString::fromLatin1(record.previous)),
            text(QString::fromLatin1(record.hash))};
}

AuditRecord AuditRows::recordAt(const QSqlQuery& row, int firstColumn)
{
    AuditRecord record;
    int column = firstColumn;
    // SQLite keeps any type in any column: what is not as valuesOf() wrote it was changed.
    bool isAsWritten = true;
    const auto text = [&] {
        const QVariant value = row.value(column++);
        isAsWritten = isAsWritten && value.userType() == QMetaType::QString;
        return value.toString();
    };
    const auto number = [&](qlonglong most = std::numeric_limits<qlonglong>::max()) {
        const QVariant value = row.value(column++);
        isAsWritten = isAsWritten && value.userType() == QMetaType::LongLong && value.toLongLong() <= most;
        return value.toLongLong();
    };
    constexpr qlonglong unsigned32 = std::numeric_limits<std::uint32_t>::max();
    record.id = number();
    record.kind = static_cast<AuditKind>(number(static_cast<qlonglong>(AuditKind::Acknowledgement)));
    record.intentId = number();
    record.time = text();
    record.operatorName = text();
    record.machine = text();
    record.run = text();
    record.server = text();
    record.vmHostName = text();
    record.sessionId = static_cast<std::uint32_t>(number(unsigned32));
    record.userName = text();
    record.domainName = text();
    record.vmName = text();
    record.action = text();
    record.reason = text();
    record.outcome = text();
    if (row.isNull(column))
        ++column;
    else
        record.returnValue = static_cast<std::uint32_t>(number(unsigned32));
    record.status = static_cast<std::uint32_t>(number(unsigned32));
    record.previous = text().toLatin1();
    record.hash = text().toLatin1();
    if (!isAsWritten)
        record.hash.clear(); // no record has this one
    return record;
}

} // namespace deskwarden::storage
