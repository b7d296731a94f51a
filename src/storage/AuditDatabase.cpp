// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditDatabase.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <utility>

namespace deskwarden::storage {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

constexpr auto columns =
    "id, kind, intent, time, operator, machine, run, server, host, session, user, domain, vm, action, reason, "
    "outcome, return_value, status, previous, hash";

tl::unexpected<core::ManagementError> unwritable(const QString& why)
{
    return failure(ErrorKind::LedgerUnwritable, why.toStdString());
}

AuditRecord recordOf(const QSqlQuery& row)
{
    AuditRecord record;
    int column = 0;
    const auto text = [&] { return row.value(column++).toString(); };
    const auto number = [&] { return row.value(column++).toLongLong(); };
    record.id = number();
    record.kind = static_cast<AuditKind>(number());
    record.intentId = number();
    record.time = text();
    record.operatorName = text();
    record.machine = text();
    record.run = text();
    record.server = text();
    record.vmHostName = text();
    record.sessionId = static_cast<std::uint32_t>(number());
    record.userName = text();
    record.domainName = text();
    record.vmName = text();
    record.action = text();
    record.reason = text();
    record.outcome = text();
    if (const QVariant returned = row.value(column++); !returned.isNull())
        record.returnValue = static_cast<std::uint32_t>(returned.toLongLong());
    record.status = static_cast<std::uint32_t>(number());
    record.previous = text().toLatin1();
    record.hash = text().toLatin1();
    return record;
}

QVariantList valuesOf(const AuditRecord& record)
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

/// Each intent with its newest outcome.
std::vector<AuditAct> actsOf(std::vector<AuditRecord> intents, std::vector<AuditRecord> outcomes)
{
    std::vector<AuditAct> acts;
    acts.reserve(intents.size());
    QHash<qint64, std::size_t> placeOf;
    for (AuditRecord& intent : intents) {
        placeOf.insert(intent.id, acts.size());
        acts.push_back({std::move(intent), std::nullopt});
    }
    for (AuditRecord& outcome : outcomes) {
        if (const auto place = placeOf.constFind(outcome.intentId); place != placeOf.constEnd())
            acts[*place].outcome = std::move(outcome);
    }
    return acts;
}

} // namespace

Result<std::unique_ptr<AuditDatabase>> AuditDatabase::open(const QString& file, Access access)
{
    // Qt names its connections for the whole process: a name that nobody else can have.
    std::unique_ptr<AuditDatabase> database(new AuditDatabase(file, QUuid::createUuid().toString()));
    if (auto prepared = database->prepare(access); !prepared)
        return failure(std::move(prepared.error()));
    return database;
}

AuditDatabase::AuditDatabase(QString file, QString connectionName)
    : m_file(std::move(file))
    , m_connectionName(std::move(connectionName))
{}

AuditDatabase::~AuditDatabase()
{
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

QString AuditDatabase::headFileOf(const QString& file)
{
    return file + QStringLiteral(".head");
}

Result<> AuditDatabase::prepare(Access access)
{
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(access == Access::ReadOnly
                                     ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return unwritable(connection.lastError().text());
    if (access == Access::ReadOnly)
        return {};
    // Only its owner reads who did what to whom.
    QFile::setPermissions(m_file, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QString schema = QStringLiteral(
        "CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, intent INTEGER NOT NULL, "
        "time TEXT NOT "
        "NULL, operator TEXT NOT NULL, machine TEXT NOT NULL, run TEXT NOT NULL, server TEXT NOT NULL, host TEXT NOT "
        "NULL, session "
        "INTEGER NOT NULL, "
        "user TEXT NOT NULL, domain TEXT NOT NULL, vm TEXT NOT NULL, action TEXT NOT NULL, reason TEXT NOT NULL, "
        "outcome TEXT NOT "
        "NULL, return_value INTEGER, status INTEGER NOT NULL, previous TEXT NOT NULL, hash TEXT NOT NULL)");
    for (const QString& statement :
         {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL"), schema,
          QStringLiteral("CREATE INDEX IF NOT EXISTS outcomes ON records (intent) WHERE kind = 1")})
    {
        if (auto done = execute(statement); !done)
            return done;
    }
    return {};
}

Result<> AuditDatabase::execute(const QString& statement) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(statement))
        return unwritable(query.lastError().text());
    return {};
}

Result<std::vector<AuditRecord>> AuditDatabase::select(const QString& clause, const QVariantList& values,
                                                       const std::stop_token& stop) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    bool isGood = query.prepare(QStringLiteral("SELECT %1 FROM records %2").arg(QLatin1String(columns), clause));
    for (const QVariant& value : values)
        query.addBindValue(value);
    isGood = isGood && query.exec();
    std::vector<AuditRecord> records;
    while (isGood && !stop.stop_requested() && query.next())
        records.push_back(recordOf(query));
    if (!isGood || query.lastError().isValid())
        return unwritable(query.lastError().text());
    return records;
}

