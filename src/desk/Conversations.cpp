// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/Conversations.h"

#include <utility>

namespace deskwarden::desk {

Conversations::Conversations(ConversationFactory factory)
    : m_factory(std::move(factory))
{}

void Conversations::remember(const core::ServerProfile& profile, const core::Secret& password)
{
    if (m_factory)
        m_servers.insert_or_assign(profile.address.id(),
                                   [this, profile, password] { return m_factory(profile, password); });
}

void Conversations::forget(const core::ServerId& server)
{
    m_servers.erase(server);
}

core::Result<ConversationRun> Conversations::prepare(const core::ServerId& server) const
{
    const auto known = m_servers.find(server);
    if (known == m_servers.end())
        return core::failure(core::ErrorKind::NotSupported);
    return known->second();
}

} // namespace deskwarden::desk
