// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModel.h"

#include "management/seam/ActionSpec.h"
#include "models/table/CellTexts.h"
#include "models/table/FactTexts.h"
#include "models/table/FrozenTable.h"
#include "models/table/RowFacts.h"
#include "models/table/RowMatcher.h"
#include "models/table/SessionTableModelPrivate.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <algorithm>
#include <future>
#include <utility>

namespace deskwarden::models {

SessionTableModel::SessionTableModel(Clock now, QObject* parent, const core::StartThread& startThread)
    : QAbstractTableModel(parent)
    , m_private(std::make_unique<Private>(*this, std::move(now), startThread))
{}

SessionTableModel::~SessionTableModel() = default;

void SessionTableModel::applySnapshot(management::SnapshotPointer snapshot)
{
    if (snapshot != nullptr)
        m_private->addSource(std::move(snapshot));
}

void SessionTableModel::removeServer(const core::ServerId& server)
{
    m_private->dropSource(server);
}

void SessionTableModel::setCollectionNames(const core::ServerId& server,
                                           const std::map<std::string, std::string>& nameById)
{
    auto names = std::make_shared<TableNames>(*m_private->names);
    auto& known = names->collections[server];
    auto before = std::exchange(known, {});
    for (const auto& [id, name] : nameById)
        known.emplace(id, core::SharedString(name));
    if (known == before)
        return; // they come with every list
    m_private->names = std::move(names);
    const int column = static_cast<int>(SessionColumn::Collection);
    if (rowCount() > 0) {
        const bool isHeading = m_private->grouping == SessionGrouping::Collection; // which stands in all columns
        emit dataChanged(index(0, isHeading ? 0 : column),
                         index(rowCount() - 1, isHeading ? sessionColumnCount - 1 : column));
    }
    m_private->askAnew();
}

void SessionTableModel::setPersonNames(const core::ServerId& server, PersonNamesPointer people)
{
    auto names = std::make_shared<TableNames>(*m_private->names);
    names->people[server] = std::move(people);
    m_private->names = std::move(names);
    const int column = static_cast<int>(SessionColumn::Name);
    if (rowCount() > 0)
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
    m_private->askAnew();
}

bool SessionTableModel::hasPersonNames() const
{
    return std::ranges::any_of(m_private->names->people,
                               [](const auto& known) { return known.second && known.second->size() > 0; });
}

const PeopleOfServers& SessionTableModel::personNames() const
{
    return m_private->names->people;
}

void SessionTableModel::setServerNames(ServerNames servers)
{
    if (servers == m_private->names->servers)
        return;
    auto names = std::make_shared<TableNames>(*m_private->names);
    names->servers = std::move(servers);
    m_private->names = std::move(names);
    if (rowCount() > 0) // headings stand in all columns
        emit dataChanged(index(0, 0), index(rowCount() - 1, sessionColumnCount - 1));
    m_private->askAnew();
}

const ServerNames& SessionTableModel::serverNames() const
{
    return m_private->names->servers;
}

QString SessionTableModel::serverName(const core::ServerId& server) const
{
    return serverText(server, m_private->names->servers);
}

QString SessionTableModel::collectionName(const core::ServerId& server, const core::SharedString& id) const
{
    return plainText(collectionText(*m_private->names, server, id));
}

void SessionTableModel::setFilter(SessionFilter filter)
{
    if (filter == m_private->filter)
        return;
    m_private->filter = std::move(filter);
    m_private->askAnew();
}

void SessionTableModel::setWatched(WatchedBy by, std::vector<SessionFilter> filters)
{
    WatchedFilters watched = *m_private->watched;
    std::vector<SessionFilter>& mine = watched.at(static_cast<std::size_t>(by));
    if (filters == mine)
        return;
    mine = std::move(filters);
    m_private->watched = std::make_shared<const WatchedFilters>(std::move(watched));
    m_private->askAnew();
}

const SessionFilter& SessionTableModel::filter() const
{
    return m_private->filter;
}

void SessionTableModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= sessionColumnCount)
        return;
    const auto wanted = static_cast<SessionColumn>(column);
    if (wanted == m_private->column && order == m_private->order)
        return;
    m_private->column = wanted;
    m_private->order = order;
    m_private->askAnew();
}

int SessionTableModel::sortColumn() const
{
    return static_cast<int>(m_private->column);
}

Qt::SortOrder SessionTableModel::sortOrder() const
{
    return m_private->order;
}

void SessionTableModel::setGrouping(SessionGrouping grouping)
{
    if (grouping == m_private->grouping)
        return;
    m_private->grouping = grouping;
    m_private->askAnew();
}

SessionGrouping SessionTableModel::grouping() const
{
    return m_private->grouping;
}

