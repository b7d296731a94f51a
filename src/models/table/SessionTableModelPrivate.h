// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ActNotes.h"
#include "models/table/Arrangement.h"
#include "models/table/ArrangeWorker.h"
#include "models/table/ColumnSpec.h"
#include "models/table/SessionTableModel.h"

#include <QItemSelectionModel>
#include <QPointer>

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <vector>

namespace deskwarden::models {

/// The model's state: what was asked for, what is on the screen, and the worker that leads from one to the other.
class SessionTableModel::Private final
{
public:
    Private(SessionTableModel& model, Clock clock, const core::StartThread& startThread);

    void addSource(management::SnapshotPointer snapshot);
    void dropSource(const core::ServerId& server);
    /// Something was asked for: an arrangement is prepared, instead of the one under way.
    void askAnew();
    void startWork();
    void takeAnswer();
    /// Acts have changed what these rows show.
    void noteChange(const std::vector<int>& changed, bool isAnyGone);
    /// Their cells have changed; -1 stands for what is not on the screen.
    void emitRows(const std::vector<int>& rows);
    /// Its place on the screen; -1 if it has none.
    [[nodiscard]] int positionOf(const core::Session& session) const;
    [[nodiscard]] const Row& rowAt(int row) const { return *rows[static_cast<std::size_t>(row)]; }
    [[nodiscard]] CellSource cell(const Row& row) const;
    [[nodiscard]] QString text(const Row& row, SessionColumn shown) const;
    /// Null without such a text.
    [[nodiscard]] QString textBy(QString (*maker)(const CellSource& cell), const Row& row) const;
    [[nodiscard]] QString tip(const Row& row, SessionColumn shown) const;
    /// What the heading says: the name of its group, and how many there are.
    [[nodiscard]] QString heading(const Section& section) const;
    [[nodiscard]] QVariant sortValue(const Row& row, SessionColumn sorted) const;
    [[nodiscard]] std::int64_t nowMs() const;
    [[nodiscard]] bool isAnyWatched(bool (SessionFilter::*is)() const) const;

    SessionTableModel& q;
    const Clock now;
    std::map<core::ServerId, Source> sources;
    std::map<core::ServerId, std::shared_future<management::SeenStates>> before; ///< by an earlier run
    SessionFilter filter;
    std::shared_ptr<const WatchedFilters> watched = std::make_shared<WatchedFilters>();
    SessionColumn column = SessionColumn::User;
    Qt::SortOrder order = Qt::AscendingOrder;
    SessionGrouping grouping = SessionGrouping::None;
    std::shared_ptr<const TableNames> names = std::make_shared<TableNames>();
    ActNotes notes;

    std::shared_ptr<const Arrangement> arrangement = std::make_shared<Arrangement>();
    std::vector<const Row*> rows; ///< what the views see; differs from the arrangement only between two of its steps

    QPointer<QItemSelectionModel> selection; ///< that big changes carry along

    bool isAsked = false;
    bool isStartPosted = false;
    bool isWorking = false;
    int supersededInARow = 0;
    std::unique_ptr<ArrangeWorker> worker; // last: calls back

private:
    void apply(ArrangeResult& result);
    void applyBigChange(ArrangeSteps& steps);
    void applyRemovals(const ArrangeSteps& steps);
    void applyInsertions(const ArrangeSteps& steps, const Arrangement& next);
    void permute(Permutation& permutation);
};

} // namespace deskwarden::models
