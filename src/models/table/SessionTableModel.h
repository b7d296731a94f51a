// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "core/StartThread.h"
#include "management/seam/Action.h"
#include "management/sessions/SeenStates.h"
#include "management/sessions/SessionSnapshot.h"
#include "models/table/PersonNames.h"
#include "models/table/RowRange.h"
#include "models/table/ServerNames.h"
#include "models/table/SessionChange.h"
#include "models/table/SessionColumn.h"
#include "models/table/SessionCounts.h"
#include "models/table/SessionDetails.h"
#include "models/table/SessionFilter.h"
#include "models/table/SessionGrouping.h"
#include "models/table/SessionNow.h"
#include "models/table/WatchedFilters.h"

#include <QAbstractTableModel>
#include <QItemSelectionModel>
#include <QString>

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace deskwarden::models {

class FrozenTable;

/// The sessions of all servers, filtered and sorted: rows are what is visible, in order. No proxy is needed above it.
/// Thread: GUI; a worker thread of its own prepares every change against immutable snapshots, and the GUI thread only
/// applies it: at most one insertion, one permutation, one removal, and the changed ranges. A newer snapshot, filter or
/// sort supersedes the one in work. Owner: the window. Blocks: never; the destructor waits for the worker's next
/// checkpoint.
class SessionTableModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1,
        PaintedRole, ///< QString: what people see, where that is shorter than what is copied and read aloud; else null
        MutedRole,   ///< QString: what is painted more quietly behind it; null if nothing is
        StateRole,   ///< core::ConnectState as uint
        ProblemRole, ///< QString: the failure that stands on the row with its code and next step; empty if none
        StaleRole,   ///< bool: its server could not be asked again
        BusyRole,    ///< bool: an act on it is under way
        IsGhostRole, ///< bool: it is probably a ghost
        GhostRole,   ///< QString: why it is probably a ghost; empty if it is none
        SectionRole, ///< QString: what a heading says, in all its columns; null in rows of sessions
    };
    using Clock = std::function<std::chrono::system_clock::time_point()>;

    explicit SessionTableModel(Clock now, QObject* parent = nullptr,
                               const core::StartThread& startThread = core::startThread);
    ~SessionTableModel() override;

    // --- what is shown
    void applySnapshot(management::SnapshotPointer snapshot);
    void removeServer(const core::ServerId& server);
    /// Collections are shown by the name that people know, where one is known for the id of a session.
    void setCollectionNames(const core::ServerId& server, const std::map<std::string, std::string>& nameById);
    /// Users are shown with their full names, too, where a directory tells them.
    void setPersonNames(const core::ServerId& server, PersonNamesPointer names);
    [[nodiscard]] const PeopleOfServers& personNames() const;
    /// Whether any name is known.
    [[nodiscard]] bool hasPersonNames() const;
    /// What people call the servers that are connected.
    void setServerNames(ServerNames servers);
    [[nodiscard]] const ServerNames& serverNames() const;
    [[nodiscard]] QString serverName(const core::ServerId& server) const;
    [[nodiscard]] QString collectionName(const core::ServerId& server, const core::SharedString& id) const;
    void setFilter(SessionFilter filter);
    [[nodiscard]] const SessionFilter& filter() const;
    /// Filters of which it shall be counted how many sessions they would show; each costs a look at every session.
    void setWatched(WatchedBy by, std::vector<SessionFilter> filters);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    [[nodiscard]] int sortColumn() const;
    [[nodiscard]] Qt::SortOrder sortOrder() const;
    /// Puts the rows together under headings, each of which is a row that cannot be selected.
    void setGrouping(SessionGrouping grouping);
    [[nodiscard]] SessionGrouping grouping() const;
    /// Tells the views that the times shown under Since have moved on. To be called about once a minute.
    void refreshTimes();

    // --- what was seen before
    /// What an earlier run has seen of a server's sessions; to be said before its first list. It is read on the
    /// arranging thread, once, when that list comes.
    void recallStates(const core::ServerId& server, std::function<management::SeenStates()> read);
    /// What is to be said to a later run: of sessions that nobody uses, so many at most.
    [[nodiscard]] management::SeenStates seenStates(const core::ServerId& server, std::size_t most) const;

    // --- acts: a row follows what becomes of it, until a newer list or a newer act
    void noteSubmitted(std::span<const management::ActionRequest> requests);
    void noteReports(std::span<const management::ActionReport> reports);

    /// Carries the rows selected there over big changes itself, which is much quicker than the selection model's own
    /// way once tens of thousands are selected. Selected rows that go are then announced by a selectionChanged()
    /// without ranges. For a table's own selection model, which selects whole rows; null ends it.
    void followSelection(QItemSelectionModel* selection);

    // --- questions
    /// Whether the row is a heading. It has no session: what is asked of it is answered as of nobody's.
    [[nodiscard]] bool isSection(int row) const;
    /// The rows of the group that a row or a heading belongs to, without the heading; all rows if there are no groups.
    [[nodiscard]] RowRange groupAround(int row) const;
    /// The first row of a session at or below this one; -1 if there is none.
    [[nodiscard]] int sessionRowFrom(int row) const;
    /// How many sessions are selected. Quick for any selection whose ranges do not overlap, as those of views.
    [[nodiscard]] int sessionCountIn(const QItemSelection& selection) const;
    /// Valid until control returns to the event loop.
    [[nodiscard]] const core::Session& sessionAt(int row) const;
    /// The sessions of all selected rows in table order, each once. Walks the ranges: quick for any selection.
    [[nodiscard]] std::vector<core::Session> sessionsIn(const QItemSelection& selection) const;
    /// The row that shows this session now (same key, user, domain, VM); -1 if none does.
    [[nodiscard]] int rowOf(const core::Session& session) const;
    /// What has become of a session that was chosen, whatever the filter shows. Nothing: its server has no whole list.
    [[nodiscard]] std::optional<SessionNow> nowOf(const core::Session& session) const;
    /// The last finished act on the row's session; nothing if there was none.
    [[nodiscard]] std::optional<management::Outcome> outcomeAt(int row) const;
    /// Everything that is known of the row's session, worded.
    [[nodiscard]] std::vector<SessionDetail> detailsAt(int row) const;
    /// What is shown now, for another thread to write down.
    [[nodiscard]] FrozenTable frozen() const;
    [[nodiscard]] const SessionCounts& counts() const;
    /// Whether an act on a session that is listed has something to tell under Last result.
    [[nodiscard]] bool hasResults() const;
    /// The program speaks another language: says everything anew, and arranges by the new words.
    void retranslate();
    /// Something was asked for that is not on the screen yet; arranged() follows.
    [[nodiscard]] bool isBusy() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// Rows are about to move, come or go; arranged() follows in the same turn. Removed rows leave from the table's
    /// end, so a view switches its autoScroll off in between, or it would jump there with a vanished current row.
    void aboutToArrange();
    /// Everything asked for up to now is on the screen, unless isBusy().
    void arranged();
    void countsChanged();
    /// What newer lists show that was otherwise in the lists before; in no order.
    void changed(const std::vector<deskwarden::models::SessionChange>& changes);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace deskwarden::models
