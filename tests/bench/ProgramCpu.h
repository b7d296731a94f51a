// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace deskwarden::bench {

/// CPU milliseconds, in the program and in the kernel, that a program takes from its start to its end with that stdin.
/// Nothing if it does not end well, or writes fewer lines.
[[nodiscard]] std::optional<double> programMilliseconds(const QString& program, const QStringList& arguments,
                                                        const QByteArray& input, int lines);

} // namespace deskwarden::bench
