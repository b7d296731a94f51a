// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditDatabase.h"

#include "storage/AuditChain.h"
#include "storage/AuditRows.h"
#include "storage/OwnFiles.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <algorithm>
#include <limits>
#include <utility>

namespace deskwarden::storage {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

using Damage = AuditVerdict::Damage;

/// So many of the newest records are checked before a program adds its first one: a tenth of a second at most.
constexpr std::int64_t checkedAtFirst = 10'000;

tl::unexpected<core::ManagementError> unwritable(const QString& why)
{
    return failure(ErrorKind::LedgerUnwritable, why.toStdString());
}

tl::unexpected<core::ManagementError> damagedAt(const AuditVerdict& verdict)
{
    return failure(
        ErrorKind::LedgerDamaged,
        QStringLiteral("%1, record %2").arg(QLatin1String(symbol(verdict.damage))).arg(verdict.recordId).toStdString());
}

} // namespace

/// BEGIN IMMEDIATE … COMMIT; what was not committed is rolled back at its end. What is read inside is read under the
/// lock that is written under, so that two programs cannot continue from the same record.
class AuditDatabase::Writing final
{
public:
    explicit Writing(const AuditDatabase& database)
        : m_database(database)
        , m_begun(database.execute(QStringLiteral("BEGIN IMMEDIATE")))
        , m_isOpen(m_begun.has_value())
    {}
    Writing(const Writing&) = delete;
    Writing& operator=(const Writing&) = delete;
    ~Writing()
    {
        if (m_isOpen)
            (void)m_database.execute(QStringLiteral("ROLLBACK"));
    }

    [[nodiscard]] const Result<>& begun() const { return m_begun; }
    [[nodiscard]] Result<> commit()
    {
        auto done = m_database.execute(QStringLiteral("COMMIT"));
        m_isOpen = !done;
        return done;
    }

private:
    const AuditDatabase& m_database;
    const Result<> m_begun;
    bool m_isOpen;
};

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
    , m_head(m_file)
{}

AuditDatabase::~AuditDatabase()
{
    QSqlDatabase::database(m_connectionName, false).close();
    QSqlDatabase::removeDatabase(m_connectionName);
}

/// Nobody else may read who did what to whom, from the first moment on; and what lies in the place of the log's files
/// must be files, because opening a pipe would never end, and a link leads elsewhere.
Result<> AuditDatabase::makeSafe(Access access) const
{
    const FileUse use = access == Access::ReadOnly ? FileUse::Read : FileUse::Write;
    for (const char* const ending : {"", "-wal", "-shm", "-journal", ".head"}) {
        if (const auto why = whyUnusable(m_file + QLatin1String(ending), use))
            return unwritable(*why);
    }
    // Empty, it is a log to SQLite, which gives the files beside it the same rights.
    QFile file(m_file);
    if (access == Access::ReadWrite && !file.exists())
        (void)file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

Result<> AuditDatabase::prepare(Access access)
{
    if (auto safe = makeSafe(access); !safe)
        return safe;
    QSqlDatabase connection = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connectionName);
    connection.setDatabaseName(m_file);
    connection.setConnectOptions(access == Access::ReadOnly
                                     ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000")
                                     : QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    if (!connection.open())
        return unwritable(connection.lastError().text());
    if (access == Access::ReadOnly)
        return {};
    for (const QString& statement :
         {QStringLiteral("PRAGMA journal_mode=WAL"), QStringLiteral("PRAGMA synchronous=FULL")}) {
        if (auto done = execute(statement); !done)
            return done;
    }
    return makeTable();
}

/// The head first, then the table: a table without a head is one that somebody has taken the head from.
Result<> AuditDatabase::makeTable()
{
    Writing writing(*this);
    if (!writing.begun())
        return writing.begun();
    const auto isThere = has(recordsTable);
    if (!isThere)
        return failure(isThere.error());
    const auto head = m_head.read();
    if (!head)
        return failure(head.error());
    if (!*isThere && !*head) {
        if (auto written = m_head.write({}); !written)
            return written;
    }
    for (const QString& statement :
         {AuditRows::schema(), QStringLiteral("CREATE INDEX IF NOT EXISTS outcomes ON records (intent) WHERE kind = 1"),
          QStringLiteral("CREATE INDEX IF NOT EXISTS marks ON records (kind) WHERE kind >= 2")})
    {
        if (auto done = execute(statement); !done)
            return done;
    }
    return makeOpenIntents().and_then([&writing] { return writing.commit(); });
}

Result<bool> AuditDatabase::has(const QString& name) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(QStringLiteral("SELECT 1 FROM sqlite_master WHERE name = '%1'").arg(name)))
        return unwritable(query.lastError().text());
    return query.next();
}

