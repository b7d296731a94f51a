// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/activity/ActivityModel.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace deskwarden::models {

/// All acts that a person confirmed together, and what has become of them.
struct ActivityBatch
{
    std::uint64_t id = 0;
    management::ActionKind kind = management::ActionKind::Logoff; ///< messages that go before acts do not count
    std::size_t acts = 0;                                         ///< of that kind
    std::size_t lines = 0;                                        ///< all of them
    std::size_t finished = 0;
    std::array<std::size_t, 8> outcomes{}; ///< lines by management::OutcomeKind
    std::chrono::system_clock::time_point begun;
    std::chrono::system_clock::time_point last; ///< step of any of them
    std::string reason;

    [[nodiscard]] std::size_t endedAs(management::OutcomeKind outcome) const
    {
        return outcomes.at(static_cast<std::size_t>(outcome));
    }
    [[nodiscard]] bool isOver() const noexcept { return finished == lines; }
};

/// "Log off 54 sessions"
[[nodiscard]] QString batchTitle(const ActivityBatch& batch);
/// "15 failed, 24 done"
[[nodiscard]] QString batchOutcomes(const ActivityBatch& batch);

/// The acts of an ActivityModel by batches, the newest first: a head for each, below it, while it is open, its acts;
/// what failed comes first. Only the newest is open until a person opens or shuts one. Order and numbers follow a
/// moment after the acts, the cells at once. Thread: GUI. Owner: outlived by the model of acts.
class ActivityBatches final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        HeadRole = Qt::UserRole + 100, ///< bool: the row is the head of a batch; its text is in the first column
        OpenRole,                      ///< bool, of a head
        BatchRole,                     ///< the batch's id, qulonglong
    };

    explicit ActivityBatches(ActivityModel& acts, QObject* parent = nullptr);

    [[nodiscard]] ActivityModel& acts() const noexcept { return m_acts; }
    /// Only acts that ended so are shown; nothing: all.
    void setFilter(std::optional<management::OutcomeKind> outcome);
    void toggle(std::uint64_t batch);
    /// Newest first.
    [[nodiscard]] const std::vector<ActivityBatch>& batches() const noexcept { return m_batches; }
    /// Null if there is none (any more).
    [[nodiscard]] const ActivityBatch* find(std::uint64_t batch) const;
    /// The row of the act in the ActivityModel; -1 for a head.
    [[nodiscard]] int lineAt(int row) const;
    [[nodiscard]] std::uint64_t batchAt(int row) const;
    /// The rows in the ActivityModel of all acts of a batch that fit the filter, in the order in which they are shown.
    [[nodiscard]] std::vector<int> linesOf(std::uint64_t batch) const;
    /// The acts of a batch that failed, and nothing else.
    [[nodiscard]] std::vector<management::ActionRequest> failedOf(std::uint64_t batch) const;
    /// Puts everything in order now.
    void arrange();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

signals:
    /// Rows have come, gone or moved; heads may be elsewhere.
    void arranged();

private:
    /// A head has no act.
    struct Entry
    {
        std::uint64_t batch = 0;
        std::uint64_t act = 0; ///< 0: the head
        int line = -1;
        friend bool operator==(const Entry&, const Entry&) = default;
    };
    struct EntryHash
    {
        std::size_t operator()(const Entry& entry) const noexcept
        {
            return std::hash<std::uint64_t>()(entry.batch * 0x9E3779B97F4A7C15U + entry.act);
        }
    };
    void arrangeAnew();
    void arrangeSoon();
    void takeOutAndIn(const std::vector<Entry>& next);
    void passOn(int first, int last);
    void countBatches();
    [[nodiscard]] std::vector<Entry> wanted() const;
    void permute(std::vector<Entry> next);
    void numberLines();
    [[nodiscard]] bool isOpen(std::uint64_t batch) const;
    [[nodiscard]] bool fits(int line) const;
    [[nodiscard]] QString headText(const ActivityBatch& batch) const;

    ActivityModel& m_acts;
    std::optional<management::OutcomeKind> m_filter;
    std::vector<ActivityBatch> m_batches;
    std::unordered_map<std::uint64_t, std::size_t> m_batchAt; ///< in m_batches
    std::unordered_map<std::uint64_t, bool> m_toggled;        ///< by a person: whether it is open
    std::vector<Entry> m_entries;
    std::vector<int> m_rowOfLine; ///< -1 where it is not shown
    bool m_isSetChanged = true;   ///< rows may come or go
    QTimer m_soon;
};

} // namespace deskwarden::models
