// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QPushButton;

namespace deskwarden::ui {

/// What cannot be taken back looks so, on any palette; its words say it as well.
void makeDestructive(QPushButton& button);

} // namespace deskwarden::ui
