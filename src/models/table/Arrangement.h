// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/OpenTable.h"
#include "core/Session.h"
#include "management/sessions/SeenStates.h"
#include "management/sessions/SessionSnapshot.h"
#include "models/table/PersonNames.h"
#include "models/table/RowRange.h"
#include "models/table/ServerNames.h"
#include "models/table/SessionChange.h"
#include "models/table/SessionColumn.h"
#include "models/table/SessionCounts.h"
#include "models/table/SessionFilter.h"
#include "models/table/SessionGrouping.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace deskwarden::models {

inline constexpr std::uint32_t noRow = core::OpenTable::none;

/// How well the time is known since which a session is in its state.
enum class Seen : std::uint8_t {
    AtLeast,  ///< it was so in the first list
    Exactly,  ///< the change was seen
    WithGaps, ///< it was so before the program was last closed, and is so again
};

/// One server's newest list.
struct Source
{
    management::SnapshotPointer snapshot;
    std::shared_future<management::SeenStates> before; ///< what an earlier run has seen, read by whom asks; or invalid
    std::int64_t seenMs = 0;                           ///< when its sessions were listed, milliseconds since 1970
};

/// One session, wherever it is shown. Points into its snapshot: a hundred thousand of them cost 6 MB.
struct Row
{
    const core::Session* session = nullptr;
    const management::SessionSnapshot* list = nullptr; ///< that the session stands in
    const management::SessionFact* fact = nullptr;     ///< of the list; null if there is nothing
    std::uint64_t id = 0;     ///< the same in every list, as long as the same user has the session
    std::int64_t sinceMs = 0; ///< when it was first seen in its state
    std::uint32_t host = 0;   ///< index into RowSet::hosts
    std::uint32_t collection = 0;
    std::uint16_t source = 0;
    Seen seen = Seen::AtLeast;    ///< of sinceMs
    bool hasShortHost = true;     ///< no other host is called like the first part of its host's name
    bool isUserOnSeveral = false; ///< its user has sessions on other virtual machines too
    bool isSection = false;       ///< it is a Section, and `session` is nobody's

    [[nodiscard]] bool isStale() const noexcept { return list->health == management::SnapshotHealth::Stale; }
};

/// A host or a collection of one server.
struct Group
{
    std::uint16_t source = 0;
    core::SharedString name;
    std::string folded; ///< in lower case (ASCII), by which it is told apart
};

/// All sessions of all servers in their base order (server, host in natural order, session id, user), with an index by
/// identity. Immutable once built.
struct RowSet
{
    std::vector<Source> sources; ///< by server
    std::vector<Row> rows;
    std::vector<Group> hosts;
    std::vector<Group> collections;
    std::vector<std::uint32_t> hostOrder; ///< indices of hosts in natural order
    std::vector<std::uint32_t> collectionOrder;
    std::vector<SessionChange> changes; ///< since the set before, at most mostChanges
    core::OpenTable places;             ///< over rows

    /// The index of the row with that identity; noRow if there is none.
    [[nodiscard]] std::uint32_t find(const core::Session& session) const noexcept;
    void buildIndex();
};

/// What the arranging has to know about the act on a row.
struct RowNote
{
    std::uint64_t row = 0; ///< Row::id
    QString text;          ///< as shown under Last result
    bool isStuck = false;  ///< the act is over, and it was still signing out
    bool isGone = false;   ///< the act has seen it go: not shown, until a later list insists
    std::int64_t goneMs = 0;
    std::uint64_t goneSequence = 0;
};
using RowNotes = std::vector<RowNote>; ///< by row

/// Names that do not come with the sessions.
struct TableNames
{
    std::map<core::ServerId, std::map<std::string, core::SharedString, std::less<>>> collections; ///< by alias
    ServerNames servers;
    PeopleOfServers people; ///< as the servers' directories name them
};

/// The heading above the rows of a group. It is a row of the table, but never one that can be selected or acted upon.
struct Section : Row
{
    Section(const Row* named, std::string identity, SessionGrouping by);

    const Row* first; ///< of the group, by whose values the heading is named
    std::string key;  ///< the same in every arrangement
    SessionGrouping grouping;
    bool isServerTold = false; ///< there are other servers
    std::size_t sessions = 0;
};

/// What is on the screen.
struct Arrangement
{
    std::shared_ptr<const RowSet> rowSet = std::make_shared<RowSet>();
    std::vector<const Row*> visible;
    std::vector<std::uint32_t> positionOf; ///< by index in RowSet::rows; noRow where it is not visible
    SessionCounts counts;
    std::vector<Section> sections;            ///< in order; `visible` points to them
    std::vector<std::uint32_t> sectionPlaces; ///< where they stand in `visible`

    /// How many headings stand before this place.
    [[nodiscard]] std::size_t sectionsBefore(int place) const noexcept;
};

struct ArrangeRequest
{
    std::vector<Source> sources;
    SessionFilter filter;
    std::shared_ptr<const WatchedFilters> watched = std::make_shared<WatchedFilters>();
    std::int64_t nowMs = 0;
    SessionColumn column = SessionColumn::User;
    Qt::SortOrder order = Qt::AscendingOrder;
    SessionGrouping grouping = SessionGrouping::None;
    std::shared_ptr<const TableNames> names = std::make_shared<TableNames>();
    std::shared_ptr<const RowNotes> notes = std::make_shared<RowNotes>();
    std::shared_ptr<const Arrangement> base = std::make_shared<Arrangement>();
};

struct ChangedCells
{
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;
};

/// A permutation of rows: target[old row] = new row. Empty = none.
struct Permutation
{
    std::vector<int> target;
    std::vector<const Row*> rows; ///< in the new order
};

/// The way from one arrangement to the next, ready to be applied: either a few plain removals and insertions, or at
/// most one insertion at the end, one permutation and one removal at the end; then the changed cells.
struct ArrangeSteps
{
    std::vector<RowRange> removals;    ///< from the last to the first, each before the next
    std::vector<RowRange> insertions;  ///< from the first to the last, in final rows
    std::vector<const Row*> appended;  ///< come first, at the end
    Permutation settle;                ///< brings all rows to their places, and those that leave to the end
    int removed = 0;                   ///< leave last, from the end
    std::vector<ChangedCells> changed; ///< in final rows
    [[nodiscard]] bool isStructural() const
    {
        return !removals.empty() || !insertions.empty() || removed > 0 || !appended.empty() || !settle.target.empty();
    }
};

struct ArrangeResult
{
    std::shared_ptr<const Arrangement> arrangement;
    ArrangeSteps steps;
    std::vector<std::uint64_t> dropped;  ///< notes whose row exists no more
    std::vector<std::uint64_t> revealed; ///< notes of rows that were thought gone and are listed again
};

} // namespace deskwarden::models
