// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/Arranger.h"

#include "core/Names.h"
#include "models/table/ArrangePlan.h"
#include "models/table/CellTexts.h"
#include "models/table/ColumnSpec.h"
#include "models/table/RowFacts.h"
#include "models/table/RowMatcher.h"
#include "models/table/SessionCounter.h"
#include "models/table/SessionGroups.h"
#include "models/table/UsersOnSeveral.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace deskwarden::models {

namespace {

/// The key of a row with nothing in the sorted column. Such rows come last in either order, so that a list by user
/// starts with users.
constexpr std::uint64_t nothing = ~std::uint64_t{0};

/// Signed numbers as unsigned ones in the same order.
constexpr std::uint64_t inOrder(std::int64_t key)
{
    return static_cast<std::uint64_t>(key) ^ (std::uint64_t{1} << 63);
}

/// The hosts that no other host shares its short name with.
std::vector<bool> haveShortNames(const std::vector<Group>& hosts)
{
    std::map<std::string, std::set<std::string_view>>
        namesOf; // whole names by short ones; two brokers may list one host
    for (const Group& host : hosts)
        namesOf[host.folded.substr(0, shortHostLength(host.folded))].insert(host.folded);
    std::vector<bool> isShort;
    isShort.reserve(hosts.size());
    for (const Group& host : hosts)
        isShort.push_back(namesOf[host.folded.substr(0, shortHostLength(host.folded))].size() == 1);
    return isShort;
}

std::string foldedText(const core::SharedString& text)
{
    return core::lowered(text.view());
}

/// A total order among sessions with the same key.
bool isBeforeAtKey(const core::Session& left, const core::Session& right)
{
    const auto parts = [](const core::Session& session) {
        return std::tuple(foldedText(session.userName), foldedText(session.domainName), foldedText(session.vmName));
    };
    return parts(left) < parts(right);
}

bool isWhole(management::SnapshotHealth health) noexcept
{
    return health == management::SnapshotHealth::Fresh || health == management::SnapshotHealth::Stale;
}

bool isSameList(const std::vector<Source>& left, const std::vector<Source>& right)
{
    return std::ranges::equal(left, right, {}, &Source::snapshot, &Source::snapshot);
}

const RowNote* findNote(const RowNotes& notes, std::uint64_t row)
{
    const auto found = std::ranges::lower_bound(notes, row, {}, &RowNote::row);
    return found != notes.end() && found->row == row ? &*found : nullptr;
}

/// A row thought gone is shown again once a list says so that cannot have been under way when it went.
bool isStillGone(const RowNote& note, const Source& source)
{
    if (!note.isGone)
        return false;
    const std::uint64_t sequence = source.snapshot->sequence;
    const bool isLater = sequence < note.goneSequence || sequence >= note.goneSequence + 2;
    return !isLater || source.seenMs <= note.goneMs;
}

/// What an earlier run has seen of it counts, if it is in the same state again.
void recall(Row& row, const management::SeenStates& before)
{
    const auto known = before.find(management::sessionIdentity(*row.session));
    if (known == before.end() || known->second.state != row.session->state || known->second.sinceMs >= row.sinceMs)
        return;
    row.sinceMs = known->second.sinceMs;
    row.seen = Seen::WithGaps;
}

struct WatchedCount
{
    RowMatcher matcher;
    std::size_t by; ///< WatchedBy
    std::size_t count = 0;
};

std::vector<WatchedCount> watchedCounts(const ArrangeRequest& request, const RowSet& set)
{
    std::vector<WatchedCount> counts;
    for (std::size_t by = 0; by < request.watched->size(); ++by) {
        for (const SessionFilter& filter : request.watched->at(by))
            counts.push_back({RowMatcher(filter, set, *request.names, request.nowMs), by});
    }
    return counts;
}

} // namespace

Arranger::Arranger(const QLocale& locale)
    : m_collator(naturalCollator(locale))
    , m_ranks(m_collator)
    , m_domainRanks(m_collator)
    , m_grouper(m_collator)
{}

