// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/CliContext.h"
#include "core/Session.h"
#include "core/Value.h"

#include <QHash>
#include <QString>

#include <functional>
#include <unordered_set>

namespace deskwarden::app {

/// Lists the sessions that a selection lets through, as they arrive.
/// Thread: that of its connection. Blocks: as long as the server takes.
class SessionLister final
{
public:
    /// `session` has no host where the row could not be read; that only happens without a selection.
    using Sink = std::function<void(const core::Session& session, const core::Instance& instance)>;

    SessionLister(const CliContext& context, management::ManagementConnection& connection);

    /// Asks for the names of the collections, which sessions name by their alias. Not every account may: then the
    /// aliases stand.
    void readCollectionNames();
    [[nodiscard]] core::Result<management::EnumerationEnd> list(const SessionSelection& selection, const Sink& sink);
    /// The collection as people call it.
    [[nodiscard]] QString collectionOf(const core::Session& session) const;
    /// Rows that lack a readable key.
    [[nodiscard]] std::size_t unreadable() const noexcept { return m_unreadable; }

private:
    [[nodiscard]] bool matches(const SessionSelection& selection, const core::Session& session) const;
    [[nodiscard]] bool matchesText(const QString& text, const core::Session& session) const;

    const CliContext& m_context;
    management::ManagementConnection& m_connection;
    core::StringPool m_pool;
    QHash<QString, QString> m_collectionNames; // by lower-case alias
    std::unordered_set<core::SessionKey, core::SessionKeyHash> m_listed;
    std::size_t m_unreadable = 0;
};

} // namespace deskwarden::app