Result<AuditDatabase::Head> AuditDatabase::last() const
{
    return select(QStringLiteral("ORDER BY id DESC LIMIT 1")).map([](const std::vector<AuditRecord>& records) {
        return records.empty() ? Head{} : Head{records.front().id, records.front().hash};
    });
}

Result<> AuditDatabase::append(std::span<AuditRecord> records)
{
    // IMMEDIATE: the next id and hash are read under the lock that the new records are written under, so that two
    // programs cannot continue from the same record.
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = insertAll(records).and_then([this] { return execute(QStringLiteral("COMMIT")); });
    if (!done) {
        [[maybe_unused]] const auto rolledBack = execute(QStringLiteral("ROLLBACK"));
        return done;
    }
    return records.empty() ? Result<>() : writeHead({records.back().id, records.back().hash});
}

Result<> AuditDatabase::insertAll(std::span<AuditRecord> records)
{
    auto newest = last();
    if (!newest)
        return failure(std::move(newest.error()));
    // A first head, so that a program killed between its first record and that one's head leaves no damage behind.
    if (newest->id == 0 && !readHead()) {
        if (auto written = writeHead({}); !written)
            return written;
    }
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.prepare(QStringLiteral("INSERT INTO records (%1) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
                           .arg(QLatin1String(columns))))
        return unwritable(query.lastError().text());
    for (AuditRecord& record : records) {
        record.id = newest->id + 1;
        record.previous = newest->hash;
        record.hash = record.computedHash();
        *newest = {record.id, record.hash};
        for (const QVariant& value : valuesOf(record))
            query.addBindValue(value);
        if (!query.exec())
            return unwritable(query.lastError().text());
    }
    return {};
}

Result<> AuditDatabase::writeHead(const Head& head) const
{
    QSaveFile file(headFileOf(m_file));
    const QJsonObject content{{QStringLiteral("count"), static_cast<qint64>(head.id)},
                              {QStringLiteral("hash"), QString::fromLatin1(head.hash)}};
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(content).toJson(QJsonDocument::Compact)) < 0 ||
        !file.commit())
        return unwritable(file.errorString());
    return {};
}

std::optional<AuditDatabase::Head> AuditDatabase::readHead() const
{
    QFile file(headFileOf(m_file));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
    const Head head{content.value(QStringLiteral("count")).toInteger(),
                    content.value(QStringLiteral("hash")).toString().toLatin1()};
    return content.contains(QStringLiteral("count")) && head.id >= 0 ? std::optional(head) : std::nullopt;
}

Result<std::vector<AuditAct>> AuditDatabase::acts(const QString& since) const
{
    const QString from = since.isNull() ? QStringLiteral("") : since; // a null QString would compare as NULL
    auto intents = select(QStringLiteral("WHERE kind = 0 AND time >= ? ORDER BY id"), {from});
    if (!intents)
        return failure(std::move(intents.error()));
    auto outcomes = select(QStringLiteral("WHERE kind = 1 AND time >= ? ORDER BY id"), {from});
    if (!outcomes)
        return failure(std::move(outcomes.error()));
    return actsOf(*std::move(intents), *std::move(outcomes));
}

