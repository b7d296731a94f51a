// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Session.h"
#include "management/acting/ActionPlan.h"
#include "models/table/ServerNames.h"
#include "models/table/SessionNow.h"

#include <QAbstractTableModel>

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace deskwarden::models {

/// A fixed list of sessions for the dialogs: the user, the full name where one is known, the state and for how long
/// nobody has used it, as both are now, the place; for those left out also the reason. Thread: GUI.
class SessionListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        UserColumn,
        NameColumn,
        StateColumn,
        UnusedColumn,
        MachineColumn,
        HostColumn,
        IdColumn,
        ServerColumn,
        ReasonColumn
    };
    using NowOf = std::function<std::optional<SessionNow>(const core::Session&)>;

    explicit SessionListModel(std::span<const core::Session> sessions, QObject* parent = nullptr,
                              ServerNames names = {});
    explicit SessionListModel(std::span<const management::LeftOutSession> leftOut, QObject* parent = nullptr,
                              ServerNames names = {});

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    /// Asks for each session what has become of it; where nothing is known, what stands there stays.
    void refresh(const NowOf& nowOf);
    /// Sessions of more than one server are listed: it is worth a column.
    [[nodiscard]] bool hasSeveralServers() const;
    /// Somebody's full name is known: it is worth a column.
    [[nodiscard]] bool hasNames() const;
    /// The first row of each state and reason that there is: all words that those columns hold.
    [[nodiscard]] std::vector<int> rowsOfAllWords() const;

private:
    struct Line
    {
        core::Session session;
        management::LeftOutReason reason = management::LeftOutReason::NoUser; ///< counts only if m_hasReasons
        SessionNow now;
    };
    [[nodiscard]] QString text(const Line& row, int column) const;
    void arrange(const std::vector<std::uint32_t>& order);

    std::vector<Line> m_rows;
    const ServerNames m_serverNames;
    bool m_hasReasons;
};

/// "3 sessions are left out: 2 have no user, 1 is a listener."; empty if there are none.
[[nodiscard]] QString leftOutSummary(std::span<const management::LeftOutSession> leftOut);

} // namespace deskwarden::models
