// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/log/LogRing.h"

#include <QtGlobal>

namespace deskwarden::app {

/// As long as it lives, all that the program, Qt and libraries say by Qt's logging goes into the ring, and what was
/// always printed is printed still: of the program's own lines only warnings and errors.
/// Thread: made and destroyed on the main thread; lines come on any. Owner: main(); there is one.
class LogHandler final
{
public:
    /// The ring outlives every thread that may say something.
    explicit LogHandler(models::LogRing& ring);
    LogHandler(const LogHandler&) = delete;
    LogHandler& operator=(const LogHandler&) = delete;
    ~LogHandler();
};

} // namespace deskwarden::app
