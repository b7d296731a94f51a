// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/activity/ActivityModel.h"

#include "models/table/CellTexts.h"
#include "models/table/RowRange.h"
#include "models/texts/Texts.h"
#include "models/texts/Translate.h"

#include <QDateTime>
#include <QLocale>
#include <QTime>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

namespace deskwarden::models {

using management::ActionPhase;
using management::OutcomeKind;

namespace {

constexpr std::size_t mostRanges = 64;
/// As long a call may be silent before somebody is told: then its slot is given to another act, too.
constexpr std::chrono::seconds silenceShown{2};

} // namespace

ActivityModel::ActivityModel(Clock now, QObject* parent)
    : QAbstractTableModel(parent)
    , m_now(std::move(now))
{}

void ActivityModel::add(std::span<const management::ActionRequest> requests)
{
    const auto isNew = [this](const management::ActionRequest& request) { return !m_lineOf.contains(request.id); };
    const auto count = static_cast<std::size_t>(std::ranges::count_if(requests, isNew));
    if (count == 0)
        return;
    const auto now = m_now();
    const int first = static_cast<int>(m_lines.size());
    beginInsertRows({}, first, first + static_cast<int>(count) - 1);
    m_lines.reserve(m_lines.size() + count);
    for (const management::ActionRequest& request : requests) {
        if (!m_lineOf.emplace(request.id, m_lines.size()).second)
            continue;
        management::ActionReport report;
        report.id = request.id;
        m_lines.push_back({request, report, now, now});
    }
    endInsertRows();
    m_progress.total += count;
    if (!m_isOnSeveral && areOnSeveralServers())
        tellOfNames();
    emit progressChanged();
}

void ActivityModel::setServerNames(const ServerNames& names)
{
    const ServerNames before = m_serverNames;
    for (const auto& [server, name] : names)
        m_serverNames.insert_or_assign(server, name);
    if (m_isOnSeveral && m_serverNames != before)
        tellOfNames();
}

QString ActivityModel::serverName(const core::ServerId& server) const
{
    return serverText(server, m_serverNames);
}

bool ActivityModel::areOnSeveralServers() const
{
    const auto serverOf = [](const Line& line) -> const core::ServerId& { return line.request.confirmed.key.server; };
    return std::ranges::any_of(m_lines, [&](const Line& line) { return serverOf(line) != serverOf(m_lines.front()); });
}

void ActivityModel::tellOfNames()
{
    m_isOnSeveral = areOnSeveralServers();
    constexpr int column = static_cast<int>(ActivityColumn::Session);
    if (!m_lines.empty())
        emit dataChanged(index(0, column), index(rowCount() - 1, column));
}

void ActivityModel::apply(std::span<const management::ActionReport> reports)
{
    const auto now = m_now();
    const ActivityProgress before = m_progress;
    std::vector<int> rows;
    rows.reserve(reports.size());
    bool hasToldChanged = false;
    for (const management::ActionReport& report : reports) {
        const auto found = m_lineOf.find(report.id);
        if (found == m_lineOf.end())
            continue;
        Line& line = m_lines[found->second];
        if (line.report.phase == ActionPhase::Finished)
            continue; // final is final: a step that is told late changes nothing
        const bool wasTold = line.report.phase == ActionPhase::Told;
        const bool isTold = report.phase == ActionPhase::Told;
        m_running -= line.report.phase == ActionPhase::Running ? 1 : 0;
        m_running += report.phase == ActionPhase::Running ? 1 : 0;
        m_told += isTold && !wasTold ? 1 : 0;
        m_told -= wasTold && !isTold ? 1 : 0;
        hasToldChanged = hasToldChanged || wasTold || isTold;
        line.report = report;
        line.time = now;
        count(report);
        rows.push_back(static_cast<int>(found->second));
    }
    emitChanged(rows);
    if (m_progress != before || hasToldChanged)
        emit progressChanged();
}

void ActivityModel::amend(std::span<const management::ActionReport> reports)
{
    std::vector<int> rows;
    for (const management::ActionReport& report : reports) {
        const auto found = m_lineOf.find(report.id);
        if (found == m_lineOf.end())
            continue;
        Line& line = m_lines[found->second];
        if (line.report.phase != ActionPhase::Finished || line.report.outcome.kind != OutcomeKind::Unknown)
            continue;
        --m_progress.finished;
        --m_progress.unknown;
        --m_outcomes.at(static_cast<std::size_t>(OutcomeKind::Unknown));
        line.report = report;
        line.time = m_now();
        count(report);
        rows.push_back(static_cast<int>(found->second));
    }
    emitChanged(rows);
    if (!rows.empty())
        emit progressChanged();
}

void ActivityModel::count(const management::ActionReport& report)
{
    if (report.phase != ActionPhase::Finished)
        return;
    ++m_progress.finished;
    ++m_outcomes.at(static_cast<std::size_t>(report.outcome.kind));
    switch (report.outcome.kind) {
    case OutcomeKind::Done:
    case OutcomeKind::AlreadyGone:
        ++m_progress.good;
        break;
    case OutcomeKind::StillSigningOut:
    case OutcomeKind::StillChanging:
    case OutcomeKind::Skipped:
    case OutcomeKind::Failed:
    case OutcomeKind::Cancelled:
        ++m_progress.bad;
        break;
    case OutcomeKind::Unknown:
        ++m_progress.unknown;
        break;
    }
}

void ActivityModel::emitChanged(const std::vector<int>& rows)
{
    std::vector<RowRange> ranges = rangesOf(rows);
    // Very many pieces are told as one: a listener does more for each of them than for the rows between.
    if (ranges.size() > mostRanges)
        ranges = {{ranges.front().first, ranges.back().last}};
    for (const RowRange& range : ranges)
        emit dataChanged(index(range.first, 0), index(range.last, activityColumnCount - 1));
}

std::chrono::milliseconds ActivityModel::Line::timeLeft(std::chrono::system_clock::time_point now) const
{
    const auto passed = std::chrono::duration_cast<std::chrono::milliseconds>(now - time);
    // A clock that is put back must not make it longer than was promised.
    return std::clamp(report.remaining - passed, std::chrono::milliseconds(0), report.remaining);
}

Countdown ActivityModel::countdown() const
{
    Countdown countdown;
    if (m_told == 0)
        return countdown;
    const auto now = m_now();
    for (const Line& line : m_lines) {
        if (line.report.phase != ActionPhase::Told)
            continue;
        const auto left = line.timeLeft(now);
        countdown.next = countdown.waiting == 0 ? left : std::min(countdown.next, left);
        ++countdown.waiting;
    }
    return countdown;
}

std::optional<std::chrono::seconds> ActivityModel::Line::silence(std::chrono::system_clock::time_point now) const
{
    const auto passed = std::chrono::duration_cast<std::chrono::seconds>(now - time);
    if (report.phase != ActionPhase::Running || passed < silenceShown)
        return std::nullopt;
    return passed;
}

void ActivityModel::countDown()
{
    if (m_told == 0 && m_running == 0)
        return;
    const auto now = m_now();
    std::vector<int> rows;
    rows.reserve(m_told);
    for (std::size_t row = 0; row < m_lines.size(); ++row) {
        if (m_lines[row].report.phase == ActionPhase::Told || m_lines[row].silence(now))
            rows.push_back(static_cast<int>(row));
    }
    emitChanged(rows);
    if (m_told > 0)
        emit countdownChanged();
}

void ActivityModel::clearFinished()
{
    if (m_progress.finished == 0)
        return;
    const std::size_t kept = moveFinishedToEnd();
    beginRemoveRows({}, static_cast<int>(kept), static_cast<int>(m_lines.size()) - 1);
    m_lines.erase(m_lines.begin() + static_cast<std::ptrdiff_t>(kept), m_lines.end());
    endRemoveRows();
    m_lineOf.clear();
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        m_lineOf[m_lines[i].request.id] = i;
    m_progress = {};
    m_outcomes = {};
    m_progress.total = m_lines.size();
    if (m_isOnSeveral)
        tellOfNames();
    emit progressChanged();
}

/// One permutation and one removal, because a removal for each of thousands of lines would hold the window. Views keep
/// their selection. Returns how many lines are not finished.
std::size_t ActivityModel::moveFinishedToEnd()
{
    const auto isFinished = [this](std::size_t line) { return m_lines[line].report.phase == ActionPhase::Finished; };
    std::vector<std::size_t> order(m_lines.size()); // which line comes to each place
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto end = std::stable_partition(order.begin(), order.end(), std::not_fn(isFinished));
    const auto kept = static_cast<std::size_t>(end - order.begin());
    if (std::ranges::is_sorted(order))
        return kept;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> placeOf(order.size());
    std::vector<Line> lines;
    lines.reserve(m_lines.size());
    for (std::size_t place = 0; place < order.size(); ++place) {
        placeOf[order[place]] = static_cast<int>(place);
        lines.push_back(std::move(m_lines[order[place]]));
    }
    m_lines = std::move(lines);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& old : before)
        after << index(placeOf[static_cast<std::size_t>(old.row())], old.column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
    return kept;
}

const management::ActionRequest& ActivityModel::requestAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).request;
}

