// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/table/ListText.h"
#include "models/table/SessionTableModel.h"
#include "ui/widgets/BackgroundWork.h"

#include <QObject>

class QMainWindow;
class QMenu;
class QTableView;

namespace deskwarden::ui {

class ActionSet;

/// Saves and copies the list as it is seen: its columns, in their order; all lines, or those that are selected.
/// Thread: GUI; texts are made and written by another one. Owner: the window. Blocks: the destructor, until that one
/// has come to its next line, or the disk has taken the file.
class ListMenu final : public QObject
{
    Q_OBJECT

public:
    ListMenu(QMainWindow& window, models::SessionTableModel& sessions, QTableView& view, ActionSet& actions,
             core::StartThread startThread = core::startThread);

    /// Writes the lines, selected ones alone or all, as JSON if the name ends so, else as CSV.
    void write(const QString& file, bool isSelectionAlone);
    void copyAs(models::ListFormat format);

signals:
    /// The file is written; or why not, in a sentence.
    void written(const QString& file, const QString& problem);

private:
    void addToMenus(ActionSet& actions);
    void chooseFile(bool isSelectionAlone);
    void tell(const QString& file, const QString& problem);
    [[nodiscard]] models::ListPart part(bool isSelectionAlone) const;

    QMainWindow& m_window;
    models::SessionTableModel& m_sessions;
    QTableView& m_view;
    BackgroundWork m_work; // last: posts to all above
};

} // namespace deskwarden::ui
