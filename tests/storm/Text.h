// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QString>

namespace deskwarden::storm {

/// Options and names, written as plain literals.
[[nodiscard]] inline QString text(const char* value)
{
    return QString::fromLatin1(value);
}

} // namespace deskwarden::storm