Result<> AuditDatabase::execute(const QString& statement) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.exec(statement))
        return unwritable(query.lastError().text());
    return {};
}

Result<> AuditDatabase::each(const QString& statement, const QVariantList& values, const std::stop_token& stop,
                             const RowSink& sink) const
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    query.setForwardOnly(true);
    bool isGood = query.prepare(statement);
    for (const QVariant& value : values)
        query.addBindValue(value);
    isGood = isGood && query.exec();
    while (isGood && !stop.stop_requested() && query.next()) {
        if (!sink(query))
            return {};
    }
    if (isGood && !query.lastError().isValid())
        return {};
    return isUnused() ? Result<>() : unwritable(query.lastError().text());
}

/// Whether nothing was ever recorded: the file is there and its table is not, because another program is just making
/// it, or could not for want of room. A head that names a record says that there was a table.
bool AuditDatabase::isUnused() const
{
    const auto isThere = has(recordsTable);
    const auto head = m_head.read();
    return isThere && !*isThere && head && (!*head || (*head)->id == 0);
}

Result<std::vector<AuditRecord>> AuditDatabase::select(const QString& clause, const QVariantList& values,
                                                       const std::stop_token& stop) const
{
    std::vector<AuditRecord> records;
    return each(QStringLiteral("SELECT %1 FROM records %2").arg(AuditRows::columns(), clause), values, stop,
                [&records](const QSqlQuery& row) {
                    records.push_back(AuditRows::recordAt(row));
                    return true;
                })
        .map([&records] { return std::move(records); });
}

Result<std::optional<AuditRecord>> AuditDatabase::first(const QString& clause, const QVariantList& values) const
{
    return select(clause + QStringLiteral(" LIMIT 1"), values).map([](std::vector<AuditRecord>&& records) {
        return records.empty() ? std::optional<AuditRecord>() : std::optional(std::move(records.front()));
    });
}

Result<std::optional<AuditRecord>> AuditDatabase::last() const
{
    return first(QStringLiteral("ORDER BY id DESC"));
}

Result<std::optional<AuditRecord>> AuditDatabase::newest(AuditKind mark) const
{
    // The first condition is the one of the index.
    return first(QStringLiteral("WHERE kind >= 2 AND kind = ? ORDER BY id DESC"), {static_cast<int>(mark)});
}

Result<> AuditDatabase::append(std::span<AuditRecord> records)
{
    if (!records.empty()) {
        Writing writing(*this);
        if (!writing.begun())
            return writing.begun();
        auto done =
            checkEnd().and_then([&](const AuditHead::Mark& before) { return insert(records, before); }).and_then([&] {
                return writing.commit();
            });
        if (!done)
            return done;
    }
    return advanceHead();
}

/// Whether the log ends as it was left: the head beside it names its last record, or one from which the chain goes on.
/// What is added to a log that does not would hide that. The first time the newest records are looked at as well.
Result<AuditHead::Mark> AuditDatabase::checkEnd()
{
    const auto mark = m_head.read();
    if (!mark)
        return failure(mark.error());
    const auto& head = *mark;
    const auto newestRecord = last();
    const auto rotated = newest(AuditKind::Checkpoint);
    const auto seen = newest(AuditKind::Acknowledgement);
    for (const auto* const found : {&newestRecord, &rotated, &seen}) {
        if (!*found)
            return failure(found->error());
    }
    const std::int64_t end = *newestRecord ? (*newestRecord)->id : 0;
    std::int64_t from = m_isChecked ? end : end - checkedAtFirst;
    from = head ? std::min(from, head->id) : from;
    // What was acknowledged is not judged again, and of what was rotated only acknowledgements are there.
    const std::int64_t oldest = *rotated ? (*rotated)->intentId + 1 : 1;
    from = std::max({from, oldest, *seen ? (*seen)->id : oldest});
    const bool isWhole = from == oldest;
    AuditChain chain = isWhole ? AuditChain(head, *rotated) : AuditChain(head);
    auto walked = isWhole
                      ? walk(QStringLiteral("ORDER BY id"), {}, {}, chain)
                      : walk(QStringLiteral("WHERE id >= ? ORDER BY id"), {static_cast<qlonglong>(from)}, {}, chain);
    if (!walked)
        return failure(walked.error());
    chain.end();
    if (chain.verdict().damage != Damage::None)
        return damagedAt(chain.verdict());
    m_isChecked = true;
    return chain.last();
}

