// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/acting/GracePeriod.h"
#include "management/sessions/SessionSnapshot.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <cstdint>
#include <functional>
#include <list>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace deskwarden::desk {

/// All acts whose users are told first, of all servers. It has the time; the rules are GracePeriod's. What it says
/// goes to the runners and to the list of acts; what they report comes back through take().
/// Thread: GUI. Owner: ActDesk. What still waits when it ends is never done, and no message says so.
class GraceRuns final : public QObject
{
    Q_OBJECT

public:
    using Clock = std::function<management::GracePeriod::Time()>;

    explicit GraceRuns(QObject* parent = nullptr, Clock now = std::chrono::steady_clock::now);

    void start(std::vector<management::WarnedAct> acts, const management::GraceOptions& options);
    /// Everything that the runners report.
    void take(const std::vector<management::ActionReport>& reports);
    /// Acts whose sessions a whole list has left out twice in a row have nothing left to do: people went by themselves.
    /// Once could be a gap, and the list could be older than the message.
    void look(const management::SessionSnapshot& list);
    /// Of those that wait here; who was told is told so.
    void cancel(std::span<const std::uint64_t> acts);
    void cancelAll();
    /// Something may still come of it.
    [[nodiscard]] bool isActive() const noexcept { return !m_runs.empty(); }
    [[nodiscard]] bool isWaitingOn(const core::ServerId& server) const;

signals:
    /// Messages, and acts that are due.
    void submitRequested(const std::vector<deskwarden::management::ActionRequest>& requests);
    /// Messages that need not be sent any more.
    void cancelRequested(const std::unordered_set<std::uint64_t>& requests);
    /// About acts that no runner has.
    void reportsArrived(const std::vector<deskwarden::management::ActionReport>& reports);

private:
    using Step = std::function<management::GracePeriod::Steps(management::GracePeriod&)>;
    void carryOut(const Step& step);
    void wait();

    const Clock m_now;
    std::list<management::GracePeriod> m_runs;
    /// Acts whose sessions the last list left out, with when that one was taken: it may be told more than once.
    std::unordered_map<std::uint64_t, std::chrono::system_clock::time_point> m_missed;
    QTimer m_due;
};

} // namespace deskwarden::desk
