// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/ProbeRun.h"

#include "management/seam/ServerProbe.h"

#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace deskwarden::desk {

/// One run: its thread, and the news that the GUI thread has not taken yet.
class ProbeRun::Run final
{
public:
    struct News
    {
        std::vector<management::StageReport> stages;
        std::optional<bool> end;
    };

    Run(management::Connector connector, std::string nameSpace, std::chrono::milliseconds timeout,
        const core::StartThread& start, std::function<void()> wake)
        : m_wake(std::move(wake))
    {
        try {
            m_thread = start([this, connector = std::move(connector), nameSpace = std::move(nameSpace),
                              timeout](const std::stop_token& stop) { run(connector, nameSpace, timeout, stop); });
        } catch (const std::system_error&) {
            tell([](News& news) {
                news.stages.push_back({management::ProbeStage::Name, core::noThread(), {}});
                news.end = false;
            });
        }
    }

    void requestStop() { m_thread.request_stop(); }
    [[nodiscard]] News take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_news, {});
    }

private:
    void run(const management::Connector& connector, const std::string& nameSpace, std::chrono::milliseconds timeout,
             const std::stop_token& stop)
    {
        management::ServerProbe probe(connector, nameSpace);
        const core::Result<> result =
            probe.run(management::CallContext::within(timeout, stop), [this](management::StageReport report) {
                tell([&report](News& news) { news.stages.push_back(std::move(report)); });
            });
        tell([&result](News& news) { news.end = result.has_value(); });
    }

    template <typename Change>
    void tell(const Change& change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change(m_news);
        }
        m_wake();
    }

    const std::function<void()> m_wake;
    std::mutex m_mutex;
    News m_news;           // guarded by m_mutex
    std::jthread m_thread; // last: uses all above
};

ProbeRun::ProbeRun(QObject* parent, core::StartThread start)
    : QObject(parent)
    , m_startThread(std::move(start))
{}

ProbeRun::~ProbeRun() = default;

void ProbeRun::start(management::Connector connector, std::string nameSpace, std::chrono::milliseconds timeout)
{
    m_run.reset();
    m_run = std::make_unique<Run>(std::move(connector), std::move(nameSpace), timeout, m_startThread, [this] {
        QMetaObject::invokeMethod(this, &ProbeRun::takeNews, Qt::QueuedConnection);
    });
}

void ProbeRun::cancel()
{
    if (m_run)
        m_run->requestStop();
}

bool ProbeRun::isRunning() const
{
    return m_run != nullptr;
}

void ProbeRun::takeNews()
{
    // A wake of a run that was replaced finds the new run's news, or none: both are right.
    if (!m_run)
        return;
    const Run::News news = m_run->take();
    if (news.end)
        m_run.reset();
    for (const management::StageReport& report : news.stages)
        emit stagePassed(report);
    if (news.end)
        emit finished(*news.end);
}

} // namespace deskwarden::desk
