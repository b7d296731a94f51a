// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "app/cli/CliContext.h"
#include "core/Session.h"
#include "core/Value.h"
#include "management/sessions/KnownNames.h"
#include "management/sessions/SessionCollector.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace deskwarden::app {

/// Lists the sessions of a server by the product's one rule for rows (management::SessionCollector), and tells names
/// that stand for nothing from names that stand for something empty.
/// Thread: that of its connection. Blocks: as long as the server takes.
class SessionLister final
{
public:
    using Sink = std::function<void(const core::Session& session, const core::Instance& instance)>;

    SessionLister(const CliContext& context, management::ManagementConnection& connection);

    /// Asks for the names of the collections, which sessions name by their alias. Not every account may: then the
    /// aliases stand.
    void readCollectionNames();
    /// Lists all; those that the selection lets through go to the sink, if there is one, as they arrive. When they
    /// pause, the output is flushed.
    [[nodiscard]] core::Result<management::EnumerationEnd> list(const SessionSelection& selection, const Sink& sink);
    /// The collection as people call it.
    [[nodiscard]] QString collectionOf(const core::Session& session) const;

    /// All sessions of the list, once it is there.
    [[nodiscard]] const std::vector<core::Session>& sessions() const noexcept { return m_rows.sessions(); }
    /// Those of them that the selection lets through.
    [[nodiscard]] std::vector<core::Session> matching(const SessionSelection& selection) const;
    /// The list lacks something.
    [[nodiscard]] bool isIncomplete() const noexcept { return m_incomplete || m_rows.leftOut().isAny(); }
    /// Says on stderr what the list lacks, if anything.
    void sayIncomplete() const;

    /// Whether the host is in the list, among the deployment's servers, or has a virtual desktop. The server is asked
    /// for the latter when the list does not know it; what may not be read is said on stderr.
    [[nodiscard]] bool isKnownHost(const std::string& host);
    /// Known hosts whose names come near.
    [[nodiscard]] std::vector<std::string> hostsLike(const std::string& host);
    /// Says on stderr which hosts and collections of the selection nothing knows; false if there are any.
    [[nodiscard]] bool knowsAllOf(const SessionSelection& selection);

private:
    [[nodiscard]] bool matches(const SessionSelection& selection, const core::Session& session) const;
    /// Words are looked for in all columns: every one must occur in some, whatever its case, as it was typed.
    [[nodiscard]] bool matchesText(const SessionSelection& selection, const core::Session& session) const;
    void learnHosts(core::Result<> (*ask)(management::KnownNames&, management::ManagementConnection&,
                                          const std::string&, const management::CallContext&));
    [[nodiscard]] management::KnownNames knownCollections() const;
    void say(const QString& sentence) const;

    const CliContext& m_context;
    management::ManagementConnection& m_connection;
    core::StringPool m_pool;
    management::SessionCollector m_rows;
    QHash<QString, QString> m_collectionNames;                             // by lower-case alias
    std::optional<std::uint32_t> m_incomplete;                             // the status that said so
    management::KnownNames m_hosts;                                        // empty until somebody asks for one
    std::unordered_map<std::string, std::vector<std::string>> m_hostsLike; // what was asked already
    bool m_hasJoinedNodes = false;
    bool m_hasDesktopHosts = false;
};

} // namespace deskwarden::app
