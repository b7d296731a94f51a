// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <functional>

class QWidget;

namespace deskwarden::ui {

/// Says the texts of a widget now, and again whenever the program has learned another language, for as long as the
/// widget lives; so long must live what it speaks through. A widget's own children come to know of the language after
/// their parent's handler and in the order of their making: what a child says by itself is overruled by making that
/// child the widget. Thread: GUI.
void inEachLanguage(QWidget& widget, std::function<void()> say);

} // namespace deskwarden::ui
