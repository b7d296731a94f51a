// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The session table beside a QSortFilterProxyModel over a plain table of the same rows, each below a view of its own:
// how long one change holds the GUI thread.

#include "bench/Clocks.h"
#include "bench/Farm.h"
#include "bench/PlainTable.h"
#include "bench/Topics.h"
#include "bench/Turns.h"
#include "models/table/SessionTableModel.h"

#include <QHeaderView>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <functional>

namespace deskwarden::bench {

namespace {

using models::SessionColumn;
using models::SessionTableModel;

void prepare(QTableView& view)
{
    view.setSelectionBehavior(QAbstractItemView::SelectRows);
    view.verticalHeader()->setDefaultSectionSize(20);
    view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view.resize(1200, 800);
}

class Contest final
{
public:
    Contest(Report& report, std::uint32_t count)
        : m_report(report)
        , m_count(count)
        , m_farm(count)
    {
        prepare(m_view);
        m_view.setModel(&m_model);
        m_model.followSelection(m_view.selectionModel());
        m_view.show();
        m_proxy.setSourceModel(&m_plain);
        m_proxy.setFilterKeyColumn(-1);
        m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        prepare(m_plainView);
        m_plainView.setModel(&m_proxy);
        m_plainView.show();
        m_turns.drain();
    }

    void run()
    {
        refresh("first fill");
        refresh("unchanged");
        m_farm.churn(5);
        refresh("5 % churn");
        sortBy("sort by state", SessionColumn::State);
        sortBy("sort by user", SessionColumn::User);
        sortBy("sort by virtual machine", SessionColumn::VirtualMachine);
        sortBy("sort by collection", SessionColumn::Collection);
        sortBy("sort by VM host", SessionColumn::VmHost);
        sortBy("sort by client", SessionColumn::Client);
        sortBy("sort by session id", SessionColumn::SessionId);
        m_farm.churn(5);
        refresh("5 % churn, sorted");
        filter("filter, first letter", "1");
        filter("filter, second letter", "12");
        filter("filter, third letter", "123");
        filter("filter cleared", "");
        race(
            "select all", [this] { m_view.selectAll(); }, [this] { m_plainView.selectAll(); });
        readSelection();
        m_farm.churn(5);
        refresh("5 % churn, all selected");
        m_view.clearSelection();
        m_plainView.clearSelection();
        m_farm.changeAllStates();
        refresh("all states changed");
        act();
        m_farm.removeHalf();
        refresh("50 % removed");
    }

private:
    void race(const char* what, const std::function<void()>& ours, const std::function<void()>& plain)
    {
        m_turns.drain();
        m_turns.begin();
        const Stopwatch watch;
        ours();
        (void)tests::settle(m_model);
        const double shown = watch.cost().wall;
        m_turns.drain();
        const double longest = m_turns.longest();
        m_turns.begin();
        const Stopwatch plainWatch;
        plain();
        m_turns.drain();
        const double plainLongest = m_turns.longest();
        const double plainShown = plainWatch.cost().wall;
        const QString name = QString::fromLatin1(what);
        const QString proxy = QStringLiteral("plain proxy");
        m_report.add({QStringLiteral("model"), name, m_count, longest, QStringLiteral("ms CPU"), proxy, plainLongest});
        addTurn(name, longest);
        m_report.add({QStringLiteral("model shown"), name, m_count, shown, QStringLiteral("ms"), proxy, plainShown});
    }
    /// What no plain table does.
    void alone(const char* what, const std::function<void()>& change)
    {
        m_turns.drain();
        m_turns.begin();
        change();
        (void)tests::settle(m_model);
        m_turns.drain();
        addTurn(QString::fromLatin1(what), m_turns.longest());
    }
    void addTurn(const QString& what, double longest)
    {
        const double most = m_count >= 100'000 ? 50 : 16;
        m_report.add({QStringLiteral("model turn"), what, m_count, longest, QStringLiteral("ms CPU"), {}, 0, most});
    }
    /// Ten thousand at once, or everybody.
    void act()
    {
        const auto& sessions = m_farm.sessions();
        std::vector<management::ActionRequest> requests;
        std::vector<management::ActionReport> verifying;
        std::vector<management::ActionReport> done;
        for (std::size_t i = 0; i < std::min<std::size_t>(10'000, sessions.size()); ++i) {
            requests.push_back(tests::request(i + 1, sessions[i]));
            verifying.push_back(tests::report(i + 1, management::ActionPhase::Verifying));
            done.push_back(tests::finished(i + 1, management::OutcomeKind::Done, 0));
        }
        alone("10,000 acts submitted", [&] { m_model.noteSubmitted(requests); });
        alone("10,000 acts verifying", [&] { m_model.noteReports(verifying); });
        alone("10,000 signed out at once", [&] { m_model.noteReports(done); });
    }
    void refresh(const char* what)
    {
        const auto next = m_farm.snapshot();
        race(
            what, [this, &next] { m_model.applySnapshot(next); },
            [this, &next] { m_plain.apply(next->sessions.rows()); });
    }
    void sortBy(const char* what, SessionColumn column)
    {
        const int index = static_cast<int>(column);
        race(
            what, [this, index] { m_model.sort(index, Qt::DescendingOrder); },
            [this, index] { m_proxy.sort(index, Qt::DescendingOrder); });
    }
    void filter(const char* what, const char* text)
    {
        const QString words = QString::fromLatin1(text);
        race(
            what,
            [this, &words] {
                models::SessionFilter wanted;
                wanted.text = words;
                m_model.setFilter(wanted);
            },
            [this, &words] { m_proxy.setFilterFixedString(words); });
    }
    void readSelection()
    {
        race(
            "read the selection",
            [this] {
                if (m_model.sessionsIn(m_view.selectionModel()->selection()).size() != m_farm.sessions().size())
                    std::fprintf(stderr, "bench: not all are selected\n");
            },
            [this] { (void)m_plainView.selectionModel()->selectedRows(); });
    }

    Report& m_report;
    const std::uint32_t m_count;
    Farm m_farm;
    Turns m_turns;
    SessionTableModel m_model{[] { return std::chrono::system_clock::now(); }};
    QTableView m_view;
    PlainTable m_plain;
    QSortFilterProxyModel m_proxy;
    QTableView m_plainView;
};

} // namespace

void measureModel(Report& report, const Settings& settings)
{
    for (const std::uint32_t count : settings.sessions)
        Contest(report, count).run();
}

} // namespace deskwarden::bench