void SessionTableModel::refreshTimes()
{
    for (const ColumnSpec& spec : columnSpecs()) {
        const int column = static_cast<int>(spec.column);
        if (spec.isTime && rowCount() > 0)
            emit dataChanged(index(0, column), index(rowCount() - 1, column), {Qt::DisplayRole});
    }
    if (m_private->filter.isAboutTime() || m_private->isAnyWatched(&SessionFilter::isAboutTime))
        m_private->askAnew(); // some have been unused long enough by now
}

void SessionTableModel::recallStates(const core::ServerId& server, std::function<management::SeenStates()> read)
{
    m_private->before[server] = std::async(std::launch::deferred, std::move(read)).share();
}

management::SeenStates SessionTableModel::seenStates(const core::ServerId& server, std::size_t most) const
{
    management::SeenStates seen;
    for (const Row& row : m_private->arrangement->rowSet->rows) {
        if (seen.size() == most)
            break;
        const core::ConnectState state = row.session->state;
        if (row.session->key.server == server &&
            (state == core::ConnectState::Disconnected || state == core::ConnectState::Reset ||
             state == core::ConnectState::Down))
            seen.emplace(management::sessionIdentity(*row.session), management::SeenState{row.sinceMs, state});
    }
    return seen;
}

FrozenTable SessionTableModel::frozen() const
{
    return {m_private->arrangement, m_private->names, m_private->notes, m_private->nowMs()};
}

std::vector<SessionDetail> SessionTableModel::detailsAt(int row) const
{
    const Row& shown = m_private->rowAt(row);
    const ActNotes::Note* const note = m_private->notes.find(shown.id);
    const core::ServerId& server = shown.session->key.server;
    return sessionDetails(shown, {collectionName(server, shown.session->collectionId), serverName(server)},
                          m_private->nowMs(), note ? note->text : QString());
}

void SessionTableModel::noteSubmitted(std::span<const management::ActionRequest> requests)
{
    const Arrangement& shown = *m_private->arrangement;
    std::vector<int> changed;
    changed.reserve(requests.size());
    for (const management::ActionRequest& request : requests) {
        const std::uint32_t index = shown.rowSet->find(request.confirmed);
        if (index == noRow)
            continue;
        const std::uint64_t row = shown.rowSet->rows[index].id;
        const ActNotes::Note* const known = m_private->notes.find(row);
        if (known != nullptr && known->isGone)
            continue;
        m_private->notes.submit(row, request);
        changed.push_back(m_private->positionOf(request.confirmed));
    }
    m_private->noteChange(changed, false);
}

void SessionTableModel::noteReports(std::span<const management::ActionReport> reports)
{
    using management::OutcomeKind;
    std::vector<int> changed;
    changed.reserve(reports.size());
    bool isAnyGone = false;
    for (const management::ActionReport& report : reports) {
        ActNotes::Note* const note = m_private->notes.report(report);
        if (note == nullptr)
            continue;
        changed.push_back(m_private->positionOf(note->session));
        const OutcomeKind kind = report.outcome.kind;
        const bool hasSignedOut =
            management::specOf(note->kind).proof == management::Proof::SessionGone && kind == OutcomeKind::Done;
        if (report.phase != management::ActionPhase::Finished || !(hasSignedOut || kind == OutcomeKind::AlreadyGone))
            continue;
        note->isGone = true;
        note->goneMs = m_private->nowMs();
        const auto source = m_private->sources.find(note->session.key.server);
        note->goneSequence = source == m_private->sources.end() ? 0 : source->second.snapshot->sequence;
        isAnyGone = true;
    }
    m_private->noteChange(changed, isAnyGone);
}

void SessionTableModel::followSelection(QItemSelectionModel* selection)
{
    Q_ASSERT(selection == nullptr || selection->model() == this);
    m_private->selection = selection;
}

bool SessionTableModel::isSection(int row) const
{
    return m_private->rowAt(row).isSection;
}

RowRange SessionTableModel::groupAround(int row) const
{
    const Arrangement& shown = *m_private->arrangement;
    if (shown.sections.empty())
        return {0, rowCount() - 1};
    const std::size_t after = shown.sectionsBefore(row + 1);
    const std::size_t section = std::max<std::size_t>(after, 1) - 1;
    const int last =
        after < shown.sectionPlaces.size() ? static_cast<int>(shown.sectionPlaces[after]) - 1 : rowCount() - 1;
    return {static_cast<int>(shown.sectionPlaces[section]) + 1, last};
}

int SessionTableModel::sessionRowFrom(int row) const
{
    while (row >= 0 && row < rowCount() && isSection(row))
        ++row;
    return row >= 0 && row < rowCount() ? row : -1;
}

int SessionTableModel::sessionCountIn(const QItemSelection& selection) const
{
    const Arrangement& shown = *m_private->arrangement;
    int count = 0;
    for (const QItemSelectionRange& range : selection) {
        if (range.isValid() && range.left() == 0)
            count += range.height() -
                     static_cast<int>(shown.sectionsBefore(range.bottom() + 1) - shown.sectionsBefore(range.top()));
    }
    return count;
}

