// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionTableModelPrivate.h"

#include "models/table/CellTexts.h"
#include "models/table/SelectionKeeper.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace deskwarden::models {

namespace {

/// A stream of news must not keep the screen from changing at all: after so many superseded ones, one is carried
/// through.
constexpr int mostSuperseded = 2;

} // namespace

SessionTableModel::Private::Private(SessionTableModel& model, Clock clock, const core::StartThread& startThread)
    : q(model)
    , now(std::move(clock))
    , worker(std::make_unique<ArrangeWorker>(
          QLocale(),
          [this] {
              // The answer waits in the worker's mailbox; only the wake travels through the event loop.
              QMetaObject::invokeMethod(
                  &q, [this] { takeAnswer(); }, Qt::QueuedConnection);
          },
          startThread))
{}

std::int64_t SessionTableModel::Private::nowMs() const
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(now().time_since_epoch()).count();
}

bool SessionTableModel::Private::isAnyWatched(bool (SessionFilter::*is)() const) const
{
    return std::ranges::any_of(
        *watched, [is](const std::vector<SessionFilter>& filters) { return std::ranges::any_of(filters, is); });
}

void SessionTableModel::Private::addSource(management::SnapshotPointer snapshot)
{
    const auto taken = std::chrono::duration_cast<std::chrono::milliseconds>(snapshot->taken.time_since_epoch());
    const core::ServerId server = snapshot->server;
    Source& source = sources[server];
    worker->discard(std::exchange(source.snapshot, std::move(snapshot)));
    if (const auto seen = before.find(server); seen != before.end())
        source.before = seen->second;
    source.seenMs = taken.count() != 0 ? taken.count() : nowMs();
    askAnew();
}

void SessionTableModel::Private::dropSource(const core::ServerId& server)
{
    const auto source = sources.find(server);
    if (source == sources.end())
        return;
    worker->discard(source->second.snapshot);
    sources.erase(source);
    askAnew();
}

void SessionTableModel::Private::askAnew()
{
    isAsked = true;
    if (isWorking) {
        if (supersededInARow < mostSuperseded)
            worker->supersede();
    } else if (!std::exchange(isStartPosted, true)) {
        // Later in this turn more may be asked for: a snapshot and a filter make one arrangement.
        QMetaObject::invokeMethod(
            &q, [this] { startWork(); }, Qt::QueuedConnection);
    }
}

void SessionTableModel::Private::startWork()
{
    isStartPosted = false;
    if (isWorking || !isAsked)
        return;
    ArrangeRequest request;
    request.sources.reserve(sources.size());
    for (const auto& [server, source] : sources)
        request.sources.push_back(source);
    request.filter = filter;
    request.watched = watched;
    request.nowMs = nowMs();
    request.column = column;
    request.order = order;
    request.grouping = grouping;
    request.names = names;
    request.notes = notes.copy();
    request.base = arrangement;
    isAsked = false;
    isWorking = true;
    worker->start(std::move(request));
}

void SessionTableModel::Private::takeAnswer()
{
    const std::unique_ptr<ArrangeWorker::Answer> answer = worker->take();
    if (answer == nullptr)
        return;
    isWorking = false;
    if (!answer->result) {
        ++supersededInARow;
        startWork();
        return;
    }
    supersededInARow = 0;
    // The worker goes on with what was asked for meanwhile; apply() has set the new base before.
    apply(*answer->result);
    startWork();
    emit q.arranged();
}

void SessionTableModel::Private::apply(ArrangeResult& result)
{
    ArrangeSteps& steps = result.steps;
    if (steps.isStructural())
        emit q.aboutToArrange();
    applyRemovals(steps);
    applyBigChange(steps);
    applyInsertions(steps, *result.arrangement);

    const bool isNewSet = arrangement->rowSet != result.arrangement->rowSet;
    const bool isCountChanged = arrangement->counts != result.arrangement->counts;
    rows = result.arrangement->visible;
    worker->discard(std::exchange(arrangement, std::move(result.arrangement)));
    for (const ChangedCells& cells : steps.changed)
        emit q.dataChanged(q.index(cells.top, cells.left), q.index(cells.bottom, cells.right));
    notes.drop(result.dropped);
    std::vector<int> unsettled;
    for (const std::uint64_t row : result.revealed) {
        if (const ActNotes::Note* const note = notes.find(row))
            unsettled.push_back(positionOf(note->session));
    }
    notes.drop(result.revealed);
    emitRows(unsettled);
    if (isCountChanged)
        emit q.countsChanged();
    if (isNewSet && !arrangement->rowSet->changes.empty())
        emit q.changed(arrangement->rowSet->changes);
}

