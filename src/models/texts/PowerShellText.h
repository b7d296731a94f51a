// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::models {

/// A PowerShell text in single quotes, in which nothing is expanded. PowerShell takes typographic quotes for quotes;
/// what a shell would obey that the text is pasted into stands as the number of its character. Thread: any.
[[nodiscard]] QString quotedForPowerShell(const QString& text);

} // namespace deskwarden::models
