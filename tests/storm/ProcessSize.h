// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

namespace deskwarden::storm {

/// What a process holds at this moment, as /proc tells.
struct ProcessSize
{
    qint64 kilobytes = 0; ///< of memory that is its own
    int threads = 0;
    int descriptors = 0;

    /// All 0 if there is no such process.
    [[nodiscard]] static ProcessSize of(qint64 processId);
};

} // namespace deskwarden::storm
