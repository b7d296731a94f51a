// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/sessions/ColumnRules.h"
#include "ui/sessions/Density.h"

#include <QTableView>

#include <memory>

class QMenu;

namespace deskwarden::ui {

class ColumnSizer;

/// A list that is a page of the window: its columns are as wide as what stands in them, can be moved, hidden and shown
/// by a menu of the header; lines are dense or not; a menu can be asked for by mouse and by key. Thread: GUI. It does
/// not own the model.
class SizedTable : public QTableView
{
    Q_OBJECT

public:
    void setDensity(Density density);
    /// The menu of the columns, for the menu bar and for the header.
    void fillColumnMenu(QMenu& menu);

signals:
    /// Where the person asked for the menu, in global coordinates.
    void menuRequested(const QPoint& position);

protected:
    SizedTable(QAbstractItemModel& model, std::unique_ptr<ColumnRules> rules, QWidget* parent);

    [[nodiscard]] ColumnSizer& sizer() const noexcept { return *m_sizer; }
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showHeaderMenu(const QPoint& position);

    ColumnSizer* m_sizer = nullptr; ///< null while it is made
    Density m_density = Density::Comfortable;
};

} // namespace deskwarden::ui
