// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "models/table/ChangeListModel.h"

#include "models/texts/Texts.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace deskwarden::models {

namespace {

QString changeText(const SessionChange& change)
{
    switch (change.kind) {
    case ChangeKind::Appeared:
        return ChangeListModel::tr("New: %1").arg(stateName(change.session.state));
    case ChangeKind::Left:
        return ChangeListModel::tr("Gone");
    case ChangeKind::NewState:
        return ChangeListModel::tr("%1, was %2").arg(stateName(change.session.state), stateName(change.before));
    }
    return {};
}

} // namespace

ChangeListModel::ChangeListModel(Clock now, QObject* parent)
    : QAbstractTableModel(parent)
    , m_now(std::move(now))
{}

void ChangeListModel::add(std::span<const SessionChange> changes)
{
    const std::size_t added = std::min(changes.size(), mostChanges);
    if (added == 0)
        return;
    drop(mostChanges - added);
    beginInsertRows({}, 0, static_cast<int>(added) - 1);
    m_changes.insert(m_changes.begin(), changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(added));
    endInsertRows();
    forgetOld();
}

void ChangeListModel::forgetOld()
{
    const auto nowMs = std::chrono::duration_cast<std::chrono::milliseconds>(m_now().time_since_epoch()).count();
    const auto oldest = nowMs - std::chrono::milliseconds(span).count();
    // Lists of several servers come in no order of time.
    const auto kept = std::find_if(m_changes.rbegin(), m_changes.rend(),
                                   [oldest](const SessionChange& change) { return change.timeMs >= oldest; });
    drop(static_cast<std::size_t>(m_changes.rend() - kept));
}

void ChangeListModel::drop(std::size_t kept)
{
    if (m_changes.size() <= kept)
        return;
    beginRemoveRows({}, static_cast<int>(kept), rowCount() - 1);
    m_changes.resize(kept);
    endRemoveRows();
}

const SessionChange& ChangeListModel::changeAt(int row) const
{
    return m_changes[static_cast<std::size_t>(row)];
}

int ChangeListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_changes.size());
}

int ChangeListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ChangeListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != Qt::DisplayRole)
        return {};
    const SessionChange& change = changeAt(index.row());
    switch (static_cast<Column>(index.column())) {
    case Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(change.timeMs).time(), QStringLiteral("HH:mm:ss"));
    case What:
        return changeText(change);
    case User:
        return accountText(change.session);
    case Machine:
        return plainText(change.session.vmName);
    case VmHost:
        return plainText(change.session.key.vmHostName);
    }
    return {};
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    switch (static_cast<Column>(section)) {
    case Time:
        return tr("Time");
    case What:
        return tr("What changed");
    case User:
        return tr("User");
    case Machine:
        return tr("Machine");
    case VmHost:
        return tr("VM host");
    }
    return {};
}

} // namespace deskwarden::models
