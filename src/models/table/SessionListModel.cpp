// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/SessionListModel.h"

#include "models/table/CellTexts.h"
#include "models/table/NaturalKey.h"
#include "models/table/TableText.h"
#include "models/texts/Texts.h"

#include <QCollator>
#include <QHash>

#include <algorithm>
#include <numeric>
#include <set>
#include <utility>

namespace deskwarden::models {

namespace {

/// People at work first, then by the number that Windows gives the state.
std::uint32_t severity(core::ConnectState state)
{
    const auto number = static_cast<std::uint32_t>(state);
    return core::isInUse(state) ? number : 100 + std::min(number, 1000U);
}

} // namespace

SessionListModel::SessionListModel(std::span<const core::Session> sessions, QObject* parent, ServerNames names)
    : QAbstractTableModel(parent)
    , m_serverNames(std::move(names))
    , m_hasReasons(false)
{
    m_rows.reserve(sessions.size());
    for (const core::Session& session : sessions)
        m_rows.push_back({session, management::LeftOutReason::NoUser, {true, session.state, {}}});
}

SessionListModel::SessionListModel(std::span<const management::LeftOutSession> leftOut, QObject* parent,
                                   ServerNames names)
    : QAbstractTableModel(parent)
    , m_serverNames(std::move(names))
    , m_hasReasons(true)
{
    m_rows.reserve(leftOut.size());
    for (const management::LeftOutSession& left : leftOut)
        m_rows.push_back({left.session, left.reason, {true, left.session.state, {}}});
}

int SessionListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SessionListModel::columnCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    return m_hasReasons ? ReasonColumn + 1 : ReasonColumn;
}

QString SessionListModel::text(const Line& row, int column) const
{
    const core::Session& session = row.session;
    switch (column) {
    case UserColumn: {
        const QString account = accountText(session);
        return account.isEmpty() ? tr("(no user)") : account;
    }
    case NameColumn:
        return row.now.name;
    case StateColumn:
        return row.now.isThere ? stateName(row.now.state) : tr("Not there any more");
    case UnusedColumn:
        return row.now.unused;
    case MachineColumn:
        return plainText(session.vmName, 256);
    case HostColumn:
        return plainText(session.key.vmHostName, 256);
    case IdColumn:
        return QString::number(session.key.sessionId);
    case ServerColumn:
        return serverText(session.key.server, m_serverNames);
    case ReasonColumn:
        return startingLarge(leftOutText(row.reason));
    default:
        return {};
    }
}

QVariant SessionListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Line& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return text(row, index.column());
    if (role == Qt::TextAlignmentRole && index.column() == IdColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant SessionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case UserColumn:
        return tr("User");
    case NameColumn:
        return tr("Name");
    case StateColumn:
        return tr("State");
    case UnusedColumn:
        return tr("Idle / gone");
    case MachineColumn:
        return tr("Virtual machine");
    case HostColumn:
        return tr("VM host");
    case IdColumn:
        return tr("Session ID");
    case ServerColumn:
        return tr("Server");
    case ReasonColumn:
        return tr("Left out because");
    default:
        return {};
    }
}

void SessionListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    QCollator collator;
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    // Keys are dear: none where numbers decide, else one for each text, however many rows have it.
    const bool isByText = column != StateColumn && column != IdColumn;
    QHash<QString, std::size_t> places;
    std::vector<NaturalKey> keys;
    std::vector<std::size_t> keyOf;
    for (std::size_t row = 0; isByText && row < m_rows.size(); ++row) {
        const QString name = text(m_rows[row], column);
        auto place = places.find(name);
        if (place == places.end()) {
            place = places.insert(name, keys.size());
            keys.emplace_back(collator, name);
        }
        keyOf.push_back(*place);
    }

    std::vector<std::uint32_t> positions(m_rows.size());
    std::iota(positions.begin(), positions.end(), 0U);
    const auto isLess = [&](std::uint32_t left, std::uint32_t right) {
        if (column == StateColumn)
            return severity(m_rows[left].now.state) < severity(m_rows[right].now.state);
        if (column == IdColumn)
            return m_rows[left].session.key.sessionId < m_rows[right].session.key.sessionId;
        return keys[keyOf[left]].compare(keys[keyOf[right]]) < 0;
    };
    std::stable_sort(positions.begin(), positions.end(), [&](std::uint32_t left, std::uint32_t right) {
        return order == Qt::AscendingOrder ? isLess(left, right) : isLess(right, left);
    });
    arrange(positions);
}

