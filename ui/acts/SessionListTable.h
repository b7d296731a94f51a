// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QTableView;

namespace deskwarden::models {
class SessionListModel;
} // namespace deskwarden::models

namespace deskwarden::ui {

/// Sets up a table of the dialogs: read only, sortable, Ctrl+C copies the chosen rows. Returns the width in which all
/// columns are seen.
/// Thread: GUI.
int setUpSessionTable(QTableView& view, models::SessionListModel& model);
/// Shows the column of full names once there are any. Returns by how much all columns got wider. Thread: GUI.
int showNamesIn(QTableView& view, const models::SessionListModel& model);

} // namespace deskwarden::ui
