// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"

#include <QString>

#include <tl/expected.hpp>

namespace deskwarden::app {

/// The first line of stdin, without its line end. The error is one sentence.
[[nodiscard]] tl::expected<core::Secret, QString> passwordFromStdin();
/// Asks on the terminal without showing what is typed. The error is one sentence, also where there is no terminal.
[[nodiscard]] tl::expected<core::Secret, QString> passwordFromTerminal(const QString& question);
/// Somebody can be asked: stdin and stderr are a terminal.
[[nodiscard]] bool isTerminal();

} // namespace deskwarden::app
