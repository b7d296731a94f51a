// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/Connectors.h"
#include "management/MemoryLedger.h"
#include "storage/Preferences.h"
#include "storage/ServerProfileStore.h"
#include "storage/StoragePlaces.h"
#include "ui/Services.h"

namespace deskwarden::app {

/// Picks the implementations behind the console's window, and owns them.
/// Thread: GUI. Owner: main(); outlives the window.
class Composition final
{
public:
    explicit Composition(const storage::StoragePlaces& places);
    Composition(const Composition&) = delete;
    Composition& operator=(const Composition&) = delete;
    ~Composition();

    [[nodiscard]] ui::Services services();
    [[nodiscard]] storage::Preferences& preferences() noexcept { return m_preferences; }

private:
    storage::Preferences m_preferences;
    storage::ServerProfileStore m_servers;
    management::MemoryLedger m_ledger; // until an audit log takes its place
    Connectors m_connectors;
};

} // namespace deskwarden::app
