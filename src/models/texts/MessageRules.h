// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

/// What a message to a user must be like so that the server takes it. Pure. Thread: any; the sentences: GUI.
namespace deskwarden::models {

/// Characters (UTF-16 units, as Windows counts) that a message box on the other side can show.
inline constexpr qsizetype messageTitleLimit = 128;
inline constexpr qsizetype messageTextLimit = 1024;

/// Whether every character can be sent.
[[nodiscard]] bool isSendable(const QString& text);
/// One sentence about what the server could not take; empty if it takes it, also while something is missing.
[[nodiscard]] QString messageProblem(const QString& title, const QString& text);
/// One sentence about what is still missing; empty if nothing is.
[[nodiscard]] QString messageGap(const QString& title, const QString& text);

} // namespace deskwarden::models
