// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityBatches.h"

#include "models/texts/MachineTexts.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace deskwarden::models {

using management::ActionKind;
using management::OutcomeKind;

namespace {

/// Between two arrangements: thousands of reports come in hundreds of pieces.
constexpr std::chrono::milliseconds arrangePause{150};

constexpr std::array worstFirst{OutcomeKind::Failed,        OutcomeKind::Unknown,    OutcomeKind::StillSigningOut,
                                OutcomeKind::StillChanging, OutcomeKind::Skipped,    OutcomeKind::Cancelled,
                                OutcomeKind::Done,          OutcomeKind::AlreadyGone};
constexpr std::size_t placeOfRunning = 5; ///< among them: before what nobody has to look after
constexpr std::size_t placeCount = worstFirst.size() + 1;

std::size_t placeOf(const ActivityModel& acts, int line)
{
    if (acts.phaseAt(line) != management::ActionPhase::Finished)
        return placeOfRunning;
    const auto place =
        static_cast<std::size_t>(std::ranges::find(worstFirst, acts.outcomeAt(line).kind) - worstFirst.begin());
    return place < placeOfRunning ? place : place + 1;
}

QString numberText(std::size_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

QString batchTitle(const ActivityBatch& batch)
{
    const auto count = static_cast<int>(batch.acts);
    switch (batch.kind) {
    case ActionKind::Logoff:
        return count == 1 ? translate("ActivityBatches", "Log off 1 session")
                          : translate("ActivityBatches", "Log off %Ln sessions", nullptr, count);
    case ActionKind::Disconnect:
        return count == 1 ? translate("ActivityBatches", "Disconnect 1 session")
                          : translate("ActivityBatches", "Disconnect %Ln sessions", nullptr, count);
    case ActionKind::Message:
        return count == 1 ? translate("ActivityBatches", "Message to 1 user")
                          : translate("ActivityBatches", "Message to %Ln users", nullptr, count);
    case ActionKind::Start:
    case ActionKind::Save:
    case ActionKind::TurnOff:
    case ActionKind::Pause:
    case ActionKind::Assign:
    case ActionKind::Free:
        return machineBatchTitle(batch.kind, batch.acts);
    }
    return {};
}

QString batchOutcomes(const ActivityBatch& batch)
{
    QStringList parts;
    for (const OutcomeKind kind : worstFirst) {
        if (const std::size_t count = batch.endedAs(kind); count > 0) {
            //: How many acts have ended in one way. %1 is a number, %2 the way: 15 failed.
            parts << translate("ActivityBatches", "%1 %2").arg(numberText(count), outcomeName(kind).toLower());
        }
    }
    return parts.join(QStringLiteral(", "));
}

ActivityBatches::ActivityBatches(ActivityModel& acts, QObject* parent)
    : QAbstractTableModel(parent)
    , m_acts(acts)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &ActivityBatches::arrange);
    connect(&m_acts, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& first, const QModelIndex& last) {
        passOn(first.row(), last.row());
        arrangeSoon();
    });
    // That everything has ended is said at once, as it is elsewhere.
    connect(&m_acts, &ActivityModel::progressChanged, this, [this] {
        if (m_soon.isActive() && m_acts.progress().finished == m_acts.progress().total)
            arrange();
    });
    // Lines that come or go have other numbers: at once.
    connect(&m_acts, &QAbstractItemModel::rowsInserted, this, &ActivityBatches::arrangeAnew);
    connect(&m_acts, &QAbstractItemModel::rowsRemoved, this, &ActivityBatches::arrangeAnew);
    connect(&m_acts, &QAbstractItemModel::layoutChanged, this, &ActivityBatches::arrangeAnew);
    arrangeAnew();
}

void ActivityBatches::setFilter(std::optional<OutcomeKind> outcome)
{
    m_filter = outcome;
    arrangeAnew();
}

void ActivityBatches::toggle(std::uint64_t batch)
{
    m_toggled[batch] = !isOpen(batch);
    arrangeAnew();
}

const ActivityBatch* ActivityBatches::find(std::uint64_t batch) const
{
    const auto found = m_batchAt.find(batch);
    return found == m_batchAt.end() ? nullptr : &m_batches[found->second];
}

int ActivityBatches::lineAt(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row)).line;
}

std::uint64_t ActivityBatches::batchAt(int row) const
{
    return m_entries.at(static_cast<std::size_t>(row)).batch;
}

bool ActivityBatches::isOpen(std::uint64_t batch) const
{
    const auto toggled = m_toggled.find(batch);
    if (toggled != m_toggled.end())
        return toggled->second;
    return !m_batches.empty() && m_batches.front().id == batch;
}

bool ActivityBatches::fits(int line) const
{
    return !m_filter ||
           (m_acts.phaseAt(line) == management::ActionPhase::Finished && m_acts.outcomeAt(line).kind == *m_filter);
}

