// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "ui/sessions/ChangeFade.h"

#include <QStyle>
#include <QTableView>

#include <algorithm>

namespace deskwarden::ui {

namespace {

constexpr qint64 fadeMs = 2'500;
constexpr std::size_t mostChanges = 120; ///< more than that at once is a new table, not a change
constexpr int mostRows = 20;

} // namespace

ChangeFade::ChangeFade(QTableView& view)
    : QObject(&view)
    , m_view(view)
{
    m_clock.start();
    m_timer.setInterval(std::chrono::milliseconds(80));
    connect(&m_timer, &QTimer::timeout, this, &ChangeFade::step);
    connect(view.model(), &QAbstractItemModel::dataChanged, this, &ChangeFade::note);
    connect(view.model(), &QAbstractItemModel::modelReset, this, [this] { m_changes.clear(); });
}

double ChangeFade::strength(const QModelIndex& index) const
{
    for (const Change& change : m_changes) {
        if (change.index == index)
            return std::max(0.0, 1.0 - static_cast<double>(m_clock.elapsed() - change.since) / fadeMs);
    }
    return 0.0;
}

bool ChangeFade::isOnScreen(int row) const
{
    const int top = m_view.rowViewportPosition(row);
    return top + m_view.rowHeight(row) > 0 && top < m_view.viewport()->height();
}

void ChangeFade::note(const QModelIndex& topLeft, const QModelIndex& bottomRight)
{
    const bool isStill = m_view.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_view) <= 0;
    if (isStill || !m_view.isVisible() || bottomRight.row() - topLeft.row() >= mostRows)
        return;
    for (int row = topLeft.row(); row <= bottomRight.row(); ++row) {
        if (!isOnScreen(row))
            continue;
        for (int column = topLeft.column(); column <= bottomRight.column(); ++column) {
            if (m_changes.size() >= mostChanges || m_view.isColumnHidden(column) ||
                std::ranges::find(m_ignored, column) != m_ignored.end())
                continue;
            m_changes.push_back(
                {QPersistentModelIndex(topLeft.siblingAtRow(row).siblingAtColumn(column)), m_clock.elapsed()});
        }
    }
    if (!m_changes.empty() && !m_timer.isActive())
        m_timer.start();
}

void ChangeFade::step()
{
    for (const Change& change : m_changes) {
        if (change.index.isValid())
            m_view.viewport()->update(m_view.visualRect(change.index));
    }
    const qint64 now = m_clock.elapsed();
    m_changes.erase(
        std::remove_if(m_changes.begin(), m_changes.end(),
                       [now](const Change& change) { return !change.index.isValid() || now - change.since > fadeMs; }),
        m_changes.end());
    if (m_changes.empty())
        m_timer.stop();
}

} // namespace deskwarden::ui
