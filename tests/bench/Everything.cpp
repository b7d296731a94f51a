// SPDX-FileCopyrightText: 2026 The Deskwarden authors
// SPDX-License-Identifier: MIT

// The console's window with everything on: two brokers that change by 5 % a second, a list of each every second,
// users with their full names as a directory tells them, grouped by state, everybody selected, details open, and the
// virtual machines on the screen instead of the sessions.

#include "bench/ConsoleUnderTest.h"
#include "bench/Topics.h"
#include "bench/Turns.h"
#include "ui/widgets/Theme.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QItemSelectionModel>
#include <QTableView>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <memory>

namespace deskwarden::bench {

namespace {

std::unique_ptr<support::SimulatorProcess> broker(std::uint32_t sessions, int seed)
{
    return std::make_unique<support::SimulatorProcess>(QStringList{
        QStringLiteral("--sessions"), QString::number(sessions), QStringLiteral("--hosts"), QStringLiteral("200"),
        QStringLiteral("--churn"), QString::number(sessions / 20), QStringLiteral("--seed"), QString::number(seed)});
}

std::shared_ptr<support::FakeDirectory> everybodysNames()
{
    auto directory = std::make_shared<support::FakeDirectory>();
    directory->nameEverybody();
    return directory;
}

class Busy final
{
public:
    Busy(Report& report, std::uint32_t count)
        : m_report(report)
        , m_count(count)
        , m_first(broker(count / 2, 1))
        , m_second(broker(count / 2, 2))
        , m_table(*m_console.window().findChild<QTableView*>(QStringLiteral("sessionTable")))
    {}

    void run(int seconds)
    {
        m_turns.begin();
        m_console.connectTo(m_first->address());
        m_console.connectTo(m_second->address());
        waitFor([this] { return m_table.model()->rowCount() >= static_cast<int>(m_count) * 9 / 10; });
        add("longest turn while two lists fill");
        watch("while the names come", seconds);
        trigger("stateGroupingAction");
        watch("grouped by state", seconds);
        m_turns.begin();
        m_table.selectAll();
        watch("everybody selected, too", seconds);
        if (m_table.selectionModel()->selectedRows().size() < static_cast<int>(m_count) * 9 / 10)
            std::fprintf(stderr, "bench: not all are selected\n");
        m_turns.begin(); // that was not the window's
        trigger("machinesAction");
        waitFor([this] { return machines() >= static_cast<int>(m_count) * 9 / 10; });
        watch("virtual machines shown instead", seconds);
    }

private:
    /// The longest turn from the last beginning on.
    void watch(const char* what, int seconds)
    {
        const double end = wallTime() + seconds * 1e3;
        QTimer wakes; // so that the end is noticed
        wakes.start(std::chrono::milliseconds(50));
        waitFor([end] { return wallTime() >= end; });
        add(what);
    }
    void add(const char* what)
    {
        const double most = m_count >= 100'000 ? 50 : 16;
        m_report.add({QStringLiteral("everything"),
                      QString::fromLatin1(what),
                      m_count,
                      m_turns.longest(),
                      QStringLiteral("ms CPU"),
                      {},
                      0,
                      most});
        m_turns.begin();
    }
    void trigger(const char* action) { m_console.window().findChild<QAction*>(QString::fromLatin1(action))->trigger(); }
    [[nodiscard]] int machines()
    {
        const auto* const table = m_console.window().findChild<QTableView*>(QStringLiteral("machinesTable"));
        return table == nullptr ? 0 : table->model()->rowCount();
    }

    Report& m_report;
    const std::uint32_t m_count;
    const std::unique_ptr<support::SimulatorProcess> m_first;
    const std::unique_ptr<support::SimulatorProcess> m_second;
    ConsoleUnderTest m_console{1, everybodysNames()};
    QTableView& m_table;
    Turns m_turns;
};

} // namespace

void measureEverything(Report& report, const Settings& settings)
{
    ui::applyTheme(*qApp, ui::ColorScheme::System);
    for (const std::uint32_t count : settings.sessions)
        Busy(report, count).run(settings.seconds);
}

} // namespace deskwarden::bench