std::vector<int> ActivityBatches::linesOf(std::uint64_t batch) const
{
    std::array<std::vector<int>, placeCount> places;
    for (int line = 0; line < m_acts.rowCount(); ++line) {
        if (m_acts.requestAt(line).batch == batch && fits(line))
            places.at(placeOf(m_acts, line)).push_back(line);
    }
    std::vector<int> lines;
    for (const std::vector<int>& place : places)
        lines.insert(lines.end(), place.begin(), place.end());
    return lines;
}

std::vector<management::ActionRequest> ActivityBatches::failedOf(std::uint64_t batch) const
{
    std::vector<management::ActionRequest> failed;
    for (int line = 0; line < m_acts.rowCount(); ++line) {
        if (m_acts.requestAt(line).batch == batch && m_acts.phaseAt(line) == management::ActionPhase::Finished &&
            m_acts.outcomeAt(line).kind == OutcomeKind::Failed)
            failed.push_back(m_acts.requestAt(line));
    }
    return failed;
}

void ActivityBatches::arrangeAnew()
{
    m_isSetChanged = true;
    arrange();
}

void ActivityBatches::arrangeSoon()
{
    if (!m_soon.isActive())
        m_soon.start(arrangePause);
}

void ActivityBatches::passOn(int first, int last)
{
    int top = -1;
    int bottom = -1;
    for (int line = first; line <= last && line < static_cast<int>(m_rowOfLine.size()); ++line) {
        const int row = m_rowOfLine[static_cast<std::size_t>(line)];
        if (row < 0)
            continue;
        top = top < 0 ? row : std::min(top, row);
        bottom = std::max(bottom, row);
    }
    if (top >= 0)
        emit dataChanged(index(top, 0), index(bottom, activityColumnCount - 1));
}

void ActivityBatches::countBatches()
{
    m_batches.clear();
    m_batchAt.clear();
    std::vector<ActivityBatch> inOrder;
    for (int line = 0; line < m_acts.rowCount(); ++line) {
        const management::ActionRequest& request = m_acts.requestAt(line);
        const auto [place, isNew] = m_batchAt.emplace(request.batch, inOrder.size());
        if (isNew) {
            inOrder.emplace_back();
            inOrder.back().id = request.batch;
            inOrder.back().kind = request.action.kind;
            inOrder.back().begun = m_acts.askedAt(line);
            inOrder.back().reason = request.reason;
        }
        ActivityBatch& batch = inOrder[place->second];
        // A message before an act is a part of it.
        if (batch.kind == ActionKind::Message && request.action.kind != ActionKind::Message) {
            batch.kind = request.action.kind;
            batch.acts = 0;
        }
        batch.acts += batch.kind == request.action.kind ? 1 : 0;
        ++batch.lines;
        batch.begun = std::min(batch.begun, m_acts.askedAt(line));
        batch.last = std::max(batch.last, m_acts.timeAt(line));
        if (m_acts.phaseAt(line) == management::ActionPhase::Finished) {
            ++batch.finished;
            ++batch.outcomes.at(static_cast<std::size_t>(m_acts.outcomeAt(line).kind));
        }
    }
    // By id, as they were confirmed: a drain goes on beside what came later.
    std::ranges::stable_sort(inOrder, std::ranges::greater(), &ActivityBatch::id);
    m_batches = std::move(inOrder);
    for (std::size_t i = 0; i < m_batches.size(); ++i)
        m_batchAt[m_batches[i].id] = i;
}

std::vector<ActivityBatches::Entry> ActivityBatches::wanted() const
{
    // One walk for all batches: each with its places.
    std::vector<std::array<std::vector<int>, placeCount>> places(m_batches.size());
    std::vector<std::size_t> fitting(m_batches.size());
    for (int line = 0; line < m_acts.rowCount(); ++line) {
        if (!fits(line))
            continue;
        const std::size_t batch = m_batchAt.at(m_acts.requestAt(line).batch);
        ++fitting[batch];
        if (isOpen(m_batches[batch].id))
            places[batch].at(placeOf(m_acts, line)).push_back(line);
    }
    std::vector<Entry> entries;
    for (std::size_t batch = 0; batch < m_batches.size(); ++batch) {
        if (fitting[batch] == 0)
            continue;
        const std::uint64_t id = m_batches[batch].id;
        entries.push_back({id, 0, -1});
        for (const std::vector<int>& place : places[batch]) {
            for (const int line : place)
                entries.push_back({id, m_acts.requestAt(line).id, line});
        }
    }
    return entries;
}

void ActivityBatches::arrange()
{
    m_soon.stop();
    countBatches();
    std::vector<Entry> next = wanted();
    // While acts only go on, rows move, and none comes or goes: with a filter their outcomes decide it.
    if (std::exchange(m_isSetChanged, false) || m_filter)
        takeOutAndIn(next);
    permute(std::move(next));
    numberLines();
    if (!m_entries.empty())
        emit dataChanged(index(0, 0), index(static_cast<int>(m_entries.size()) - 1, activityColumnCount - 1));
    emit arranged();
}