std::optional<ArrangeResult> Arranger::arrange(const ArrangeRequest& request, const Stop& isStopped)
{
    ArrangeResult result;
    const Arrangement& base = *request.base;
    auto next = std::make_shared<Arrangement>();
    next->rowSet = rowSetFor(request);
    if (isStopped())
        return std::nullopt;
    const RowSet& set = *next->rowSet;

    std::vector<const RowNote*> notes(request.notes->empty() ? 0 : set.rows.size());
    for (std::size_t i = 0; i < notes.size(); ++i)
        notes[i] = findNote(*request.notes, set.rows[i].id);
    const RowMatcher matcher(request.filter, set, *request.names, request.nowMs);
    std::vector<WatchedCount> watched = watchedCounts(request, set);
    SessionCounter counter(set);
    std::vector<std::uint32_t> shown;
    shown.reserve(set.rows.size());
    const QString none;
    for (std::uint32_t i = 0; i < set.rows.size(); ++i) {
        const RowNote* note = notes.empty() ? nullptr : notes[i];
        if (note && isStillGone(*note, set.sources[set.rows[i].source]))
            continue;
        if (note && note->isGone) {
            result.revealed.push_back(note->row);
            note = notes[i] = nullptr; // what was said of it no longer holds
        }
        const bool isStuck = (note && note->isStuck) || isStuckState(set.rows[i], request.nowMs);
        const bool isInPlace = matcher.isInPlace(set.rows[i], note ? note->text : none, isStuck);
        counter.add(set.rows[i], isStuck, isInPlace);
        for (WatchedCount& each : watched)
            each.count += each.matcher.matches(set.rows[i], note ? note->text : none, isStuck) ? 1U : 0U;
        if (isInPlace && matcher.matchesMarks(set.rows[i], isStuck))
            shown.push_back(i);
        if (i % 8192 == 0 && isStopped())
            return std::nullopt;
    }
    next->counts = counter.counts(shown.size());
    for (const WatchedCount& each : watched)
        next->counts.watched.at(each.by).push_back(each.count);

    std::vector<SortItem> items = sortKeys(request, set, shown, notes, isStopped);
    if (isStopped() || items.size() != shown.size())
        return std::nullopt;
    RowGrouper::Groups groups = m_grouper.groupsOf(request, set, shown, isStopped);
    if (isStopped())
        return std::nullopt;
    for (std::size_t i = 0; i < groups.ofRow.size(); ++i)
        items[i].group = groups.ofRow[i];
    std::sort(items.begin(), items.end());
    place(items, std::move(groups.keys), request.grouping, *next);
    result.steps = planSteps(base, *next);
    result.dropped = droppedNotes(*request.notes, base, *next);
    result.arrangement = std::move(next);
    return result;
}

/// Rows in their order, each group below its heading; without keys there are no headings.
void Arranger::place(const std::vector<SortItem>& items, std::vector<std::string> keys, SessionGrouping grouping,
                     Arrangement& next)
{
    const RowSet& set = *next.rowSet;
    next.sections.reserve(keys.size()); // `visible` points into it
    next.visible.reserve(items.size() + keys.size());
    next.positionOf.assign(set.rows.size(), noRow);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const Row* const row = &set.rows[items[i].row];
        if (!keys.empty()) {
            if (i == 0 || items[i].group != items[i - 1].group) {
                next.sectionPlaces.push_back(static_cast<std::uint32_t>(next.visible.size()));
                next.visible.push_back(&next.sections.emplace_back(row, std::move(keys[items[i].group]), grouping));
                next.sections.back().isServerTold = set.sources.size() > 1;
            }
            ++next.sections.back().sessions;
        }
        next.positionOf[items[i].row] = static_cast<std::uint32_t>(next.visible.size());
        next.visible.push_back(row);
    }
}

std::shared_ptr<const RowSet> Arranger::rowSetFor(const ArrangeRequest& request)
{
    const RowSet& before = *request.base->rowSet;
    if (isSameList(before.sources, request.sources))
        return request.base->rowSet;
    auto set = std::make_shared<RowSet>();
    set->sources = request.sources;
    addRows(*set);
    sortBase(*set);
    set->buildIndex();
    carryOver(*set, before);
    noteChanges(*set, before);
    markUsersOnSeveral(*set);
    return set;
}

void Arranger::addRows(RowSet& set)
{
    SessionGroups hosts(set.hosts, SessionGroups::Case::Ignored);
    SessionGroups collections(set.collections, SessionGroups::Case::Kept);
    std::size_t sessions = 0;
    for (const Source& source : set.sources)
        sessions += source.snapshot->sessions.size();
    set.rows.reserve(sessions);
    for (std::size_t source = 0; source < set.sources.size(); ++source) {
        const management::SessionFacts* const facts = set.sources[source].snapshot->facts.get();
        for (const core::Session& session : set.sources[source].snapshot->sessions) {
            Row row;
            row.session = &session;
            row.list = set.sources[source].snapshot.get();
            row.source = static_cast<std::uint16_t>(source);
            row.fact = facts ? facts->find(session) : nullptr;
            row.host = hosts.indexOf(row.source, session.key.vmHostName);
            row.collection = collections.indexOf(row.source, session.collectionId);
            set.rows.push_back(row);
        }
    }
    const std::vector<bool> isShort = haveShortNames(set.hosts);
    for (Row& row : set.rows)
        row.hasShortHost = isShort[row.host];
    set.hostOrder = groupOrder(set.hosts);
    set.collectionOrder = groupOrder(set.collections);
}