void SessionTableModel::Private::applyBigChange(ArrangeSteps& steps)
{
    if (steps.appended.empty() && steps.removed == 0 && steps.settle.target.empty())
        return;
    SelectionKeeper keeper(selection, static_cast<int>(rows.size()), [this](int row) { return rowAt(row).isSection; });
    if (!steps.appended.empty()) {
        const int count = static_cast<int>(rows.size());
        q.beginInsertRows({}, count, count + static_cast<int>(steps.appended.size()) - 1);
        rows.insert(rows.end(), steps.appended.begin(), steps.appended.end());
        q.endInsertRows();
    }
    keeper.move(steps.settle.target);
    permute(steps.settle);
    if (steps.removed > 0) {
        const int count = static_cast<int>(rows.size());
        keeper.truncate(count - steps.removed);
        q.beginRemoveRows({}, count - steps.removed, count - 1);
        rows.resize(rows.size() - static_cast<std::size_t>(steps.removed));
        q.endRemoveRows();
    }
}

void SessionTableModel::Private::applyRemovals(const ArrangeSteps& steps)
{
    for (const RowRange& range : steps.removals) {
        q.beginRemoveRows({}, range.first, range.last);
        rows.erase(rows.begin() + range.first, rows.begin() + range.last + 1);
        q.endRemoveRows();
    }
}

void SessionTableModel::Private::applyInsertions(const ArrangeSteps& steps, const Arrangement& next)
{
    for (const RowRange& range : steps.insertions) {
        q.beginInsertRows({}, range.first, range.last);
        rows.insert(rows.begin() + range.first, next.visible.begin() + range.first,
                    next.visible.begin() + range.last + 1);
        q.endInsertRows();
    }
}

void SessionTableModel::Private::permute(Permutation& permutation)
{
    if (permutation.target.empty())
        return;
    // The hint matters: without it views remember every selected cell, with it one index a selected row.
    emit q.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList old = q.persistentIndexList();
    QModelIndexList after;
    after.reserve(old.size());
    for (const QModelIndex& index : old)
        after.append(q.createIndex(permutation.target[static_cast<std::size_t>(index.row())], index.column()));
    rows = std::move(permutation.rows);
    q.changePersistentIndexList(old, after);
    emit q.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SessionTableModel::Private::noteChange(const std::vector<int>& changed, bool isAnyGone)
{
    emitRows(changed);
    const bool isArrangedByNotes =
        column == SessionColumn::LastResult || filter.isAboutActs() || isAnyWatched(&SessionFilter::isAboutActs);
    if (isAnyGone || (isArrangedByNotes && !changed.empty()))
        askAnew();
}

void SessionTableModel::Private::emitRows(const std::vector<int>& changed)
{
    for (const RowRange& range : rangesOf(changed))
        emit q.dataChanged(q.index(range.first, 0), q.index(range.last, sessionColumnCount - 1));
}

int SessionTableModel::Private::positionOf(const core::Session& session) const
{
    const std::uint32_t index = arrangement->rowSet->find(session);
    if (index == noRow || arrangement->positionOf[index] == noRow)
        return -1;
    return static_cast<int>(arrangement->positionOf[index]);
}

CellSource SessionTableModel::Private::cell(const Row& row) const
{
    return {row, *names, notes.find(row.id), nowMs()};
}

QString SessionTableModel::Private::text(const Row& row, SessionColumn shown) const
{
    return columnSpec(shown).text(cell(row));
}

QString SessionTableModel::Private::textBy(QString (*maker)(const CellSource& cell), const Row& row) const
{
    return maker != nullptr ? maker(cell(row)) : QString();
}

QString SessionTableModel::Private::tip(const Row& row, SessionColumn shown) const
{
    const QString tip = columnSpec(shown).tip(cell(row));
    // Qt guesses whether a tip is HTML: it is told, so that a name with a tag in it stays a name.
    return tip.isEmpty() ? tip : QStringLiteral("<qt>") + tip.toHtmlEscaped() + QStringLiteral("</qt>");
}

QString SessionTableModel::Private::heading(const Section& section) const
{
    const Row& first = *section.first;
    QString name;
    switch (section.grouping) {
    case SessionGrouping::None:
        break;
    case SessionGrouping::Collection:
        name = text(first, SessionColumn::Collection);
        if (name.isEmpty())
            name = translate("SessionTableModel", "No collection");
        break;
    case SessionGrouping::VmHost:
        name = shortHostText(first);
        break;
    case SessionGrouping::User:
        name = text(first, SessionColumn::User);
        if (name.isEmpty())
            name = translate("SessionTableModel", "Nobody");
        break;
    case SessionGrouping::State:
        name = stateName(first.session->state);
        break;
    }
    const bool isOfServer =
        section.grouping == SessionGrouping::Collection || section.grouping == SessionGrouping::VmHost;
    if (isOfServer && section.isServerTold)
        name += QStringLiteral(" \u2013 ") + text(first, SessionColumn::Server);
    return QStringLiteral("%1 (%2)").arg(name, QLocale().toString(static_cast<qulonglong>(section.sessions)));
}

QVariant SessionTableModel::Private::sortValue(const Row& row, SessionColumn sorted) const
{
    const ColumnSpec& spec = columnSpec(sorted);
    return spec.sortKey ? QVariant(static_cast<qlonglong>(spec.sortKey(row).value_or(0))) : QVariant(text(row, sorted));
}

} // namespace deskwarden::models
