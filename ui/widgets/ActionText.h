// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

class QAction;

namespace deskwarden::ui {

/// "C&lose connection…" as it is read: without the sign of its letter, and without the dots.
[[nodiscard]] QString readableText(const QString& text);
/// The keys that do it, as people write them; empty without any.
[[nodiscard]] QString keysOf(const QAction& action);

} // namespace deskwarden::ui
