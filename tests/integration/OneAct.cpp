// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "integration/OneAct.h"

#include "management/ActionRunner.h"
#include "management/SessionMapping.h"

#include <condition_variable>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace deskwarden::integration {

using namespace std::chrono_literals;

namespace {

/// Keeps the outcome of one act, and waits for it.
class OutcomeBox final
{
public:
    void take(const management::ActionReport& report)
    {
        const std::lock_guard lock(m_mutex);
        if (report.phase != management::ActionPhase::Finished)
            return;
        m_outcome = report.outcome;
        ++m_count;
        m_changed.notify_all();
    }
    std::optional<management::Outcome> wait()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait_for(lock, 60s, [this] { return m_outcome.has_value(); });
        return m_outcome;
    }
    int count()
    {
        const std::lock_guard lock(m_mutex);
        return m_count;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::optional<management::Outcome> m_outcome; // guarded by m_mutex
    int m_count = 0;                              // guarded by m_mutex
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

Ended runOne(const BrokerUnderTest& server, management::ActLedger& ledger, const core::Session& target,
             management::ActionKind kind, const ActPatience& patience)
{
    return runOne(server.connector(), ledger, target, kind, patience);
}

Ended runOne(management::Connector connector, management::ActLedger& ledger, const core::Session& target,
             management::ActionKind kind, const ActPatience& patience)
{
    management::ActionRunnerOptions options;
    options.callTimeout = patience.call;
    options.verifyPatience = patience.verify;
    options.doubtPatience = patience.doubt;
    options.firstLook = 50ms;
    OutcomeBox box;
    Ended ended;
    {
        management::ActionRunner runner(std::move(connector), ledger, options,
                                        [&box](const management::ActionReport& report) { box.take(report); });
        management::ActionRequest request;
        request.id = 1;
        request.confirmed = target;
        request.action.kind = kind;
        request.reason = "INC 1";
        request.action.title = "Title";
        request.action.text = "Please save your work";
        runner.submit({request});
        ended.outcome = box.wait();
    }
    ended.count = box.count();
    return ended;
}

} // namespace deskwarden::integration
