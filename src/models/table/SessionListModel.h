// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/acting/ActionPlan.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <span>
#include <vector>

namespace deskwarden::models {

/// A fixed list of sessions for the dialogs: who it is, in which state, where; for those left out also why.
/// Thread: GUI.
class SessionListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { UserColumn, StateColumn, MachineColumn, HostColumn, IdColumn, ReasonColumn };

    explicit SessionListModel(std::span<const core::Session> sessions, QObject* parent = nullptr);
    explicit SessionListModel(std::span<const management::LeftOutSession> leftOut, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// The first row of each state and reason that there is: all words that those columns hold.
    [[nodiscard]] std::vector<int> rowsOfAllWords() const;

private:
    [[nodiscard]] QString text(const management::LeftOutSession& row, int column) const;
    void arrange(const std::vector<std::uint32_t>& order);

    std::vector<management::LeftOutSession> m_rows; // the reason counts only if m_hasReasons
    bool m_hasReasons;
};

/// "3 sessions are left out: 2 have no user, 1 is a listener."; empty if there are none.
[[nodiscard]] QString leftOutSummary(std::span<const management::LeftOutSession> leftOut);

} // namespace deskwarden::models