management::ActionPhase ActivityModel::phaseAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).report.phase;
}

const management::Outcome& ActivityModel::outcomeAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).report.outcome;
}

std::chrono::system_clock::time_point ActivityModel::askedAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).asked;
}

std::chrono::system_clock::time_point ActivityModel::timeAt(int row) const
{
    return m_lines.at(static_cast<std::size_t>(row)).time;
}

std::vector<management::ActionRequest> ActivityModel::unknown() const
{
    std::vector<management::ActionRequest> requests;
    for (const Line& line : m_lines) {
        if (line.report.phase == ActionPhase::Finished && line.report.outcome.kind == OutcomeKind::Unknown)
            requests.push_back(line.request);
    }
    return requests;
}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : activityColumnCount;
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Line& line = m_lines[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<ActivityColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return text(line, column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeft | Qt::AlignVCenter));
    case SortRole:
        return sortValue(line, column);
    case OutcomeRole:
        return line.report.phase == ActionPhase::Finished ? QVariant(static_cast<int>(line.report.outcome.kind))
                                                          : QVariant();
    case PhaseRole:
        return static_cast<int>(line.report.phase);
    case IdRole:
        return static_cast<qulonglong>(line.request.id);
    default:
        return {};
    }
}

QString ActivityModel::placeOf(const management::ActionRequest& request) const
{
    const core::SessionKey& key = request.confirmed.key;
    const QString place = placeText(key, request.action.kind);
    return m_isOnSeveral ? place + QStringLiteral(" · ") + serverName(key.server) : place;
}

