// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace deskwarden::storage {

/// Whether only an administrator can have written this file. Nothing if so, or if it is not there; else what speaks
/// against it. POSIX: the file, each folder that leads to it and each link on the way belong to root, or to the user of
/// this number, and nobody else may write to them (a sticky folder guards what is in it). Windows: file and folder
/// belong to Administrators or the system, nobody else may change, replace or remove the file, and it is no link; the
/// number is not used. Thread: any.
[[nodiscard]] std::optional<QString> whyNotGuarded(const QString& file, std::uint32_t administrator = 0);

} // namespace deskwarden::storage
