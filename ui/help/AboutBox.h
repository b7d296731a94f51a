// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QWidget;

namespace deskwarden::ui {

/// Opens the box that says what this program is, its version, and whose icons it shows. Returns at once. Thread: GUI.
void openAboutBox(QWidget& parent);

} // namespace deskwarden::ui