Result<> AuditDatabase::walk(const QString& clause, const QVariantList& values, const std::stop_token& stop,
                             AuditChain& chain) const
{
    return each(QStringLiteral("SELECT %1 FROM records %2").arg(AuditRows::columns(), clause), values, stop,
                [&chain](const QSqlQuery& row) {
                    chain.add(AuditRows::recordAt(row));
                    return true;
                });
}

Result<> AuditDatabase::insert(std::span<AuditRecord> records, AuditHead::Mark before)
{
    QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
    if (!query.prepare(QStringLiteral("INSERT INTO records (%1) VALUES (?%2)")
                           .arg(AuditRows::columns(), QStringLiteral(",?").repeated(AuditRows::columnCount - 1))))
        return unwritable(query.lastError().text());
    for (AuditRecord& record : records) {
        if (before.id >= std::numeric_limits<std::int64_t>::max() - 1)
            return unwritable(QStringLiteral("the numbers of the records are used up"));
        AuditRows::keepTexts(record);
        record.id = before.id + 1;
        record.previous = before.hash;
        record.hash = record.computedHash();
        before = {record.id, record.hash};
        for (const QVariant& value : AuditRows::valuesOf(record))
            query.addBindValue(value);
        if (!query.exec())
            return unwritable(query.lastError().text());
    }
    return {};
}

/// After a commit, with the lock taken anew: another program may have written more since, and its head stands.
Result<> AuditDatabase::advanceHead() const
{
    const Writing writing(*this);
    if (!writing.begun())
        return writing.begun();
    const auto newestRecord = last();
    if (!newestRecord)
        return failure(newestRecord.error());
    const auto mark = m_head.read();
    if (!mark)
        return failure(mark.error());
    const auto& head = *mark;
    if (!*newestRecord || (head && head->id >= (*newestRecord)->id))
        return {};
    return m_head.write({(*newestRecord)->id, (*newestRecord)->hash});
}

Result<std::optional<AuditRecord>> AuditDatabase::checkpoint() const
{
    return newest(AuditKind::Checkpoint);
}

Result<AuditVerdict> AuditDatabase::verify(const std::stop_token& stop) const
{
    // One point in time for all that is read, whatever others write meanwhile.
    if (auto begun = execute(QStringLiteral("SAVEPOINT look")); !begun)
        return failure(std::move(begun.error()));
    auto found = judge(stop).map([](const std::unique_ptr<AuditChain>& chain) { return chain->verdict(); });
    (void)execute(QStringLiteral("RELEASE look"));
    return found;
}

Result<std::unique_ptr<AuditChain>> AuditDatabase::judge(const std::stop_token& stop) const
{
    // The head before the records: it may be older than they are, and never newer.
    const auto mark = m_head.read();
    if (!mark)
        return failure(mark.error());
    const auto& head = *mark;
    const auto isThere = has(recordsTable);
    if (!isThere)
        return failure(isThere.error());
    if (!*isThere) { // nothing was recorded yet, or an empty file was put in the log's place
        auto chain = std::make_unique<AuditChain>(head ? head : AuditHead::Mark{}, std::nullopt);
        chain->end();
        return chain;
    }
    const auto rotated = checkpoint();
    if (!rotated)
        return failure(rotated.error());
    auto chain = std::make_unique<AuditChain>(head, *rotated);
    if (auto walked = walk(QStringLiteral("ORDER BY id"), {}, stop, *chain); !walked)
        return failure(std::move(walked.error()));
    if (!stop.stop_requested())
        chain->end();
    return chain;
}

Result<AuditVerdict> AuditDatabase::acknowledge(AuditRecord acknowledgement, const std::stop_token& stop)
{
    AuditVerdict verdict;
    {
        Writing writing(*this);
        if (!writing.begun())
            return failure(writing.begun().error());
        const auto chain = judge(stop);
        if (!chain)
            return failure(chain.error());
        verdict = (*chain)->verdict();
        if (verdict.damage == Damage::None || stop.stop_requested())
            return verdict;
        acknowledgement.kind = AuditKind::Acknowledgement;
        acknowledgement.outcome = QLatin1String(symbol(verdict.damage));
        acknowledgement.intentId = verdict.recordId;
        acknowledgement.vmName = QString::fromLatin1((*chain)->digest());
        // Numbers of records that are lost are not given out again.
        AuditHead::Mark before = (*chain)->last();
        const auto mark = m_head.read();
        if (!mark)
            return failure(mark.error());
        const auto& head = *mark;
        before.id = head ? std::max(before.id, head->id) : before.id;
        auto done = insert(std::span(&acknowledgement, 1), before).and_then([&] { return writing.commit(); });
        if (!done)
            return failure(std::move(done.error()));
    }
    return advanceHead().map([&verdict] { return verdict; });
}