/// At most one permutation, one removal at the end and one insertion there: views keep what is chosen, and pay once for
/// thousands of lines.
void ActivityBatches::takeOutAndIn(const std::vector<Entry>& next)
{
    const auto keyOf = [](Entry entry) {
        entry.line = -1;
        return entry;
    };
    std::unordered_set<Entry, EntryHash> wantedKeys;
    for (const Entry& entry : next)
        wantedKeys.insert(keyOf(entry));
    std::vector<Entry> kept = m_entries;
    const auto gone = std::stable_partition(kept.begin(), kept.end(),
                                            [&](const Entry& entry) { return wantedKeys.contains(keyOf(entry)); });
    if (gone != kept.end()) {
        const auto first = static_cast<std::size_t>(gone - kept.begin());
        permute(std::move(kept));
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(m_entries.size()) - 1);
        m_entries.resize(first);
        endRemoveRows();
    }
    std::unordered_set<Entry, EntryHash> present;
    for (const Entry& entry : m_entries)
        present.insert(keyOf(entry));
    std::vector<Entry> added;
    for (const Entry& entry : next) {
        if (!present.contains(keyOf(entry)))
            added.push_back(entry);
    }
    if (added.empty())
        return;
    const auto first = static_cast<int>(m_entries.size());
    beginInsertRows({}, first, first + static_cast<int>(added.size()) - 1);
    m_entries.insert(m_entries.end(), added.begin(), added.end());
    endInsertRows();
}

void ActivityBatches::permute(std::vector<Entry> next)
{
    const auto isSame = [](const Entry& left, const Entry& right) {
        return left.batch == right.batch && left.act == right.act;
    };
    if (std::ranges::equal(next, m_entries, isSame)) {
        m_entries = std::move(next);
        return;
    }
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::unordered_map<std::uint64_t, int> rowOfAct;
    std::unordered_map<std::uint64_t, int> rowOfHead;
    for (std::size_t row = 0; row < next.size() && !before.isEmpty(); ++row)
        (next[row].act == 0 ? rowOfHead[next[row].batch] : rowOfAct[next[row].act]) = static_cast<int>(row);
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& old : before) {
        const Entry& entry = m_entries[static_cast<std::size_t>(old.row())];
        after << index(entry.act == 0 ? rowOfHead.at(entry.batch) : rowOfAct.at(entry.act), old.column());
    }
    m_entries = std::move(next);
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void ActivityBatches::numberLines()
{
    m_rowOfLine.assign(static_cast<std::size_t>(m_acts.rowCount()), -1);
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].line >= 0)
            m_rowOfLine[static_cast<std::size_t>(m_entries[row].line)] = static_cast<int>(row);
    }
}

QString ActivityBatches::headText(const ActivityBatch& batch) const
{
    const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(batch.begun.time_since_epoch());
    QStringList parts{QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.count()).time(), QStringLiteral("HH:mm")) +
                      u' ' + batchTitle(batch)};
    if (!batch.reason.empty())
        parts << plainText(batch.reason, 60);
    if (!batch.isOver())
        parts << translate("ActivityBatches", "%1 of %2 finished")
                     .arg(numberText(batch.finished), numberText(batch.lines));
    if (const QString outcomes = batchOutcomes(batch); !outcomes.isEmpty())
        parts << outcomes;
    if (batch.isOver()) {
        const auto took = std::chrono::duration_cast<std::chrono::seconds>(batch.last - batch.begun).count();
        parts << translate("ActivityBatches", "finished after %1 s")
                     .arg(QLocale().toString(static_cast<qlonglong>(std::max<std::int64_t>(took, 0))));
    }
    return parts.join(QStringLiteral(" \u00B7 "));
}

int ActivityBatches::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

int ActivityBatches::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : activityColumnCount;
}

QVariant ActivityBatches::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == BatchRole)
        return static_cast<qulonglong>(entry.batch);
    if (role == HeadRole)
        return entry.line < 0;
    if (entry.line >= 0)
        return entry.line < m_acts.rowCount() ? m_acts.index(entry.line, index.column()).data(role) : QVariant();
    if (role == OpenRole)
        return isOpen(entry.batch);
    const ActivityBatch* const batch = find(entry.batch);
    if (batch == nullptr || index.column() != 0)
        return {};
    if (role == Qt::DisplayRole)
        return headText(*batch);
    if (role == Qt::AccessibleTextRole) {
        return isOpen(entry.batch) ? translate("ActivityBatches", "%1, opened").arg(headText(*batch))
                                   : translate("ActivityBatches", "%1, shut").arg(headText(*batch));
    }
    return {};
}

QVariant ActivityBatches::headerData(int section, Qt::Orientation orientation, int role) const
{
    return orientation == Qt::Horizontal ? m_acts.headerData(section, orientation, role) : QVariant();
}

} // namespace deskwarden::models
