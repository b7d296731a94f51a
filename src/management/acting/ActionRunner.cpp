// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

#include "management/acting/ActionRunner.h"

#include "management/acting/ActionScheduler.h"
#include "management/acting/TargetReader.h"
#include "management/seam/ActionSpec.h"
#include "management/seam/ErrorRules.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <system_error>
#include <thread>
#include <unordered_map>
#include <utility>

namespace deskwarden::management {

namespace {

using Clock = std::chrono::steady_clock;
using Handle = ActionScheduler::Handle;

ActionRunnerOptions withRoomForOne(ActionRunnerOptions options)
{
    options.connections = std::max<std::size_t>(options.connections, 1);
    options.perVmHost = std::max<std::size_t>(options.perVmHost, 1);
    return options;
}

} // namespace

/// The threads behind a runner. One coordinator keeps the time, records intents and calls in workers; each worker has a
/// connection of its own and makes one call at a time; one clerk records outcomes and reports, so that neither the disk
/// nor the receiver holds up an act.
class ActionRunner::Crew final
{
public:
    Crew(Connector connector, ActLedger& ledger, ActionRunnerOptions options, Report report);
    Crew(const Crew&) = delete;
    Crew& operator=(const Crew&) = delete;
    ~Crew();

    void submit(std::vector<ActionRequest> requests);
    void cancelQueued();
    void cancel(const std::unordered_set<std::uint64_t>& requests);
    void setPaused(bool isPaused);
    void requestStop();

private:
    using Lock = std::unique_lock<std::mutex>;
    using Connection = std::unique_ptr<ManagementConnection>;
    struct Filed
    {
        ActionReport report;
        std::optional<IntentToken> token; // with Finished, if the intent was recorded
    };
    struct LookItem
    {
        Handle handle = 0;
        ActTarget target;
    };

    [[nodiscard]] std::jthread start(void (Crew::*body)()); // throws what std::jthread throws
    [[nodiscard]] bool isManned();                          // m_mutex is held
    void coordinate();
    void announce(Lock& lock, const std::vector<Handle>& group);
    void callIn();
    void work();
    void act(Lock& lock, Handle handle, Connection& connection);
    void lookAt(Lock& lock, const ActionScheduler::LookTask& task, Connection& connection);
    [[nodiscard]] core::Result<> connect(Connection& connection);
    void noteAnswer(const core::ManagementError* error); // nullptr: it was a good one
    [[nodiscard]] Look read(const ActTarget& target, Connection& connection);
    [[nodiscard]] core::Result<MethodResult> invoke(const IntentToken& token, const ActionRequest& request,
                                                    ManagementConnection& connection) const;
    void file(); // m_mutex is held
    void keepRecords();
    void deliver(Lock& lock);
    [[nodiscard]] CallContext context() const { return CallContext::within(m_options.callTimeout, m_stop.get_token()); }

    const Connector m_connector;
    ActLedger& m_ledger;
    const ActionRunnerOptions m_options;
    const std::size_t m_mostWorkers;
    const Report m_report;
    TargetReader m_reader;
    std::stop_source m_stop;

    std::mutex m_mutex;
    std::condition_variable m_changed;                // for the coordinator
    std::condition_variable m_called;                 // for the workers
    std::condition_variable m_filed;                  // for the clerk
    ActionScheduler m_scheduler;                      // guarded by m_mutex
    std::unordered_map<Handle, IntentToken> m_tokens; // guarded by m_mutex
    std::deque<Filed> m_outbox;                       // guarded by m_mutex
    std::size_t m_idle = 0;                           // guarded by m_mutex
    bool m_isStopping = false;                        // guarded by m_mutex
    bool m_isClosed = false;                          // guarded by m_mutex: nothing more will be filed