Result<std::optional<AuditHead::Mark>> AuditDatabase::rotatable(const QString& before) const
{
    const auto rotated = checkpoint();
    if (!rotated)
        return failure(rotated.error());
    const qlonglong signedOff = *rotated ? (*rotated)->intentId : 0;
    // The oldest records only, in one piece, and never an intent whose outcome is not among them.
    auto newestRecord =
        first(QStringLiteral("WHERE id > ? AND id < COALESCE((SELECT MIN(id) FROM records WHERE (time >= ? AND id > ?) "
                             "OR (kind = 0 AND id NOT IN (SELECT intent FROM records WHERE kind = 1 AND time < ?))), "
                             "9223372036854775807) ORDER BY id DESC"),
              {signedOff, before, signedOff, before});
    if (!newestRecord)
        return failure(std::move(newestRecord.error()));
    if (!*newestRecord)
        return std::optional<AuditHead::Mark>();
    // Records that an acknowledgement signs go with it or not at all: without them nobody could tell what it was about.
    const auto seen = newest(AuditKind::Acknowledgement);
    if (!seen)
        return failure(seen.error());
    if (*seen && (*seen)->id > (*newestRecord)->id) {
        newestRecord = first(QStringLiteral("WHERE kind >= 2 AND kind = 3 AND id > ? AND id <= ? ORDER BY id DESC"),
                             {signedOff, static_cast<qlonglong>((*newestRecord)->id)});
        if (!newestRecord)
            return failure(std::move(newestRecord.error()));
    }
    return newestRecord.map([](const std::optional<AuditRecord>& record) {
        return record ? std::optional(AuditHead::Mark{record->id, record->hash}) : std::nullopt;
    });
}

Result<std::int64_t> AuditDatabase::rotate(const QString& before, const AuditRecord& checkpoint,
                                           const std::stop_token& stop)
{
    // Looked at in peace first: checking a long log takes longer than others would wait for the lock.
    const auto candidate = rotatable(before);
    if (!candidate || !*candidate)
        return candidate.map([](const auto& /*none*/) { return std::int64_t{0}; });
    const auto verdict = verify(stop);
    if (!verdict)
        return failure(verdict.error());
    if (verdict->damage != Damage::None)
        return damagedAt(*verdict); // what is removed could not be looked at any more
    if (stop.stop_requested())
        return 0;
    std::int64_t removed = 0;
    {
        Writing writing(*this);
        if (!writing.begun())
            return failure(writing.begun().error());
        const auto end = checkEnd();
        const auto newestRecord = rotatable(before);
        if (!end || !newestRecord)
            return failure(end ? newestRecord.error() : end.error());
        if (!*newestRecord)
            return 0;
        AuditRecord signedOff = checkpoint;
        signedOff.kind = AuditKind::Checkpoint;
        signedOff.intentId = (*newestRecord)->id;
        signedOff.reason = QString::fromLatin1((*newestRecord)->hash);
        const auto kept = select(QStringLiteral("WHERE kind >= 2 AND kind = 3 AND id <= ?"),
                                 {static_cast<qlonglong>(signedOff.intentId)});
        if (!kept)
            return failure(kept.error());
        signedOff.status = static_cast<std::uint32_t>(kept->size());
        QSqlQuery query(QSqlDatabase::database(m_connectionName, false));
        auto done =
            insert(std::span(&signedOff, 1), *end)
                .and_then([&]() -> Result<> {
                    if (!query.exec(
                            QStringLiteral("DELETE FROM records WHERE id <= %1 AND kind <> 3").arg(signedOff.intentId)))
                        return unwritable(query.lastError().text());
                    removed = query.numRowsAffected();
                    return {};
                })
                .and_then([&] { return writing.commit(); });
        if (!done)
            return failure(std::move(done.error()));
    }
    return advanceHead().map([removed] { return removed; });
}

} // namespace deskwarden::storage