Result<std::vector<AuditAct>> AuditDatabase::newestActs(int most, const std::stop_token& stop) const
{
    auto intents = select(QStringLiteral("WHERE kind = 0 ORDER BY id DESC LIMIT ?"), {most}, stop);
    if (!intents)
        return failure(std::move(intents.error()));
    std::ranges::reverse(*intents);
    const qint64 oldest = intents->empty() ? 0 : static_cast<qint64>(intents->front().id);
    auto outcomes = select(QStringLiteral("WHERE kind = 1 AND id > ? ORDER BY id"), {oldest}, stop);
    if (!outcomes)
        return failure(std::move(outcomes.error()));
    return actsOf(*std::move(intents), *std::move(outcomes));
}

Result<std::vector<AuditRecord>> AuditDatabase::inFlight() const
{
    return select(
        QStringLiteral("WHERE kind = 0 AND id NOT IN (SELECT intent FROM records WHERE kind = 1) ORDER BY id"));
}

Result<std::optional<AuditRecord>> AuditDatabase::checkpoint() const
{
    return select(QStringLiteral("WHERE kind = 2 ORDER BY id DESC LIMIT 1")).map([](const auto& records) {
        return records.empty() ? std::optional<AuditRecord>() : records.front();
    });
}

Result<AuditVerdict> AuditDatabase::verify(const std::stop_token& stop) const
{
    using Damage = AuditVerdict::Damage;
    const std::optional<Head> head = readHead();
    const auto signedOff = checkpoint();
    if (!signedOff)
        return failure(signedOff.error());
    AuditRecord before; // what the first record must follow: nothing, or what rotation signed off
    if (*signedOff) {
        before.id = (*signedOff)->intentId;
        before.hash = (*signedOff)->reason.toLatin1();
    }
    AuditVerdict verdict;
    // Killed after a rotation and before its head was written: the head is the last record that was signed off.
    QByteArray hashAtHead = head && head->id == before.id ? before.hash : QByteArray();
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    if (!query.exec(QStringLiteral("SELECT %1 FROM records ORDER BY id").arg(QLatin1String(columns))))
        return unwritable(query.lastError().text());
    while (!stop.stop_requested() && query.next()) {
        AuditRecord record = recordOf(query);
        ++verdict.checked;
        verdict.recordId = record.id;
        if (record.id != before.id + 1)
            verdict.damage = Damage::Removed;
        else if (record.hash != record.computedHash())
            verdict.damage = Damage::Changed;
        else if (record.previous != before.hash)
            verdict.damage = Damage::Reordered;
        if (verdict.damage != Damage::None)
            return verdict;
        if (head && record.id == head->id)
            hashAtHead = record.hash;
        before = std::move(record);
    }
    if (stop.stop_requested())
        return verdict;
    if (head && hashAtHead != head->hash) {
        verdict.damage = before.id < head->id ? Damage::TailCut : Damage::Changed;
        verdict.recordId = head->id;
    } else if (!head && verdict.checked > 0) {
        verdict.damage = Damage::HeadMissing;
    }
    return verdict;
}

Result<> AuditDatabase::rotate(const QString& before, const AuditRecord& checkpoint)
{
    // The oldest records only, in one piece, and never an intent whose outcome is not among them.
    auto newest = select(
        QStringLiteral("WHERE id < COALESCE((SELECT MIN(id) FROM records WHERE time >= ? OR (kind = 0 AND id NOT IN "
                       "(SELECT intent FROM records WHERE kind = 1 AND time < ?))), 9223372036854775807) "
                       "ORDER BY id DESC LIMIT 1"),
        {before, before});
    if (!newest)
        return failure(std::move(newest.error()));
    if (newest->empty())
        return {};
    AuditRecord signedOff = checkpoint;
    signedOff.kind = AuditKind::Checkpoint;
    signedOff.intentId = newest->front().id;
    signedOff.reason = QString::fromLatin1(newest->front().hash);
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return begun;
    auto done = insertAll(std::span(&signedOff, 1))
                    .and_then([&] {
                        return execute(QStringLiteral("DELETE FROM records WHERE id <= %1").arg(signedOff.intentId));
                    })
                    .and_then([this] { return execute(QStringLiteral("COMMIT")); });
    if (!done) {
        [[maybe_unused]] const auto rolledBack = execute(QStringLiteral("ROLLBACK"));
        return done;
    }
    return writeHead({signedOff.id, signedOff.hash});
}

} // namespace deskwarden::storage
