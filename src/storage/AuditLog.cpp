// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "storage/AuditLog.h"

#include "storage/AuditDatabase.h"
#include "storage/OwnFiles.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QLockFile>
#include <QUuid>

#include <algorithm>
#include <iterator>
#include <string>
#include <system_error>
#include <utility>

namespace deskwarden::storage {

using core::ErrorKind;
using core::failure;
using core::Result;

namespace {

QString textOf(const core::SharedString& text)
{
    return QString::fromUtf8(text.view().data(), static_cast<qsizetype>(text.view().size()));
}

QString nowText()
{
    return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
}

void describe(AuditRecord& record, const management::ActionRequest& request)
{
    const core::Session& session = request.confirmed;
    record.server = textOf(session.key.server.address);
    record.vmHostName = textOf(session.key.vmHostName);
    record.sessionId = session.key.sessionId;
    record.userName = textOf(session.userName);
    record.domainName = textOf(session.domainName);
    record.vmName = textOf(session.vmName);
    record.action = QString::fromLatin1(management::symbol(request.action.kind));
    record.reason = QString::fromStdString(request.reason);
}

/// The outcome's record repeats whom it is about, so that it can be read alone.
AuditRecord outcomeRecord(const AuditRecord& intent, const AuditRecord& stamp, const management::Outcome& outcome)
{
    AuditRecord record = intent;
    record.kind = AuditKind::Outcome;
    record.intentId = intent.id;
    record.time = stamp.time;
    record.operatorName = stamp.operatorName;
    record.machine = stamp.machine;
    record.run = stamp.run;
    record.outcome = QString::fromLatin1(management::symbol(outcome.kind));
    record.returnValue = outcome.returnValue;
    record.status = outcome.error ? outcome.error->status() : 0;
    return record;
}

} // namespace

AuditLog::AuditLog(QString file, AuditOrigin origin, core::StartThread startThread)
    : m_file(std::move(file))
    , m_origin(std::move(origin))
    , m_run(QUuid::createUuid().toString(QUuid::Id128))
    , m_startThread(std::move(startThread))
{}

AuditLog::~AuditLog()
{
    (void)recordWhatIsLeft();
}

AuditRecord AuditLog::stamped(AuditKind kind) const
{
    AuditRecord record;
    record.kind = kind;
    record.time = nowText();
    record.operatorName = m_origin.operatorName;
    record.machine = m_origin.machine;
    record.run = m_run;
    return record;
}

Result<std::vector<management::IntentToken>> AuditLog::recordIntents(
    std::span<const management::ActionRequest> requests)
{
    std::vector<AuditRecord> records(requests.size(), stamped(AuditKind::Intent));
    for (std::size_t index = 0; index < requests.size(); ++index)
        describe(records[index], requests[index]);
    if (auto written = append(records); !written)
        return failure(std::move(written.error()));
    std::vector<management::IntentToken> tokens;
    tokens.reserve(records.size());
    const std::lock_guard lock(m_mutex);
    for (AuditRecord& record : records) {
        const auto id = static_cast<std::uint64_t>(record.id);
        tokens.push_back(makeToken(id, record.hash.toStdString()));
        m_intents.emplace(id, std::move(record));
    }
    return tokens;
}

Result<> AuditLog::recordOutcome(const management::IntentToken& token, const management::Outcome& outcome)
{
    const management::SettledAct act{&token, &outcome};
    return recordOutcomes({&act, 1});
}

Result<> AuditLog::recordOutcomes(std::span<const management::SettledAct> acts)
{
    std::vector<AuditRecord> records;
    records.reserve(acts.size());
    const AuditRecord stamp = stamped(AuditKind::Outcome);
    {
        const std::lock_guard lock(m_mutex);
        for (const management::SettledAct& act : acts) {
            if (const auto known = m_intents.extract(act.token->record()); !known.empty())
                records.push_back(outcomeRecord(known.mapped(), stamp, *act.outcome));
        }
    }
    const bool isEachNew = records.size() == acts.size();
    if (auto written = records.empty() ? Result<>() : append(records); !written) {
        const std::lock_guard lock(m_mutex);
        std::ranges::move(records, std::back_inserter(m_left));
        return written;
    }
    (void)recordWhatIsLeft(); // there is room again
    if (!isEachNew)
        return failure(ErrorKind::LedgerUnwritable, "the outcome of this act is recorded already");
    return {};
}

Result<> AuditLog::recordWhatIsLeft()
{
    std::vector<AuditRecord> left;
    {
        const std::lock_guard lock(m_mutex);
        left.swap(m_left);
    }
    if (left.empty())
        return {};
    // What was committed before something else failed is there already.
    auto written = AuditDatabase::open(m_file, AuditDatabase::Access::ReadOnly)
                       .and_then([&left](const std::unique_ptr<AuditDatabase>& database) {
                           return database->removeRecorded(left);
                       });
    if (written)
        written = append(left);
    if (written)
        return written;
    core::ManagementError error = std::move(written).error();
    error.detail = std::to_string(left.size()) + ": " + error.detail;
    const std::lock_guard lock(m_mutex);
    std::ranges::move(left, std::back_inserter(m_left));
    return failure(std::move(error));
}

Result<AuditRecord> AuditLog::resolve(const AuditRecord& intent, const management::Outcome& outcome)
{
    std::vector<AuditRecord> records{outcomeRecord(intent, stamped(AuditKind::Outcome), outcome)};
    return append(records).map([&records] { return std::move(records.front()); });
}

Result<> AuditLog::amend(const management::ActionRequest& act, const management::Outcome& outcome)
{
    AuditRecord sought;
    describe(sought, act);
    const auto found = AuditDatabase::open(m_file, AuditDatabase::Access::ReadOnly)
                           .and_then([&sought](const std::unique_ptr<AuditDatabase>& database) {
                               return database->newestAct(sought);
                           });
    if (!found)
        return failure(found.error());
    if (!*found || !(*found)->outcome || (*found)->outcome->outcome != QLatin1String("unknown"))
        return failure(ErrorKind::LedgerUnwritable, "no such act is on record as unknown");
    return resolve((*found)->intent, outcome).map([](const AuditRecord& /*record*/) {});
}

Result<std::vector<AuditRecord>> AuditLog::leftBehind(const std::stop_token& stop) const
{
    if (!QFileInfo::exists(m_file))
        return std::vector<AuditRecord>();
    auto database = AuditDatabase::open(m_file, AuditDatabase::Access::ReadOnly);
    if (!database)
        return failure(std::move(database.error()));
    auto open = (*database)->inFlight(stop);
    if (!open)
        return open;
    QHash<QString, bool> isOver{{m_run, false}};
    std::erase_if(*open, [&](const AuditRecord& intent) {
        auto known = isOver.find(intent.run);
        if (known == isOver.end()) {
            // That its lock can be taken proves that nobody holds it any more.
            QLockFile lock(lockFileOf(intent.run));
            lock.setStaleLockTime(0);
            known = isOver.insert(intent.run, lock.tryLock(0));
        }
        return !*known;
    });
    return open;
}

QString AuditLog::lockFileOf(const QString& run) const
{
    return m_file + QStringLiteral(".run-") + run;
}

/// Shows other programs that this one lives, before its first intent is written.
Result<> AuditLog::beginRun()
{
    if (m_runLock)
        return {};
    const QDir folder = QFileInfo(m_file).dir();
    if (const auto made = makeOwnFolder(folder.path()); !made)
        return failure(ErrorKind::LedgerUnwritable, made.error().toStdString());
    auto lock = std::make_unique<QLockFile>(lockFileOf(m_run));
    lock->setStaleLockTime(0);
    if (!lock->tryLock(0))
        return failure(ErrorKind::LedgerUnwritable,
                       QStringLiteral("nothing can be written into %1").arg(folder.path()).toStdString());
    m_runLock = std::move(lock);
    return {};
}

Result<std::int64_t> AuditLog::rotate(std::chrono::days age, const std::stop_token& stop)
{
    // A connection of its own: it is rare, and the writing thread's is that thread's.
    return AuditDatabase::open(m_file, AuditDatabase::Access::ReadWrite)
        .and_then([&](const std::unique_ptr<AuditDatabase>& database) {
            const QString before = QDateTime::currentDateTimeUtc().addDays(-age.count()).toString(Qt::ISODateWithMs);
            return database->rotate(before, stamped(AuditKind::Checkpoint), stop);
        });
}

Result<AuditVerdict> AuditLog::acknowledge(const QString& reason, const std::stop_token& stop)
{
    AuditRecord record = stamped(AuditKind::Acknowledgement);
    record.reason = reason;
    return AuditDatabase::open(m_file, AuditDatabase::Access::ReadWrite)
        .and_then([&](const std::unique_ptr<AuditDatabase>& database) { return database->acknowledge(record, stop); });
}

/// Hands the records to the writing thread, waits for the disk, and brings back their ids and hashes.
Result<> AuditLog::append(std::vector<AuditRecord>& records)
{
    std::unique_lock lock(m_mutex);
    try {
        if (!m_thread.joinable())
            m_thread = m_startThread([this](const std::stop_token& stop) { run(stop); });
    } catch (const std::system_error&) { // the next record tries again
        return failure(ErrorKind::LedgerUnwritable, core::noThread().detail);
    }
    Job job{std::move(records), std::nullopt};
    m_jobs.push_back(&job);
    m_changed.notify_all();
    m_changed.wait(lock, [&job] { return job.result.has_value(); });
    records = std::move(job.records);
    return std::move(*job.result);
}

void AuditLog::run(const std::stop_token& stop)
{
    for (;;) {
        std::deque<Job*> jobs;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [this] { return !m_jobs.empty(); });
            if (m_jobs.empty())
                break; // stopped, and nothing left to write
            jobs.swap(m_jobs);
        }
        write(jobs);
    }
    m_database.reset(); // on the thread that opened it
    m_runLock.reset();
}

/// All that came together goes into one transaction. If it cannot be written, each caller hears it.
void AuditLog::write(std::deque<Job*>& jobs)
{
    std::vector<AuditRecord> together;
    for (Job* job : jobs)
        together.insert(together.end(), std::make_move_iterator(job->records.begin()),
                        std::make_move_iterator(job->records.end()));
    const Result<> result = connect().and_then([&] { return m_database->append(together); });
    // Opened anew the next time: the disk may have room again, or the file its rights.
    if (!result)
        m_database.reset();
    const std::lock_guard lock(m_mutex);
    auto next = together.begin();
    for (Job* job : jobs) {
        for (AuditRecord& record : job->records)
            record = std::move(*next++);
        job->result = result;
    }
    m_changed.notify_all();
}

Result<> AuditLog::connect()
{
    if (m_database)
        return {};
    return beginRun()
        .and_then([this] { return AuditDatabase::open(m_file, AuditDatabase::Access::ReadWrite); })
        .map([this](std::unique_ptr<AuditDatabase>&& database) { m_database = std::move(database); });
}

} // namespace deskwarden::storage
