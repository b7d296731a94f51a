// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "desk/OpenActsLookup.h"

#include "management/acting/OpenActs.h"

#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace deskwarden::desk {

class OpenActsLookup::Run final
{
public:
    struct News
    {
        std::vector<management::ActionReport> reports;
        bool isOver = false;
    };

    Run(management::Connector connector, std::string nameSpace, std::chrono::milliseconds timeout,
        std::vector<management::ActionRequest> acts, Record record, const core::StartThread& start,
        std::function<void()> wake)
        : m_connector(std::move(connector))
        , m_nameSpace(std::move(nameSpace))
        , m_timeout(timeout)
        , m_acts(std::move(acts))
        , m_record(std::move(record))
        , m_wake(std::move(wake))
    {
        try {
            m_thread = start([this](const std::stop_token& stop) { run(stop); });
        } catch (const std::system_error&) {
            refuse();
        }
    }

    [[nodiscard]] News take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_news, {});
    }

private:
    void refuse()
    {
        tell([this](News& news) {
            for (const management::ActionRequest& act : m_acts) {
                management::ActionReport report{act.id, management::ActionPhase::Finished, {}};
                report.outcome.kind = management::OutcomeKind::Unknown;
                report.outcome.error = core::noThread();
                news.reports.push_back(std::move(report));
            }
            news.isOver = true;
        });
    }

    void run(const std::stop_token& stop)
    {
        const auto limits = [&] { return management::CallContext::within(m_timeout, stop); };
        std::optional<core::ManagementError> trouble;
        auto connection = m_connector();
        if (!connection)
            trouble = connection.error();
        else if (const auto opened = (*connection)->open(limits(), {}); !opened)
            trouble = opened.error();
        std::optional<management::OpenActs> open;
        if (!trouble)
            open.emplace(**connection, m_nameSpace);
        for (const management::ActionRequest& act : m_acts) {
            if (stop.stop_requested())
                break;
            management::ActionReport report{act.id, management::ActionPhase::Finished, {}};
            report.outcome.kind = management::OutcomeKind::Unknown;
            if (!open) {
                report.outcome.error = trouble;
            } else if (auto found = open->lookUp(act.action.kind, act.confirmed, limits())) {
                report.outcome = *std::move(found);
                m_record(act, report.outcome);
            } else {
                report.outcome.error = std::move(found).error();
            }
            tell([&report](News& news) { news.reports.push_back(std::move(report)); });
        }
        tell([](News& news) { news.isOver = true; });
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

    const management::Connector m_connector;
    const std::string m_nameSpace;
    const std::chrono::milliseconds m_timeout;
    const std::vector<management::ActionRequest> m_acts;
    const Record m_record;
    const std::function<void()> m_wake;
    std::mutex m_mutex;
    News m_news;           // guarded by m_mutex
    std::jthread m_thread; // last: uses all above
};

OpenActsLookup::OpenActsLookup(management::Connector connector, std::string nameSpace,
                               std::chrono::milliseconds timeout, std::vector<management::ActionRequest> acts,
                               Record record, QObject* parent, const core::StartThread& start)
    : QObject(parent)
    , m_run(std::make_unique<Run>(
          std::move(connector), std::move(nameSpace), timeout, std::move(acts), std::move(record), start,
          [this] { QMetaObject::invokeMethod(this, &OpenActsLookup::takeReports, Qt::QueuedConnection); }))
{}

OpenActsLookup::~OpenActsLookup() = default;

void OpenActsLookup::takeReports()
{
    const Run::News news = m_run->take();
    if (!news.reports.empty())
        emit reportsArrived(news.reports);
    if (news.isOver)
        emit finished();
}

} // namespace deskwarden::desk