QString ActivityModel::text(const Line& line, ActivityColumn column) const
{
    const management::ActionReport& report = line.report;
    const bool isFinished = report.phase == ActionPhase::Finished;
    const auto sentence = [&] { return describe(report.outcome, line.request.action.kind, line.request.confirmed); };
    switch (column) {
    case ActivityColumn::Time: {
        const auto time = std::chrono::duration_cast<std::chrono::milliseconds>(line.time.time_since_epoch());
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(time.count()).time(), QStringLiteral("HH:mm:ss"));
    }
    case ActivityColumn::Action:
        return actionName(line.request.action.kind);
    case ActivityColumn::User:
        return accountText(line.request.confirmed);
    case ActivityColumn::VirtualMachine:
        return plainText(line.request.confirmed.vmName);
    case ActivityColumn::Session:
        return placeOf(line.request);
    case ActivityColumn::Result:
        if (report.phase == ActionPhase::Told)
            return countdownText(line.timeLeft(m_now()), line.request.action.kind);
        if (const auto silence = line.silence(m_now())) {
            const std::string_view host = line.request.confirmed.key.vmHostName.view();
            //: %1 is a VM host, %2 a number of seconds
            return translate("ActivityModel", "%1 does not answer, %2 s")
                .arg(plainText(host.substr(0, shortHostLength(host)), 40),
                     QLocale().toString(static_cast<qlonglong>(silence->count())));
        }
        return isFinished ? outcomeName(report.outcome.kind) : phaseName(report.phase, line.request.action.kind);
    case ActivityColumn::Code: {
        const auto status = statusOf(report.outcome);
        return status ? codeText(*status) : QString();
    }
    case ActivityColumn::Explanation:
        return isFinished ? sentence().what : QString();
    case ActivityColumn::NextStep:
        return isFinished ? sentence().nextStep : QString();
    }
    return {};
}

QVariant ActivityModel::sortValue(const Line& line, ActivityColumn column) const
{
    switch (column) {
    case ActivityColumn::Time:
        return static_cast<qlonglong>(line.time.time_since_epoch().count());
    case ActivityColumn::Code:
        return statusOf(line.report.outcome).value_or(0);
    case ActivityColumn::Action:
    case ActivityColumn::User:
    case ActivityColumn::VirtualMachine:
    case ActivityColumn::Session:
    case ActivityColumn::Result:
    case ActivityColumn::Explanation:
    case ActivityColumn::NextStep:
        return text(line, column);
    }
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= activityColumnCount)
        return {};
    switch (static_cast<ActivityColumn>(section)) {
    case ActivityColumn::Time:
        return translate("ActivityModel", "Time");
    case ActivityColumn::Action:
        return translate("ActivityModel", "Action");
    case ActivityColumn::User:
        return translate("ActivityModel", "User");
    case ActivityColumn::VirtualMachine:
        return translate("ActivityModel", "Virtual machine");
    case ActivityColumn::Session:
        return translate("ActivityModel", "Session (host/ID)");
    case ActivityColumn::Result:
        return translate("ActivityModel", "Result");
    case ActivityColumn::Code:
        return translate("ActivityModel", "Code");
    case ActivityColumn::Explanation:
        return translate("ActivityModel", "Explanation");
    case ActivityColumn::NextStep:
        return translate("ActivityModel", "Next step");
    }
    return {};
}

} // namespace deskwarden::models