std::vector<std::uint32_t> Arranger::groupOrder(const std::vector<Group>& groups) const
{
    std::vector<NaturalKey> keys;
    keys.reserve(groups.size());
    for (const Group& group : groups)
        keys.emplace_back(m_collator, QString::fromStdString(group.folded));
    std::vector<std::uint32_t> order(groups.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        if (groups[left].source != groups[right].source)
            return groups[left].source < groups[right].source;
        if (const int compared = keys[left].compare(keys[right]); compared != 0)
            return compared < 0;
        return groups[left].folded < groups[right].folded;
    });
    return order;
}

void Arranger::sortBase(RowSet& set) const
{
    std::vector<std::uint64_t> rankOf(set.hosts.size());
    for (std::size_t rank = 0; rank < set.hostOrder.size(); ++rank)
        rankOf[set.hostOrder[rank]] = rank;
    std::vector<SortItem> items(set.rows.size());
    for (std::uint32_t i = 0; i < items.size(); ++i)
        items[i] = {rankOf[set.rows[i].host] << 32 | set.rows[i].session->key.sessionId, i};
    std::sort(items.begin(), items.end());
    std::vector<Row> sorted;
    sorted.reserve(items.size());
    for (std::size_t first = 0; first < items.size();) {
        std::size_t end = first + 1;
        while (end < items.size() && items[end].key == items[first].key)
            ++end;
        const auto begin = static_cast<std::ptrdiff_t>(sorted.size());
        for (std::size_t i = first; i < end; ++i)
            sorted.push_back(set.rows[items[i].row]);
        if (end - first > 1) {
            // Two users under one key, or the same twice: the provider's slip. The same one is shown once.
            const auto tied = sorted.begin() + begin;
            std::stable_sort(tied, sorted.end(), [](const Row& left, const Row& right) {
                return isBeforeAtKey(*left.session, *right.session);
            });
            const auto twice = std::unique(tied, sorted.end(), [](const Row& left, const Row& right) {
                return core::isSameOccupant(*left.session, *right.session);
            });
            sorted.erase(twice, sorted.end());
        }
        first = end;
    }
    set.rows = std::move(sorted);
}

void Arranger::carryOver(RowSet& set, const RowSet& before)
{
    // A session is new if a whole list came before without it; those of the first list may have been there for long.
    std::vector<bool> wasListed;
    for (const Source& source : set.sources) {
        wasListed.push_back(std::ranges::any_of(before.sources, [&source](const Source& old) {
            return old.snapshot->server == source.snapshot->server && isWhole(old.snapshot->health);
        }));
    }
    for (Row& row : set.rows) {
        const Source& source = set.sources[row.source];
        const std::uint32_t known = before.find(*row.session);
        if (known == noRow) {
            row.id = ++m_lastId;
            row.sinceMs = source.seenMs;
            row.seen = wasListed[row.source] ? Seen::Exactly : Seen::AtLeast;
            if (row.seen == Seen::AtLeast && source.before.valid())
                recall(row, source.before.get());
            continue;
        }
        const Row& old = before.rows[known];
        const bool isSameState = old.session->state == row.session->state;
        row.id = old.id;
        row.sinceMs = isSameState ? old.sinceMs : source.seenMs;
        row.seen = isSameState ? old.seen : Seen::Exactly;
    }
}

/// What is told of sessions whose server has listed all of them before and now.
void Arranger::noteChanges(RowSet& set, const RowSet& before)
{
    const auto note = [&set](SessionChange change) {
        if (set.changes.size() < mostChanges)
            set.changes.push_back(std::move(change));
    };
    // By source, in either set: the other list of its server, if both are whole and not the same.
    const auto counterparts = [](const std::vector<Source>& sources, const std::vector<Source>& others) {
        std::vector<const Source*> found;
        for (const Source& source : sources) {
            const auto other = std::ranges::find_if(others, [&source](const Source& each) {
                return each.snapshot->server == source.snapshot->server && each.snapshot != source.snapshot &&
                       isWhole(each.snapshot->health);
            });
            found.push_back(other != others.end() && isWhole(source.snapshot->health) ? &*other : nullptr);
        }
        return found;
    };
    const std::vector<const Source*> older = counterparts(set.sources, before.sources);
    const std::vector<const Source*> newer = counterparts(before.sources, set.sources);
    for (const Row& row : set.rows) {
        if (older[row.source] == nullptr)
            continue;
        const std::uint32_t known = before.find(*row.session);
        const std::int64_t timeMs = set.sources[row.source].seenMs;
        if (known == noRow)
            note({timeMs, ChangeKind::Appeared, *row.session, {}});
        else if (before.rows[known].session->state != row.session->state)
            note({timeMs, ChangeKind::NewState, *row.session, before.rows[known].session->state});
    }
    for (const Row& row : before.rows) {
        if (newer[row.source] != nullptr && set.find(*row.session) == noRow)
            note({newer[row.source]->seenMs, ChangeKind::Left, *row.session, {}});
    }
}