const core::Session& SessionTableModel::sessionAt(int row) const
{
    return *m_private->rowAt(row).session;
}

std::vector<core::Session> SessionTableModel::sessionsIn(const QItemSelection& selection) const
{
    std::vector<RowRange> ranges;
    ranges.reserve(static_cast<std::size_t>(selection.size()));
    for (const QItemSelectionRange& range : selection) {
        if (range.isValid() && range.model() == this)
            ranges.push_back({range.top(), range.bottom()});
    }
    std::ranges::sort(ranges, {}, &RowRange::first);
    std::vector<core::Session> sessions;
    int next = 0;
    for (const RowRange& range : ranges) {
        for (int row = std::max(range.first, next); row <= range.last; ++row) {
            if (!isSection(row))
                sessions.push_back(sessionAt(row));
        }
        next = std::max(next, range.last + 1);
    }
    return sessions;
}

int SessionTableModel::rowOf(const core::Session& session) const
{
    return m_private->positionOf(session);
}

std::optional<SessionNow> SessionTableModel::nowOf(const core::Session& session) const
{
    const RowSet& all = *m_private->arrangement->rowSet;
    const auto source = std::ranges::find_if(
        all.sources, [&session](const Source& one) { return one.snapshot->server == session.key.server; });
    if (source == all.sources.end() || !source->snapshot->isWhole())
        return std::nullopt;
    // A newer list has come and is not on the screen yet: what this one says is over.
    const auto newest = m_private->sources.find(session.key.server);
    if (newest == m_private->sources.end() || newest->second.snapshot != source->snapshot)
        return std::nullopt;
    const std::uint32_t place = all.find(session);
    if (place == noRow)
        return SessionNow();
    const Row& row = all.rows[place];
    return SessionNow{true, row.session->state, idleOrGoneText(row, m_private->nowMs()),
                      plainText(personName(*m_private->names, session))};
}

std::optional<management::Outcome> SessionTableModel::outcomeAt(int row) const
{
    const ActNotes::Note* const note = m_private->notes.find(m_private->rowAt(row).id);
    if (note == nullptr || note->report.phase != management::ActionPhase::Finished)
        return std::nullopt;
    return note->report.outcome;
}

const SessionCounts& SessionTableModel::counts() const
{
    return m_private->arrangement->counts;
}

void SessionTableModel::retranslate()
{
    m_private->notes.retranslate();
    emit headerDataChanged(Qt::Horizontal, 0, sessionColumnCount - 1);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, sessionColumnCount - 1));
    m_private->askAnew();
}

bool SessionTableModel::hasResults() const
{
    return !m_private->notes.isEmpty();
}

bool SessionTableModel::isBusy() const
{
    return m_private->isAsked || m_private->isWorking;
}

int SessionTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_private->rows.size());
}

int SessionTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : sessionColumnCount;
}

QVariant SessionTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.model() != this || index.row() >= rowCount() || index.column() >= sessionColumnCount)
        return {};
    const Row& row = m_private->rowAt(index.row());
    const auto column = static_cast<SessionColumn>(index.column());
    if (row.isSection) {
        const bool isTold = role == SectionRole || (role == Qt::DisplayRole && index.column() == 0);
        return isTold ? m_private->heading(static_cast<const Section&>(row)) : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return m_private->text(row, column);
    case Qt::ToolTipRole:
        return m_private->tip(row, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case PaintedRole:
        return m_private->textBy(columnSpec(column).painted, row);
    case MutedRole:
        return m_private->textBy(columnSpec(column).muted, row);
    case SortRole:
        return m_private->sortValue(row, column);
    case StateRole:
        return static_cast<uint>(row.session->state);
    case ProblemRole: {
        const ActNotes::Note* const note = m_private->notes.find(row.id);
        return note ? problemText(note->report, note->kind, *row.session) : QString();
    }
    case IsGhostRole:
        return ghostOf(row) != management::GhostSign::None;
    case GhostRole:
        return ghostReason(row);
    case StaleRole:
        return row.isStale();
    case BusyRole: {
        const ActNotes::Note* const note = m_private->notes.find(row.id);
        return note != nullptr && note->report.phase != management::ActionPhase::Finished;
    }
    default:
        return {};
    }
}

QVariant SessionTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    // The tip tells the whole where the column is narrow.
    const bool isAsked = role == Qt::DisplayRole || role == Qt::ToolTipRole;
    if (orientation != Qt::Horizontal || !isAsked || section < 0 || section >= sessionColumnCount)
        return {};
    return translate("SessionTableModel", columnSpec(static_cast<SessionColumn>(section)).title);
}

Qt::ItemFlags SessionTableModel::flags(const QModelIndex& index) const
{
    if (index.isValid() && index.row() < rowCount() && isSection(index.row()))
        return Qt::ItemNeverHasChildren;
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

} // namespace deskwarden::models
