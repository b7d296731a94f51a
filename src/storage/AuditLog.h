// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/acting/ActLedger.h"
#include "storage/AuditRecord.h"

#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

class QLockFile;

namespace deskwarden::storage {

class AuditDatabase;

/// The operator who acts, and the computer: goes into every record.
struct AuditOrigin
{
    QString operatorName;
    QString machine;
};

/// The ledger on disk: intents and outcomes in a hash-chained SQLite log, written by one thread of its own. What
/// several threads want to record at the same time goes to the disk with one sync. Thread: any. Owner: outlives every
/// runner. Blocks: recordIntents and recordOutcome until the disk has it. Fails: LedgerUnwritable: disk full,
/// read-only, locked by another program for over 5 s, no thread to write with. LedgerDamaged: it does not end as it was
/// left.
class AuditLog final : public management::ActLedger
{
public:
    AuditLog(QString file, AuditOrigin origin, core::StartThread startThread = core::startThread);
    ~AuditLog() override;

    [[nodiscard]] core::Result<std::vector<management::IntentToken>> recordIntents(
        std::span<const management::ActionRequest> requests) override;
    core::Result<> recordOutcome(const management::IntentToken& token, const management::Outcome& outcome) override;
    core::Result<> recordOutcomes(std::span<const management::SettledAct> acts) override;
    /// Also done after each outcome that can be recorded again, and at the end.
    core::Result<> recordWhatIsLeft() override;
    /// For an intent that an earlier run of a program left in flight: what a look into it has found.
    core::Result<AuditRecord> resolve(const AuditRecord& intent, const management::Outcome& outcome);
    /// For an act whose outcome is on record as unknown: what looking again has found becomes its newest outcome.
    core::Result<> amend(const management::ActionRequest& act, const management::Outcome& outcome);
    /// Intents without an outcome whose program has ended: killed, or with the computer. Blocks: on the disk.
    [[nodiscard]] core::Result<std::vector<AuditRecord>> leftBehind(const std::stop_token& stop = {}) const;
    /// Removes records older than that, as far as their acts have outcomes. Returns how many. Blocks: on the disk.
    core::Result<std::int64_t> rotate(std::chrono::days age, const std::stop_token& stop = {});
    /// Records that the operator has seen the damage of the log, so that acts can be recorded again. Returns the
    /// damage; none = nothing was recorded, nor if it was stopped. Blocks: until every record was checked.
    core::Result<AuditVerdict> acknowledge(const QString& reason, const std::stop_token& stop = {});

private:
    struct Job
    {
        std::vector<AuditRecord> records;
        std::optional<core::Result<>> result; // guarded by m_mutex
    };
    void run(const std::stop_token& stop);
    void write(std::deque<Job*>& jobs);
    core::Result<> append(std::vector<AuditRecord>& records);
    core::Result<> connect();
    core::Result<> beginRun();
    [[nodiscard]] QString lockFileOf(const QString& run) const;
    [[nodiscard]] AuditRecord stamped(AuditKind kind) const;

    const QString m_file;
    const AuditOrigin m_origin;
    const QString m_run;
    const core::StartThread m_startThread;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job*> m_jobs;                        // guarded by m_mutex
    std::map<std::uint64_t, AuditRecord> m_intents; // guarded by m_mutex: recorded, and without an outcome yet
    std::vector<AuditRecord> m_left;                // guarded by m_mutex: outcomes that could not be written
    std::unique_ptr<AuditDatabase> m_database;      // of m_thread only
    std::unique_ptr<QLockFile> m_runLock;           // of m_thread only: held while this run may have acts in flight
    std::jthread m_thread;                          // last: uses all above; started under m_mutex by the first record
};

} // namespace deskwarden::storage
