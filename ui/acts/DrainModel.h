// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/DrainRun.h"

#include <QAbstractTableModel>

namespace deskwarden::ui {

enum class DrainColumn { User, VirtualMachine, Session, Came, State, Explanation };

/// Everybody who is, was or came on a host that is drained, one line each. Thread: GUI. The drain outlives it.
class DrainModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int columns = 6;

    explicit DrainModel(const desk::DrainRun& run, QObject* parent = nullptr);

    /// The drain, or the time, has gone on.
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString text(const management::DrainedSession& session, DrainColumn column) const;

    const desk::DrainRun& m_run;
    int m_rows = 0;
};

} // namespace deskwarden::ui
