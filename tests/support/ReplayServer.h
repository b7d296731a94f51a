// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#pragma once

#include "support/ScriptedServer.h"
#include "wsman/report/ReportText.h"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

namespace deskwarden::tests {

/// Says what a server said to whom a field report was made: to each question the answer that the same question got
/// then, in the order of the report, the last one again where it is asked more often. Whatever signs in is let in by
/// Basic. A question that was not asked then is answered with status 404.
/// Thread: serves on threads of its own. Owner: the test.
class ReplayServer final
{
public:
    explicit ReplayServer(const wsman::Report& report);

    [[nodiscard]] std::uint16_t port() const { return m_server.port(); }
    /// Questions that the report has no answer for.
    [[nodiscard]] std::size_t unknown() const;

private:
    struct Exchange
    {
        std::string question; ///< what makes two requests the same
        std::string messageId;
        int status = 0;
        std::string body;
        bool isUsed = false;
    };

    void serve(ScriptedServer::Connection& connection);
    [[nodiscard]] Exchange* find(const std::string& question, bool isSignedIn);

    mutable std::mutex m_mutex;
    std::vector<Exchange> m_exchanges; // guarded by m_mutex
    std::size_t m_unknown = 0;         // guarded by m_mutex
    const ScriptedServer m_server;     // last: its threads use all above
};

} // namespace deskwarden::tests
