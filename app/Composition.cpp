// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "app/Composition.h"

#include <utility>

namespace deskwarden::app {

Composition::Composition(const storage::StoragePlaces& places)
    : m_preferences(places.preferencesFile())
    , m_servers(places.profileFile())
{}

Composition::~Composition() = default;

ui::Services Composition::services()
{
    return {[this](core::ServerProfile profile, core::Secret password) {
                return m_connectors.connectorFor(std::move(profile), std::move(password));
            },
            m_ledger,
            m_servers,
            m_preferences,
            {}};
}

} // namespace deskwarden::app
