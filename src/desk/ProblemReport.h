// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/StartThread.h"
#include "desk/Conversations.h"
#include "desk/Question.h"
#include "management/acting/Policy.h"
#include "models/log/LogEntry.h"
#include "storage/Preferences.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace deskwarden::desk {

/// What a report tells of the console itself.
struct ReportFacts
{
    QString program;          ///< name and version
    QStringList surroundings; ///< one line each: system, platform, language
    QStringList settings;
    std::vector<core::ServerProfile> servers; ///< that are connected
    std::vector<models::LogEntry> log;
    QString conversationWith; ///< which of them, as "server 2"; empty = none
};

/// The settings without what somebody has typed: of texts only whether there is one. Policy likewise.
[[nodiscard]] QStringList settingLines(const storage::Preferences& preferences, const management::Policy& policy);
/// All but the conversation, without a name, an address or a path.
[[nodiscard]] QString reportHead(const ReportFacts& facts);

/// Puts a report together for those who mend the program: head, log, and the conversation with one broker, if one is
/// wanted, on a thread of its own. It goes nowhere by itself.
/// Thread: GUI. Blocks: the destructor and cancel() take up to 200 ms. Fails: where no thread can be started, the
/// report says so.
class ProblemReport final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::size_t logLines = 300; ///< the last ones

    explicit ProblemReport(QObject* parent = nullptr, core::StartThread start = core::startThread);
    ~ProblemReport() override;

    /// Begins; finished() follows, unless it is cancelled.
    void start(ReportFacts facts, std::optional<ConversationRun> conversation);
    /// Nothing more is heard of it.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_run != nullptr; }

signals:
    void finished(const QByteArray& report);

private:
    using Run = Question<QByteArray>;
    void takeReport();

    const core::StartThread m_startThread;
    std::unique_ptr<Run> m_run;
};

} // namespace deskwarden::desk
