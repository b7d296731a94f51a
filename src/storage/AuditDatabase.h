// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "storage/AuditRecord.h"

#include <QString>
#include <QVariantList>

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace deskwarden::storage {

/// The audit log's SQLite file (WAL, full synchronisation) and the head file beside it, which holds the number and the
/// hash of the last record: without it a cut tail would not show. Several programs may write to one log. Thread:
/// created, used and destroyed on one thread. Blocks: until the disk has it. Fails: LedgerUnwritable with SQLite's
/// words; nothing is then recorded.
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

    /// Adds all of them or none, in one transaction with one sync. Fills in id, previous and hash.
    [[nodiscard]] core::Result<> append(std::span<AuditRecord> records);

    /// Acts since that time (UTC, ISO 8601; empty = all), oldest first.
    [[nodiscard]] core::Result<std::vector<AuditAct>> acts(const QString& since) const;
    /// Intents without an outcome: what was in flight when a program was killed, or still is.
    [[nodiscard]] core::Result<std::vector<AuditRecord>> inFlight() const;
    /// The newest acts, so many at most, oldest first. Stopped, it returns what it has.
    [[nodiscard]] core::Result<std::vector<AuditAct>> newestActs(int most, const std::stop_token& stop = {}) const;
    /// The newest checkpoint: what rotation has left of the records that it removed; nothing if it never did.
    [[nodiscard]] core::Result<std::optional<AuditRecord>> checkpoint() const;
    /// Stopped, it says what it has found so far.
    [[nodiscard]] core::Result<AuditVerdict> verify(const std::stop_token& stop = {}) const;
    /// Removes the oldest records before that time, as far as all their acts have outcomes, and leaves a checkpoint
    /// that signs them off. Does nothing if there are none.
    [[nodiscard]] core::Result<> rotate(const QString& before, const AuditRecord& checkpoint);

    [[nodiscard]] static QString headFileOf(const QString& file);

private:
    struct Head
    {
        std::int64_t id = 0;
        QByteArray hash;
    };
    AuditDatabase(QString file, QString connectionName);

    [[nodiscard]] core::Result<> prepare(Access access);
    [[nodiscard]] core::Result<Head> last() const;
    [[nodiscard]] core::Result<> insertAll(std::span<AuditRecord> records);
    [[nodiscard]] core::Result<> writeHead(const Head& head) const;
    [[nodiscard]] std::optional<Head> readHead() const;
    [[nodiscard]] core::Result<> execute(const QString& statement) const;
    [[nodiscard]] core::Result<std::vector<AuditRecord>> select(const QString& clause, const QVariantList& values = {},
                                                                const std::stop_token& stop = {}) const;

    const QString m_file;
    const QString m_connectionName;
};

} // namespace deskwarden::storage