void SessionListModel::arrange(const std::vector<std::uint32_t>& order)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    std::vector<int> newRowOf(order.size());
    std::vector<Line> rows;
    rows.reserve(order.size());
    for (const std::uint32_t oldRow : order) {
        newRowOf[oldRow] = static_cast<int>(rows.size());
        rows.push_back(std::move(m_rows[oldRow]));
    }
    m_rows = std::move(rows);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex& moved : before)
        after.push_back(index(newRowOf[static_cast<std::size_t>(moved.row())], moved.column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

void SessionListModel::refresh(const NowOf& nowOf)
{
    int first = -1;
    int last = -1;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        std::optional<SessionNow> now = nowOf(m_rows[row].session);
        if (now && now->name.isEmpty())
            now->name = m_rows[row].now.name; // what a directory once told stands
        if (!now || *now == m_rows[row].now)
            continue;
        m_rows[row].now = std::move(*now);
        last = static_cast<int>(row);
        first = first < 0 ? last : first;
    }
    if (first >= 0)
        emit dataChanged(index(first, 0), index(last, columnCount() - 1));
}

bool SessionListModel::hasNames() const
{
    return std::ranges::any_of(m_rows, [](const Line& row) { return !row.now.name.isEmpty(); });
}

bool SessionListModel::hasSeveralServers() const
{
    return std::ranges::any_of(
        m_rows, [this](const Line& row) { return row.session.key.server != m_rows.front().session.key.server; });
}

std::vector<int> SessionListModel::rowsOfAllWords() const
{
    std::vector<int> rows;
    std::set<std::pair<core::ConnectState, management::LeftOutReason>> seen;
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        if (seen.insert({m_rows[row].now.state, m_rows[row].reason}).second)
            rows.push_back(static_cast<int>(row));
    }
    return rows;
}

QString leftOutSummary(std::span<const management::LeftOutSession> leftOut)
{
    if (leftOut.empty())
        return {};
    const auto countOf = [leftOut](auto... reasons) {
        return static_cast<int>(std::ranges::count_if(
            leftOut, [=](const management::LeftOutSession& left) { return ((left.reason == reasons) || ...); }));
    };
    using enum management::LeftOutReason;
    const int total = static_cast<int>(leftOut.size());
    const int listeners = countOf(Listener);
    const int withoutUser = countOf(NoUser);
    const int isProtected = countOf(ProtectedAccount, ProtectedHost);
    QStringList parts;
    if (withoutUser > 0)
        parts << SessionListModel::tr("%Ln without a user", nullptr, withoutUser);
    if (countOf(DoubledKey) > 0)
        parts << SessionListModel::tr("%Ln listed more than once", nullptr, countOf(DoubledKey));
    if (listeners == 1)
        parts << SessionListModel::tr("1 listener");
    else if (listeners > 1)
        parts << SessionListModel::tr("%Ln listeners", nullptr, listeners);
    if (isProtected > 0)
        parts << SessionListModel::tr("%Ln protected by policy", nullptr, isProtected);
    if (countOf(OwnSession) > 0)
        parts << SessionListModel::tr("your own");
    const QString sentence = total == 1 ? SessionListModel::tr("1 session is left out: %1.")
                                        : SessionListModel::tr("%Ln sessions are left out: %1.", nullptr, total);
    return sentence.arg(parts.join(QStringLiteral(", ")));
}

} // namespace deskwarden::models
