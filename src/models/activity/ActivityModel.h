// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "management/seam/Action.h"
#include "models/table/ServerNames.h"

#include <QAbstractTableModel>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// In the order in which they are shown: what became of it comes first.
enum class ActivityColumn {
    Result,
    User,
    VirtualMachine,
    Code,
    Explanation,
    Session,
    Action,
    Time,
    NextStep,
};
inline constexpr int activityColumnCount = 9;

/// How far all acts of the table are.
struct ActivityProgress
{
    std::size_t total = 0;
    std::size_t finished = 0;
    std::size_t good = 0;    ///< Done, AlreadyGone
    std::size_t bad = 0;     ///< StillSigningOut, Skipped, Failed, Cancelled
    std::size_t unknown = 0; ///< Unknown
    friend bool operator==(const ActivityProgress&, const ActivityProgress&) = default;
};

/// The acts whose users have been told, and which wait.
struct Countdown
{
    std::size_t waiting = 0;
    std::chrono::milliseconds next{0}; ///< until the first of them is due
    friend bool operator==(const Countdown&, const Countdown&) = default;
};

/// One line per act, in the order in which they were asked for. Thread: GUI.
class ActivityModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1,
        OutcomeRole, ///< management::OutcomeKind as int; invalid while it runs
        PhaseRole,   ///< management::ActionPhase as int
        IdRole,      ///< the request's id, qulonglong
    };
    using Clock = std::function<std::chrono::system_clock::time_point()>;

    explicit ActivityModel(Clock now, QObject* parent = nullptr);

    /// An act that has a line already keeps it.
    void add(std::span<const management::ActionRequest> requests);
    void apply(std::span<const management::ActionReport> reports);
    /// What looking again has found about acts whose outcome was unknown; every other outcome stays.
    void amend(std::span<const management::ActionReport> reports);
    /// What people call the servers. One that is not told of any more keeps the name that it had.
    void setServerNames(const ServerNames& names);
    [[nodiscard]] QString serverName(const core::ServerId& server) const;
    /// Drops the lines of finished acts.
    void clearFinished();

    [[nodiscard]] const management::ActionRequest& requestAt(int row) const;
    /// The phase is Finished when the outcome is final.
    [[nodiscard]] management::ActionPhase phaseAt(int row) const;
    [[nodiscard]] const management::Outcome& outcomeAt(int row) const;
    [[nodiscard]] const ActivityProgress& progress() const { return m_progress; }
    /// How many acts have ended in this way.
    [[nodiscard]] std::size_t finishedAs(management::OutcomeKind kind) const
    {
        return m_outcomes.at(static_cast<std::size_t>(kind));
    }
    [[nodiscard]] Countdown countdown() const;
    /// To be called once a second: tells views that the time left has changed, and for how long a call is silent.
    void countDown();
    /// When it was asked for, and when its last step was told.
    [[nodiscard]] std::chrono::system_clock::time_point askedAt(int row) const;
    [[nodiscard]] std::chrono::system_clock::time_point timeAt(int row) const;
    /// The acts whose outcome is unknown.
    [[nodiscard]] std::vector<management::ActionRequest> unknown() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    void progressChanged();
    /// The time left of those that wait, and nothing else.
    void countdownChanged();

private:
    struct Line
    {
        management::ActionRequest request;
        management::ActionReport report;
        std::chrono::system_clock::time_point time; ///< of the last step
        std::chrono::system_clock::time_point asked;

        /// For how long its call has not been answered; nothing while that is nothing unusual.
        [[nodiscard]] std::optional<std::chrono::seconds> silence(std::chrono::system_clock::time_point now) const;

        [[nodiscard]] std::chrono::milliseconds timeLeft(std::chrono::system_clock::time_point now) const;
    };
    /// Where the session or the machine is; beside it the server as soon as there are several.
    [[nodiscard]] QString placeOf(const management::ActionRequest& request) const;
    [[nodiscard]] QString text(const Line& line, ActivityColumn column) const;
    [[nodiscard]] QVariant sortValue(const Line& line, ActivityColumn column) const;
    void count(const management::ActionReport& report);
    void emitChanged(const std::vector<int>& rows);
    [[nodiscard]] std::size_t moveFinishedToEnd();
    void tellOfNames();
    [[nodiscard]] bool areOnSeveralServers() const;

    Clock m_now;
    std::vector<Line> m_lines;
    std::unordered_map<std::uint64_t, std::size_t> m_lineOf; ///< by request id
    ServerNames m_serverNames;
    bool m_isOnSeveral = false; ///< servers: then each line tells its own
    ActivityProgress m_progress;
    std::array<std::size_t, 8> m_outcomes{}; ///< by management::OutcomeKind
    std::size_t m_told = 0;                  ///< lines whose acts wait
    std::size_t m_running = 0;               ///< lines whose calls are under way
};

} // namespace deskwarden::models
