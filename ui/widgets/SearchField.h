// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

class QLineEdit;

namespace deskwarden::ui {

/// Makes a field one in which something is looked for: with a picture at its head and a button that clears it at its
/// end, both of which have a name for people who do not see them. Thread: GUI.
void makeSearchField(QLineEdit& field);

} // namespace deskwarden::ui
