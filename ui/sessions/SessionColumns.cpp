// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/SessionColumns.h"

namespace deskwarden::ui {

SessionColumns::SessionColumns(const models::SessionTableModel& sessions)
    : m_sessions(sessions)
{
    using models::SessionColumn;
    for (const models::ColumnSpec& spec : models::columnSpecs()) {
        const bool hasIcon = spec.column == SessionColumn::State || spec.column == SessionColumn::LastResult;
        m_columns.push_back({spec.id, spec.room, spec.leastDigits, spec.use == models::ColumnUse::Always, hasIcon,
                             spec.column == SessionColumn::User});
    }
}

bool SessionColumns::isUsual(int column) const
{
    switch (models::columnSpec(static_cast<models::SessionColumn>(column)).use) {
    case models::ColumnUse::Always:
    case models::ColumnUse::Usually:
        return true;
    case models::ColumnUse::WithNames:
        return m_sessions.hasPersonNames();
    case models::ColumnUse::WithServers:
        return m_sessions.counts().servers.size() > 1;
    case models::ColumnUse::WithResults:
        return m_hadResults || m_sessions.hasResults();
    case models::ColumnUse::OnDemand:
        return false;
    }
    return false;
}

bool SessionColumns::isHeading(int row) const
{
    return m_sessions.isSection(row);
}

QString SessionColumns::painted(int row, int column) const
{
    const QModelIndex index = m_sessions.index(row, column);
    QString text = index.data(models::SessionTableModel::PaintedRole).toString();
    if (text.isNull())
        text = index.data().toString();
    if (const QString muted = index.data(models::SessionTableModel::MutedRole).toString(); !muted.isEmpty())
        text += u' ' + muted;
    return text;
}

/// Once there was a result its column stays: nothing is to jump when the result is dropped with its row.
void SessionColumns::look()
{
    m_hadResults = m_hadResults || m_sessions.hasResults();
}

} // namespace deskwarden::ui
