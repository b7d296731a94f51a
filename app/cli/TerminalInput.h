// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "core/Secret.h"

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

#include <optional>
#include <stop_token>

namespace deskwarden::app {

/// The first line of stdin, without its line end. The error is one sentence.
[[nodiscard]] tl::expected<core::Secret, QString> passwordFromStdin(const std::stop_token& stop);
/// Asks on the terminal without showing what is typed. The error is one sentence, also where there is no terminal.
[[nodiscard]] tl::expected<core::Secret, QString> passwordFromTerminal(const QString& question,
                                                                       const std::stop_token& stop);
/// Asks on the terminal and gives back what was typed, trimmed; empty if nothing was, or if it was stopped.
[[nodiscard]] QString answerFromTerminal(const QString& question, const std::stop_token& stop);
/// What a file holds, at most so many bytes of it; "-" is stdin. It may be a pipe whose other end is silent: a stop
/// ends the waiting. Nothing if it cannot be read, or if it was stopped.
[[nodiscard]] std::optional<QByteArray> contentOfFile(const QString& file, qsizetype most, const std::stop_token& stop);
/// Somebody can be asked: stdin and stderr are a terminal.
[[nodiscard]] bool isTerminal();

} // namespace deskwarden::app
