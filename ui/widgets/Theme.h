// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPalette>

class QApplication;

namespace deskwarden::ui {

enum class ColorScheme { System, Light, Dark, HighContrast };

/// What a colour says. Each comes with a word or a shape: colour is never the only sign.
enum class Tone { Plain, Accent, Good, Warning, Bad, Muted };

/// Gives the program its style, palette and icon. With System it follows the palette that the desktop gave the program;
/// a high-contrast palette is left alone. To be called before the first widget, and again when the desktop's colours or
/// the person's wish change. Thread: GUI.
void applyTheme(QApplication& application, ColorScheme scheme = ColorScheme::System);
[[nodiscard]] ColorScheme colorSchemeFromName(const QString& name); ///< "system", "light", "dark", "contrast"

[[nodiscard]] QPalette lightPalette();
[[nodiscard]] QPalette darkPalette();
[[nodiscard]] QPalette highContrastPalette();
[[nodiscard]] bool isDark(const QPalette& palette);
/// A colour of that tone that can be read on the palette's base (at least 4.5 : 1).
[[nodiscard]] QColor toneColor(Tone tone, const QPalette& palette);
/// Of the edge of a field or box, so that it is seen on the window and on the base (at least 3 : 1).
[[nodiscard]] QColor edgeColor(const QPalette& palette);
/// [WCAG 2.1] contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& left, const QColor& right);

} // namespace deskwarden::ui
