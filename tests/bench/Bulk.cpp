// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// Logging off many sessions on 50 VM hosts, each answer 50 ms away, each act recorded on the disk before and after it:
// the rate at which acts are answered, against connections / (time of the re-read + time of the act).

#include "bench/Clocks.h"
#include "bench/Topics.h"
#include "core/ServerAddress.h"
#include "management/acting/ActionRunner.h"
#include "management/sessions/SessionCollector.h"
#include "storage/AuditLog.h"
#include "support/ProgramRun.h"
#include "wsman/WsmanConnection.h"

#include <QTemporaryDir>

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <mutex>

namespace deskwarden::bench {

namespace {

constexpr std::size_t connections = 16;
constexpr double latency = 50;        // ms
constexpr double settledFrom = 2'000; // ms: by then a silent call has given its slot back

/// When each act was answered. Called on the runner's threads.
class Answers final
{
public:
    explicit Answers(std::size_t expected)
        : m_expected(expected)
    {}
    void take(const management::ActionReport& report, bool isOnHangingHost)
    {
        const std::lock_guard lock(m_mutex);
        if (isOnHangingHost || report.id >= m_isAnswered.size() + 1)
            return;
        if (report.phase != management::ActionPhase::Verifying && report.phase != management::ActionPhase::Finished)
            return;
        if (m_isAnswered[report.id - 1])
            return;
        m_isAnswered[report.id - 1] = true;
        m_times.push_back(wallTime() - m_start);
        if (m_times.size() == m_expected)
            m_isDone.notify_all();
    }
    void begin(std::size_t requests)
    {
        m_isAnswered.assign(requests, false);
        m_start = wallTime();
    }
    [[nodiscard]] std::vector<double> wait()
    {
        std::unique_lock lock(m_mutex);
        m_isDone.wait_for(lock, std::chrono::minutes(10), [this] { return m_times.size() >= m_expected; });
        return m_times;
    }

private:
    const std::size_t m_expected;
    std::mutex m_mutex;
    std::condition_variable m_isDone;
    std::vector<bool> m_isAnswered; // guarded by m_mutex, from begin() on
    std::vector<double> m_times;    // guarded by m_mutex
    double m_start = 0;
};

management::Connector connectorTo(const QString& address)
{
    core::ServerProfile profile;
    profile.address = core::ServerAddress::parse(address.toStdString()).value();
    profile.user = support::SimulatorProcess::user().toStdString();
    profile.auth = core::AuthScheme::Basic;
    return wsman::connectorFor(profile, core::Secret(support::SimulatorProcess::password().toStdString()));
}

std::vector<core::Session> listOf(const management::Connector& connector)
{
    core::StringPool pool;
    management::SessionCollector collector({core::SharedString("bench")}, pool);
    auto connection = connector();
    if (connection)
        (void)(*connection)
            ->enumerate(
                {std::string(core::rdmsNamespace), "SELECT * FROM Win32_VirtualDesktopSession"},
                [&](std::vector<core::Instance>&& batch) { collector.add(batch); },
                management::CallContext::within(std::chrono::minutes(2)));
    return collector.takeSessions();
}

/// The times at which the acts on healthy hosts were answered.
std::vector<double> logOffAll(const QString& address, const core::SharedString& hangingHost)
{
    const management::Connector connector = connectorTo(address);
    std::vector<management::ActionRequest> requests;
    std::vector<bool> isOnHangingHost;
    for (core::Session& session : listOf(connector)) {
        management::ActionRequest request;
        request.id = requests.size() + 1;
        isOnHangingHost.push_back(session.key.vmHostName == hangingHost);
        request.confirmed = std::move(session);
        requests.push_back(std::move(request));
    }
    Answers answers(static_cast<std::size_t>(std::ranges::count(isOnHangingHost, false)));
    const QTemporaryDir folder;
    storage::AuditLog ledger(folder.filePath(QStringLiteral("audit.sqlite")), {});
    management::ActionRunnerOptions options;
    options.connections = connections;
    management::ActionRunner runner(connector, ledger, options, [&](const management::ActionReport& report) {
        answers.take(report, isOnHangingHost[report.id - 1]);
    });
    answers.begin(requests.size());
    runner.submit(std::move(requests));
    return answers.wait();
}

/// Acts a second between the two times.
double rateBetween(const std::vector<double>& times, double from, double to)
{
    const auto count = std::ranges::count_if(times, [&](double time) { return time > from && time <= to; });
    return static_cast<double>(count) * 1e3 / (to - from);
}

QStringList farm(std::uint32_t acts)
{
    return {QStringLiteral("--sessions"), QString::number(acts),          QStringLiteral("--hosts"),
            QStringLiteral("50"),         QStringLiteral("--latency-ms"), QString::number(latency)};
}

} // namespace

void measureBulk(Report& report, const Settings& settings)
{
    const double ideal = static_cast<double>(connections) / (2 * latency / 1e3);
    const QString topic = QStringLiteral("bulk");
    const QString unit = QStringLiteral("acts/s");
    const QString against = QStringLiteral("ideal rate");
    core::SharedString someHost;
    {
        const support::SimulatorProcess simulator(farm(settings.acts));
        const std::vector<core::Session> sessions = listOf(connectorTo(simulator.address()));
        someHost = sessions.empty() ? someHost : sessions[sessions.size() / 2].key.vmHostName;
        const std::vector<double> times = logOffAll(simulator.address(), {});
        const double end = quantile(times, 1);
        report.add({topic,
                    QStringLiteral("log off all, from the first to the last"),
                    settings.acts,
                    rateBetween(times, 0, end),
                    unit,
                    against,
                    ideal,
                    {},
                    0.95});
    }
    QStringList arguments = farm(settings.acts);
    arguments << QStringLiteral("--fault")
              << QStringLiteral("logoff@%1=hang").arg(QString::fromStdString(someHost.toString()));
    const support::SimulatorProcess simulator(arguments);
    const std::vector<double> times = logOffAll(simulator.address(), someHost);
    // The very end is left out: there the last hosts alone cannot use all connections.
    report.add({topic,
                QStringLiteral("one host hangs: the others from 2 s on"),
                settings.acts,
                rateBetween(times, settledFrom, quantile(times, 0.98)),
                unit,
                against,
                ideal,
                {},
                0.95});
}

} // namespace deskwarden::bench
