// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/ServerProfile.h"
#include "core/StartThread.h"
#include "desk/PeopleCache.h"
#include "desk/Question.h"
#include "management/access/AccessReport.h"
#include "management/seam/ManagementConnection.h"

#include <QObject>

#include <memory>

namespace deskwarden::desk {

/// Asks one broker why a person does not get in, by a connection and on a thread of its own. Changes nothing.
/// Thread: GUI. Blocks: the destructor and start() take up to 200 ms where a question is under way.
/// Fails: with what kept the broker from being asked at all; what could not be read otherwise is not known.
class AccessRun final : public QObject
{
    Q_OBJECT

public:
    explicit AccessRun(QObject* parent = nullptr, core::StartThread start = core::startThread);
    ~AccessRun() override;

    /// Asks the broker, then the directory about the account; an answer that is still awaited is not told any more.
    void start(management::Connector connector, const core::ServerProfile& profile, management::AccessRequest request,
               DirectoryOfServer directory = std::nullopt);
    /// Ends the question: answered() follows with what was read until then, or failed() with Cancelled.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

signals:
    // One of the two ends each question.
    void answered(const deskwarden::management::AccessReport& report);
    void failed(const deskwarden::core::ManagementError& error);

private:
    using Run = Question<core::Result<management::AccessReport>>;
    void takeAnswer();

    const core::StartThread m_startThread;
    std::unique_ptr<Run> m_run;
};

} // namespace deskwarden::desk
