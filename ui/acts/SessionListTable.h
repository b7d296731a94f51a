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

} // namespace deskwarden::ui
