// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// bench_session_table [ROWS...]: how long changes of the session table hold the GUI thread, with a view attached.

#include "models/SessionTableModel.h"
#include "Sessions.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QTableView>

#include <malloc.h>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <random>

using namespace deskwarden;
using models::SessionColumn;
using models::SessionTableModel;

namespace {

double threadMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The longest turn of the event loop, in CPU time of this thread.
class TurnWatch final : public QObject
{
public:
    explicit TurnWatch(QAbstractEventDispatcher* dispatcher)
    {
        connect(dispatcher, &QAbstractEventDispatcher::awake, this, [this] { note(); });
        connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, [this] { note(); });
    }
    void begin()
    {
        m_longest = 0;
        m_start = threadMs();
    }
    void note()
    {
        m_longest = std::max(m_longest, threadMs() - m_start);
        m_start = threadMs();
    }
    [[nodiscard]] double longest() const { return m_longest; }

private:
    double m_start = threadMs();
    double m_longest = 0;
};

class Farm final
{
public:
    explicit Farm(std::uint32_t rows)
        : m_random(7)
    {
        for (std::uint32_t i = 0; i < rows; ++i)
            m_sessions.push_back(make());
    }
    [[nodiscard]] management::SnapshotPointer snapshot()
    {
        return tests::snapshot("http://broker", ++m_sequence, m_sessions);
    }
    void churn(std::uint32_t percent)
    {
        for (core::Session& session : m_sessions) {
            const auto dice = m_random() % 200;
            if (dice < percent)
                session = make();
            else if (dice < 2 * percent)
                session.state = static_cast<core::ConnectState>(m_random() % 5);
        }
    }
    void changeAllStates()
    {
        for (core::Session& session : m_sessions)
            session.state = static_cast<core::ConnectState>((static_cast<unsigned>(session.state) + 1) % 5);
    }
    void removeHalf()
    {
        std::erase_if(m_sessions, [this](const core::Session&) { return m_random() % 2 == 0; });
    }
    [[nodiscard]] const std::vector<core::Session>& sessions() const { return m_sessions; }

private:
    [[nodiscard]] core::Session make()
    {
        const std::uint32_t id = ++m_last;
        core::Session made;
        made.key = {core::ServerId{m_pool.intern("http://broker")},
                    m_pool.intern("HV" + std::to_string(id % 200) + ".corp.example"), id};
        made.userName = m_pool.intern("user" + std::to_string(m_random() % 1'000'000));
        made.domainName = m_pool.intern("CORP");
        made.vmName = m_pool.intern("VDI-" + std::to_string(m_random() % 1'000'000));
        made.collectionId = m_pool.intern("Pool" + std::to_string(id % 20));
        made.clientMachineName = m_pool.intern("PC-" + std::to_string(m_random() % 1'000'000));
        made.state = static_cast<core::ConnectState>(m_random() % 5);
        return made;
    }

    std::mt19937 m_random;
    core::StringPool m_pool;
    std::uint32_t m_last = 0;
    std::uint64_t m_sequence = 0;
    std::vector<core::Session> m_sessions;
};

void measure(std::uint32_t rows)
{
    Farm farm(rows);
    TurnWatch watch(QAbstractEventDispatcher::instance());
    SessionTableModel model([] { return std::chrono::system_clock::now(); });
    QTableView view;
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.verticalHeader()->setDefaultSectionSize(20);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.setModel(&model);
    model.followSelection(view.selectionModel());
    view.resize(1200, 800);
    view.show();
    const auto step = [&](const char* name, const std::function<void()>& change) {
        QCoreApplication::processEvents();
        QElapsedTimer wall;
        wall.start();
        watch.begin();
        change();
        const bool isSettled = tests::settle(model);
        const qint64 settled = wall.elapsed();
        while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) {
        }
        watch.note();
        std::printf("%8u  %-44s %8.2f ms turn  %6lld ms until shown%s\n", rows, name, watch.longest(),
                    static_cast<long long>(settled), isSettled ? "" : "  NOT SETTLED");
        std::fflush(stdout);
    };
    const auto filter = [&](const char* text) {
        models::SessionFilter wanted;
        wanted.text = QString::fromUtf8(text);
        model.setFilter(wanted);
    };
    const auto sortBy = [&](SessionColumn column) { model.sort(static_cast<int>(column), Qt::DescendingOrder); };

    auto next = farm.snapshot();
    step("first fill", [&] { model.applySnapshot(next); });
    next = farm.snapshot();
    step("unchanged", [&] { model.applySnapshot(next); });
    const auto churned = [&](const char* name, std::uint32_t percent) {
        farm.churn(percent);
        next = farm.snapshot();
        step(name, [&] { model.applySnapshot(next); });
    };
    churned("5 % churn", 5);
    churned("5 % churn", 5);
    step("sort by state", [&] { sortBy(SessionColumn::State); });
    step("sort by client, first time", [&] { sortBy(SessionColumn::Client); });
    step("sort by user", [&] { sortBy(SessionColumn::User); });
    churned("5 % churn, sorted by user", 5);
    step("filter in (1)", [&] { filter("1"); });
    step("filter in (12)", [&] { filter("12"); });
    step("filter in (nothing)", [&] { filter("zzz"); });
    step("filter out", [&] { filter(""); });
    step("select all", [&] { view.selectAll(); });
    step("sort by virtual machine, all selected", [&] { sortBy(SessionColumn::VirtualMachine); });
    churned("5 % churn, all selected", 5);
    churned("5 % churn, nearly all selected", 5);
    step("read the selection", [&] {
        const auto sessions = model.sessionsIn(view.selectionModel()->selection());
        if (sessions.empty())
            std::printf("nothing selected\n");
    });
    view.clearSelection();
    farm.changeAllStates();
    next = farm.snapshot();
    step("all states changed", [&] { model.applySnapshot(next); });

    std::vector<management::ActionRequest> requests;
    for (std::size_t i = 0; i < std::min<std::size_t>(10'000, farm.sessions().size()); ++i)
        requests.push_back(
            tests::request(i + 1, farm.sessions()[i * farm.sessions().size() / 10'000 % farm.sessions().size()]));
    step("10,000 acts submitted", [&] { model.noteSubmitted(requests); });
    std::vector<management::ActionReport> reports;
    for (const auto& request : requests)
        reports.push_back(tests::report(request.id, management::ActionPhase::Verifying));
    step("10,000 acts verifying", [&] { model.noteReports(reports); });
    reports.clear();
    for (const auto& request : requests)
        reports.push_back(tests::finished(request.id, management::OutcomeKind::Done, 0));
    step("10,000 signed out at once", [&] { model.noteReports(reports); });
    farm.removeHalf();
    next = farm.snapshot();
    step("half removed", [&] { model.applySnapshot(next); });
    const struct mallinfo2 memory = mallinfo2();
    std::printf("%8u  heap at the end %.1f MB\n", rows, static_cast<double>(memory.uordblks) / 1e6);
}

} // namespace

int main(int argc, char** argv)
{
    QApplication app(argc, argv);
    if (argc < 2) {
        measure(10'000);
        measure(100'000);
    }
    for (int i = 1; i < argc; ++i)
        measure(static_cast<std::uint32_t>(std::atoi(argv[i])));
    return 0;
}
