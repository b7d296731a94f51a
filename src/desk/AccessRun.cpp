// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/AccessRun.h"

#include "management/access/AccessCheck.h"

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::desk {

namespace {

using AccessAnswered = core::Result<management::AccessReport>;

AccessAnswered askBroker(const management::Connector& connector, const core::ServerProfile& profile,
                         const management::AccessRequest& request, const std::stop_token& stop)
{
    const auto limits = management::CallContext::within(profile.timeout, stop);
    auto connection = connector();
    if (!connection)
        return core::failure(std::move(connection).error());
    if (const core::Result<> opened = (*connection)->open(limits, {}); !opened)
        return core::failure(opened.error());
    const management::AccessFacts facts = management::readAccessFacts(
        **connection, profile.address.id(), profile.nameSpace, request,
        // Long lists take their time; a person may stop them.
        {stop, std::chrono::steady_clock::time_point::max()}, std::chrono::system_clock::now());
    // A broker of which nothing could be read was not asked at all.
    if (!facts.sessions && !facts.desktops && !facts.collections)
        return core::failure(facts.sessions.error());
    return management::judgeAccess(facts);
}

} // namespace

/// One question: its thread, and the answer that the GUI thread has not taken yet.
class AccessRun::Run final
{
public:
    Run(management::Connector connector, const core::ServerProfile& profile, management::AccessRequest request,
        const core::StartThread& start, std::function<void()> wake)
        : m_wake(std::move(wake))
    {
        try {
            m_thread = start([this, connector = std::move(connector), profile, request = std::move(request)](
                                 const std::stop_token& stop) { tell(askBroker(connector, profile, request, stop)); });
        } catch (const std::system_error&) {
            tell(core::failure(core::noThread()));
        }
    }

    void requestStop() { m_thread.request_stop(); }
    [[nodiscard]] std::optional<AccessAnswered> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, std::nullopt);
    }

private:
    void tell(AccessAnswered answer)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_answer = std::move(answer);
        }
        m_wake();
    }

    const std::function<void()> m_wake;
    std::mutex m_mutex;
    std::optional<AccessAnswered> m_answer; // guarded by m_mutex
    std::jthread m_thread;                  // last: uses all above
};

AccessRun::AccessRun(QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_startThread(std::move(start))
{}

AccessRun::~AccessRun() = default;

void AccessRun::start(management::Connector connector, const core::ServerProfile& profile,
                      management::AccessRequest request)
{
    m_run.reset();
    m_run = std::make_unique<Run>(std::move(connector), profile, std::move(request), m_startThread, [this] {
        QMetaObject::invokeMethod(this, &AccessRun::takeAnswer, Qt::QueuedConnection);
    });
}

void AccessRun::cancel()
{
    if (m_run)
        m_run->requestStop();
}

void AccessRun::takeAnswer()
{
    // A wake of a question that was replaced finds the new one's answer, or none: both are right.
    const auto answer = m_run ? m_run->take() : std::nullopt;
    if (!answer)
        return;
    m_run.reset();
    if (*answer)
        emit answered(**answer);
    else
        emit failed(answer->error());
}

} // namespace deskwarden::desk
