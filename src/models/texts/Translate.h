// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QCoreApplication>
#include <QString>

namespace deskwarden::models {

/// QCoreApplication::translate under the name that lupdate looks for. The English source text is shown as it is where
/// no translation is loaded; that is why one and many have texts of their own here.
[[nodiscard]] inline QString translate(const char* context, const char* text, const char* note = nullptr,
                                       int count = -1)
{
    return QCoreApplication::translate(context, text, note, count);
}

} // namespace deskwarden::models