    std::vector<std::jthread> m_workers; // the coordinator's; the destructor's once that has ended
    std::jthread m_clerk;                // this and the next are guarded by m_mutex until the destructor
    std::jthread m_coordinator;
};

ActionRunner::Crew::Crew(Connector connector, ActLedger& ledger, ActionRunnerOptions options, Report report)
    : m_connector(std::move(connector))
    , m_ledger(ledger)
    , m_options(withRoomForOne(std::move(options)))
    , m_mostWorkers(m_options.connections + m_options.lookConnections + m_options.replacements)
    , m_report(std::move(report))
    , m_reader(m_options.nameSpace, [this](const core::ManagementError* error) { noteAnswer(error); })
    , m_scheduler(m_options)
{
    const std::lock_guard lock(m_mutex);
    static_cast<void>(isManned()); // if it is not, submit() tries again
}

ActionRunner::Crew::~Crew()
{
    requestStop();
    if (m_coordinator.joinable())
        m_coordinator.join();
    for (std::jthread& worker : m_workers)
        worker.join();
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_filed.notify_all();
    if (m_clerk.joinable())
        m_clerk.join();
}

std::jthread ActionRunner::Crew::start(void (Crew::*body)())
{
    return m_options.startThread([this, body](const std::stop_token&) { (this->*body)(); });
}

/// Starts the two threads without which nothing goes on. False: they are not to be had now.
bool ActionRunner::Crew::isManned()
{
    try {
        if (!m_clerk.joinable())
            m_clerk = start(&Crew::keepRecords);
        if (!m_coordinator.joinable())
            m_coordinator = start(&Crew::coordinate);
        return true;
    } catch (const std::system_error&) {
        return false;
    }
}

void ActionRunner::Crew::submit(std::vector<ActionRequest> requests)
{
    Lock lock(m_mutex);
    m_scheduler.add(std::move(requests));
    if (!isManned())
        m_scheduler.failNotStarted(core::noThread(), Clock::now());
    file();
    m_changed.notify_one();
    if (!m_clerk.joinable())
        deliver(lock);
}

void ActionRunner::Crew::cancelQueued()
{
    const std::lock_guard lock(m_mutex);
    m_scheduler.cancelQueued(Clock::now());
    file();
    m_changed.notify_one();
}

void ActionRunner::Crew::cancel(const std::unordered_set<std::uint64_t>& requests)
{
    const std::lock_guard lock(m_mutex);
    m_scheduler.cancel(requests, Clock::now());
    file();
    m_changed.notify_one();
}

void ActionRunner::Crew::setPaused(bool isPaused)
{
    const std::lock_guard lock(m_mutex);
    m_scheduler.setPaused(isPaused);
    m_changed.notify_one();
}

void ActionRunner::Crew::requestStop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
        m_scheduler.stop(Clock::now());
        file();
        m_changed.notify_all();
        m_called.notify_all();
    }
    m_stop.request_stop(); // outside the lock: the connections' stop callbacks run here
}

void ActionRunner::Crew::coordinate()
{
    Lock lock(m_mutex);
    while (!m_isStopping) {
        const auto now = Clock::now();
        m_scheduler.giveBackSilent(now);
        if (const auto group = m_scheduler.takeToAnnounce(); !group.empty()) {
            announce(lock, group);
            continue;
        }
        if (m_scheduler.canStart(now) || m_scheduler.canLook(now))
            callIn();
        // What is due already waits for a worker, and that one's progress is told.
        if (const auto next = m_scheduler.nextEvent(); next && *next > now)
            m_changed.wait_until(lock, *next);
        else
            m_changed.wait(lock);
    }
}

void ActionRunner::Crew::announce(Lock& lock, const std::vector<Handle>& group)
{
    std::vector<ActionRequest> requests;
    requests.reserve(group.size());
    for (const Handle handle : group)
        requests.push_back(*m_scheduler.request(handle));
    lock.unlock();
    auto tokens = m_ledger.recordIntents(requests);
    if (tokens && tokens->size() != group.size())
        tokens = core::failure(core::ErrorKind::LedgerUnwritable, "The ledger did not record every intent.");
    lock.lock();
    if (tokens) {
        for (std::size_t index = 0; index < group.size(); ++index)
            m_tokens.emplace(group[index], std::move((*tokens)[index]));
        m_scheduler.announced(group, Clock::now());
    } else {
        m_scheduler.announcementFailed(group, tokens.error(), Clock::now());
    }
    file();
}

void ActionRunner::Crew::callIn()
{
    if (m_idle > 0 || m_workers.size() >= m_mostWorkers) {
        m_called.notify_one();
        return;
    }
    try {
        m_workers.push_back(start(&Crew::work));
    } catch (const std::system_error&) {
        if (m_workers.empty()) {
            // Nobody else's progress would ever wake the coordinator.
            m_scheduler.failNotStarted(core::noThread(), Clock::now());
            file();
        }
        // Otherwise those that exist go on, and the next event tries again.
        m_called.notify_one();
    }
}

void ActionRunner::Crew::work()
{
    Connection connection;
    Lock lock(m_mutex);
    while (!m_isStopping) {
        const auto now = Clock::now();
        if (const auto handle = m_scheduler.takeStart(now)) {
            file();
            m_changed.notify_one();
            act(lock, *handle, connection);
        } else if (const auto look = m_scheduler.takeLook(now)) {
            m_changed.notify_one();
            lookAt(lock, *look, connection);
        } else {
            ++m_idle;
            m_called.wait(lock);
            --m_idle;
        }
    }
    lock.unlock();
    connection.reset();
}

void ActionRunner::Crew::act(Lock& lock, Handle handle, Connection& connection)
{
    const ActionRequest request = *m_scheduler.request(handle);
    lock.unlock();
    const Look found = read(targetOf(request), connection);
    lock.lock();
    const bool isConfirmed = m_scheduler.afterReRead(handle, found, Clock::now());
    file();
    m_changed.notify_one();
    if (!isConfirmed)
        return;
    const IntentToken& token = m_tokens.at(handle); // stays until the item has finished, which only this act does
    lock.unlock();
    const auto answer = invoke(token, request, *connection);
    lock.lock();
    m_scheduler.afterInvoke(handle, answer, Clock::now());
    file();
    m_changed.notify_one();
}

