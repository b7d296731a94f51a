// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Result.h"
#include "core/StartThread.h"

#include <QObject>
#include <QString>

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace deskwarden::storage {

/// Writes the program's own small files beside the window, in the order in which they were handed in. What waits for
/// its turn is replaced by what comes later for the same file. Thread: GUI; one of its own writes. Owner: the program's
/// composition; outlives the stores that it writes for. Blocks: flush() and the destructor, until the disk has
/// everything; add() only where no thread is to be had. Fails: failed() tells each file that could not be written.
class FileQueue final : public QObject
{
    Q_OBJECT

public:
    /// Runs on the other thread.
    using Write = std::function<core::Result<>()>;
    /// What came of it; on the GUI thread, later.
    using Written = std::function<void(const core::Result<>&)>;

    explicit FileQueue(core::StartThread startThread = core::startThread);
    ~FileQueue() override;

    /// `written` is called once this, or what replaced it, was written or could not be, if the queue is still there.
    void add(const QString& file, Write write, Written written = {});
    /// Waits until all is written. Fails: as the last file that could not be written since the last flush.
    core::Result<> flush();

signals:
    void failed(const deskwarden::core::ManagementError& error);

private:
    struct Job
    {
        QString file;
        Write write;
        std::vector<Written> written;
    };

    [[nodiscard]] bool startWriter();
    void work(const std::stop_token& stop);
    void carryOut(const Job& job);

    const core::StartThread m_startThread;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Job> m_jobs;                           // guarded by m_mutex, as is all that follows
    bool m_isWriting = false;                         // what has left the queue is on its way to the disk
    std::optional<core::ManagementError> m_lastError; // since the last flush
    std::jthread m_writer;                            // last: uses all above
};

} // namespace deskwarden::storage
