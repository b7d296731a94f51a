// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk/Conversations.h"

namespace deskwarden::desk {

/// Listens to what is said between this program and all its servers, while it is told to.
/// Thread: GUI; what it hears comes on any.
class WireTrace
{
public:
    WireTrace() = default;
    WireTrace(const WireTrace&) = delete;
    WireTrace& operator=(const WireTrace&) = delete;
    virtual ~WireTrace() = default;

    [[nodiscard]] virtual bool isOn() const = 0;
    /// Begins anew.
    virtual void start() = 0;
    /// Ends it. What was heard, with every name replaced; made by another thread, as that takes a while.
    [[nodiscard]] virtual ConversationRun stop() = 0;
};

} // namespace deskwarden::desk
