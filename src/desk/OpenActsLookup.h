// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "management/seam/Action.h"
#include "management/seam/ManagementConnection.h"

#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace deskwarden::desk {

/// Looks up on one server what became of acts that a killed program left in flight, on a thread of its own.
/// Where no thread can be started, every act is told as unknown. Thread: GUI; `record` is called on the lookup's
/// thread. Blocks: the destructor, up to 200 ms.
class OpenActsLookup final : public QObject
{
    Q_OBJECT

public:
    using Record = std::function<void(const management::ActionRequest& act, const management::Outcome& outcome)>;

    /// Only what was looked at is recorded; an act into which nobody could look is reported as unknown and stays open.
    OpenActsLookup(management::Connector connector, std::string nameSpace, std::chrono::milliseconds timeout,
                   std::vector<management::ActionRequest> acts, Record record, QObject* parent = nullptr,
                   const core::StartThread& start = core::startThread);
    ~OpenActsLookup() override;

signals:
    /// One Finished report for each act, several at once.
    void reportsArrived(const std::vector<deskwarden::management::ActionReport>& reports);
    void finished();

private:
    class Run;
    void takeReports();

    std::unique_ptr<Run> m_run;
};

} // namespace deskwarden::desk
