// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The way out: the plan that is confirmed and the table of outcomes, beside the main table with as many rows.

#include "bench/Clocks.h"
#include "bench/Farm.h"
#include "bench/Topics.h"
#include "bench/Turns.h"
#include "management/acting/ActionPlan.h"
#include "models/activity/ActivityModel.h"
#include "models/table/SessionTableModel.h"
#include "ui/acts/ActivityDock.h"
#include "ui/acts/ConfirmationDialog.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QMainWindow>
#include <QTableView>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace deskwarden::bench {

namespace {

using management::ActionPhase;
using management::OutcomeKind;

class WayOut final
{
public:
    WayOut(Report& report, std::uint32_t count)
        : m_report(report)
        , m_count(count)
        , m_farm(count)
    {
        m_view.setSelectionBehavior(QAbstractItemView::SelectRows);
        m_view.verticalHeader()->setDefaultSectionSize(20);
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.resize(1200, 800);
        m_view.setModel(&m_table);
        m_table.followSelection(m_view.selectionModel());
        m_view.show();
        m_window.addDockWidget(Qt::BottomDockWidgetArea, &m_dock);
        m_window.resize(1200, 800);
        m_window.show();
        m_outcomes = m_dock.findChild<QTableView*>(QStringLiteral("activityTable"));
        m_filter = m_dock.findChild<QComboBox*>(QStringLiteral("outcomeFilter"));
        const auto& sessions = m_farm.sessions();
        for (std::size_t i = 0; i < sessions.size(); ++i)
            m_requests.push_back(tests::request(i + 1, sessions[i]));
        m_turns.drain();
    }

    void run()
    {
        const auto first = m_farm.snapshot();
        const double fill = longest([&] {
            m_table.applySnapshot(first);
            (void)tests::settle(m_table);
        });
        m_farm.changeAllStates();
        const auto changed = m_farm.snapshot();
        const double change = longest([&] {
            m_table.applySnapshot(changed);
            (void)tests::settle(m_table);
        });
        const double select = longest([&] {
            m_view.selectAll();
            (void)m_table.sessionsIn(m_view.selectionModel()->selection());
        });
        m_farm.removeHalf();
        const auto halved = m_farm.snapshot();
        const double half = longest([&] {
            m_table.applySnapshot(halved);
            (void)tests::settle(m_table);
        });

        plan(fill);
        add(
            "acts listed", [this] { m_activity.add(m_requests); }, "main table filled", fill);
        add(
            "all acts under way, in no order", [this] { m_activity.apply(told(ActionPhase::Running)); },
            "main table, all states changed", change);
        add(
            "every second one fails", [this] { m_activity.apply(outcomes(0, OutcomeKind::Failed)); },
            "main table, all states changed", change);
        add(
            "only the failed ones shown", [this] { choose(OutcomeKind::Failed); }, "main table filled", fill);
        add(
            "the rest fails, while only those are shown",
            [this] { m_activity.apply(outcomes(1, OutcomeKind::Failed)); }, "main table filled", fill);
        add(
            "all shown again", [this] { m_filter->setCurrentIndex(0); }, "main table filled", fill);
        choose(OutcomeKind::Failed);
        add(
            "those that are done shown instead", [this] { choose(OutcomeKind::Done); }, "main table filled", fill);
        m_filter->setCurrentIndex(0);
        // One range for each row: the dearest selection that there is.
        QItemSelection scattered;
        for (int row = 0; row < m_activity.rowCount(); row += 2)
            scattered.append(
                QItemSelectionRange(m_activity.index(row, 0), m_activity.index(row, m_activity.columnCount() - 1)));
        m_outcomes->selectionModel()->select(scattered, QItemSelectionModel::ClearAndSelect);
        add(
            "every second one copied for a ticket", [this] { m_dock.copyForTicket(); },
            "main table, all selected and read", select);
        m_outcomes->clearSelection();
        add(
            "all of them selected", [this] { m_dock.selectAll(); }, "main table, all selected and read", select);
        m_outcomes->clearSelection();
        add(
            "all acts again", [this] { addAgain(); }, "main table filled", fill);
        add(
            "finished ones cleared, every second line", [this] { m_activity.clearFinished(); },
            "main table, 50 % removed", half);
    }

private:
    double longest(const std::function<void()>& change)
    {
        m_turns.drain();
        m_turns.begin();
        change();
        m_turns.drain();
        return m_turns.longest();
    }
    void add(const char* what, const std::function<void()>& change, const char* against, double reference)
    {
        const double turn = longest(change);
        const QString name = QString::fromLatin1(what);
        const QString ms = QStringLiteral("ms CPU");
        m_report.add({QStringLiteral("acts"), name, m_count, turn, ms, QString::fromLatin1(against), reference});
        m_report.add({QStringLiteral("acts turn"), name, m_count, turn, ms, {}, 0, 16});
    }
    void plan(double fill)
    {
        std::optional<management::ActionPlan> plan;
        add(
            "plan made", [&] { plan = management::planFor({}, m_farm.sessions()); }, "main table filled", fill);
        std::unique_ptr<ui::ConfirmationDialog> dialog;
        add(
            "plan shown",
            [&] {
                dialog = std::make_unique<ui::ConfirmationDialog>(*plan);
                dialog->show();
            },
            "main table filled", fill);
        auto* const table = dialog->findChild<QTableView*>(QStringLiteral("sessionsTable"));
        add(
            "plan sorted by user", [&] { table->sortByColumn(0, Qt::DescendingOrder); }, "main table filled", fill);
        add(
            "plan sorted by host", [&] { table->sortByColumn(3, Qt::DescendingOrder); }, "main table filled", fill);
    }
    /// A report for each act, as they come from sixteen connections: neighbours are rare.
    std::vector<management::ActionReport> told(ActionPhase phase)
    {
        std::vector<management::ActionReport> reports;
        for (const management::ActionRequest& request : m_requests)
            reports.push_back(tests::report(request.id, phase));
        std::ranges::shuffle(reports, m_random);
        return reports;
    }
    std::vector<management::ActionReport> outcomes(std::size_t from, OutcomeKind kind)
    {
        std::vector<management::ActionReport> reports;
        for (std::size_t i = from; i < m_requests.size(); i += 2)
            reports.push_back(tests::finished(m_requests[i].id, kind, 5));
        std::ranges::shuffle(reports, m_random);
        return reports;
    }
    void choose(OutcomeKind kind) { m_filter->setCurrentIndex(m_filter->findData(static_cast<int>(kind))); }
    /// Anew, with every second one finished.
    void addAgain()
    {
        m_activity.clearFinished();
        m_activity.add(m_requests);
        m_activity.apply(outcomes(0, OutcomeKind::Done));
    }

    Report& m_report;
    const std::uint32_t m_count;
    Farm m_farm;
    std::mt19937 m_random{3};
    std::vector<management::ActionRequest> m_requests;
    Turns m_turns;
    models::SessionTableModel m_table{[] { return std::chrono::system_clock::now(); }};
    QTableView m_view;
    models::ActivityModel m_activity{[] { return std::chrono::system_clock::now(); }};
    QMainWindow m_window;
    ui::ActivityDock m_dock{m_activity};
    QTableView* m_outcomes = nullptr;
    QComboBox* m_filter = nullptr;
};

} // namespace

void measureActs(Report& report, const Settings& settings)
{
    for (const std::uint32_t count : {settings.acts / 10, settings.acts})
        WayOut(report, count).run();
}

} // namespace deskwarden::bench