core::Result<MethodResult> ActionRunner::Crew::invoke(const IntentToken& /*proof*/, const ActionRequest& request,
                                                      ManagementConnection& connection) const
{
    return connection.invoke(m_reader.pathOf(targetOf(request)), specOf(request.action.kind).method,
                             argumentsOf(request), context());
}

core::Result<> ActionRunner::Crew::connect(Connection& connection)
{
    if (connection)
        return {};
    auto made = m_connector();
    if (!made)
        return core::failure(std::move(made).error());
    auto opened = (*made)->open(context(), {});
    if (!opened)
        return opened;
    connection = *std::move(made);
    return {};
}

/// Opening a connection may send nothing yet: only an answer proves that the server has let us in.
void ActionRunner::Crew::noteAnswer(const core::ManagementError* error)
{
    if (error && (error->kind != core::ErrorKind::Fault || isAccountRefused(*error)))
        return;
    const std::lock_guard lock(m_mutex);
    m_scheduler.setSignedIn();
    m_changed.notify_one();
}

Look ActionRunner::Crew::read(const ActTarget& target, Connection& connection)
{
    if (auto connected = connect(connection); !connected)
        return core::failure(std::move(connected).error());
    return m_reader.read(target, *connection, context());
}

void ActionRunner::Crew::lookAt(Lock& lock, const ActionScheduler::LookTask& task, Connection& connection)
{
    std::vector<LookItem> items;
    std::vector<ActTarget> targets;
    items.reserve(task.items.size());
    for (const Handle handle : task.items) {
        targets.push_back(targetOf(*m_scheduler.request(handle)));
        items.push_back({handle, targets.back()});
    }
    lock.unlock();
    const auto listed =
        task.isList && connect(connection) ? m_reader.list(targets, *connection, context()) : std::nullopt;
    for (const LookItem& item : items) {
        Look found; // nothing, unless the list or the Get says otherwise
        const auto row = listed ? listed->find(TargetReader::keyOf(item.target)) : decltype(listed->begin())();
        if (!listed || (row != listed->end() && TargetReader::isDoubled(row->second)))
            found = read(item.target, connection);
        else if (row != listed->end())
            found = row->second;
        lock.lock();
        m_scheduler.afterLook(item.handle, found, Clock::now());
        file();
        lock.unlock();
    }
    lock.lock();
    m_scheduler.lookEnded(task.id, listed.has_value(), Clock::now());
    m_changed.notify_one();
}

void ActionRunner::Crew::file()
{
    auto steps = m_scheduler.takeSteps();
    if (steps.empty())
        return;
    for (ActionScheduler::Step& step : steps) {
        Filed filed{std::move(step.report), std::nullopt};
        if (filed.report.phase == ActionPhase::Finished) {
            if (auto token = m_tokens.extract(step.handle))
                filed.token = std::move(token.mapped());
        }
        m_outbox.push_back(std::move(filed));
    }
    m_filed.notify_one();
    if (m_scheduler.isIdle())
        m_reader.prune();
}

void ActionRunner::Crew::keepRecords()
{
    Lock lock(m_mutex);
    while (true) {
        m_filed.wait(lock, [this] { return !m_outbox.empty() || m_isClosed; });
        if (m_outbox.empty())
            return;
        deliver(lock);
    }
}

void ActionRunner::Crew::deliver(Lock& lock)
{
    auto batch = std::exchange(m_outbox, {});
    lock.unlock();
    std::vector<SettledAct> settled;
    for (const Filed& filed : batch) {
        if (filed.token)
            settled.push_back({&*filed.token, &filed.report.outcome});
    }
    // An outcome that cannot be written leaves its intent open, which the record shows as "in flight".
    if (!settled.empty())
        static_cast<void>(m_ledger.recordOutcomes(settled));
    for (const Filed& filed : batch) {
        if (m_report)
            m_report(filed.report);
    }
    lock.lock();
}

ActionRunner::ActionRunner(Connector connector, ActLedger& ledger, ActionRunnerOptions options, Report report)
    : m_crew(std::make_unique<Crew>(std::move(connector), ledger, std::move(options), std::move(report)))
{}

ActionRunner::~ActionRunner() = default;

void ActionRunner::submit(std::vector<ActionRequest> requests)
{
    m_crew->submit(std::move(requests));
}

void ActionRunner::cancelQueued()
{
    m_crew->cancelQueued();
}

void ActionRunner::cancel(const std::unordered_set<std::uint64_t>& requests)
{
    m_crew->cancel(requests);
}

void ActionRunner::setPaused(bool isPaused)
{
    m_crew->setPaused(isPaused);
}

void ActionRunner::requestStop()
{
    m_crew->requestStop();
}

} // namespace deskwarden::management
