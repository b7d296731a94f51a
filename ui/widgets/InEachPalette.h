// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QWidget;

namespace deskwarden::ui {

/// Takes colours from a widget's palette now, and again whenever that is another one, for as long as the widget lives;
/// so long must live what it gives them to. It may give them to children, never to the widget itself, whose palette
/// would change again. Thread: GUI.
void inEachPalette(QWidget& widget, std::function<void()> take);

} // namespace deskwarden::ui
