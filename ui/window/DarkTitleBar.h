// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QApplication;

namespace deskwarden::ui {

/// Windows only: the frames of all windows become dark where their palette is dark, and light again. Thread: GUI.
void followPaletteInTitleBars(QApplication& application);

} // namespace deskwarden::ui
