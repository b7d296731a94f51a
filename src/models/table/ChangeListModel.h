// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/SessionChange.h"

#include <QAbstractTableModel>

#include <chrono>
#include <deque>
#include <functional>
#include <span>

namespace deskwarden::models {

/// What changed lately: who came, who went, whose session is in another state, the newest first. It holds what the last
/// minutes have brought, and never more than mostChanges. Thread: GUI.
class ChangeListModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, What, User, Machine, VmHost };
    static constexpr int columns = 5;
    static constexpr std::chrono::minutes span{10};
    using Clock = std::function<std::chrono::system_clock::time_point()>;

    explicit ChangeListModel(Clock now, QObject* parent = nullptr);

    void add(std::span<const SessionChange> changes);
    /// Drops what is older; to be called as time goes by.
    void forgetOld();
    [[nodiscard]] const SessionChange& changeAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    void drop(std::size_t kept);

    Clock m_now;
    std::deque<SessionChange> m_changes; ///< the newest first
};

} // namespace deskwarden::models
