// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/OneAct.h"

#include "management/acting/ActionRunner.h"
#include "management/sessions/SessionMapping.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::integration {

using namespace std::chrono_literals;

namespace {

/// Keeps the outcomes of acts, and waits for them.
class OutcomeBox final
{
public:
    void take(const management::ActionReport& report)
    {
        const std::lock_guard lock(m_mutex);
        if (report.phase != management::ActionPhase::Finished)
            return;
        Ended& ended = m_ended[report.id];
        ended.outcome = report.outcome;
        ++ended.count;
        m_changed.notify_all();
    }
    void waitFor(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 60s, [&] { return m_ended.size() >= count; });
    }
    std::map<std::uint64_t, Ended> ended()
    {
        const std::lock_guard lock(m_mutex);
        return m_ended;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::map<std::uint64_t, Ended> m_ended; // guarded by m_mutex
};

} // namespace

std::optional<core::Session> sessionIn(const BrokerUnderTest& server, core::ConnectState state)
{
    std::optional<core::Session> found;
    core::StringPool pool;
    auto connection = server.connector()();
    if (!connection || !(*connection)->open(management::CallContext::within(20s), {}))
        return found;
    const auto sink = [&](std::vector<core::Instance>&& batch) {
        for (const core::Instance& instance : batch) {
            const auto session = management::toSession(instance, server.profile().address.id(), pool);
            if (!found && session && session->state == state && core::hasUser(*session))
                found = *session;
        }
    };
    const management::Query query{std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"};
    const auto end = (*connection)->enumerate(query, sink, management::CallContext::within(20s));
    return end ? found : std::nullopt;
}

management::ActionKind kindOf(std::string_view verb)
{
    using management::ActionKind;
    for (const ActionKind kind : {ActionKind::Disconnect, ActionKind::Message}) {
        if (verb == management::symbol(kind))
            return kind;
    }
    return ActionKind::Logoff;
}

std::map<std::uint64_t, Ended> runAll(management::Connector connector, management::ActLedger& ledger,
                                      std::vector<management::ActionRequest> requests, const ActPatience& patience)
{
    management::ActionRunnerOptions options;
    options.callTimeout = patience.call;
    options.verifyPatience = patience.verify;
    options.doubtPatience = patience.doubt;
    options.firstLook = 50ms;
    OutcomeBox box;
    {
        management::ActionRunner runner(std::move(connector), ledger, options,
                                        [&box](const management::ActionReport& report) { box.take(report); });
        const std::size_t count = requests.size();
        runner.submit(std::move(requests));
        box.waitFor(count);
    }
    return box.ended();
}

Ended runOne(const BrokerUnderTest& server, management::ActLedger& ledger, const core::Session& target,
             management::ActionKind kind, const ActPatience& patience)
{
    return runOne(server.connector(), ledger, target, kind, patience);
}

Ended runOne(management::Connector connector, management::ActLedger& ledger, const core::Session& target,
             management::ActionKind kind, const ActPatience& patience)
{
    management::ActionRequest request;
    request.id = 1;
    request.confirmed = target;
    request.action = {kind, "Title", "Please save your work"};
    request.reason = "INC 1";
    return runAll(std::move(connector), ledger, {request}, patience)[1];
}

} // namespace deskwarden::integration
