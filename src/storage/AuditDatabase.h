// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "storage/AuditHead.h"
#include "storage/AuditRecord.h"

#include <QString>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

class QSqlQuery;

namespace deskwarden::storage {

class AuditChain;

/// The audit log's SQLite file (WAL, full synchronisation) and the head file beside it, which holds the number and the
/// hash of the last record: without it a cut tail would not show. Several programs may write to one log; only its owner
/// may read it, and links or pipes in the place of its files are refused. Thread: created, used and destroyed on one
/// thread. Blocks: until the disk has it. Fails: LedgerUnwritable with SQLite's words, LedgerDamaged if the log does
/// not end as it was left; nothing is then recorded.
class AuditDatabase final
{
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
    };
    [[nodiscard]] static core::Result<std::unique_ptr<AuditDatabase>> open(const QString& file, Access access);
    AuditDatabase(const AuditDatabase&) = delete;
    AuditDatabase& operator=(const AuditDatabase&) = delete;
    ~AuditDatabase();

    /// Adds all of them or none, in one transaction with one sync. Fills in id, previous and hash, and puts
    /// U+FFFD where the database keeps no letter as it is. Before that the end
    /// of the log is compared with its head, and the first time the newest 10,000 records are checked.
    /// Without any it only brings the head up to the last record.
    [[nodiscard]] core::Result<> append(std::span<AuditRecord> records);
    /// Takes out those outcomes that the log has, from the same run and moment.
    [[nodiscard]] core::Result<> removeRecorded(std::vector<AuditRecord>& outcomes) const;

    /// Takes one act; false = no more.
    using ActSink = std::function<bool(AuditAct&&)>;
    /// Acts since that time (UTC, ISO 8601; empty = all), oldest first, one after the other. Stopped, it ends.
    [[nodiscard]] core::Result<> eachAct(const QString& since, const ActSink& sink,
                                         const std::stop_token& stop = {}) const;
    /// Intents without an outcome: what was in flight when a program was killed, or still is. Stopped, it returns what
    /// it has.
    [[nodiscard]] core::Result<std::vector<AuditRecord>> inFlight(const std::stop_token& stop = {}) const;
    /// The newest acts, so many at most, oldest first. Stopped, it returns what it has.
    [[nodiscard]] core::Result<std::vector<AuditAct>> newestActs(int most, const std::stop_token& stop = {}) const;
    /// The newest acts on that user, whatever the session, so many at most, the newest first; names are compared
    /// without regard to ASCII case. Stopped, it returns what it has.
    [[nodiscard]] core::Result<std::vector<AuditAct>> newestActsOn(const QString& user, const QString& domain,
                                                                   std::size_t most,
                                                                   const std::stop_token& stop = {}) const;
    /// The newest act of that kind on that session of that user, with its newest outcome.
    [[nodiscard]] core::Result<std::optional<AuditAct>> newestAct(const AuditRecord& like) const;
    /// The newest checkpoint: what rotation has left of the records that it removed; nothing if it never did.
    [[nodiscard]] core::Result<std::optional<AuditRecord>> checkpoint() const;
    /// Checks every record. Stopped, it says what it has found so far.
    [[nodiscard]] core::Result<AuditVerdict> verify(const std::stop_token& stop = {}) const;
    /// Checks every record, and records that somebody has seen the damage: records can then be added again. The damage
    /// itself stays to be seen. Returns what was found; where that is no damage, nothing is recorded, nor if it was
    /// stopped before.
    [[nodiscard]] core::Result<AuditVerdict> acknowledge(AuditRecord acknowledgement, const std::stop_token& stop = {});
    /// Removes the oldest records before that time, as far as all their acts have outcomes, and leaves a checkpoint
    /// that signs them off; acknowledgements stay. Returns how many it removed; stopped in time, none. Fails: also if
    /// the log is damaged.
    [[nodiscard]] core::Result<std::int64_t> rotate(const QString& before, const AuditRecord& checkpoint,
                                                    const std::stop_token& stop = {});

private:
    class Writing;
    using RowSink = std::function<bool(const QSqlQuery&)>;

    AuditDatabase(QString file, QString connectionName);

    [[nodiscard]] core::Result<> makeSafe(Access access) const;
    [[nodiscard]] core::Result<> prepare(Access access);
    [[nodiscard]] core::Result<> makeTable();
    [[nodiscard]] core::Result<> makeOpenIntents();
    [[nodiscard]] bool isUnused() const;
    [[nodiscard]] core::Result<bool> has(const QString& name) const; // a table or a trigger
    [[nodiscard]] core::Result<std::optional<AuditRecord>> last() const;
    [[nodiscard]] core::Result<std::optional<AuditRecord>> newest(AuditKind mark) const;
    [[nodiscard]] core::Result<AuditHead::Mark> checkEnd();
    [[nodiscard]] core::Result<> insert(std::span<AuditRecord> records, AuditHead::Mark before);
    [[nodiscard]] core::Result<> advanceHead() const;
    [[nodiscard]] core::Result<std::unique_ptr<AuditChain>> judge(const std::stop_token& stop) const;
    [[nodiscard]] core::Result<std::optional<AuditHead::Mark>> rotatable(const QString& before) const;
    [[nodiscard]] core::Result<> walk(const QString& clause, const QVariantList& values, const std::stop_token& stop,
                                      AuditChain& chain) const;
    [[nodiscard]] core::Result<> execute(const QString& statement) const;
    [[nodiscard]] core::Result<> each(const QString& statement, const QVariantList& values, const std::stop_token& stop,
                                      const RowSink& sink) const;
    [[nodiscard]] core::Result<std::vector<AuditRecord>> select(const QString& clause, const QVariantList& values = {},
                                                                const std::stop_token& stop = {}) const;
    [[nodiscard]] core::Result<std::optional<AuditRecord>> first(const QString& clause,
                                                                 const QVariantList& values = {}) const;

    static inline const QString recordsTable = QStringLiteral("records");
    static inline const QString openTrigger = QStringLiteral("intent_opens"); // goes with the table of records

    const QString m_file;
    const QString m_connectionName;
    const AuditHead m_head;
    bool m_isChecked = false; ///< the newest records were looked at once
};

} // namespace deskwarden::storage
