// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "desk/Console.h"
#include "management/acting/ActionPlan.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QWidget;

namespace deskwarden::ui {

class ConfirmationDialog;
struct MessageFirst;

/// From "do this to these sessions" over the confirmation to the console's ActDesk.
/// Thread: GUI. Owner: the window that its dialogs belong to; outlived by the console.
class ActFlow final : public QObject
{
    Q_OBJECT

public:
    ActFlow(QWidget& window, desk::Console& console);

    /// The reason that dialogs begin with until an act is confirmed: a link names its ticket. All others begin empty.
    void setReason(const QString& reason) { m_offeredReason = reason; }
    /// Opens the dialog that names who is hit. Returns at once.
    void start(management::ActionKind kind, const std::vector<core::Session>& chosen);
    /// The same for everybody who is on the host, and everybody who comes while it is drained.
    void startDrain(const core::ServerId& server, const std::string& vmHostName,
                    const std::vector<core::Session>& onHost);
    /// Asks the servers of these acts for new lists, and then opens it for those of the sessions that are still there,
    /// as they are now. One kind of act at a time.
    void retry(const std::vector<management::ActionRequest>& failed);

signals:
    /// Policy does not let it be; one sentence, or two.
    void refused(const QString& why);

private:
    [[nodiscard]] ConfirmationDialog* makeConfirmation(management::ActionPlan plan);
    void confirm(management::ActionPlan plan);
    void writeMessage(management::ActionPlan plan);
    using WavesChoice = std::optional<management::WaveOptions>; ///< nothing: all at once
    void warn(const management::ActionPlan& plan, const MessageFirst& message, const QString& reason,
              const WavesChoice& waves);
    void submit(const management::ActionPlan& plan, const management::Action& action, const QString& reason,
                const WavesChoice& waves);
    void send(const std::vector<core::Session>& recipients, const QString& title, const QString& text,
              const QString& reason, const WavesChoice& waves);
    void handOver(std::vector<management::ActionRequest> requests, const WavesChoice& waves);
    void takeList(const management::SnapshotPointer& list);
    void openRetry();
    [[nodiscard]] bool isRefused(const management::ActionPlan& plan);

    QWidget& m_window;
    desk::Console& m_console;
    const management::PlanRules& m_rules;
    QString m_offeredReason;
    /// What is to be tried again, once the lists have come.
    struct Retry
    {
        management::ActionKind kind = management::ActionKind::Logoff;
        std::vector<core::Session> sessions;
        std::map<core::ServerId, std::uint64_t> awaited; ///< servers, with the list that they had before
    };
    std::optional<Retry> m_retry;
    QTimer m_patience; ///< with those lists
};

} // namespace deskwarden::ui
