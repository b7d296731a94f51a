// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "fuzz/Bytes.h"
#include "fuzz/Scratch.h"
#include "fuzz/Targets.h"
#include "storage/AuditDatabase.h"
#include "storage/AuditHead.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>
#include <QStringDecoder>

#include <memory>
#include <vector>

namespace deskwarden::fuzz {

using storage::AuditDatabase;
using storage::AuditRecord;
using Access = AuditDatabase::Access;

namespace {

/// Bytes that are no UTF-8 are taken for units of UTF-16 as they are: halves of letters and marks for the order of
/// bytes.
QString textFrom(Bytes& bytes)
{
    const std::string_view text = bytes.text();
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString read = decoder.decode(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    if (!decoder.hasError())
        return read;
    read.clear();
    for (std::size_t i = 0; i + 1 < text.size(); i += 2)
        read += QChar(static_cast<unsigned char>(text[i]), static_cast<unsigned char>(text[i + 1]));
    return read;
}

AuditRecord recordFrom(Bytes& bytes)
{
    AuditRecord record;
    record.time = QStringLiteral("2026-11-28T12:00:00.000Z");
    for (QString* text : {&record.operatorName, &record.machine, &record.run, &record.server, &record.vmHostName,
                          &record.userName, &record.domainName, &record.vmName, &record.action, &record.reason})
        *text = textFrom(bytes);
    record.sessionId = static_cast<std::uint32_t>(bytes.number());
    record.status = static_cast<std::uint32_t>(bytes.number());
    if ((bytes.byte() & 1U) != 0)
        record.returnValue = static_cast<std::uint32_t>(bytes.number());
    return record;
}

std::unique_ptr<AuditDatabase> opened(const QString& file)
{
    auto database = AuditDatabase::open(file, Access::ReadWrite);
    demand(database.has_value(), "a log can be made");
    return *std::move(database);
}

/// A log with three records that is not changed any more.
struct KeptLog
{
    KeptLog()
        : file(scratch.path("audit.sqlite"))
        , database(opened(file))
    {
        std::vector<AuditRecord> records(3);
        demand(database->append(records).has_value(), "three records can be kept");
        for (const AuditRecord& record : records)
            hashes.push_back(record.hash);
    }

    Scratch scratch;
    QString file;
    std::unique_ptr<AuditDatabase> database;
    std::vector<QByteArray> hashes{QByteArray()}; ///< by the number of the record; there is none with number 0
};

/// Hashes that no fuzzer can guess: "@1@", "@2@" and "@3@" stand for those of the records.
QByteArray withHashes(std::string_view bytes, const std::vector<QByteArray>& hashes)
{
    QByteArray content(bytes.data(), static_cast<qsizetype>(bytes.size()));
    for (std::size_t i = 1; i < hashes.size(); ++i)
        content.replace(QByteArray('@' + QByteArray::number(static_cast<qulonglong>(i)) + '@'), hashes[i]);
    return content;
}

bool isHeadOf(const QByteArray& content, const std::vector<QByteArray>& hashes)
{
    const QJsonObject head = content.size() > 4096 ? QJsonObject() : QJsonDocument::fromJson(content).object();
    const QJsonValue count = head.value(QLatin1String("count"));
    const auto place = static_cast<std::size_t>(count.toInteger(-1));
    return place < hashes.size() && head.value(QLatin1String("hash")).toString() == QString::fromLatin1(hashes[place]);
}

} // namespace

/// The file with the log's head, which anybody with the operator's rights may have written.
void readAuditHeads(std::string_view bytes)
{
    static const KeptLog log;
    const QByteArray content = withHashes(bytes, log.hashes);
    Scratch::write(storage::AuditHead::fileOf(log.file),
                   std::string_view(content.constData(), static_cast<std::size_t>(content.size())));
    const auto verdict = log.database->verify();
    demand(verdict.has_value() && verdict->checked == 3, "a log with any head can be looked at");
    const bool isWhole = verdict->damage == storage::AuditVerdict::Damage::None;
    demand(isWhole == isHeadOf(content, log.hashes), "a log is whole exactly under a head of its own");
    if (isWhole)
        return;
    std::vector<AuditRecord> more(1);
    const auto kept = log.database->append(more);
    demand(!kept && kept.error().kind == core::ErrorKind::LedgerDamaged, "nothing is added to a damaged log");
    demand(log.database->verify()->checked == 3, "a refused record leaves nothing behind");
}

/// Records with any texts in them: their hashes, and how the database keeps them.
void keepAuditRecords(std::string_view bytes)
{
    static const Scratch scratch;
    static int turns = 0;
    static const QString file = scratch.path("audit.sqlite");
    static std::unique_ptr<AuditDatabase> database = opened(file);
    if (++turns % 200 == 0) { // a log grows with each record
        database.reset();
        for (const char* name : {"audit.sqlite", "audit.sqlite-wal", "audit.sqlite-shm", "audit.sqlite.head"})
            QFile::remove(scratch.path(name));
        database = opened(file);
    }
    Bytes made(bytes);
    std::vector<AuditRecord> records{recordFrom(made), recordFrom(made)};
    // A letter that moves from one text to the next makes another record.
    AuditRecord moved = records[0];
    if (!moved.userName.isEmpty()) {
        moved.domainName.prepend(moved.userName.back());
        moved.userName.chop(1);
        demand(moved.computedHash() != records[0].computedHash(), "no two records share a hash");
    }
    demand(database->append(records).has_value(), "any record can be kept");
    demand(records[1].previous == records[0].hash && records[1].id == records[0].id + 1, "records are a chain");
    const auto acts = database->newestActs(2);
    demand(acts.has_value() && acts->size() == 2, "what is kept is found");
    for (std::size_t i = 0; i < records.size(); ++i) {
        const AuditRecord& read = (*acts)[i].intent;
        demand(read.id == records[i].id && read.hash == records[i].hash, "records come back in their order");
        demand(read.hash == read.computedHash(), "a record comes back as it was kept");
    }
}

} // namespace deskwarden::fuzz
