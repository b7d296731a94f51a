// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/seam/ManagementConnection.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <string>

namespace deskwarden::desk {

/// Runs the staged test of a connection on a thread of its own. Thread: GUI. Blocks: the destructor takes up to 200 ms.
/// Fails: where no thread can be started, the first stage says so.
class ProbeRun final : public QObject
{
    Q_OBJECT

public:
    explicit ProbeRun(QObject* parent = nullptr, core::StartThread start = core::startThread);
    ~ProbeRun() override;

    /// Starts; a run that is under way is cancelled first, and nothing more is heard of it.
    void start(management::Connector connector, std::string nameSpace,
               std::chrono::milliseconds timeout = std::chrono::seconds(60));
    /// Ends the run: finished(false) follows.
    void cancel();
    [[nodiscard]] bool isRunning() const;

signals:
    void stagePassed(const deskwarden::management::StageReport& report); ///< each stage, failed ones too
    void finished(bool isUsable);

private:
    class Run;
    void takeNews();
    const core::StartThread m_startThread;
    std::unique_ptr<Run> m_run;
};

} // namespace deskwarden::desk