std::vector<Arranger::SortItem> Arranger::sortKeys(const ArrangeRequest& request, const RowSet& set,
                                                   const std::vector<std::uint32_t>& shown,
                                                   const std::vector<const RowNote*>& notes, const Stop& isStopped)
{
    std::vector<SortItem> items(shown.size());
    for (std::size_t i = 0; i < shown.size(); ++i)
        items[i] = {0, shown[i]};
    const auto fill = [&](const auto& keyOf) {
        for (std::size_t i = 0; i < items.size(); ++i)
            items[i].key = keyOf(set.rows[items[i].row], i);
    };
    const ColumnSpec& spec = columnSpec(request.column);
    if (spec.sortKey) {
        fill([&spec](const Row& row, std::size_t) {
            const std::optional<std::int64_t> key = spec.sortKey(row);
            return key ? inOrder(*key) : nothing;
        });
    } else if (spec.sortText || spec.sortName) {
        if (m_rankedColumn != request.column) {
            m_ranks.clear();
            m_domainRanks.clear();
            m_rankedColumn = request.column;
        }
        std::vector<bool> blank;
        const std::vector<std::uint32_t> ranks = textRanks(request, set, shown, blank, isStopped);
        std::vector<std::uint32_t> then;
        if (spec.sortThen) {
            std::vector<const core::SharedString*> texts;
            texts.reserve(shown.size());
            for (const std::uint32_t row : shown)
                texts.push_back(&spec.sortThen(set.rows[row]));
            then = m_domainRanks.ranksOf(texts, isStopped);
        }
        if (ranks.size() != shown.size())
            return {};
        fill([&](const Row&, std::size_t i) {
            return std::uint64_t{ranks[i]} << 32 | (then.size() == shown.size() ? then[i] : 0);
        });
        for (std::size_t i = 0; i < blank.size(); ++i) {
            if (blank[i])
                items[i].key = nothing;
        }
    } else {
        QStringList texts;
        for (const RowNote& note : *request.notes)
            texts << note.text;
        std::sort(texts.begin(), texts.end(), m_collator);
        fill([&](const Row& row, std::size_t) -> std::uint64_t {
            const RowNote* const note =
                notes.empty() ? nullptr : notes[static_cast<std::size_t>(&row - set.rows.data())];
            if (note == nullptr || note->text.isEmpty())
                return nothing;
            const auto place = std::lower_bound(texts.cbegin(), texts.cend(), note->text, m_collator);
            return static_cast<std::uint64_t>(place - texts.cbegin());
        });
    }
    if (request.order == Qt::DescendingOrder) {
        for (SortItem& item : items)
            item.key = item.key == nothing ? nothing : nothing - 1 - item.key;
    }
    return items;
}

std::vector<std::uint32_t> Arranger::textRanks(const ArrangeRequest& request, const RowSet& set,
                                               const std::vector<std::uint32_t>& shown, std::vector<bool>& blank,
                                               const Stop& isStopped)
{
    const ColumnSpec& spec = columnSpec(request.column);
    std::vector<core::SharedString> names; // by collection
    if (request.column == SessionColumn::Collection) {
        for (const Group& group : set.collections)
            names.push_back(collectionText(*request.names, set.sources[group.source].snapshot->server, group.name));
    }
    std::vector<const core::SharedString*> texts;
    texts.reserve(shown.size());
    std::vector<core::SharedString> people; // by row that is shown
    for (const std::uint32_t i : shown) {
        if (spec.sortName)
            people.push_back(spec.sortName(set.rows[i], *request.names));
        else
            texts.push_back(&spec.sortText(set.rows[i], names));
    }
    for (const core::SharedString& name : people)
        texts.push_back(&name);
    blank.reserve(texts.size());
    for (const core::SharedString* const text : texts)
        blank.push_back(text->isEmpty());
    return m_ranks.ranksOf(texts, isStopped);
}

} // namespace deskwarden::models
