// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QWidget;

namespace deskwarden::ui {

/// A notification of the desktop: on Linux by the Desktop Notifications Specification over D-Bus, on Windows by the
/// system tray. Where there is nobody to show it, nothing happens. Both texts are plain. Thread: GUI. Blocks: never.
void showDesktopNotice(QWidget& window, const QString& title, const QString& text);

} // namespace deskwarden::ui
