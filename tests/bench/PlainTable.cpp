// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "bench/PlainTable.h"

#include <unordered_map>
#include <utility>

namespace deskwarden::bench {

namespace {

QString textOf(const core::SharedString& text)
{
    return QString::fromUtf8(text.view().data(), static_cast<qsizetype>(text.view().size()));
}

} // namespace

PlainTable::Row PlainTable::rowOf(const core::Session& session)
{
    return {session.key,
            {QString::number(static_cast<unsigned>(session.state)), textOf(session.userName), textOf(session.vmName),
             textOf(session.collectionId), textOf(session.key.vmHostName), textOf(session.clientMachineName),
             QString::number(session.key.sessionId)}};
}

void PlainTable::apply(std::span<const core::Session> sessions)
{
    std::unordered_map<core::SessionKey, const core::Session*, core::SessionKeyHash> wanted;
    for (const core::Session& session : sessions)
        wanted.emplace(session.key, &session);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = wanted.find(m_rows[static_cast<std::size_t>(row)].key);
        if (found == wanted.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
            continue;
        }
        Row fresh = rowOf(*found->second);
        if (fresh.cells != m_rows[static_cast<std::size_t>(row)].cells) {
            m_rows[static_cast<std::size_t>(row)] = std::move(fresh);
            emit dataChanged(index(row, 0), index(row, columns - 1));
        }
        wanted.erase(found);
    }
    if (wanted.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(wanted.size()) - 1);
    for (const core::Session& session : sessions) {
        if (wanted.contains(session.key))
            m_rows.push_back(rowOf(session));
    }
    endInsertRows();
}

int PlainTable::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlainTable::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant PlainTable::data(const QModelIndex& index, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    return m_rows[static_cast<std::size_t>(index.row())].cells[static_cast<std::size_t>(index.column())];
}

} // namespace deskwarden::bench
