// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/Output.h"

#include <QString>
#include <QStringList>

#include <span>
#include <vector>

namespace deskwarden::app {

/// A column of a list on a terminal.
struct TextColumn
{
    const char* head = "";
    int widest = 32; ///< in cells: one long name must not push a whole list aside; --json has them whole
};

/// Prints rows under their heads, each column as wide as it needs to be. The last one is not filled up.
void printTable(Output& output, std::span<const TextColumn> columns, const std::vector<QStringList>& rows);

} // namespace deskwarden::app
